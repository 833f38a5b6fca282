#include "reports/learning_report.h"

#include <boost/json.hpp>
#include <cmath>

#include "engine/measure/statistic.h"
#include "message_keys/engine.h"
#include "message_keys/reports.h"
#include "reports/json_text.h"

namespace codeboom {
namespace {

std::string words(MessageKey key, UserLanguage language, MessageArguments arguments = {}) {
  return in_words(Message{key, std::move(arguments)}, language);
}

struct Shares {
  Statistic precision, recall;
  std::optional<double> f1;
};

Shares shares_of(const CodeRecord& record) {
  const auto right = static_cast<double>(record.right);
  return {ratio(right, record.given, msg::measure_never_given), ratio(right, record.present, msg::measure_never_present),
          f1_of(record)};
}

std::string per_cent(std::optional<double> share, UserLanguage language) {
  return share ? words(msg::tally_per_cent, language, {{"share", *share}}) : words(msg::tally_no_share, language);
}

std::string fraction(std::optional<double> value) {
  return value ? boost::json::serialize(boost::json::value(std::round(*value * 10000) / 10000)) : "null";
}

CodeRecord record_of(const LearnedModel& model, const std::string& code) {
  const auto found = model.records.find(code);
  return found == model.records.end() ? CodeRecord{} : found->second;
}

}  // namespace

Table record_table(const Codebook& codebook, const LearnedModel& model, UserLanguage language) {
  Table table;
  for (const MessageKey heading : {msg::tally_code, msg::learning_present, msg::learning_given, msg::evaluate_right,
                                   msg::evaluate_precision, msg::evaluate_recall, msg::evaluate_f1, msg::learning_trust}) {
    const Align align = heading == msg::tally_code || heading == msg::learning_trust ? Align::left : Align::right;
    table.columns.push_back({words(heading, language), align});
  }
  for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
    if (!is_leaf(codebook, code)) continue;
    const std::string& id = codebook.codes[code].id;
    const CodeRecord record = record_of(model, id);
    const Shares shares = shares_of(record);
    const bool trusted = is_trusted(model, id).value_or(false);
    table.rows.push_back({id, std::to_string(record.present), std::to_string(record.given), std::to_string(record.right),
                          per_cent(shares.precision.value, language), per_cent(shares.recall.value, language),
                          per_cent(shares.f1, language),
                          words(trusted ? msg::learning_trusted : msg::learning_not_trusted, language)});
  }
  return table;
}

void mark_trust(Tally& tally, const LearnedModel& model) {
  for (TallyRow& row : tally.rows) {
    if (row.leaf) row.trusted = is_trusted(model, row.code);
  }
}

Message headline(const LearnedModel& model) {
  return {msg::learning_headline,
          {{"codebook", model.codebook},
           {"sentences", std::int64_t{model.sentences}},
           {"without", std::int64_t{model.without_code}},
           {"groups", std::int64_t{model.groups}},
           {"folds", std::int64_t{model.folds}},
           {"codes", static_cast<std::int64_t>(model.codes.size())},
           {"documents", model.f1_documents},
           {"f1", model.f1_sentences}}};
}

std::string to_json(const Codebook& codebook, const LearnedModel& model) {
  std::string text = "{\"codebook\":" + quoted(model.codebook) + ",\"fingerprint\":" + quoted(model.fingerprint) +
                     ",\"lexicon\":" + quoted(model.lexicon) + ",\"sentences\":" + std::to_string(model.sentences) +
                     ",\"without_code\":" + std::to_string(model.without_code) + ",\"groups\":" + std::to_string(model.groups) +
                     ",\"folds\":" + std::to_string(model.folds) + ",\"f1_documents\":" + fraction(model.f1_documents) +
                     ",\"f1_sentences\":" + fraction(model.f1_sentences) + ",\"codes\":[";
  const char* separator = "\n";
  for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
    if (!is_leaf(codebook, code)) continue;
    const std::string& id = codebook.codes[code].id;
    const CodeRecord record = record_of(model, id);
    const Shares shares = shares_of(record);
    text += separator + ("{\"code\":" + quoted(id)) + ",\"present\":" + std::to_string(record.present) +
            ",\"given\":" + std::to_string(record.given) + ",\"right\":" + std::to_string(record.right) +
            ",\"precision\":" + fraction(shares.precision.value) + ",\"recall\":" + fraction(shares.recall.value) +
            ",\"f1\":" + fraction(shares.f1) + ",\"trusted\":" + (is_trusted(model, id).value_or(false) ? "true" : "false") + "}";
    separator = ",\n";
  }
  return text + "]}";
}

}  // namespace codeboom
