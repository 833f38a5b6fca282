#include "reports/tally_formats.h"

#include <cmath>

#include "corpus/joined.h"
#include "message_keys/reports.h"
#include "reports/json_text.h"

namespace codeboom {
namespace {

std::string words(MessageKey key, UserLanguage language, MessageArguments arguments = {}) {
  return in_words({key, std::move(arguments)}, language);
}

std::string per_cent(std::optional<double> value, UserLanguage language) {
  return value ? words(msg::tally_per_cent, language, {{"share", *value}}) : words(msg::tally_no_share, language);
}

std::string indented(const TallyRow& row) {
  return std::string(2 * static_cast<std::size_t>(row.level - 1), ' ') + row.name + (row.trusted == false ? " °" : "");
}

// Four decimals: what a share from some hundreds of documents can carry.
std::string fraction(double value) {
  std::string text = std::to_string(std::round(value * 10000) / 10000);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text += '0';
  return text;
}

// Keys in a fixed order and numbers in a fixed form: two runs give the same bytes.
std::string json_row(const Tally& tally, const TallyRow& row) {
  const auto value = share(tally, row);
  std::string text = "{\"code\":" + quoted(row.code) + ",\"name\":" + quoted(row.name) +
                     ",\"level\":" + std::to_string(row.level) +
                     ",\"parent\":" + (row.parent.empty() ? "null" : quoted(row.parent)) +
                     ",\"n\":" + std::to_string(row.n()) + ",\"share\":" + (value ? fraction(*value) : "null") +
                     ",\"documents\":[";
  for (std::size_t i = 0; i < row.documents.size(); ++i) text += (i == 0 ? "" : ",") + quoted(row.documents[i]);
  text += "],\"mentions\":" + std::to_string(row.mentions);
  if (row.trusted) text += *row.trusted ? ",\"trusted\":true" : ",\"trusted\":false";
  return text;
}

std::string json_totals(const Tally& tally, std::uint64_t pair_count) {
  return "],\n\"documents\":" + std::to_string(tally.documents) +
         ",\"coded_documents\":" + std::to_string(tally.coded_documents) + ",\"pairs\":" + std::to_string(pair_count) +
         ",\"mentions\":" + std::to_string(tally.mentions) + ",\"coder\":" + quoted(tally.coder) +
         ",\"codebook\":" + quoted(tally.codebook) + "}\n";
}

Tally with_rows(const CrossedTally& crossed) {
  Tally tally = crossed.tally;
  for (const auto& row : crossed.rows) tally.rows.push_back(row.total);
  return tally;
}

std::vector<CrossedTally::Row> crossed_rows(const CrossedTally& crossed, const TallyView& view) {
  std::vector<CrossedTally::Row> rows;
  std::size_t next = 0;
  for (const TallyRow& wanted : rows_in_view(with_rows(crossed), view)) {
    while (crossed.rows[next].total.code != wanted.code) ++next;
    rows.push_back(crossed.rows[next]);
  }
  return rows;
}

std::string value_name(const CrossedTally::Column& column, UserLanguage language) {
  return column.value.empty() ? words(msg::tally_no_value, language) : column.value;
}

}  // namespace

std::uint64_t pairs(const Tally& tally) {
  std::uint64_t count = 0;
  for (const TallyRow& row : tally.rows) count += row.leaf ? row.n() : 0;
  return count;
}

Message headline(const Tally& tally) {
  return {msg::tally_headline,
          {{"documents", static_cast<std::int64_t>(tally.documents)},
           {"coded", static_cast<std::int64_t>(tally.coded_documents)},
           {"pairs", static_cast<std::int64_t>(pairs(tally))},
           {"mentions", static_cast<std::int64_t>(tally.mentions)}}};
}

Table to_table(const Tally& tally, const TallyView& view, UserLanguage language) {
  Table table;
  table.columns = {{words(msg::tally_name, language), Align::left},
                   {words(msg::tally_n, language), Align::right},
                   {words(msg::tally_share, language), Align::right},
                   {words(msg::tally_mentions, language), Align::right},
                   {words(msg::tally_documents, language), Align::left}};
  for (const TallyRow& row : rows_in_view(tally, view)) {
    table.rows.push_back({indented(row), std::to_string(row.n()), per_cent(share(tally, row), language),
                          std::to_string(row.mentions), joined(row.documents, ", ")});
  }
  return table;
}

Table to_table(const CrossedTally& crossed, const TallyView& view, UserLanguage language) {
  Table table;
  table.columns = {{words(msg::tally_name, language), Align::left}, {words(msg::tally_n, language), Align::right}};
  for (const auto& column : crossed.columns) {
    table.columns.push_back({words(msg::tally_column, language,
                                   {{"value", value_name(column, language)},
                                    {"documents", static_cast<std::int64_t>(column.documents)}}),
                             Align::right});
  }
  for (const auto& row : crossed_rows(crossed, view)) {
    std::vector<std::string> cells{indented(row.total), std::to_string(row.total.n())};
    for (std::size_t i = 0; i < row.n.size(); ++i) {
      const auto base = static_cast<double>(crossed.columns[i].documents);  // never 0: a column is a value that occurs
      cells.push_back(std::to_string(row.n[i]) + " " + per_cent(static_cast<double>(row.n[i]) / base, language));
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

std::string to_csv(const Tally& tally, const TallyView& view) {
  Table table;
  for (const char* heading : {"code", "name", "level", "parent", "n", "share", "mentions", "documents"}) {
    table.columns.push_back({heading, Align::left});
  }
  const bool with_trust = knows_trust(tally);
  if (with_trust) table.columns.push_back({"trusted", Align::left});
  for (const TallyRow& row : rows_in_view(tally, view)) {
    const auto value = share(tally, row);
    table.rows.push_back({row.code, row.name, std::to_string(row.level), row.parent, std::to_string(row.n()),
                          value ? fraction(*value) : "", std::to_string(row.mentions), joined(row.documents, " ")});
    if (with_trust) table.rows.back().push_back(!row.trusted ? "" : *row.trusted ? "true" : "false");
  }
  return to_csv(table);
}

std::string to_csv(const CrossedTally& crossed, const TallyView& view) {
  Table table;
  for (const char* heading : {"code", "name", "level", "parent", "n"}) table.columns.push_back({heading, Align::left});
  for (const auto& column : crossed.columns) {
    table.columns.push_back({"n_" + (column.value.empty() ? "unknown" : column.value), Align::left});
    table.columns.push_back({"of_" + (column.value.empty() ? "unknown" : column.value), Align::left});
  }
  for (const auto& row : crossed_rows(crossed, view)) {
    std::vector<std::string> cells{row.total.code, row.total.name, std::to_string(row.total.level), row.total.parent,
                                   std::to_string(row.total.n())};
    for (std::size_t i = 0; i < row.n.size(); ++i) {
      cells.push_back(std::to_string(row.n[i]));
      cells.push_back(std::to_string(crossed.columns[i].documents));
    }
    table.rows.push_back(std::move(cells));
  }
  return to_csv(table);
}

std::string to_json(const Tally& tally, const TallyView& view) {
  std::string text = "{\"codes\":[";
  const char* separator = "\n";
  for (const TallyRow& row : rows_in_view(tally, view)) {
    text += separator + json_row(tally, row) + "}";
    separator = ",\n";
  }
  return text + json_totals(tally, pairs(tally));
}

std::string to_json(const CrossedTally& crossed, const TallyView& view) {
  std::string text = "{\"by\":" + quoted(name_of(crossed.field)) + ",\"codes\":[";
  const char* separator = "\n";
  for (const auto& row : crossed_rows(crossed, view)) {
    text += separator + json_row(crossed.tally, row.total) + ",\"by\":{";
    for (std::size_t i = 0; i < row.n.size(); ++i) {
      text += (i == 0 ? "" : ",") + quoted(crossed.columns[i].value) + ":{\"n\":" + std::to_string(row.n[i]) +
              ",\"of\":" + std::to_string(crossed.columns[i].documents) + "}";
    }
    text += "}}";
    separator = ",\n";
  }
  return text + json_totals(crossed.tally, pairs(with_rows(crossed)));
}

}  // namespace codeboom
