#include "reports/kinds/double_coding.h"

#include <cassert>
#include <map>

#include "engine/measure/yes_no_agreement.h"
#include "message_keys/report_counts.h"
#include "reports/kinds/count_cells.h"

namespace codeboom {
namespace {

constexpr std::size_t most_people = 64;  // a bit each

std::uint64_t bit(std::uint32_t coder) { return std::uint64_t{1} << coder; }

// Who coded a document, and who of them gave each element.
struct Judged {
  std::uint64_t coders = 0;
  std::map<std::uint32_t, std::uint64_t> yes;  // by code
};

std::vector<Judged> judged_by_two(const Material& material) {
  std::vector<Judged> documents;
  auto coding = material.each_person.begin();
  for (std::uint32_t document = 0; document < material.documents.size(); ++document) {
    Judged judged;
    for (const std::uint32_t coder : material.documents[document].coders) judged.coders |= bit(coder);
    for (; coding != material.each_person.end() && coding->document == document; ++coding) {
      if (is_leaf(material.codebook, coding->code)) judged.yes[coding->code] |= bit(coding->coder);
    }
    if (material.documents[document].coders.size() > 1) documents.push_back(std::move(judged));
  }
  return documents;
}

}  // namespace

DoubleCoding double_coding(const Material& material) {
  assert(material.people.size() <= most_people);
  const std::vector<Judged> documents = judged_by_two(material);
  std::map<std::uint32_t, YesNoTable> tables;  // of the elements that anyone gave
  for (const Judged& document : documents) {
    for (const auto& [code, yes] : document.yes) tables[code];
  }
  std::vector<YesNoTable> labels;
  for (const auto& [code, empty] : tables) {
    YesNoTable& table = labels.emplace_back();
    for (const Judged& document : documents) {
      const auto yes = document.yes.find(code);
      table.push_back({document.coders, yes == document.yes.end() ? 0 : yes->second, 1});
    }
  }
  const auto coders = static_cast<std::uint32_t>(material.people.size());
  return {documents.size(), labels.size(), yes_no_agreement(YesNoMeasure::krippendorff_alpha, coders, labels),
          yes_no_agreement(YesNoMeasure::percent_agreement, coders, labels)};
}

std::vector<Prose> agreement_in_words(const Material& material, UserLanguage language) {
  if (material.people.size() < 2) return {{words(msg::tally_report_one_coder, language)}};
  if (material.people.size() > most_people) return {{words(msg::tally_report_many_coders, language)}};
  const DoubleCoding coding = double_coding(material);
  std::vector<Prose> prose{{words(msg::tally_report_double, language, {{"n", whole(coding.documents)}})}};
  if (coding.documents == 0) return prose;
  MessageArguments arguments{{"documents", whole(coding.documents)}, {"elements", whole(coding.elements)}};
  if (coding.alpha.value.value && coding.agreement.value.value) {
    arguments.emplace_back("alpha", *coding.alpha.value.value);
    arguments.emplace_back("agreed", *coding.agreement.value.value);
    prose.push_back({words(msg::tally_report_alpha, language, arguments)});
  } else {
    arguments.emplace_back("why", std::vector<Message>{{coding.alpha.value.gap, {}}});
    prose.push_back({words(msg::tally_report_no_alpha, language, arguments)});
  }
  return prose;
}

}  // namespace codeboom
