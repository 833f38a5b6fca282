#include <algorithm>
#include <map>
#include <set>

#include "corpus/joined.h"
#include "message_keys/report_counts.h"
#include "reports/kinds/count_cells.h"
#include "reports/kinds/tally_parts.h"
#include "reports/tally.h"

namespace codeboom {
namespace {

constexpr int most_years = 100;         // a year mistyped must not draw a thousand columns
constexpr std::size_t most_words = 60;  // of a cloud; the table has all

ReportTable counts_table(std::string key, std::string caption, MessageKey heading, UserLanguage language) {
  ReportTable table;
  table.key = std::move(key);
  table.caption = std::move(caption);
  table.columns = {column("value", heading, ColumnKind::text, language),
                   column("n", msg::counts_documents, ColumnKind::count, language)};
  return table;
}

void add_row(ReportTable& table, std::string name, std::uint64_t n) {
  table.rows.push_back({{text_cell(std::move(name)), count_cell(n)}});
}

void add_years(std::vector<ReportElement>& elements, const Counted& counted, UserLanguage language) {
  std::map<int, std::uint64_t> years;
  std::uint64_t known = 0;
  for (const Metadata& document : counted.documents) {
    if (!document.jaar) continue;
    ++years[*document.jaar];
    ++known;
  }
  const MessageArguments base{{"n", whole(known)}, {"base", whole(counted.documents.size())}};
  if (years.empty()) {
    elements.emplace_back(Prose{words(msg::tally_report_no_years, language, base)});
    return;
  }
  if (years.rbegin()->first - years.begin()->first < most_years) {
    for (int year = years.begin()->first; year < years.rbegin()->first; ++year) years[year];
  }
  Timeline timeline{{}, words(msg::counts_documents, language)};
  ReportTable table = counts_table("years", words(msg::tally_report_years_caption, language, base),
                                   msg::counts_year, language);
  for (const auto& [year, n] : years) {
    timeline.years.push_back({year, n});
    add_row(table, std::to_string(year), n);
  }
  const auto most = std::max_element(years.begin(), years.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  Chart chart{words(msg::tally_report_years, language),
              words(msg::tally_report_years_described, language,
                    {{"first", std::to_string(years.begin()->first)},
                     {"last", std::to_string(years.rbegin()->first)},
                     {"year", std::to_string(most->first)},
                     {"n", whole(most->second)}}),
              std::move(timeline)};
  elements.emplace_back(ReportChart{std::move(chart), table.key});
  elements.emplace_back(std::move(table));
}

void add_forms(std::vector<ReportElement>& elements, const Counted& counted, UserLanguage language) {
  std::map<std::string, std::uint64_t> forms;
  std::uint64_t known = 0;
  for (const Metadata& document : counted.documents) {
    for (const std::string& form : values_of(document, MetadataField::vorm)) {
      ++forms[form];
      ++known;
    }
  }
  const MessageArguments base{{"n", whole(known)}, {"base", whole(counted.documents.size())}};
  if (forms.empty()) {
    elements.emplace_back(Prose{words(msg::tally_report_no_forms, language, base)});
    return;
  }
  std::vector<std::pair<std::string, std::uint64_t>> sorted(forms.begin(), forms.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  WordCloud cloud;
  ReportTable table = counts_table("forms", words(msg::tally_report_forms_caption, language, base),
                                   msg::counts_form, language);
  for (const auto& [form, n] : sorted) {
    if (cloud.words.size() < most_words) cloud.words.push_back({form, n});
    add_row(table, form, n);
  }
  Chart chart{words(msg::tally_report_forms, language),
              words(msg::tally_report_forms_described, language,
                    {{"forms", whole(sorted.size())},
                     {"form", sorted.front().first},
                     {"n", whole(sorted.front().second)}}),
              std::move(cloud)};
  elements.emplace_back(ReportChart{std::move(chart), table.key});
  elements.emplace_back(std::move(table));
}

// Elements (leaves) per document.
std::vector<std::uint64_t> elements_of(const Counted& counted) {
  std::vector<std::uint64_t> elements(counted.documents.size());
  for (const CountedCode& code : counted.codes) {
    if (!code.leaf) continue;
    for (const std::uint32_t document : code.documents) ++elements[document];
  }
  return elements;
}

ReportTable documents_table(std::string caption, UserLanguage language) {
  ReportTable table;
  table.key = "documents";
  table.caption = std::move(caption);
  table.columns = {column("document", msg::counts_id, ColumnKind::text, language),
                   column("title", msg::counts_title, ColumnKind::text, language)};
  return table;
}

Heading appendix_heading(UserLanguage language) {
  return {2, words(msg::tally_report_appendix, language), "documenten"};
}

}  // namespace

std::vector<ReportElement> years_and_forms(const Counted& counted, UserLanguage language) {
  std::vector<ReportElement> elements{
      Heading{2, words(msg::tally_report_years_and_forms, language), "jaren-en-vormen"}};
  add_years(elements, counted, language);
  add_forms(elements, counted, language);
  return elements;
}

std::vector<ReportElement> appendix_of(const Counted& counted, const Material& material,
                                       UserLanguage language) {
  ReportTable table = documents_table(
      words(msg::tally_report_appendix_caption, language, {{"n", whole(counted.documents.size())}}),
      language);
  table.columns.push_back(column("sector", msg::counts_sector, ColumnKind::text, language));
  table.columns.push_back(column("year", msg::counts_year, ColumnKind::text, language));
  table.columns.push_back(column("form", msg::counts_form, ColumnKind::text, language));
  const bool who = basis_of(material) == Basis::people && material.people.size() > 1;
  if (who) table.columns.push_back(column("coders", msg::counts_coders, ColumnKind::text, language));
  table.columns.push_back(column("elements", msg::counts_elements, ColumnKind::count, language));
  const auto elements = elements_of(counted);
  const auto base = base_of(material, basis_of(material));
  for (std::size_t i = 0; i < counted.documents.size(); ++i) {
    const Metadata& document = counted.documents[i];
    std::vector<Cell> cells{
        text_cell(document.id), text_cell(document.title), text_cell(joined(document.sector, ", ")),
        text_cell(document.jaar ? std::to_string(*document.jaar) : ""), text_cell(document.vorm)};
    if (who) {
      std::vector<std::string> names;
      for (const std::uint32_t coder : material.documents[base[i]].coders)
        names.push_back(material.people[coder]);
      cells.push_back(text_cell(joined(names, ", ")));
    }
    cells.push_back(count_cell(elements[i]));
    table.rows.push_back({std::move(cells)});
  }
  return {appendix_heading(language), std::move(table)};
}

std::vector<ReportElement> appendix_of(const Counted& counted, const PublishedStudy& study,
                                       UserLanguage language) {
  std::map<std::string, std::uint64_t> elements;
  const auto by_document = elements_of(counted);
  for (std::size_t i = 0; i < counted.documents.size(); ++i)
    elements[counted.documents[i].id] = by_document[i];
  std::set<std::string> listed;
  ReportTable table;
  const auto add = [&](const std::string& id, const std::string& title, const std::string& remark) {
    const auto found = elements.find(id);
    table.rows.push_back({{text_cell(id), text_cell(title),
                           count_cell(found == elements.end() ? 0 : found->second), text_cell(remark)}});
  };
  for (const PublishedStudy::Document& one : study.documents) {
    if (!listed.insert(one.id).second) continue;
    add(one.id, one.title, elements.contains(one.id) ? "" : words(msg::tally_report_never_cited, language));
  }
  const std::uint64_t as_listed = listed.size();
  for (const Metadata& document : counted.documents) {
    if (!listed.contains(document.id)) add(document.id, "", words(msg::tally_report_not_listed, language));
  }
  const ReportTable frame =
      documents_table(words(msg::tally_report_study_appendix, language,
                            {{"listed", whole(as_listed)}, {"cited", whole(counted.documents.size())}}),
                      language);
  table.key = frame.key;
  table.caption = frame.caption;
  table.columns = frame.columns;
  table.columns.push_back(column("elements", msg::counts_elements, ColumnKind::count, language));
  table.columns.push_back(column("remark", msg::counts_remark, ColumnKind::text, language));
  return {appendix_heading(language), std::move(table)};
}

}  // namespace codeboom
