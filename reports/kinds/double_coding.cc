#include "reports/kinds/double_coding.h"

#include <algorithm>
#include <set>

#include "engine/measure/krippendorff.h"
#include "message_keys/report_counts.h"
#include "reports/kinds/count_cells.h"

namespace codeboom {

DoubleCoding double_coding(const Material& material) {
  DoubleCoding result;
  for (std::uint32_t code = 0; code < material.codebook.codes.size(); ++code) result.elements += is_leaf(material.codebook, code);
  YesTable table(static_cast<std::uint32_t>(material.people.size()));
  auto coding = material.by_people.begin();
  for (std::uint32_t document = 0; document < material.documents.size(); ++document) {
    const auto coders = static_cast<std::uint32_t>(material.documents[document].coders.size());
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;  // code, coder
    for (; coding != material.by_people.end() && coding->document == document; ++coding) {
      if (is_leaf(material.codebook, coding->code)) found.emplace(coding->code, coding->coder);
    }
    if (coders < 2) continue;
    ++result.documents;
    std::uint64_t codes = 0;
    for (auto first = found.begin(); first != found.end(); ++codes) {
      const auto last = std::find_if(first, found.end(), [&](const auto& one) { return one.first != first->first; });
      table.add(coders, static_cast<std::uint32_t>(std::distance(first, last)));
      first = last;
    }
    table.add(coders, 0, result.elements - codes);
  }
  result.alpha = krippendorff_alpha(count_table(table));
  return result;
}

std::vector<Prose> agreement_in_words(const Material& material, UserLanguage language) {
  if (material.people.size() < 2) return {{words(msg::tally_report_one_coder, language)}};
  const DoubleCoding coding = double_coding(material);
  std::vector<Prose> prose{{words(msg::tally_report_double, language, {{"n", whole(coding.documents)}})}};
  if (coding.documents == 0) return prose;
  const MessageArguments size{{"documents", whole(coding.documents)},
                              {"elements", whole(coding.elements)},
                              {"units", whole(coding.documents * coding.elements)}};
  MessageArguments arguments = size;
  if (coding.alpha.value.value) {
    arguments.emplace_back("alpha", *coding.alpha.value.value);
    arguments.emplace_back("agreed", 1 - *coding.alpha.observed.value);
    prose.push_back({words(msg::tally_report_alpha, language, arguments)});
  } else {
    arguments.emplace_back("why", std::vector<Message>{{coding.alpha.value.gap, {}}});
    prose.push_back({words(msg::tally_report_no_alpha, language, arguments)});
  }
  return prose;
}

}  // namespace codeboom
