#include <algorithm>

#include "corpus/joined.h"
#include "message_keys/report_counts.h"
#include "reports/kinds/count_cells.h"
#include "reports/kinds/crosstab_parts.h"

namespace codeboom {
namespace {

constexpr MetadataField all_fields[] = {MetadataField::sector, MetadataField::thema, MetadataField::regio,
                                        MetadataField::jaar,   MetadataField::soort, MetadataField::vorm};

void append(std::vector<ReportElement>& to, std::vector<ReportElement> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

struct Crossings {
  std::vector<Crossing> shown;
  std::vector<std::string> without;  // names of those with fewer than two groups, when nobody asked for them
};

Crossings crossings_of(const Counted& counted, const Material& material, const ReportRequest& request) {
  const bool asked = !request.by.empty() || request.by_coder;
  Crossings result;
  const auto add = [&](Crossing crossing) {
    if (!asked && groups_in(crossing) < 2) {
      result.without.push_back(crossing.name);
    } else {
      result.shown.push_back(std::move(crossing));
    }
  };
  std::vector<MetadataField> fields = request.by;
  if (!asked) fields.assign(std::begin(all_fields), std::end(all_fields));
  for (const MetadataField field : fields) add(crossed_with(counted, field, request.language));
  if (basis_of(material) == Basis::people && (!asked || request.by_coder)) {
    add(crossed_with_coders(counted, material, request.language));
  }
  return result;
}

}  // namespace

Report make_crosstab_report(const Material& material, const ReportRequest& request) {
  const UserLanguage language = request.language;
  const Counted all = counted(material, basis_of(material));
  Report report{"crosstab",
                words(msg::crosstab_title, language, {{"title", all.title}}),
                language,
                {},
                made_with(material, request)};
  report.made_with.push_back({words(msg::crosstab_seed, language), std::to_string(request.seed)});
  if (all.documents.empty()) {
    report.elements = {nothing_coded(material, language)};
    return report;
  }
  const Crossings crossings = crossings_of(all, material, request);
  std::vector<std::string> names;
  for (const Crossing& crossing : crossings.shown) names.push_back(crossing.name);
  report.elements = {Prose{words(msg::crosstab_lead, language,
                                 {{"base", whole(all.documents.size())},
                                  {"fields", names.empty() ? std::string("none") : joined(names, ", ")}}),
                           Tone::lead},
                     whose_codings(material, request),
                     Prose{words(msg::crosstab_how, language, {{"small", whole(small_base)}}), Tone::small}};
  if (basis_of(material) == Basis::machine && request.by_coder) {
    report.elements.emplace_back(Prose{words(msg::crosstab_no_people, language), Tone::note});
  }
  if (!crossings.without.empty()) {
    report.elements.emplace_back(
        Prose{words(msg::crosstab_without, language, {{"fields", joined(crossings.without, ", ")}})});
  }
  for (const Crossing& crossing : crossings.shown)
    append(report.elements, section_of(all, crossing, request));
  append(report.elements, together_in(all, material, request));
  return report;
}

}  // namespace codeboom
