#include "reports/merge_formats.h"

#include <map>
#include <span>

#include "message_keys/team.h"
#include "reports/json_text.h"

namespace codeboom {
namespace {

std::string words(MessageKey key, UserLanguage language) { return in_words({key, {}}, language); }

std::vector<Table::Column> columns(std::span<const MessageKey> first, UserLanguage language) {
  std::vector<Table::Column> result;
  for (const MessageKey key : first) result.push_back({words(key, language), Align::left});
  for (const MessageKey key : {msg::merge_before, msg::merge_added, msg::merge_after}) {
    result.push_back({words(key, language), Align::right});
  }
  return result;
}

void add_row(Table& table, std::vector<std::string> cells, const BeforeAfter& count) {
  for (const std::int64_t number : {count.before, count.added(), count.after})
    cells.push_back(std::to_string(number));
  table.rows.push_back(std::move(cells));
}

std::string as_json(const BeforeAfter& count) {
  return "\"before\":" + std::to_string(count.before) + ",\"after\":" + std::to_string(count.after);
}

std::string as_json(const std::vector<Message>& messages, UserLanguage language) {
  std::string text = "[";
  for (const Message& message : messages)
    text += (text.size() == 1 ? "\n" : ",\n") + quoted(in_words(message, language));
  return text + "]";
}

}  // namespace

Table totals_table(const MergeReport& report, UserLanguage language) {
  constexpr MessageKey kind[] = {msg::merge_kind};
  Table table{columns(kind, language), {}};
  const std::pair<MessageKey, const BeforeAfter*> counts[] = {
      {msg::merge_documents, &report.documents}, {msg::merge_coders, &report.coders},
      {msg::merge_codebooks, &report.codebooks}, {msg::merge_codings, &report.codings},
      {msg::merge_decisions, &report.decisions}, {msg::merge_memos, &report.memos}};
  for (const auto& [key, count] : counts) add_row(table, {words(key, language)}, *count);
  return table;
}

Table codings_table(const MergeReport& report, UserLanguage language) {
  constexpr MessageKey who[] = {msg::merge_coder, msg::merge_code};
  Table table{columns(who, language), {}};
  std::map<std::string, BeforeAfter> of_coder;
  for (const auto& each : report.per_code) {
    of_coder[each.coder].before += each.codings.before;
    of_coder[each.coder].after += each.codings.after;
  }
  std::string last;
  for (const auto& each : report.per_code) {
    if (each.coder != last || table.rows.empty())
      add_row(table, {each.coder, words(msg::merge_all_codes, language)}, of_coder[each.coder]);
    last = each.coder;
    if (each.codings.added() > 0) add_row(table, {"", each.code}, each.codings);
  }
  return table;
}

std::string to_csv(const MergeReport& report) {
  Table table{{{"coder", Align::left},
               {"code", Align::left},
               {"before", Align::right},
               {"added", Align::right},
               {"after", Align::right}},
              {}};
  for (const auto& each : report.per_code) add_row(table, {each.coder, each.code}, each.codings);
  return to_csv(table);
}

std::string to_json(const MergeReport& report, UserLanguage language) {
  std::string text = "{";
  const std::pair<const char*, const BeforeAfter*> counts[] = {
      {"documents", &report.documents}, {"coders", &report.coders},       {"codebooks", &report.codebooks},
      {"codings", &report.codings},     {"decisions", &report.decisions}, {"memos", &report.memos}};
  for (const auto& [name, count] : counts) text += quoted(name) + ":{" + as_json(*count) + "},\n";
  text += "\"per_code\":[";
  bool first = true;
  for (const auto& each : report.per_code) {
    text += std::string(first ? "\n" : ",\n") + "{\"coder\":" + quoted(each.coder) +
            ",\"code\":" + quoted(each.code) + "," + as_json(each.codings) + "}";
    first = false;
  }
  return text + "],\n\"origins_changed\":" + std::to_string(report.origins_changed) +
         ",\n\"recognised\":" + as_json(report.recognised, language) +
         ",\n\"differences\":" + as_json(report.differences, language) +
         ",\n\"left_behind\":" + as_json(report.left_behind, language) + "}\n";
}

}  // namespace codeboom
