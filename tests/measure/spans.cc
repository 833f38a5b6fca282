#include "tests/measure/spans.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "corpus/delimited.h"
#include "tests/catch.h"

namespace codeboom::test {

std::uint32_t NamedSpans::label(const std::string& name) const {
  const auto place = std::find(labels.begin(), labels.end(), name);
  REQUIRE(place != labels.end());
  return static_cast<std::uint32_t>(place - labels.begin());
}

NamedSpans read_spans(const std::string& file, const std::string& table, std::int64_t length, std::int64_t times) {
  std::ifstream in(CODEBOOM_SOURCE_DIR "/tests/measure/spans/" + file + ".csv");
  REQUIRE(in.good());
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  NamedSpans result;
  result.continuum.length = length;
  std::vector<std::string> coders;
  const auto place_in = [](std::vector<std::string>& names, const std::string& name) {
    const auto place = std::find(names.begin(), names.end(), name);
    if (place != names.end()) return static_cast<std::size_t>(place - names.begin());
    names.push_back(name);
    return names.size() - 1;
  };
  for (const DelimitedRecord& record : read_delimited(text)) {
    if (record.cells[0] != table) continue;
    const std::size_t coder = place_in(coders, record.cells[1]);
    result.continuum.coders.resize(coders.size());
    result.continuum.coders[coder].push_back({times * std::stoll(record.cells[3]), times * std::stoll(record.cells[4]),
                                              static_cast<std::uint32_t>(place_in(result.labels, record.cells[2]))});
  }
  REQUIRE(!coders.empty());
  std::int64_t first = 0;  // chance may put a span before the text: then all are moved, which no measure sees
  for (const auto& spans : result.continuum.coders) {
    for (const LabelledSpan& span : spans) first = std::min(first, span.begin);
  }
  for (auto& spans : result.continuum.coders) {
    for (LabelledSpan& span : spans) span.begin -= first, span.end -= first;
  }
  result.continuum.labels = static_cast<std::uint32_t>(result.labels.size());
  REQUIRE(!fault_in(result.continuum));
  return result;
}

Continuum random_partition(Draw& draw, std::size_t coders, std::int64_t length, std::uint32_t labels, std::int64_t longest) {
  Continuum result{length, labels, {}};
  for (std::size_t coder = 0; coder < coders; ++coder) {
    result.coders.emplace_back();
    std::int64_t reached = 0;
    while (draw.below(12) > 0) {
      const auto gap = static_cast<std::int64_t>(draw.below(3) == 0 ? 0 : draw.below(static_cast<std::uint64_t>(longest)));
      const auto size = static_cast<std::int64_t>(1 + draw.below(static_cast<std::uint64_t>(longest)));
      if (reached + gap + size > length) break;
      result.coders.back().push_back({reached + gap, reached + gap + size, static_cast<std::uint32_t>(draw.below(labels))});
      reached += gap + size;
    }
  }
  return result;
}

Continuum random_spans(Draw& draw, std::size_t coders, std::int64_t length, std::uint32_t labels, std::size_t most) {
  Continuum result{length, labels, {}};
  for (std::size_t coder = 0; coder < coders; ++coder) {
    result.coders.emplace_back();
    for (std::uint64_t left = draw.below(most + 1); left > 0; --left) {
      const auto begin = static_cast<std::int64_t>(draw.below(static_cast<std::uint64_t>(length)));
      const auto end = begin + 1 + static_cast<std::int64_t>(draw.below(static_cast<std::uint64_t>(length - begin)));
      result.coders.back().push_back({begin, end, static_cast<std::uint32_t>(draw.below(labels))});
    }
  }
  return result;
}

}  // namespace codeboom::test
