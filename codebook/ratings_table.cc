#include "codebook/ratings_table.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "codebook/ratings_cells.h"
#include "corpus/delimited.h"
#include "corpus/white_space.h"
#include "message_keys/ratings.h"

namespace codeboom {
namespace {

std::int64_t as_number(std::size_t number) { return static_cast<std::int64_t>(number); }

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// The one that divides every line alike; otherwise the one that divides the first line. The comma last: it may be decimal.
char separator_of(std::string_view utf8) {
  constexpr char candidates[] = {'\t', ';', ','};
  std::optional<char> divides;
  for (const char candidate : candidates) {
    const auto records = read_delimited(utf8, candidate);
    if (records.empty() || records.front().cells.size() < 2) continue;
    const std::size_t columns = records.front().cells.size();
    const bool alike = std::all_of(records.begin(), records.end(),
                                   [&](const DelimitedRecord& record) { return record.cells.size() == columns; });
    if (alike) return candidate;
    if (!divides) divides = candidate;
  }
  return divides.value_or(',');
}

// Columns that spreadsheets leave behind: empty from top to bottom at the right-hand side.
void drop_empty_columns(std::vector<DelimitedRecord>& records) {
  const auto ends_empty = [](const DelimitedRecord& record) {
    return record.cells.size() > 1 && record.cells.back().empty();
  };
  while (std::all_of(records.begin(), records.end(), ends_empty)) {
    for (DelimitedRecord& record : records) record.cells.pop_back();
  }
}

Result<std::vector<DelimitedRecord>> records_of(std::string_view utf8, char separator, const std::string& source) {
  std::vector<DelimitedRecord> records = read_delimited(utf8, separator);
  std::erase_if(records, [](const DelimitedRecord& record) {  // a line of separators only, at the end of many exports
    return std::all_of(record.cells.begin(), record.cells.end(),
                       [](const std::string& cell) { return trimmed(cell).empty(); });
  });
  if (records.empty()) return fail(ErrorKind::bad_input, msg::ratings_empty, {{"file", source}});
  for (DelimitedRecord& record : records) {
    if (record.quote_left_open) {
      return fail(ErrorKind::bad_input, msg::ratings_unclosed_quote,
                  {{"file", source}, {"line", std::int64_t{record.line}}});
    }
    for (std::string& cell : record.cells) cell = std::string(trimmed(cell));
  }
  drop_empty_columns(records);
  const std::size_t columns = records.front().cells.size();
  for (const DelimitedRecord& record : records) {
    if (record.cells.size() != columns) {
      return fail(ErrorKind::bad_input, msg::ratings_cells,
                  {{"file", source},
                   {"line", std::int64_t{record.line}},
                   {"cells", as_number(record.cells.size())},
                   {"first", std::int64_t{records.front().line}},
                   {"columns", as_number(columns)}});
    }
  }
  return records;
}

// Does a heading say that its column names the units?
bool names_units(const std::string& heading) {
  const std::string name = lower(heading);
  constexpr std::string_view whole[] = {"",     "id",  "nr",    "nr.",   "#",   "naam", "name",  "titel", "title",
                                        "item", "zin", "regel", "tekst", "rij", "row",  "casus", "case",  "vraag"};
  constexpr std::string_view parts[] = {
      "unit",     "eenheid",    "item ",       "item_",  "document", "segment", "fragment",          "subject",
      "sentence", "respondent", "observation", "nummer", "_id",      " id",     "praktijkvoorbeeld", "leerling"};
  return std::any_of(std::begin(whole), std::end(whole), [&](std::string_view word) { return name == word; }) ||
         std::any_of(std::begin(parts), std::end(parts),
                     [&](std::string_view part) { return name.find(part) != std::string::npos; });
}

struct Columns {
  std::vector<bool> numeric;                  // below the first row: only numbers, and at least one
  std::vector<std::set<std::string>> values;  // below the first row
};

Columns columns_of(const std::vector<DelimitedRecord>& records, char separator, const RatingsTableOptions& options) {
  const std::size_t count = records.front().cells.size();
  Columns columns{std::vector<bool>(count, false), std::vector<std::set<std::string>>(count)};
  for (std::size_t column = 0; column < count; ++column) {
    bool only_numbers = true;
    for (std::size_t row = 1; row < records.size(); ++row) {
      const std::string& cell = records[row].cells[column];
      if (is_missing(cell, options)) continue;
      columns.values[column].insert(cell);
      only_numbers = only_numbers && number_in(cell, separator);
    }
    columns.numeric[column] = only_numbers && !columns.values[column].empty();
  }
  return columns;
}

// Is every cell of the first column another one, below the first row?
bool first_column_differs(const std::vector<DelimitedRecord>& records, const Columns& columns) {
  return columns.values.front().size() == records.size() - 1;
}

bool occurs_below(const std::string& cell, const Columns& columns) {
  return std::any_of(columns.values.begin(), columns.values.end(),
                     [&](const auto& values) { return values.contains(cell); });
}

// A header says something that its column does not: words above numbers, a word for units above their names, or words that
// occur nowhere below, each another one.
bool has_header(const std::vector<DelimitedRecord>& records, const Columns& columns, char separator,
                const RatingsTableOptions& options) {
  const std::vector<std::string>& first = records.front().cells;
  for (std::size_t column = 0; column < first.size(); ++column) {
    if (columns.numeric[column] && !is_missing(first[column], options) && !number_in(first[column], separator)) return true;
  }
  const std::string& corner = first.front();
  const bool over_names = first.size() > 2 && names_units(corner) && first_column_differs(records, columns);
  if (over_names && !corner.empty() && !occurs_below(corner, columns)) return true;
  std::set<std::string> names;
  for (const std::string& cell : first) {
    if (over_names && &cell == &corner) continue;
    if (is_missing(cell, options) || number_in(cell, separator) || !names.insert(cell).second) return false;
    if (occurs_below(cell, columns)) return false;
  }
  return true;
}

// Names that no coder gave, all different; or fewer of both, when the header says so.
bool has_unit_column(const std::vector<DelimitedRecord>& records, const Columns& columns, bool header, char separator) {
  const std::vector<std::string>& first = records.front().cells;
  std::set<std::string> names;
  std::size_t rows = 0, words = 0;
  for (std::size_t row = header ? 1 : 0; row < records.size(); ++row) {
    const std::string& cell = records[row].cells.front();
    ++rows;
    words += !cell.empty() && !number_in(cell, separator);
    if (!cell.empty()) names.insert(cell);
  }
  bool given = false;
  for (std::size_t column = 1; column < first.size(); ++column) {
    for (std::size_t row = header ? 1 : 0; row < records.size(); ++row)
      given = given || names.contains(records[row].cells[column]);
  }
  const bool all_different = names.size() == rows;
  if (header && names_units(first.front())) return all_different || !given;
  return first.size() > 2 && !columns.numeric.front() && words == rows && all_different && !given;
}

// The header once more further down, above numbers as at the top.
Result<void> check_not_repeated(const std::vector<DelimitedRecord>& records, char separator, const std::string& source,
                                const RatingsTableOptions& options) {
  std::vector<DelimitedRecord> others{records.front()};
  int repeated = 0;
  for (std::size_t row = 1; row < records.size(); ++row) {
    if (records[row].cells != records.front().cells)
      others.push_back(records[row]);
    else if (repeated == 0)
      repeated = records[row].line;
  }
  if (repeated == 0 || options.header) return {};
  const Columns columns = columns_of(others, separator, options);
  for (std::size_t column = 0; column < others.front().cells.size(); ++column) {
    const std::string& cell = others.front().cells[column];
    if (!columns.numeric[column] || is_missing(cell, options) || number_in(cell, separator)) continue;
    return fail(ErrorKind::bad_input, msg::ratings_repeated_header, {{"file", source}, {"line", std::int64_t{repeated}}});
  }
  return {};
}

// A second row of words above numbers only.
Result<void> check_one_header(const std::vector<DelimitedRecord>& records, char separator, const std::string& source,
                              const RatingsTableOptions& options) {
  if (records.size() < 4) return {};
  const Columns below = columns_of({records.begin() + 1, records.end()}, separator, options);
  const std::vector<std::string>& second = records[1].cells;
  std::size_t words = 0, found = 0;
  for (std::size_t column = 0; column < second.size(); ++column) {
    if (!below.numeric[column] || is_missing(second[column], options) || number_in(second[column], separator)) continue;
    if (words++ == 0) found = column;
  }
  if (words < 2) return {};  // one word is a slip of the pen, which the values' own check names
  return fail(ErrorKind::bad_input, msg::ratings_two_headers,
              {{"file", source},
               {"line", std::int64_t{records[1].line}},
               {"column", as_number(found + 1)},
               {"cell", second[found]}});
}

Result<void> check_coders(const RatingsCells& cells, const std::string& source, int line) {
  for (std::size_t i = 0; i < cells.coders.size(); ++i) {
    for (std::size_t earlier = 0; earlier < i; ++earlier) {
      if (cells.coders[i].empty() || cells.coders[i] != cells.coders[earlier]) continue;
      return fail(ErrorKind::bad_input, msg::ratings_repeated_coder,
                  {{"file", source},
                   {"line", std::int64_t{line}},
                   {"coder", cells.coders[i]},
                   {"first", as_number(cells.first_column + earlier + 1)},
                   {"column", as_number(cells.first_column + i + 1)}});
    }
  }
  return {};
}

}  // namespace

bool is_missing(const std::string& cell, const RatingsTableOptions& options) {
  return cell.empty() || std::find(options.missing.begin(), options.missing.end(), cell) != options.missing.end();
}

Result<RatingsTable> read_ratings_table(std::string_view utf8, const std::string& source,
                                        const RatingsTableOptions& options) {
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.remove_prefix(3);
  RatingsCells cells;
  cells.separator = separator_of(utf8);
  const auto records = records_of(utf8, cells.separator, source);
  if (!records) return tl::unexpected(records.error());
  if (auto once = check_not_repeated(*records, cells.separator, source, options); !once) return tl::unexpected(once.error());
  const Columns columns = columns_of(*records, cells.separator, options);
  cells.header = options.header.value_or(has_header(*records, columns, cells.separator, options));
  cells.unit_column = options.unit_column.value_or(has_unit_column(*records, columns, cells.header, cells.separator));
  cells.first_column = cells.unit_column ? 1 : 0;
  if (columns.values.size() < cells.first_column + 2) {
    return fail(ErrorKind::bad_input, msg::ratings_one_coder, {{"file", source}});
  }
  const int first_line = records->front().line;
  if (cells.header) {
    if (auto one = check_one_header(*records, cells.separator, source, options); !one) return tl::unexpected(one.error());
    if (records->size() == 1) {
      return fail(ErrorKind::bad_input, msg::ratings_only_header, {{"file", source}, {"line", std::int64_t{first_line}}});
    }
  }
  const auto from = static_cast<std::ptrdiff_t>(cells.first_column);
  const std::vector<std::string>& first = records->front().cells;
  cells.coders.resize(first.size() - cells.first_column);
  if (cells.header) cells.coders.assign(first.begin() + from, first.end());
  if (auto distinct = check_coders(cells, source, first_line); !distinct) return tl::unexpected(distinct.error());
  for (std::size_t row = cells.header ? 1 : 0; row < records->size(); ++row) {
    cells.lines.push_back((*records)[row].line);
    cells.rows.emplace_back((*records)[row].cells.begin() + from, (*records)[row].cells.end());
  }
  if (cells.rows.size() == 1) {
    return fail(ErrorKind::bad_input, msg::ratings_one_unit,
                {{"file", source}, {"line", std::int64_t{cells.lines.front()}}});
  }
  return with_values(cells, source, options);
}

}  // namespace codeboom
