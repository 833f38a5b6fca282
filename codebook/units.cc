#include "codebook/units.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "codebook/compared.h"

namespace codeboom {
namespace {

std::uint32_t shared(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin.value, b.begin.value), end = std::min(a.end.value, b.end.value);
  return end > begin ? end - begin : 0;
}

std::vector<std::uint32_t> units_of(Span span, const LinedUpDocument& document, UnitKind unit) {
  return unit == UnitKind::document ? std::vector<std::uint32_t>{0} : sentences_of(span, document.sentences);
}

std::size_t unit_count(const LinedUpDocument& document, UnitKind unit) {
  return unit == UnitKind::document ? 1 : document.sentences.size();
}

// `counted` says for which code a coding counts, if for any.
template <class Counted>
std::vector<UnitOfSets> sets(const LinedUp& work, UnitKind unit, Counted counted) {
  assert(unit != UnitKind::span);
  std::vector<UnitOfSets> result;
  for (std::size_t i = 0; i < work.documents.size(); ++i) {
    const LinedUpDocument& document = work.documents[i];
    const std::size_t first = result.size();
    result.resize(first + unit_count(document, unit), {static_cast<std::uint32_t>(i), {}});
    for (std::size_t at = first; at < result.size(); ++at) result[at].coders.resize(work.coders.size());
    for (std::size_t coder = 0; coder < document.coders.size(); ++coder) {
      if (!document.coders[coder]) continue;
      for (std::size_t at = first; at < result.size(); ++at) result[at].coders[coder].emplace();
      for (const PlacedCode& coding : *document.coders[coder]) {
        const std::optional<std::uint32_t> code = counted(coding.code);
        if (!code) continue;
        for (const std::uint32_t place : units_of(coding.span, document, unit)) result[first + place].coders[coder]->push_back(*code);
      }
    }
  }
  for (UnitOfSets& one : result) {
    for (auto& codes : one.coders) {
      if (!codes) continue;
      std::sort(codes->begin(), codes->end());
      codes->erase(std::unique(codes->begin(), codes->end()), codes->end());
    }
  }
  return result;
}

std::uint64_t readers_of(const LinedUpDocument& document) {
  std::uint64_t readers = 0;
  for (std::size_t coder = 0; coder < document.coders.size(); ++coder) {
    if (document.coders[coder]) readers |= std::uint64_t{1} << coder;
  }
  return readers;
}

// code -> unit -> who said yes
std::map<std::uint32_t, std::map<std::uint32_t, std::uint64_t>> said_in(const LinedUpDocument& document, const Codebook& codebook,
                                                                        UnitKind unit) {
  assert(unit != UnitKind::span);
  std::map<std::uint32_t, std::map<std::uint32_t, std::uint64_t>> said;
  for (std::size_t coder = 0; coder < document.coders.size(); ++coder) {
    if (!document.coders[coder]) continue;
    for (const PlacedCode& coding : *document.coders[coder]) {
      for (const std::uint32_t place : units_of(coding.span, document, unit)) {
        for (auto at = static_cast<std::int32_t>(coding.code); at >= 0; at = codebook.codes[static_cast<std::size_t>(at)].parent) {
          said[static_cast<std::uint32_t>(at)][place] |= std::uint64_t{1} << coder;
        }
      }
    }
  }
  return said;
}

}  // namespace

std::string_view name_of(UnitKind unit) {
  constexpr std::string_view names[] = {"document", "sentence", "span"};
  return names[static_cast<std::size_t>(unit)];
}

int deepest_level(const Codebook& codebook) {
  int deepest = 0;
  for (const Code& code : codebook.codes) deepest = std::max(deepest, code.level);
  return deepest;
}

std::optional<std::uint32_t> at_depth(const Codebook& codebook, std::uint32_t code, int level) {
  while (codebook.codes[code].level > level) code = static_cast<std::uint32_t>(codebook.codes[code].parent);
  if (codebook.codes[code].level == level || is_leaf(codebook, code)) return code;
  return std::nullopt;
}

