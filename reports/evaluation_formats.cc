#include "reports/evaluation_formats.h"

#include <cmath>

#include "message_keys/engine.h"
#include "message_keys/reports.h"
#include "reports/json_text.h"

namespace codeboom {
namespace {

std::string words(MessageKey key, UserLanguage language, MessageArguments arguments = {}) {
  return in_words(Message{key, std::move(arguments)}, language);
}

Table table_with(std::initializer_list<std::pair<MessageKey, Align>> headings, UserLanguage language) {
  Table table;
  for (const auto& [key, align] : headings) table.columns.push_back({words(key, language), align});
  return table;
}

std::string level_name(TreeLevel level, UserLanguage language) {
  constexpr MessageKey keys[] = {msg::evaluate_category, msg::evaluate_sub, msg::evaluate_leaf};
  return words(keys[static_cast<std::size_t>(level)], language);
}

std::string whole(double share) { return std::to_string(std::lround(share * 100)); }

// A kappa is no share: two decimals.
std::string as_coefficient(const Statistic& statistic, UserLanguage language) {
  return statistic.value ? words(msg::evaluate_coefficient, language, {{"value", *statistic.value}})
                         : words(msg::tally_no_share, language);
}

std::string per_cent(const Statistic& statistic, UserLanguage language) {
  return statistic.value ? words(msg::tally_per_cent, language, {{"share", *statistic.value}})
                         : words(msg::tally_no_share, language);
}

std::string count(std::uint64_t number) { return std::to_string(number); }

void add_agreement(Table& table, const std::string& level, MessageKey unit, const Agreement& agreement,
                   UserLanguage language) {
  table.rows.push_back({level, words(unit, language), count(agreement.counts.first()), count(agreement.counts.second()),
                        in_words(agreement.precision, language), in_words(agreement.recall, language),
                        in_words(agreement.f1, language), as_coefficient(agreement.kappa.statistic, language)});
}

// JSON -------------------------------------------------------------------------------------------------------

std::string fraction(double value) {
  std::string text = std::to_string(std::round(value * 10000) / 10000);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text += '0';
  return text == "-0.0" ? "0.0" : text;
}

std::string field(std::string_view name, std::uint64_t value) { return quoted(name) + ":" + std::to_string(value); }

std::string field(std::string_view name, const Statistic& statistic) {
  std::string text = quoted(name) + ":" + (statistic.value ? fraction(*statistic.value) : "null");
  if (!statistic.value) text += "," + quoted(std::string(name) + "_gap") + ":" + quoted(name_of(statistic.gap));
  return text;
}

std::string field(std::string_view name, const EvaluatedNumber& estimate) {
  std::string text = field(name, estimate.statistic);
  if (estimate.interval) {
    text += "," + quoted(std::string(name) + "_interval") + ":[" + fraction(estimate.interval->low) + "," +
            fraction(estimate.interval->high) + "]";
  }
  return text;
}

std::string reliability_json(const std::vector<ReliabilityRow>& rows) {
  std::string text = "[";
  for (const ReliabilityRow& row : rows) {
    if (text.size() > 1) text += ',';
    text += "{\"from\":" + fraction(row.from) + ",\"to\":" + fraction(row.to) + "," + field("n", row.n) + "," +
            field("right", row.right) + "," +
            field("precision", ratio(static_cast<double>(row.right), static_cast<double>(row.n), msg::measure_no_units));
    if (row.mean_chance) text += ",\"mean_chance\":" + fraction(*row.mean_chance);
    text += '}';
  }
  return text + "]";
}

std::string json_of(const Agreement& agreement) {
  const TwoCoders& counts = agreement.counts;
  return "{" + field("both", counts.both) + "," + field("only_first", counts.only_first) + "," +
         field("only_second", counts.only_second) + "," + field("neither", counts.neither) + "," +
         field("precision", agreement.precision) + "," + field("recall", agreement.recall) + "," +
         field("f1", agreement.f1) + "," + field("kappa", agreement.kappa) + "}";
}

std::string json_of(const Overlap& overlap) {
  return "{" + field("first", overlap.first) + "," + field("confirmed", overlap.confirmed()) + "," +
         field("second", overlap.second) + "," + field("found", overlap.found()) + "," +
         field("characters_f1", overlap.dice()) + "}";
}

}  // namespace

std::string in_words(const EvaluatedNumber& estimate, UserLanguage language) {
  std::string text = per_cent(estimate.statistic, language);
  if (estimate.statistic.value && estimate.interval) {
    text += " (" + whole(estimate.interval->low) + "–" + whole(estimate.interval->high) + ")";
  }
  return text;
}

Table level_table(const PhraseEvaluation& evaluation, UserLanguage language) {
  Table table = table_with({{msg::evaluate_level, Align::left},
                            {msg::tally_n, Align::right},
                            {msg::evaluate_accuracy, Align::right},
                            {msg::evaluate_hit_3, Align::right},
                            {msg::evaluate_hit_5, Align::right},
                            {msg::evaluate_macro_f1, Align::right},
                            {msg::evaluate_abstained, Align::right},
                            {msg::evaluate_accuracy_given, Align::right}},
                           language);
  for (const PhraseLevel& level : evaluation.levels) {
    table.rows.push_back({level_name(level.level, language), count(level.n), in_words(level.accuracy, language),
                          in_words(level.hit_at_3, language), in_words(level.hit_at_5, language),
                          in_words(level.macro_f1, language), count(level.abstained),
                          in_words(level.accuracy_given, language)});
  }
  return table;
}

Table reliability_table(const std::vector<ReliabilityRow>& rows, MessageKey heading, UserLanguage language) {
  Table table = table_with({{heading, Align::left},
                            {msg::tally_n, Align::right},
                            {msg::evaluate_right, Align::right},
                            {msg::evaluate_precision, Align::right},
                            {msg::evaluate_mean_chance, Align::right}},
                           language);
  for (const ReliabilityRow& row : rows) {
    const Statistic chance = row.mean_chance ? defined(*row.mean_chance) : undefined(msg::measure_no_units);
    table.rows.push_back(
        {words(msg::evaluate_from_to, language, {{"from", row.from}, {"to", row.to}}), count(row.n), count(row.right),
         per_cent(ratio(static_cast<double>(row.right), static_cast<double>(row.n), msg::measure_no_units), language),
         per_cent(chance, language)});
  }
  return table;
}

Table code_table(const Codebook& codebook, const PhraseEvaluation& evaluation, UserLanguage language) {
  Table table = table_with({{msg::tally_code, Align::left},
                            {msg::tally_n, Align::right},
                            {msg::evaluate_accuracy, Align::right},
                            {msg::evaluate_hit_3, Align::right},
                            {msg::evaluate_wrongly, Align::right}},
                           language);
  for (const PhraseCode& row : evaluation.codes) {
    table.rows.push_back({codebook.codes[row.code].id, count(row.n), count(row.first), count(row.among_3),
                          count(row.wrongly_first)});
  }
  return table;
}

Table level_table(const DocumentEvaluation& evaluation, UserLanguage language) {
  Table table = table_with({{msg::evaluate_level, Align::left},
                            {msg::evaluate_unit, Align::left},
                            {msg::evaluate_by_first, Align::right},
                            {msg::evaluate_by_second, Align::right},
                            {msg::evaluate_precision, Align::right},
                            {msg::evaluate_recall, Align::right},
                            {msg::evaluate_f1, Align::right},
                            {msg::evaluate_kappa, Align::right}},
                           language);
  for (const DocumentLevel& level : evaluation.levels) {
    const std::string name = level_name(level.level, language);
    add_agreement(table, name, msg::evaluate_document_by_code, level.documents, language);
    add_agreement(table, name, msg::evaluate_sentence_by_code, level.sentences, language);
  }
  return table;
}

Table segment_table(const DocumentEvaluation& evaluation, UserLanguage language) {
  Table table = table_with({{msg::evaluate_level, Align::left},
                            {msg::evaluate_segments_first, Align::right},
                            {msg::evaluate_confirmed, Align::right},
                            {msg::evaluate_segments_second, Align::right},
                            {msg::evaluate_found, Align::right},
                            {msg::evaluate_characters, Align::right}},
                           language);
  for (const DocumentLevel& level : evaluation.levels) {
    table.rows.push_back({level_name(level.level, language), count(level.segments.first),
                          per_cent(level.segments.confirmed(), language), count(level.segments.second),
                          per_cent(level.segments.found(), language), per_cent(level.segments.dice(), language)});
  }
  return table;
}

Table code_table(const Codebook& codebook, const DocumentEvaluation& evaluation, UserLanguage language) {
  Table table = table_with({{msg::tally_code, Align::left},
                            {msg::evaluate_by_first, Align::right},
                            {msg::evaluate_by_second, Align::right},
                            {msg::evaluate_precision, Align::right},
                            {msg::evaluate_recall, Align::right},
                            {msg::evaluate_f1, Align::right},
                            {msg::evaluate_kappa, Align::right},
                            {msg::evaluate_sentence_f1, Align::right},
                            {msg::evaluate_found, Align::right}},
                           language);
  for (const DocumentCode& row : evaluation.codes) {
    table.rows.push_back({codebook.codes[row.code].id, count(row.documents.counts.first()),
                          count(row.documents.counts.second()), per_cent(row.documents.precision.statistic, language),
                          per_cent(row.documents.recall.statistic, language), in_words(row.documents.f1, language),
                          as_coefficient(row.documents.kappa.statistic, language),
                          per_cent(row.sentences.f1.statistic, language), per_cent(row.segments.found(), language)});
  }
  return table;
}

std::string to_json(const Codebook& codebook, const PhraseEvaluation& evaluation) {
  std::string text = "{" + field("phrases", evaluation.phrases) + ",\"off_topic\":{" + field("n", evaluation.off_topic) +
                     "," + field("abstained", evaluation.off_topic_abstained) + "},\n\"levels\":{";
  for (const PhraseLevel& level : evaluation.levels) {
    text += (level.level == TreeLevel::category ? "\n" : ",\n") + quoted(name_of(level.level)) + ":{" + field("n", level.n) +
            "," + field("accuracy", level.accuracy) + "," + field("macro_f1", level.macro_f1) + "," +
            field("hit_at_3", level.hit_at_3) + "," + field("hit_at_5", level.hit_at_5) + "," +
            field("abstained", level.abstained) + "," + field("accuracy_given", level.accuracy_given) + "}";
  }
  text += "},\n\"reliability\":{\"score\":" + reliability_json(evaluation.by_score) +
          ",\n\"chance\":" + reliability_json(evaluation.by_chance) + "},\n\"codes\":[";
  const char* separator = "\n";
  for (const PhraseCode& row : evaluation.codes) {
    text += separator + ("{\"code\":" + quoted(codebook.codes[row.code].id)) + "," + field("n", row.n) + "," +
            field("first", row.first) + "," + field("among_3", row.among_3) + "," +
            field("wrongly_first", row.wrongly_first) + "}";
    separator = ",\n";
  }
  return text + "]}";
}

std::string to_json(const Codebook& codebook, const DocumentEvaluation& evaluation) {
  std::string text = "{\"first\":" + quoted(evaluation.first) + ",\"second\":" + quoted(evaluation.second) + "," +
                     field("documents", evaluation.documents) + ",\n\"levels\":{";
  for (const DocumentLevel& level : evaluation.levels) {
    text += (level.level == TreeLevel::category ? "\n" : ",\n") + quoted(name_of(level.level)) + ":{" +
            field("codes", level.codes) + ",\"documents\":" + json_of(level.documents) +
            ",\"sentences\":" + json_of(level.sentences) + ",\"segments\":" + json_of(level.segments) + "," +
            field("macro_f1", level.macro_f1) + "}";
  }
  text += "},\n\"codes\":[";
  const char* separator = "\n";
  for (const DocumentCode& row : evaluation.codes) {
    text += separator + ("{\"code\":" + quoted(codebook.codes[row.code].id)) + ",\"documents\":" + json_of(row.documents) +
            ",\"sentences\":" + json_of(row.sentences) + ",\"segments\":" + json_of(row.segments) + "}";
    separator = ",\n";
  }
  return text + "]}";
}

}  // namespace codeboom
