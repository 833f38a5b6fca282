#include "reports/write/paper.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "message_keys/rendering.h"
#include "reports/draw/draw.h"
#include "reports/draw/text_width.h"
#include "reports/table.h"
#include "reports/words.h"

namespace codeboom {
namespace {

constexpr double highest_picture = 20, width_of_drawing = 720, narrowest_empty_table = 8;
constexpr double letters = 9, small_letters = 7.5;  // points
constexpr double point = 2.54 / 72, bold = 1.08,
                 padding = 0.4;                    // bold letters are that much wider than plain ones
constexpr double longest_kept_whole = 4;           // of one word
constexpr std::string_view after_a_number = " %";  // on the same line

double needed(std::string_view line, double size) { return text_width(line, size) * point + padding; }

double longest_line(std::string_view text, double size) {
  double longest = 0;
  for (const std::string_view line : lines(text)) longest = std::max(longest, needed(line, size));
  return longest;
}

double longest_word(std::string_view text, double size, std::string_view after = "") {
  double longest = 0;
  for (const std::string& word : wrapped(text, 1))
    longest = std::max(longest, needed(word + std::string(after), size));
  return std::min(longest, longest_kept_whole);
}

struct Need {
  double least = 0, most = 0;
};

Need need_of(const ReportTable& table, std::size_t column) {
  const ReportTable::Column& is = table.columns[column];
  const double size = is_dense(table) ? small_letters : letters;
  const bool number = is.kind != ColumnKind::text;
  Need need{longest_word(is.heading, size * bold), longest_line(is.heading, size * bold)};
  if (number)
    need.most =
        std::max(need.least, std::min(need.most, 2.5));  // wrapped before it makes a column of numbers wide
  for (const ReportTable::Row& row : table.rows) {
    if (heads_a_group(row)) continue;
    const std::string& text = row.cells[column].text;
    const double of = row.kind == RowKind::plain ? size : size * bold;
    const double indent = column == 0 ? indent_level(row) * row_indent : 0;
    need.least = std::max(need.least, longest_word(text, of, number ? after_a_number : "") + indent);
    need.most = std::max(need.most, longest_line(text, of) + indent);
  }
  need.most = std::max(need.most, need.least);
  return need;
}

}  // namespace

std::vector<PlacedPicture> pictures_of(const Report& report) {
  constexpr double scale = printed_width / width_of_drawing;
  std::vector<PlacedPicture> pictures;
  std::size_t figure = 0;
  for (const ReportElement& element : report.elements) {
    const auto* one = std::get_if<ReportChart>(&element);
    if (one == nullptr) continue;
    const Chart& chart = one->chart;
    const std::string id = "chart" + std::to_string(++figure);
    std::vector<Drawing> parts = draw_in_parts(chart, id, report.language, highest_picture / scale);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const double fit = std::min({scale, printed_width / parts[i].width, highest_picture / parts[i].height});
      const auto part = static_cast<std::int64_t>(i + 1), all = static_cast<std::int64_t>(parts.size());
      const MessageArguments which = {{"title", chart.title}, {"part", part}, {"parts", all}};
      pictures.push_back({std::move(parts[i].svg), parts[i].width * fit, parts[i].height * fit,
                          all == 1 ? chart.title : in_words(msg::chart_part, report.language, which),
                          chart.description, figure, part == all});
    }
  }
  return pictures;
}

std::vector<double> column_widths(const ReportTable& table) {
  std::vector<Need> needs;
  for (std::size_t i = 0; i < table.columns.size(); ++i) needs.push_back(need_of(table, i));
  double least = 0, most = 0;
  for (const Need& need : needs) {
    least += need.least;
    most += need.most;
  }
  // Everything at least what its longest word needs; the room that is left goes where lines are long.
  const double share = most <= printed_width    ? 1
                       : least >= printed_width ? 0
                                                : (printed_width - least) / (most - least);
  const double shrink = share == 0 && least > printed_width ? printed_width / least : 1;
  std::vector<double> widths;
  for (const Need& need : needs) widths.push_back((need.least + (need.most - need.least) * share) * shrink);
  if (table.rows.empty() && !widths.empty())
    widths.back() += std::max(0.0, narrowest_empty_table - most);  // room to say so
  return widths;
}

std::size_t number_of_table(const Report& report, std::string_view key) {
  std::size_t number = 0;
  for (const ReportElement& element : report.elements) {
    const auto* table = std::get_if<ReportTable>(&element);
    if (table == nullptr) continue;
    ++number;
    if (table->key == key) return number;
  }
  return 0;
}

bool is_dense(const ReportTable& table) { return table.columns.size() > 7; }

bool stays_together(const ReportTable& table) { return table.rows.size() <= 12; }

bool heads_a_group(const ReportTable::Row& row) {
  return row.kind == RowKind::section && std::all_of(row.cells.begin() + 1, row.cells.end(),
                                                     [](const Cell& cell) { return cell.text.empty(); });
}

int indent_level(const ReportTable::Row& row) { return std::clamp(row.level, 1, deepest_row) - 1; }

std::vector<QuotePart> parts_of(const Quote& quote) {
  const std::string_view text = quote.text;
  std::vector<QuotePart> parts;
  std::size_t done = 0;
  for (const auto& [begin, end] : quote.marks) {
    if (begin > done) parts.push_back({text.substr(done, begin - done), false});
    parts.push_back({text.substr(begin, end - begin), true});
    done = end;
  }
  if (done < text.size()) parts.push_back({text.substr(done), false});
  return parts;
}

std::string decimal(double value) {
  std::array<char, 32> digits;
  const double rounded = std::round(value * 1000) / 1000;
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), rounded, std::chars_format::fixed, 3).ptr;
  return std::string(digits.data(), end);
}

std::string cm(double value) { return decimal(value) + "cm"; }

}  // namespace codeboom
