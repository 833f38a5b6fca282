#include "reports/agreement_formats.h"

#include <algorithm>
#include <boost/json.hpp>

#include "corpus/delimited.h"
#include "message_keys/agreement.h"
#include "reports/table.h"

namespace codeboom {
namespace {

std::int64_t as_number(std::uint64_t number) { return static_cast<std::int64_t>(number); }

std::string words(MessageKey key, UserLanguage language, MessageArguments arguments = {}) {
  return in_words(Message{key, std::move(arguments)}, language);
}

std::string quoted(std::string_view text) { return boost::json::serialize(boost::json::string(text)); }

std::string code_id(const AgreementRow& row, const Codebook& codebook) { return row.code ? codebook.codes[*row.code].id : ""; }

// Text -------------------------------------------------------------------------------------------------------

std::string paragraph(const std::string& text, std::size_t width, std::string_view indent = "") {
  std::string lines;
  for (const std::string& line : wrapped(text, width - 2)) lines += (lines.empty() ? "" : std::string(indent)) + line + "\n";
  return lines;
}

std::string value_of(const Coefficient& one, UserLanguage language) {
  if (!one.value.value && one.value.gap == msg::agreeing_ku_single) return "";
  return one.value.value ? words(msg::agreeing_number, language, {{"value", *one.value.value + 0.0}})
                         : words(msg::agreeing_none, language);
}

std::string range_of(const Coefficient& one, UserLanguage language) {
  if (!one.interval) return "";
  return words(msg::agreeing_range, language, {{"low", one.interval->low}, {"high", one.interval->high}});
}

std::string row_name(const AgreementRow& row, const Codebook& codebook, UserLanguage language) {
  if (row.code) return code_id(row, codebook);
  return words(msg::agreeing_level_row, language, {{"level", std::int64_t{row.level}}, {"codes", as_number(row.codes)}});
}

// Each row with its intervals on a line of their own below it.
Table table_of(const std::vector<AgreementRow>& rows, const AgreementReport& report, const Codebook& codebook, UserLanguage language) {
  Table table;
  table.columns.push_back({words(rows.front().code ? msg::agreeing_code : msg::agreeing_level, language), Align::left});
  for (const std::string& coder : report.coders) table.columns.push_back({coder, Align::right});
  for (const ReportedMeasure& measure : report.measures) table.columns.push_back({in_words(measure.heading, language), Align::right});
  for (const AgreementRow& row : rows) {
    std::vector<std::string> values = {row_name(row, codebook, language)}, ranges = {""};
    for (const CoderCount& count : row.agreement.coders) {
      values.push_back(std::to_string(count.yes));
      ranges.emplace_back();
    }
    for (const Coefficient& one : row.agreement.measures) {
      values.push_back(value_of(one, language));
      ranges.push_back(range_of(one, language));
    }
    table.rows.push_back(std::move(values));
    if (std::any_of(ranges.begin(), ranges.end(), [](const std::string& range) { return !range.empty(); })) {
      table.rows.push_back(std::move(ranges));
    }
  }
  return table;
}

std::string_view drawn_in(const AgreementReport& report) {
  return report.request.sampling.drawn == IntervalKind::bootstrap_units ? name_of(report.request.unit) : "document";
}

// JSON -------------------------------------------------------------------------------------------------------

std::string row_json(const AgreementRow& row, const AgreementReport& report, const Codebook& codebook, Thresholds thresholds,
                     UserLanguage language) {
  std::string text = "{";
  if (row.code) text += "\"code\":" + quoted(code_id(row, codebook)) + ",\"name\":" + quoted(codebook.codes[*row.code].name) + ",";
  text += "\"level\":" + std::to_string(row.level) + ",\"codes\":" + std::to_string(row.codes) +
          ",\"units\":" + std::to_string(row.agreement.units) + ",\"prevalence\":{";
  for (std::size_t i = 0; i < report.coders.size(); ++i) {
    const CoderCount& count = row.agreement.coders[i];
    text += (i == 0 ? "" : ",") + quoted(report.coders[i]) + ":{\"yes\":" + std::to_string(count.yes) +
            ",\"judged\":" + std::to_string(count.judged) + "}";
  }
  text += "}";
  for (std::size_t i = 0; i < report.measures.size(); ++i) {
    text += ",\n " + quoted(report.measures[i].key) + ":" + to_json(row.agreement.measures[i], language);
  }
  if (const auto& below = row.agreement.alpha_below; below && thresholds == Thresholds::cited) {
    text += ",\n \"alpha_below\":{\"0.667\":" + json_number(below->first) + ",\"0.8\":" + json_number(below->second) + "}";
  }
  return text + "}";
}

std::string rows_json(const std::vector<AgreementRow>& rows, const AgreementReport& report, const Codebook& codebook,
                      Thresholds thresholds, UserLanguage language) {
  std::string text = "[";
  for (const AgreementRow& row : rows)
    text += (text.size() == 1 ? "\n" : ",\n") + row_json(row, report, codebook, thresholds, language);
  return text + "]";
}

std::string list_json(const std::vector<std::string>& names) {
  std::string text = "[";
  for (const std::string& name : names) text += (text.size() == 1 ? "" : ",") + quoted(name);
  return text + "]";
}

std::string left_out_json(const AgreementReport& report, UserLanguage language) {
  std::string text = "\"documents_left_out\":[";
  for (const DocumentLeftOut& one : report.documents_left_out) {
    if (text.back() != '[') text += ',';
    text += "\n{\"document\":" + quoted(one.id) + ",\"why\":" + quoted(name_of(one.why)) + ",\"coder\":" + quoted(one.coder) +
            ",\"sentences\":" + std::to_string(one.sentences) + ",\"codings\":" + std::to_string(one.codings) + "}";
  }
  text += "],\n\"codings_left_out\":[";
  for (const CodingsLeftOut& one : report.codings_left_out) {
    if (text.back() != '[') text += ',';
    std::vector<std::string> messages;
    for (const Message& message : one.messages) messages.push_back(in_words(message, language));
    text += "\n{\"why\":" + quoted(name_of(one.why)) + ",\"coder\":" + quoted(one.coder) +
            ",\"codings\":" + std::to_string(one.codings) + ",\"messages\":" + list_json(messages) + "}";
  }
  return text + "]";
}

// CSV --------------------------------------------------------------------------------------------------------

std::string csv_line(std::string_view scope, const AgreementRow& row, const std::string& key, const Coefficient& one,
                     const Codebook& codebook, UserLanguage language) {
  const auto number = [](const std::optional<double>& value) { return value ? json_number(*value) : std::string(); };
  std::string text = std::string(scope) + "," + csv_cell(code_id(row, codebook)) + "," + std::to_string(row.level) + "," +
                     std::to_string(row.codes) + "," + std::to_string(row.agreement.units);
  for (const CoderCount& count : row.agreement.coders) text += "," + std::to_string(count.yes);
  text += "," + key + "," + number(one.value.value) + "," + (one.interval ? json_number(one.interval->low) : "") + "," +
          (one.interval ? json_number(one.interval->high) : "") + "," + number(one.observed.value) + "," + number(one.expected.value) +
          "," + (one.value.value ? "" : csv_cell(words(one.value.gap, language)));
  return text;
}

}  // namespace

std::string to_text(const AgreementReport& report, const Codebook& codebook, Thresholds thresholds, std::size_t width,
                    UserLanguage language) {
  std::string text = words(msg::agreeing_title, language, {{"coders", names_of(report.coders, language)}}) + "\n\n";
  for (const Message& message : opening(report, codebook)) text += paragraph(in_words(message, language), width);
  for (const Message& message : left_out(report)) text += paragraph("- " + in_words(message, language), width, "  ");
  if (thresholds == Thresholds::cited) {
    for (const Message& message : cited(report)) text += paragraph(in_words(message, language), width);
  }
  const auto heading = [&](MessageKey key, MessageArguments arguments = {}) {
    text += "\n" + words(key, language, std::move(arguments)) + "\n";
  };
  const std::string unit(name_of(report.request.unit));
  heading(msg::agreeing_overall);
  text += paragraph(in_words(about_pooling(report), language), width);
  const auto all = everything_pooled(report);
  text += to_text(to_table(all, language), width) + definitions(all, width, language);
  if (!report.whole.empty()) {
    heading(msg::agreeing_whole, {{"unit", unit}});
    text += to_text(to_table(report.whole, language), width) + definitions(report.whole, width, language);
    if (const auto hint = about_overlaps(report)) text += paragraph(in_words(*hint, language), width);
    if (report.coverage && report.coverage->value) {
      text += paragraph(words(msg::agreeing_coverage, language, {{"coverage", *report.coverage->value}}), width);
    }
  }
  const auto section = [&](MessageKey key, const std::vector<AgreementRow>& rows, const std::string& about) {
    if (rows.empty()) return;
    heading(key);
    if (!about.empty()) text += paragraph(about, width);
    text += to_text(table_of(rows, report, codebook, language), width);
  };
  section(msg::agreeing_levels, report.levels, "");
  section(msg::agreeing_branches, report.branches, words(msg::agreeing_branches_about, language));
  section(msg::agreeing_codes, report.codes,
          words(msg::agreeing_codes_about, language, {{"unit", unit}, {"missing", as_number(report.codes_not_given)}}));
  for (const Message& message : undefined_values(report, codebook, language))
    text += paragraph(in_words(message, language), width, "  ");
  return text;
}

std::string to_csv(const AgreementReport& report, const Codebook& codebook, Thresholds thresholds, UserLanguage language) {
  const bool below = thresholds == Thresholds::cited;
  std::string text = "scope,code,level,codes,units";
  for (const std::string& coder : report.coders) text += "," + csv_cell("yes " + coder);
  text += std::string(",coefficient,value,low,high,observed,expected,reason") + (below ? ",below_0.667,below_0.8\n" : "\n");
  const auto add = [&](std::string_view scope, const AgreementRow& row, const std::string& key, const Coefficient& one) {
    text += csv_line(scope, row, key, one, codebook, language);
    const auto& shares = row.agreement.alpha_below;
    const bool has = shares && scope != "whole" && key == "krippendorff_alpha";
    if (below) text += has ? "," + json_number(shares->first) + "," + json_number(shares->second) : ",,";
    text += "\n";
  };
  const auto add_row = [&](std::string_view scope, const AgreementRow& row) {
    for (std::size_t i = 0; i < report.measures.size(); ++i) add(scope, row, report.measures[i].key, row.agreement.measures[i]);
  };
  add_row("overall", report.overall);
  for (const NamedCoefficient& one : report.whole) add("whole", report.overall, one.key, one.coefficient);
  for (const AgreementRow& row : report.levels) add_row("level", row);
  for (const AgreementRow& row : report.branches) add_row("branch", row);
  for (const AgreementRow& row : report.codes) add_row("code", row);
  return text;
}

std::string to_json(const AgreementReport& report, const Codebook& codebook, Thresholds thresholds, UserLanguage language) {
  std::vector<std::string> measures;
  for (const ReportedMeasure& measure : report.measures) measures.push_back(measure.key);
  std::string text = "{\"codebook\":" + quoted(codebook.id_and_version()) + ",\"unit\":" + quoted(name_of(report.request.unit)) +
                     ",\"level\":" + std::to_string(report.level) +
                     ",\"branch\":" + (report.request.code ? quoted(codebook.codes[*report.request.code].id) : "null") +
                     ",\"coders\":" + list_json(report.coders) + ",\"seed\":" + std::to_string(report.request.sampling.bootstrap.seed) +
                     ",\"bootstrap\":" + std::to_string(report.request.sampling.bootstrap.replicates) +
                     ",\"drawn\":" + quoted(drawn_in(report)) + ",\n\"documents\":" + list_json(report.documents) +
                     ",\"units\":" + std::to_string(report.units) + ",\"units_left_out\":" + std::to_string(report.units_left_out) +
                     ",\"above_level\":" + std::to_string(report.above_level) + ",\"moved\":" + std::to_string(report.moved) +
                     ",\"codes_not_given\":" + std::to_string(report.codes_not_given) + ",\n" + left_out_json(report, language) +
                     ",\n\"measures\":" + list_json(measures) +
                     ",\n\"overall\":" + row_json(report.overall, report, codebook, thresholds, language);
  if (!report.whole.empty()) text += ",\n\"whole\":{" + to_json_members(report.whole, language) + "}";
  if (report.coverage) {
    text += ",\n\"cu_coverage\":" + (report.coverage->value ? json_number(*report.coverage->value) : std::string("null"));
  }
  return text + ",\n\"levels\":" + rows_json(report.levels, report, codebook, thresholds, language) +
         ",\n\"branches\":" + rows_json(report.branches, report, codebook, thresholds, language) +
         ",\n\"codes\":" + rows_json(report.codes, report, codebook, thresholds, language) + "}\n";
}

}  // namespace codeboom
