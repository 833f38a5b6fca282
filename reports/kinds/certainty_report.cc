#include <algorithm>

#include "engine/count/share.h"
#include "message_keys/report_counts.h"
#include "reports/kinds/certainty_parts.h"
#include "reports/kinds/count_cells.h"

namespace codeboom {
namespace {


void append(std::vector<ReportElement>& to, std::vector<ReportElement> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Prose meaning(const Counted& counted, const Whole& of, UserLanguage language) {
  const std::uint64_t base = counted.documents.size();
  const MessageArguments arguments{{"base", whole(base)}, {"whole", whole(of.documents.value_or(0))}};
  if (of.of == WholeOf::endless) return {words(msg::certainty_endless, language, arguments), Tone::note};
  if (*of.documents < base) return {words(msg::counts_whole_too_small, language, arguments), Tone::note};
  return {words(of.of == WholeOf::given ? msg::counts_whole_given : msg::counts_whole_in_view, language,
                arguments),
          Tone::note};
}

ReportTable::Row row_of(const Counted& counted, const CountedCode& code, const Whole& of,
                        UserLanguage language) {
  const Sampled sampled{code.documents.size(), counted.documents.size(), of.documents};
  const Estimate wilson = wilson_share(sampled), exact = exact_share(sampled);
  ReportTable::Row row{
      {text_cell(code.name), count_cell(sampled.with), share_cell(wilson.value.value, language)},
      code.level,
      RowKind::plain};
  for (const Estimate& estimate : {wilson, exact}) {
    row.cells.push_back(estimate.interval ? share_cell(estimate.interval->low, language) : Cell{});
    row.cells.push_back(estimate.interval ? share_cell(estimate.interval->high, language) : Cell{});
  }
  if (of.documents) {
    const bool there = exact.interval.has_value();
    const CountInterval counts = there ? hypergeometric_count(sampled) : CountInterval{};
    row.cells.push_back(there ? count_cell(counts.low) : Cell{});
    row.cells.push_back(there ? count_cell(counts.high) : Cell{});
  }
  return row;
}

Report certainty_of(const Counted& counted, const ReportRequest& request, std::vector<MadeWith> made_with,
                    Prose whose) {
  const UserLanguage language = request.language;
  Report report{"certainty",
                words(msg::certainty_title, language, {{"title", counted.title}}),
                language,
                {},
                std::move(made_with)};
  report.made_with.push_back({words(msg::certainty_seed, language), std::to_string(request.seed)});
  const Whole of = whole_of(counted, request);
  report.elements = {
      Prose{words(msg::certainty_lead, language,
                  {{"base", whole(counted.documents.size())}, {"whole", whole(of.documents.value_or(0))}}),
            Tone::lead},
      std::move(whose)};
  append(report.elements, shares_with_intervals(counted, request));
  return report;
}

}  // namespace

std::vector<LabelsOfDocument> labels_of(const Counted& counted) {
  std::vector<LabelsOfDocument> labels(counted.documents.size());
  for (std::uint32_t code = 0; code < counted.codes.size(); ++code) {
    for (const std::uint32_t document : counted.codes[code].given) labels[document].push_back(code);
  }
  return labels;
}

std::vector<ReportElement> shares_with_intervals(const Counted& counted, const ReportRequest& request) {
  const UserLanguage language = request.language;
  const Whole of = whole_of(counted, request);
  const MessageArguments base{{"base", whole(counted.documents.size())},
                              {"whole", whole(of.documents.value_or(0))}};
  ReportTable table;
  table.key = "shares";
  table.caption = words(msg::certainty_shares_caption, language, base);
  table.columns = {column("element", msg::counts_element, ColumnKind::text, language),
                   column("n", msg::counts_documents, ColumnKind::count, language),
                   column("share", msg::counts_share, ColumnKind::share, language),
                   column("wilson_low", msg::certainty_wilson_low, ColumnKind::share, language),
                   column("wilson_high", msg::certainty_wilson_high, ColumnKind::share, language),
                   column("exact_low", msg::certainty_exact_low, ColumnKind::share, language),
                   column("exact_high", msg::certainty_exact_high, ColumnKind::share, language)};
  if (of.documents) {
    table.columns.push_back(column("whole_low", msg::certainty_whole_low, ColumnKind::count, language));
    table.columns.push_back(column("whole_high", msg::certainty_whole_high, ColumnKind::count, language));
  }
  table.note =
      words(of.documents ? msg::certainty_shares_note_whole : msg::certainty_shares_note, language, base);
  const int level = request.level.value_or(deepest_level(counted));
  BarChart bars;
  bars.axis = words(msg::tally_report_axis_interval, language, base);
  for (const CountedCode& code : counted.codes) {
    if (code.level > level) continue;
    table.rows.push_back(row_of(counted, code, of, language));
    if (code.level > request.level.value_or(usual_tree_level)) continue;
    const std::vector<Cell>& cells = table.rows.back().cells;
    bars.bars.push_back(
        {code.name, cells[2].number.value_or(0), cells[3].number, cells[4].number,
         words(msg::counts_n_of, language,
               {{"n", whole(code.documents.size())}, {"base", whole(counted.documents.size())}}),
         code.level});
  }
  Chart chart{words(msg::certainty_shares, language), words(msg::certainty_shares_described, language, base),
              std::move(bars)};
  return {Heading{2, words(msg::certainty_shares, language), "aandelen"}, meaning(counted, of, language),
          ReportChart{std::move(chart), table.key}, std::move(table)};
}

Report make_certainty_report(const Material& material, const ReportRequest& request) {
  const Counted all = counted(material, basis_of(material));
  if (all.documents.empty()) {
    return {"certainty",
            words(msg::certainty_title, request.language, {{"title", all.title}}),
            request.language,
            {nothing_coded(material, request.language)},
            made_with(material, request)};
  }
  std::vector<MadeWith> made = made_with(material, request);
  add_population(made, request);
  Report report = certainty_of(all, request, std::move(made), whose_codings(material, request));
  append(report.elements, shares_with_machine(material, request));
  append(report.elements, saturation_of(all, request));
  append(report.elements, missed_codes(all, request));
  return report;
}

Report make_certainty_report(const PublishedStudy& study, const ReportRequest& request) {
  const UserLanguage language = request.language;
  Counted all = counted(study);
  all.title = words(msg::counts_published_study, language);
  if (all.documents.empty()) {
    return {"certainty",
            words(msg::certainty_title, language, {{"title", all.title}}),
            language,
            {Prose{words(msg::counts_nothing_cited, language), Tone::note}},
            made_with_study(all, request)};
  }
  Report report = certainty_of(
      all, request, made_with_study(all, request),
      {words(msg::tally_report_study_base, language,
             {{"base", whole(all.documents.size())}, {"whole", whole(request.population.value_or(0))}})});
  append(report.elements, saturation_of(all, request));
  append(report.elements, missed_codes(all, request));
  return report;
}

}  // namespace codeboom
