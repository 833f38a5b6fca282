#include <algorithm>
#include <functional>
#include <map>

#include "corpus/joined.h"
#include "message_keys/report_counts.h"
#include "reports/audit.h"
#include "reports/kinds/count_cells.h"
#include "reports/kinds/tally_parts.h"

namespace codeboom {
namespace {

constexpr std::size_t most_documents = 100;  // named beside one element

struct Making {
  const Counted& counted;
  const ReportRequest& request;
  Whole whole;
  std::function<std::string(std::uint32_t code)> where;  // an element was found
  MessageKey where_heading;
  UserLanguage language;

  bool intervals() const {
    return whole.of != WholeOf::endless && *whole.documents >= counted.documents.size();
  }
  std::string say(MessageKey key, MessageArguments arguments = {}) const {
    return words(key, language, std::move(arguments));
  }
};

// n, share and, in a report with intervals, from and to.
void add_numbers(std::vector<Cell>& cells, const Making& making, const CountedCode& code) {
  cells.push_back(count_cell(code.documents.size()));
  const Estimate share = estimated_share(making.counted, code, making.whole);
  cells.push_back(share_cell(share.value.value, making.language));
  if (!making.intervals()) return;
  cells.push_back(share.interval ? share_cell(share.interval->low, making.language) : Cell{});
  cells.push_back(share.interval ? share_cell(share.interval->high, making.language) : Cell{});
}

void add_number_columns(ReportTable& table, const Making& making) {
  table.columns.push_back(column("n", msg::counts_documents, ColumnKind::count, making.language));
  table.columns.push_back(column("share", msg::counts_share, ColumnKind::share, making.language));
  if (!making.intervals()) return;
  table.columns.push_back(column("low", msg::counts_low, ColumnKind::share, making.language));
  table.columns.push_back(column("high", msg::counts_high, ColumnKind::share, making.language));
}

// What was found, in a sentence or two.
Prose lead(const Making& making) {
  const auto& codes = making.counted.codes;
  std::uint64_t leaves = 0, seen = 0;
  const CountedCode* most = nullptr;
  for (const CountedCode& code : codes) {
    leaves += code.leaf;
    seen += code.leaf && !code.documents.empty();
    if (code.level == 1 && (most == nullptr || code.documents.size() > most->documents.size())) most = &code;
  }
  return {making.say(msg::tally_report_lead, {{"base", whole(making.counted.documents.size())},
                                              {"seen", whole(seen)},
                                              {"elements", whole(leaves)},
                                              {"pairs", whole(pairs(making.counted))},
                                              {"most", most == nullptr ? std::string() : most->name},
                                              {"n", whole(most == nullptr ? 0 : most->documents.size())}}),
          Tone::lead};
}

BarChart bars_of(const Making& making) {
  BarChart bars;
  const std::uint64_t base = making.counted.documents.size();
  bars.axis = making.say(making.intervals() ? msg::tally_report_axis_interval : msg::tally_report_axis,
                         {{"base", whole(base)}});
  for (const CountedCode& code : making.counted.codes) {
    if (code.level > 1) continue;
    const Estimate share = estimated_share(making.counted, code, making.whole);
    BarChart::Bar bar{code.name, share.value.value.value_or(0), {}, {}, {}, 1};
    bar.note = making.say(msg::counts_n_of, {{"n", whole(code.documents.size())}, {"base", whole(base)}});
    if (making.intervals() && share.interval) bar.low = share.interval->low, bar.high = share.interval->high;
    bars.bars.push_back(std::move(bar));
  }
  return bars;
}

TreeChart tree_of(const Making& making, int level) {
  TreeChart tree{{}, making.say(msg::counts_documents)};
  for (const CountedCode& code : making.counted.codes) {
    if (code.level > level) continue;
    tree.nodes.push_back({code.name, code.level, code.documents.size(),
                          estimated_share(making.counted, code, making.whole).value.value});
  }
  return tree;
}

void add_overview(std::vector<ReportElement>& elements, const Making& making) {
  const MessageArguments base{{"base", whole(making.counted.documents.size())}};
  const int level = std::min(making.request.level.value_or(usual_tree_level), deepest_level(making.counted));
  elements.emplace_back(Heading{2, making.say(msg::tally_report_overview), "overzicht"});
  ReportTable table;
  table.key = "overview";
  table.caption = making.say(msg::tally_report_overview_caption, base);
  table.columns = {column("element", msg::counts_element, ColumnKind::text, making.language)};
  add_number_columns(table, making);
  for (const CountedCode& code : making.counted.codes) {
    if (code.level > level) continue;
    ReportTable::Row row{{text_cell(code.name)}, code.level, RowKind::plain};
    add_numbers(row.cells, making, code);
    table.rows.push_back(std::move(row));
  }
  elements.emplace_back(ReportChart{{making.say(msg::tally_report_bars),
                                     making.say(msg::tally_report_bars_described, base), bars_of(making)},
                                    table.key});
  if (level > 1) {
    elements.emplace_back(
        ReportChart{{making.say(msg::tally_report_tree), making.say(msg::tally_report_tree_described, base),
                     tree_of(making, level)},
                    table.key});
  }
  elements.emplace_back(std::move(table));
  elements.emplace_back(meaning_of(making.counted, making.whole, making.language));
}

ReportTable section_table(const Making& making, std::uint32_t top, std::uint32_t end, std::size_t number) {
  const auto& codes = making.counted.codes;
  ReportTable table;
  table.key = "elements_" + std::to_string(number);
  table.caption = making.say(msg::tally_report_section_caption,
                             {{"name", codes[top].name}, {"base", whole(making.counted.documents.size())}});
  table.columns = {column("element", msg::counts_element, ColumnKind::text, making.language)};
  add_number_columns(table, making);
  table.columns.push_back(column("mentions", msg::counts_mentions, ColumnKind::count, making.language));
  table.columns.push_back({"where", making.say(making.where_heading), ColumnKind::text});
  const auto add = [&](std::uint32_t place, int level, RowKind kind) {
    ReportTable::Row row{{text_cell(codes[place].name)}, level, kind};
    add_numbers(row.cells, making, codes[place]);
    row.cells.push_back(count_cell(codes[place].mentions));
    row.cells.push_back(text_cell(making.where(place)));
    table.rows.push_back(std::move(row));
  };
  for (std::uint32_t place = top + 1; place < end; ++place) {
    add(place, codes[place].level, codes[place].leaf ? RowKind::plain : RowKind::section);
  }
  add(top, 1, end - top > 1 ? RowKind::total : RowKind::plain);
  return table;
}

// One section per code at the top, as the study prints them.
void add_sections(std::vector<ReportElement>& elements, const Making& making) {
  const auto& codes = making.counted.codes;
  std::size_t number = 0;
  for (std::uint32_t top = 0, end = 0; top < codes.size(); top = end) {
    for (end = top + 1; end < codes.size() && codes[end].level > 1; ++end) {
    }
    ++number;
    elements.emplace_back(
        Heading{2, std::to_string(number) + ". " + codes[top].name, "deel-" + std::to_string(number)});
    const Estimate share = estimated_share(making.counted, codes[top], making.whole);
    const bool interval = making.intervals() && share.interval;
    elements.emplace_back(Prose{
        making.say(msg::tally_report_section,
                   {{"n", whole(codes[top].documents.size())},
                    {"base", whole(making.counted.documents.size())},
                    {"share", share.value.value.value_or(0)},
                    {"interval", interval ? from_to(*share.interval, making.language) : std::string("none")},
                    {"whole", whole(making.whole.documents.value_or(0))}})});
    elements.emplace_back(section_table(making, top, end, number));
  }
}

void add_not_found(std::vector<ReportElement>& elements, const Making& making) {
  List missing{ListStyle::bullets, {}};
  const std::string* top = nullptr;
  for (const CountedCode& code : making.counted.codes) {
    if (code.level == 1) top = &code.name;
    if (code.leaf && code.documents.empty())
      missing.items.push_back({code.name, code.level > 1 ? *top : std::string()});
  }
  elements.emplace_back(Heading{2, making.say(msg::tally_report_not_found), "niet-gevonden"});
  elements.emplace_back(Prose{
      making.say(msg::tally_report_not_found_lead,
                 {{"n", whole(missing.items.size())}, {"base", whole(making.counted.documents.size())}})});
  if (!missing.items.empty()) elements.emplace_back(std::move(missing));
}

void append(std::vector<ReportElement>& to, std::vector<ReportElement> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// IDs of the documents in which the element itself was found.
std::string ids_of(const Counted& counted, std::uint32_t code, UserLanguage language) {
  const auto& given = counted.codes[code].given;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min(given.size(), most_documents); ++i)
    ids.push_back(counted.documents[given[i]].id);
  std::string text = joined(ids, ", ");
  if (given.size() > most_documents)
    text += words(msg::tally_report_more_documents, language, {{"n", whole(given.size() - most_documents)}});
  return text;
}

// Per finding, by its number, the documents that it cites.
std::vector<std::string> findings_of(const PublishedStudy& study, const Counted& counted) {
  std::map<std::string, std::map<int, std::vector<std::string>>> findings;
  for (const PublishedStudy::Mention& mention : study.mentions) {
    auto& documents = findings[mention.code][mention.finding];
    const bool there = std::find(documents.begin(), documents.end(), mention.document) != documents.end();
    if (!mention.document.empty() && !there) documents.push_back(mention.document);
  }
  std::vector<std::string> texts;
  for (const CountedCode& code : counted.codes) {
    std::vector<std::string> parts;
    for (const auto& [number, documents] : findings[code.id]) {
      parts.push_back(std::to_string(number) + ": " + (documents.empty() ? "–" : joined(documents, ", ")));
    }
    texts.push_back(joined(parts, "; "));
  }
  return texts;
}

void add_audit(std::vector<ReportElement>& elements, const PublishedStudy& study, UserLanguage language) {
  const Audit found = audit(study);
  elements.emplace_back(Heading{2, words(msg::tally_report_audit, language), "wat-niet-klopt"});
  elements.emplace_back(Prose{
      words(msg::tally_report_audit_lead, language, {{"n", whole(found.findings.size())}}), Tone::note});
  List list;
  for (const AuditFinding& finding : found.findings)
    list.items.push_back({in_words(finding.message, language), {}});
  if (!list.items.empty()) elements.emplace_back(std::move(list));
}

}  // namespace

Report make_tally_report(const Material& material, const ReportRequest& request) {
  const UserLanguage language = request.language;
  const Counted all = counted(material, basis_of(material));
  Report report{"tally",
                words(msg::tally_report_title, language, {{"title", all.title}}),
                language,
                {},
                made_with(material, request)};
  add_population(report.made_with, request);
  if (all.documents.empty()) {
    report.elements = {nothing_coded(material, language)};
    return report;
  }
  const Making making{all,
                      request,
                      whole_of(all, request),
                      [&](std::uint32_t code) { return ids_of(all, code, language); },
                      msg::tally_report_where,
                      language};
  report.elements = {lead(making), whose_codings(material, request)};
  append(report.elements, methods_of(material, request));
  add_overview(report.elements, making);
  add_sections(report.elements, making);
  add_not_found(report.elements, making);
  append(report.elements, years_and_forms(all, language));
  append(report.elements, appendix_of(all, material, language));
  return report;
}

Report make_tally_report(const PublishedStudy& study, const ReportRequest& request) {
  const UserLanguage language = request.language;
  Counted all = counted(study);
  all.title = words(msg::counts_published_study, language);
  Report report{"tally",
                words(msg::tally_report_title, language, {{"title", all.title}}),
                language,
                {},
                made_with_study(all, request)};
  if (all.documents.empty()) {
    report.elements = {Prose{words(msg::counts_nothing_cited, language), Tone::note}};
    return report;
  }
  const auto findings = findings_of(study, all);
  const Making making{all,
                      request,
                      whole_of(all, request),
                      [&](std::uint32_t code) { return findings[code]; },
                      msg::tally_report_findings,
                      language};
  report.elements = {lead(making), Prose{words(msg::tally_report_study_base, language,
                                               {{"base", whole(all.documents.size())},
                                                {"whole", whole(request.population.value_or(0))}})}};
  add_overview(report.elements, making);
  add_sections(report.elements, making);
  add_not_found(report.elements, making);
  add_audit(report.elements, study, language);
  append(report.elements, appendix_of(all, study, language));
  return report;
}

}  // namespace codeboom
