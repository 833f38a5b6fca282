#include "codebook/span_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "corpus/delimited.h"
#include "corpus/white_space.h"
#include "message_keys/spans.h"

namespace codeboom {
namespace {

enum Column : std::size_t { coder, code, begin, end, columns };

constexpr std::array<MessageKey, columns> column_names{msg::spans_column_coder, msg::spans_column_code,
                                                       msg::spans_column_begin, msg::spans_column_end};

// What people and other programs call them, in small letters.
const std::array<std::set<std::string_view>, columns> known_names{{
    {"coder", "codeur", "codeerder", "beoordelaar", "annotator", "annotator_id", "rater"},
    {"code", "label", "categorie", "category", "annotation", "value"},
    {"begin", "start", "van", "from", "segment_start"},
    {"einde", "eind", "end", "tot", "to", "stop", "segment_end"},
}};

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_header(const std::vector<std::string>& cells) {
  const auto filled =
      std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
  return filled > 2 &&
         std::none_of(cells.begin(), cells.end(), [](const std::string& cell) { return whole_number(cell); });
}

// Where a header names the column; its size when it does not.
std::size_t place_in(const std::vector<std::string>& header, std::size_t column) {
  const auto place = std::find_if(header.begin(), header.end(), [&](std::string name) {
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
      return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return known_names[column].contains(name);
  });
  return static_cast<std::size_t>(place - header.begin());
}

bool names_every_column(const std::vector<std::string>& cells) {
  for (std::size_t column = 0; column < columns; ++column) {
    if (place_in(cells, column) == cells.size()) return false;
  }
  return true;
}

struct Row {
  int line = 0;
  std::string coder, code;
  LabelledSpan span;
  bool nothing = false;  // only the coder
};

class Reader {
 public:
  Reader(const std::string& source, std::int64_t length) : source_(source), length_(length) {}

  Result<std::vector<Row>> rows(std::string_view utf8) {
    std::vector<Row> result;
    bool first = true;
    for (DelimitedRecord& record : read_delimited(utf8)) {
      for (std::string& cell : record.cells) cell = std::string(trimmed(cell));
      if (std::all_of(record.cells.begin(), record.cells.end(),
                      [](const std::string& cell) { return cell.empty(); }))
        continue;
      if (record.quote_left_open) return wrong(msg::spans_open_quote, record.line);
      const bool top = std::exchange(first, false);
      if (!top && names_every_column(record.cells)) return wrong(msg::spans_second_header, record.line);
      if (top && is_header(record.cells)) {
        if (auto read = read_header(record); !read) return tl::unexpected(read.error());
        continue;
      }
      auto row = read_row(record);
      if (!row) return tl::unexpected(row.error());
      result.push_back(std::move(*row));
    }
    return result;
  }

 private:
  tl::unexpected<Error> wrong(MessageKey key, int line, MessageArguments more = {}) const {
    more.insert(more.begin(), {{"file", source_}, {"line", std::int64_t{line}}});
    return fail(ErrorKind::bad_input, key, std::move(more));
  }

  Result<void> read_header(const DelimitedRecord& record) {
    std::string header;
    for (const std::string& cell : record.cells) header += (header.empty() ? "" : ", ") + cell;
    width_ = record.cells.size();
    for (std::size_t column = 0; column < columns; ++column) {
      places_[column] = place_in(record.cells, column);
      if (places_[column] == record.cells.size()) {
        return wrong(msg::spans_header, record.line,
                     {{"header", header}, {"column", std::vector<Message>{{column_names[column], {}}}}});
      }
    }
    return {};
  }

  Result<std::int64_t> position(const DelimitedRecord& record, Column column) const {
    const std::string& cell = record.cells[places_[column]];
    if (const auto value = whole_number(cell)) return *value;
    return wrong(msg::spans_not_a_number, record.line,
                 {{"value", cell}, {"column", std::vector<Message>{{column_names[column], {}}}}});
  }

  Result<Row> read_row(const DelimitedRecord& record) const {
    if (record.cells.size() != width_) {
      return wrong(msg::spans_columns, record.line, {{"n", static_cast<std::int64_t>(record.cells.size())}});
    }
    Row row{record.line, record.cells[places_[coder]], record.cells[places_[code]], {}, false};
    if (row.coder.empty()) return wrong(msg::spans_no_coder, row.line);
    row.nothing =
        row.code.empty() && record.cells[places_[begin]].empty() && record.cells[places_[end]].empty();
    if (row.nothing) return row;
    if (row.code.empty()) return wrong(msg::spans_no_code, row.line);
    const auto from = position(record, begin), to = position(record, end);
    if (!from) return tl::unexpected(from.error());
    if (!to) return tl::unexpected(to.error());
    row.span = {*from, *to, 0};
    const MessageArguments places{{"begin", *from}, {"end", *to}, {"length", length_}};
    if (*from < 0) return wrong(msg::spans_before_text, row.line, places);
    if (*from >= *to) return wrong(msg::spans_reversed, row.line, places);
    if (*to > length_) return wrong(msg::spans_beyond_text, row.line, places);
    return row;
  }

  const std::string& source_;
  std::int64_t length_;
  std::array<std::size_t, columns> places_{coder, code, begin, end};
  std::size_t width_ = columns;
};

std::size_t place_of(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::lower_bound(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

Result<SpanTable> read_span_table(std::string_view utf8, const std::string& source, std::int64_t length) {
  const auto rows = Reader(source, length).rows(utf8);
  if (!rows) return tl::unexpected(rows.error());
  std::set<std::string> coders, codes;
  for (const Row& row : *rows) {
    coders.insert(row.coder);
    if (!row.nothing) codes.insert(row.code);
  }
  if (codes.empty()) return fail(ErrorKind::bad_input, msg::spans_no_rows, {{"file", source}});
  if (coders.size() < 2)
    return fail(ErrorKind::bad_input, msg::spans_one_coder, {{"file", source}, {"coder", *coders.begin()}});
  SpanTable table;
  table.coders.assign(coders.begin(), coders.end());
  table.codes.assign(codes.begin(), codes.end());
  table.continuum = {length, static_cast<std::uint32_t>(codes.size()), {}};
  table.continuum.coders.resize(coders.size());
  table.lines.resize(coders.size());
  for (const Row& row : *rows) {
    if (row.nothing) continue;
    const std::size_t place = place_of(table.coders, row.coder);
    const auto label = static_cast<std::uint32_t>(place_of(table.codes, row.code));
    table.continuum.coders[place].push_back({row.span.begin, row.span.end, label});
    table.lines[place].push_back(row.line);
  }
  return table;
}

}  // namespace codeboom