std::vector<std::uint32_t> codes_at(const Codebook& codebook, int level, std::optional<std::uint32_t> within) {
  std::vector<std::uint32_t> codes;
  for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
    if (within && !is_within(codebook, code, *within)) continue;
    if (at_depth(codebook, code, level) == code) codes.push_back(code);
  }
  return codes;
}

RolledUp rolled_up(const LinedUp& work, const Codebook& codebook, int level) {
  RolledUp result{work, 0};
  for (LinedUpDocument& document : result.work.documents) {
    for (auto& codings : document.coders) {
      if (!codings) continue;
      std::vector<PlacedCode> rolled;
      for (const PlacedCode& coding : *codings) {
        const auto code = at_depth(codebook, coding.code, level);
        if (code) rolled.push_back({*code, coding.span});
        if (!code) ++result.above;
      }
      std::sort(rolled.begin(), rolled.end());
      rolled.erase(std::unique(rolled.begin(), rolled.end()), rolled.end());
      codings = std::move(rolled);
    }
  }
  return result;
}

std::vector<std::uint32_t> sentences_of(Span span, const std::vector<Span>& sentences) {
  std::vector<std::uint32_t> covered;
  std::uint32_t most = 0, best = 0;
  const auto first = std::partition_point(sentences.begin(), sentences.end(), [&](Span one) { return one.end <= span.begin; });
  for (auto at = first; at != sentences.end() && at->begin < span.end; ++at) {
    const auto place = static_cast<std::uint32_t>(at - sentences.begin());
    if (covers(span, *at)) covered.push_back(place);
    if (shared(span, *at) > most) most = shared(span, *at), best = place;
  }
  if (covered.empty() && most > 0) covered.push_back(best);
  return covered;
}

YesNo yes_no(const LinedUpDocument& document, const Codebook& codebook, UnitKind unit) {
  YesNo result{readers_of(document), unit_count(document, unit), {}};
  for (const auto& [code, units] : said_in(document, codebook, unit)) {
    std::map<std::uint64_t, std::uint64_t> counts;
    for (const auto& [place, yes] : units) ++counts[yes];
    if (result.units > units.size()) counts[0] = result.units - units.size();
    Patterns& patterns = result.codes[code];
    for (const auto& [yes, times] : counts) patterns.push_back({yes, times});
  }
  return result;
}

std::vector<YesNo> yes_no(const LinedUp& work, const Codebook& codebook, UnitKind unit) {
  std::vector<YesNo> result;
  for (const LinedUpDocument& document : work.documents) result.push_back(yes_no(document, codebook, unit));
  return result;
}

std::vector<YesNo> yes_no_by_unit(const LinedUp& work, const Codebook& codebook, UnitKind unit) {
  std::vector<YesNo> result;
  for (const LinedUpDocument& document : work.documents) {
    const std::size_t first = result.size();
    result.resize(first + unit_count(document, unit), {readers_of(document), 1, {}});
    for (const auto& [code, units] : said_in(document, codebook, unit)) {
      for (const auto& [place, yes] : units) result[first + place].codes[code] = {{yes, 1}};
    }
  }
  return result;
}

Patterns patterns_of(const YesNo& document, std::uint32_t code) {
  const auto found = document.codes.find(code);
  if (found != document.codes.end()) return found->second;
  return document.units == 0 ? Patterns{} : Patterns{{0, document.units}};
}

std::vector<UnitOfSets> sets_of_units(const LinedUp& work, const Codebook& codebook, UnitKind unit, int level,
                                      std::optional<std::uint32_t> within) {
  return sets(work, unit, [&](std::uint32_t code) {
    const auto rolled = at_depth(codebook, code, level);
    return rolled && within && !is_within(codebook, *rolled, *within) ? std::nullopt : rolled;
  });
}

std::vector<UnitOfSets> sets_as_given(const LinedUp& work, const Codebook& codebook, UnitKind unit,
                                      std::optional<std::uint32_t> within) {
  return sets(work, unit, [&](std::uint32_t code) {
    return within && !is_within(codebook, code, *within) ? std::nullopt : std::optional(code);
  });
}

}  // namespace codeboom
