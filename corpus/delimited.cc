#include "corpus/delimited.h"

#include <algorithm>

namespace codeboom {
namespace {

char separator_of(std::string_view utf8) {
  const std::string_view first = utf8.substr(0, utf8.find('\n'));
  char best = ',';
  for (const char candidate : {';', '\t'}) {
    if (std::count(first.begin(), first.end(), candidate) > std::count(first.begin(), first.end(), best))
      best = candidate;
  }
  return best;
}

std::string quoted_when_it_has(std::string_view text, std::string_view any) {
  if (text.find_first_of(any) == std::string_view::npos) return std::string(text);
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

}  // namespace

std::vector<DelimitedRecord> read_delimited(std::string_view utf8) { return read_delimited(utf8, separator_of(utf8)); }

std::vector<DelimitedRecord> read_delimited(std::string_view utf8, char separator) {
  std::vector<DelimitedRecord> records;
  DelimitedRecord record{1, {""}, false};
  int line = 1;
  bool quoted = false;
  const auto finish_record = [&] {
    record.quote_left_open = quoted;
    if (record.cells.size() > 1 || !record.cells.front().empty()) records.push_back(std::move(record));
    record = {line, {""}, false};
  };
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    line += c == '\n';
    if (quoted) {
      const bool doubled = c == '"' && i + 1 < utf8.size() && utf8[i + 1] == '"';
      if (c != '"' || doubled) record.cells.back() += c;
      if (doubled) ++i;
      if (c == '"' && !doubled) quoted = false;
    } else if (c == '"' && record.cells.back().empty()) {
      quoted = true;
    } else if (c == separator) {
      record.cells.emplace_back();
    } else if (c == '\n') {
      finish_record();
    } else if (c != '\r') {
      record.cells.back() += c;
    }
  }
  finish_record();
  return records;
}

std::string csv_cell(std::string_view text) { return quoted_when_it_has(text, ",;\t\"\r\n"); }

std::string csv_cell(std::string_view text, char separator) {
  return separator == ',' ? csv_cell(text) : quoted_when_it_has(text, ";\t\"\r\n");
}

}  // namespace codeboom
