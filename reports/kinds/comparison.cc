#include <algorithm>

#include "corpus/joined.h"
#include "message_keys/agreement.h"
#include "message_keys/report_comparison.h"
#include "message_keys/report_counts.h"
#include "message_keys/report_frame.h"
#include "reports/agreement_formats.h"
#include "reports/kinds/comparison_parts.h"
#include "reports/kinds/count_cells.h"

namespace codeboom {
namespace {

constexpr std::string_view alpha = "krippendorff_alpha";

void append(std::vector<ReportElement>& to, std::vector<ReportElement> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool about_numbers(MessageKey key) {
  return key == msg::agreeing_unit || key == msg::agreeing_intervals || key == msg::agreeing_no_intervals;
}

// What was compared
// -------------------------------------------------------------------------------------------------

ReportTable documents_table(const LinedUp& work, UserLanguage language) {
  ReportTable table{"documents", words(msg::comparison_documents_caption, language), {}, {}, ""};
  table.columns = {column("id", msg::counts_id, ColumnKind::text, language),
                   column("title", msg::counts_title, ColumnKind::text, language),
                   column("sentences", msg::comparison_sentences, ColumnKind::count, language)};
  for (std::size_t i = 0; i < work.coders.size(); ++i) {
    table.columns.push_back({"coder_" + std::to_string(i + 1), work.coders[i], ColumnKind::count});
  }
  std::uint64_t sentences = 0;
  std::vector<std::uint64_t> codings(work.coders.size());
  for (const LinedUpDocument& one : work.documents) {
    ReportTable::Row row{{text_cell(one.document.metadata.id), text_cell(one.document.metadata.title),
                          count_cell(one.sentences.size())}};
    sentences += one.sentences.size();
    for (std::size_t i = 0; i < work.coders.size(); ++i) {
      const auto& gave = one.coders[i];
      row.cells.push_back(gave ? count_cell(gave->size()) : Cell{});
      codings[i] += gave ? gave->size() : 0;
    }
    table.rows.push_back(std::move(row));
  }
  ReportTable::Row total{
      {text_cell(words(msg::comparison_total, language)), Cell{}, count_cell(sentences)}, 1, RowKind::total};
  for (const std::uint64_t n : codings) total.cells.push_back(count_cell(n));
  table.rows.push_back(std::move(total));
  return table;
}

std::vector<ReportElement> what_was_compared(const CodersCompared& compared, const AgreementReport& agreement,
                                             UserLanguage language) {
  std::vector<ReportElement> elements{Heading{2, words(msg::comparison_what, language), "vergeleken"}};
  for (const Message& message : opening(agreement, compared.codebook)) {
    // How the numbers came about stands with them; `agreeing_more` is about an option of another command.
    if (!about_numbers(message.key) && message.key != msg::agreeing_more)
      elements.push_back(Prose{in_words(message, language)});
  }
  List list;
  for (const Message& message : left_out(agreement)) list.items.push_back({in_words(message, language), ""});
  if (!list.items.empty()) elements.push_back(std::move(list));
  if (!compared.others.empty()) {
    elements.push_back(
        Prose{words(msg::comparison_others, language, {{"coders", joined(compared.others, ", ")}})});
  }
  elements.push_back(documents_table(compared.work, language));
  return elements;
}

// How far they agree
// ------------------------------------------------------------------------------------------------

MessageArguments sizes(const AgreementReport& by_document, const AgreementReport& by_sentence) {
  return {{"documents", whole(by_document.documents.size())}, {"sentences", whole(by_sentence.units)}};
}

Cell value_cell(const Coefficient& one, UserLanguage language) {
  return one.value.value ? decimal_cell(*one.value.value + 0.0, language)
                         : text_cell(words(msg::agreeing_none, language));
}

Cell bound_cell(const Coefficient& one, double Interval::*bound, UserLanguage language) {
  return one.interval ? decimal_cell((*one.interval).*bound, language) : Cell{};
}

ReportTable overall_table(const AgreementReport& by_document, const AgreementReport& by_sentence,
                          UserLanguage language) {
  ReportTable table{"overall",
                    words(msg::comparison_overall_caption, language, sizes(by_document, by_sentence)),
                    {},
                    {},
                    ""};
  table.columns = {column("measure", msg::comparison_measure, ColumnKind::text, language),
                   column("unit", msg::comparison_unit, ColumnKind::text, language),
                   column("value", msg::comparison_value, ColumnKind::decimal, language),
                   column("low", msg::counts_low, ColumnKind::decimal, language),
                   column("high", msg::counts_high, ColumnKind::decimal, language)};
  std::vector<std::string> reasons;
  for (const AgreementReport* report : {&by_document, &by_sentence}) {
    const std::string unit =
        words(msg::comparison_unit_name, language, {{"unit", std::string(name_of(report->request.unit))}});
    for (const NamedCoefficient& one : everything_pooled(*report)) {
      const std::string name = in_words(one.name, language);
      table.rows.push_back({{text_cell(name), text_cell(unit), value_cell(one.coefficient, language),
                             bound_cell(one.coefficient, &Interval::low, language),
                             bound_cell(one.coefficient, &Interval::high, language)}});
      if (one.coefficient.value.value) continue;
      reasons.push_back(words(msg::agreeing_undefined, language,
                              {{"what", name + " (" + unit + ")"},
                               {"reason", std::vector<Message>{{one.coefficient.value.gap, {}}}}}));
    }
  }
  table.note = joined(reasons, " ");
  return table;
}

std::string row_name(const AgreementRow& row, const Codebook& codebook, UserLanguage language) {
  if (row.code) return codebook.codes[*row.code].id + " – " + codebook.codes[*row.code].name;
  return words(msg::agreeing_level_row, language,
               {{"level", std::int64_t{row.level}}, {"codes", whole(row.codes)}});
}

// Alpha has its interval in columns, for the chart and for programs; with three columns for every measure no
// page would be wide enough.
void add_measure(ReportTable::Row& row, const ReportedMeasure& measure, const Coefficient& one,
                 UserLanguage language) {
  if (measure.key == alpha) {
    row.cells.push_back(value_cell(one, language));
    row.cells.push_back(bound_cell(one, &Interval::low, language));
    row.cells.push_back(bound_cell(one, &Interval::high, language));
  } else if (one.value.value && one.interval) {
    row.cells.push_back(
        {words(msg::comparison_with_interval, language,
               {{"value", *one.value.value + 0.0}, {"low", one.interval->low}, {"high", one.interval->high}}),
         one.value.value});
  } else {
    row.cells.push_back(value_cell(one, language));
  }
}

ReportTable rows_table(const std::string& key, const std::vector<AgreementRow>& rows,
                       const AgreementReport& report, const Codebook& codebook, UserLanguage language) {
  ReportTable table{key,
                    words(msg::comparison_rows_caption, language,
                          {{"what", key}, {"documents", whole(report.documents.size())}}),
                    {column("name", rows.front().code ? msg::agreeing_code : msg::agreeing_level,
                            ColumnKind::text, language)},
                    {},
                    ""};
  for (std::size_t i = 0; i < report.coders.size(); ++i) {
    table.columns.push_back({"coder_" + std::to_string(i + 1), report.coders[i], ColumnKind::count});
  }
  for (const ReportedMeasure& measure : report.measures) {
    table.columns.push_back({measure.key, in_words(measure.heading, language), ColumnKind::decimal});
    if (measure.key != alpha) continue;
    table.columns.push_back(column("alpha_low", msg::comparison_alpha_low, ColumnKind::decimal, language));
    table.columns.push_back(column("alpha_high", msg::comparison_alpha_high, ColumnKind::decimal, language));
  }
  for (const AgreementRow& one : rows) {
    ReportTable::Row row{{text_cell(row_name(one, codebook, language))}, one.code ? one.level : 1};
    for (const CoderCount& count : one.agreement.coders) row.cells.push_back(count_cell(count.yes));
    for (std::size_t i = 0; i < report.measures.size(); ++i)
      add_measure(row, report.measures[i], one.agreement.measures[i], language);
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::optional<ReportChart> alpha_chart(const AgreementReport& report, const Codebook& codebook,
                                       UserLanguage language) {
  const auto at = std::find_if(report.measures.begin(), report.measures.end(),
                               [](const ReportedMeasure& one) { return one.key == alpha; });
  if (at == report.measures.end()) return std::nullopt;
  BarChart bars;
  bars.unit = AxisUnit::decimal;
  bars.axis = words(msg::comparison_chart_axis, language);
  for (const AgreementRow& row : report.codes) {
    const Coefficient& one = row.agreement.measures[static_cast<std::size_t>(at - report.measures.begin())];
    if (!one.value.value) continue;
    BarChart::Bar bar{row_name(row, codebook, language), *one.value.value, {}, {}, "", row.level};
    if (one.interval) {
      bar.low = one.interval->low;
      bar.high = one.interval->high;
    }
    bars.bars.push_back(std::move(bar));
  }
  if (bars.bars.empty()) return std::nullopt;
  std::string described =
      words(msg::comparison_chart_described, language, {{"codes", whole(bars.bars.size())}});
  return ReportChart{{words(msg::comparison_chart, language), std::move(described), std::move(bars)},
                     "codes"};
}

std::vector<ReportElement> agreement_found(const Codebook& codebook, const AgreementReport& by_document,
                                           const AgreementReport& by_sentence, UserLanguage language) {
  std::vector<ReportElement> elements{
      Heading{2, words(msg::comparison_agreement, language), "overeenstemming"},
      Heading{3, words(msg::agreeing_overall, language), "alles"},
      Prose{in_words(about_pooling(by_document), language)},
      overall_table(by_document, by_sentence, language)};
  List measures;
  for (const ReportedMeasure& one : by_document.measures) {
    measures.items.push_back({in_words(one.name, language), in_words(one.about, language)});
  }
  elements.push_back(std::move(measures));
  for (const AgreementReport* report : {&by_document, &by_sentence}) {
    for (const Message& message : opening(*report, codebook)) {
      // Documents are drawn for both units, so of intervals one says all.
      if (message.key == msg::agreeing_unit || (report == &by_sentence && about_numbers(message.key))) {
        elements.push_back(Prose{in_words(message, language), Tone::small});
      }
    }
  }
  const auto section = [&](MessageKey heading, const std::string& key,
                           const std::vector<AgreementRow>& rows) {
    if (rows.empty()) return;
    elements.push_back(Heading{3, words(heading, language), key});
    if (key == "branches") elements.push_back(Prose{words(msg::agreeing_branches_about, language)});
    if (key == "codes") {
      if (auto chart = alpha_chart(by_document, codebook, language)) elements.push_back(std::move(*chart));
    }
    elements.push_back(rows_table(key, rows, by_document, codebook, language));
  };
  section(msg::agreeing_levels, "levels", by_document.levels);
  section(msg::agreeing_branches, "branches", by_document.branches);
  section(msg::agreeing_codes, "codes", by_document.codes);
  for (const Message& message : undefined_values(by_document, codebook, language)) {
    elements.push_back(Prose{in_words(message, language), Tone::small});
  }
  return elements;
}

AgreementReport agreement_by(UnitKind unit, const CodersCompared& compared, const ReportRequest& request) {
  AgreementRequest asked;
  asked.unit = unit;
  asked.sampling.bootstrap.seed = request.seed;
  asked.sampling.bootstrap.replicates = compared.replicates;
  return agreement_report(compared.work, compared.codebook, asked);
}

// As made_with(), but of the coders that are compared, who need not be those whose codings count elsewhere.
std::vector<MadeWith> made(const Material& material, const ReportRequest& request,
                           const std::vector<std::string>& coders) {
  std::vector<MadeWith> list = request.made_with;
  const bool some = material.documents.size() < material.in_project;
  const UserLanguage language = request.language;
  list.push_back(
      {words(msg::made_documents, language),
       words(msg::made_documents_value, language,
             {{"n", whole(material.documents.size())},
              {"all", whole(some ? material.in_project : 0)},
              {"condition", request.condition.empty() ? std::string("none") : request.condition}})});
  list.push_back({words(msg::made_codebook, language),
                  material.codebook.title + " (" + material.codebook.id_and_version() + ")"});
  if (!coders.empty()) list.push_back({words(msg::made_coders, language), joined(coders, ", ")});
  return list;
}

}  // namespace

Report make_comparison_report(const CodersCompared& compared, const Material& material,
                              const ReportRequest& request) {
  const UserLanguage language = request.language;
  const AgreementReport by_document = agreement_by(UnitKind::document, compared, request),
                        by_sentence = agreement_by(UnitKind::sentence, compared, request);
  const DisagreementReport found = disagreement_report(compared.work, compared.codebook, {});
  const std::string coders = names_of(compared.work.coders, language);
  Report report{"comparison",
                words(msg::comparison_title, language, {{"coders", coders}}),
                language,
                {},
                made(material, request, compared.work.coders)};
  report.made_with.push_back({words(msg::comparison_seed, language), std::to_string(request.seed)});
  report.made_with.push_back(
      {words(msg::comparison_replicates, language), std::to_string(compared.replicates)});
  MessageArguments lead = sizes(by_document, by_sentence);
  lead.insert(lead.end(),
              {{"coders", coders}, {"agreed", whole(found.agreed)}, {"found", whole(found.found())}});
  report.elements = {Prose{words(msg::comparison_lead, language, std::move(lead)), Tone::lead}};
  append(report.elements, what_was_compared(compared, by_document, language));
  append(report.elements, agreement_found(compared.codebook, by_document, by_sentence, language));
  append(report.elements, disagreements_of(compared, found, language));
  return report;
}

Report make_comparison_report(const Message& why_not, const Material& material,
                              const ReportRequest& request) {
  return {"comparison",
          words(msg::comparison_title_none, request.language),
          request.language,
          {Prose{in_words(why_not, request.language), Tone::note}},
          made(material, request, {})};
}

}  // namespace codeboom
