#include <algorithm>
#include <map>
#include <numeric>

#include "message_keys/report_counts.h"
#include "message_keys/report_frame.h"
#include "reports/kinds/count_cells.h"
#include "reports/kinds/double_coding.h"
#include "reports/kinds/dutch_text.h"
#include "reports/kinds/tally_parts.h"

namespace codeboom {
namespace {

std::string or_none(const std::string& text) { return text.empty() ? "none" : text; }

void add_sample(std::vector<ReportElement>& elements, const RecordedSample& recorded, UserLanguage language) {
  const auto& parts = recorded.sample.parts;
  const std::uint64_t population =
      std::accumulate(parts.begin(), parts.end(), std::uint64_t{0},
                      [](std::uint64_t sum, const Sample::Part& part) { return sum + part.population; });
  elements.emplace_back(Prose{words(msg::tally_report_sample, language,
                                    {{"at", recorded.at.substr(0, recorded.at.find('T'))},
                                     {"population", whole(population)},
                                     {"condition", or_none(recorded.condition)},
                                     {"left_out", whole(recorded.left_out)},
                                     {"size", whole(recorded.sample.drawn.size())},
                                     {"seed", std::to_string(recorded.request.seed)},
                                     {"by", or_none(recorded.stratified_by)},
                                     {"coders", list_in_words(recorded.request.coders, language)},
                                     {"count", whole(recorded.request.coders.size())},
                                     {"overlap", whole(recorded.request.overlap)}})});
  if (recorded.stratified_by.empty()) return;
  List strata;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const auto drawn = std::count_if(recorded.sample.drawn.begin(), recorded.sample.drawn.end(),
                                     [&](const Sample::Drawn& one) { return one.part == part; });
    strata.items.push_back({words(msg::tally_report_stratum, language,
                                  {{"name", or_none(parts[part].stratum)},
                                   {"by", recorded.stratified_by},
                                   {"drawn", std::int64_t{drawn}},
                                   {"population", whole(parts[part].population)}}),
                            {}});
  }
  elements.emplace_back(std::move(strata));
}

void add_coders(std::vector<ReportElement>& elements, const Material& material, UserLanguage language) {
  List coders;
  for (std::uint32_t coder = 0; coder < material.people.size(); ++coder) {
    const auto coded =
        std::count_if(material.documents.begin(), material.documents.end(), [&](const MaterialDocument& one) {
          return std::find(one.coders.begin(), one.coders.end(), coder) != one.coders.end();
        });
    coders.items.push_back({words(msg::tally_report_coder, language,
                                  {{"name", material.people[coder]}, {"n", std::int64_t{coded}}}),
                            {}});
  }
  elements.emplace_back(std::move(coders));
  for (Prose& prose : agreement_in_words(material, language)) elements.emplace_back(std::move(prose));
  if (material.run) elements.emplace_back(Prose{words(msg::tally_report_machine_apart, language)});
}

// What a version changed in the one before it.
std::string changes(const CodebookVersion& before, const CodebookVersion& after, UserLanguage language) {
  std::map<std::string, const CodebookVersion::Code*> old;
  for (const auto& code : before.codes) old.emplace(code.id, &code);
  std::uint64_t added = 0, changed = 0;
  for (const auto& code : after.codes) {
    const auto found = old.find(code.id);
    if (found == old.end()) {
      ++added;
    } else {
      changed += !(*found->second == code);
      old.erase(found);
    }
  }
  return words(msg::tally_report_version, language,
               {{"version", after.version},
                {"n", whole(after.codes.size())},
                {"added", whole(added)},
                {"gone", whole(old.size())},
                {"changed", whole(changed)}});
}

void add_versions(std::vector<ReportElement>& elements, const Material& material, UserLanguage language) {
  const auto& versions = material.versions;
  elements.emplace_back(Prose{words(msg::tally_report_codebook, language,
                                    {{"title", material.codebook.title},
                                     {"version", material.codebook.version},
                                     {"n", whole(material.codebook.codes.size())},
                                     {"versions", whole(versions.size())}})});
  if (material.other_codes > 0) {
    elements.emplace_back(Prose{
        words(msg::tally_report_other_codes, language, {{"n", whole(material.other_codes)}}), Tone::note});
  }
  if (versions.size() < 2) return;
  List history;
  history.items.push_back(
      {words(msg::tally_report_first_version, language,
             {{"version", versions.front().version}, {"n", whole(versions.front().codes.size())}}),
       {}});
  for (std::size_t i = 1; i < versions.size(); ++i)
    history.items.push_back({changes(versions[i - 1], versions[i], language), {}});
  elements.emplace_back(std::move(history));
}

}  // namespace

std::vector<ReportElement> methods_of(const Material& material, const ReportRequest& request) {
  const UserLanguage language = request.language;
  const Basis basis = basis_of(material);
  std::vector<ReportElement> elements{Heading{2, words(msg::tally_report_methods, language), "werkwijze"}};
  elements.emplace_back(Prose{words(msg::tally_report_population, language,
                                    {{"base", whole(base_of(material, basis).size())},
                                     {"in_view", whole(material.documents.size())},
                                     {"in_project", whole(material.in_project)},
                                     {"condition", or_none(request.condition)}})});
  for (const RecordedSample& sample : material.samples) add_sample(elements, sample, language);
  if (material.samples.empty()) elements.emplace_back(Prose{words(msg::tally_report_no_sample, language)});
  if (basis == Basis::people) add_coders(elements, material, language);
  add_versions(elements, material, language);
  elements.emplace_back(Prose{words(msg::tally_report_how, language), Tone::small});
  return elements;
}

Prose meaning_of(const Counted& counted, const Whole& of, UserLanguage language) {
  const MessageArguments arguments{{"base", whole(counted.documents.size())},
                                   {"whole", whole(of.documents.value_or(0))}};
  switch (of.of) {
    case WholeOf::endless:
      return {words(msg::counts_whole_endless, language, arguments), Tone::small};
    case WholeOf::in_view:
      return {words(msg::counts_whole_in_view, language, arguments), Tone::small};
    case WholeOf::given:
      break;
  }
  if (*of.documents < counted.documents.size())
    return {words(msg::counts_whole_too_small, language, arguments), Tone::note};
  return {words(msg::counts_whole_given, language, arguments), Tone::small};
}

}  // namespace codeboom
