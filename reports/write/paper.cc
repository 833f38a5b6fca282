#include "reports/write/paper.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "reports/draw/draw.h"
#include "reports/table.h"
#include "reports/words.h"

namespace codeboom {
namespace {

constexpr double highest_picture = 20, width_of_drawing = 720, narrowest_empty_table = 8;
constexpr double character = 0.185, small_character = 0.155, padding = 0.42;  // 9 and 7.5 points, a bit more than an average letter
constexpr std::size_t longest_kept_whole = 24;                                // characters of one word
constexpr std::size_t with_per_cent = 2;                                      // what stands after a number, on the same line

double needed(std::size_t characters, double of_one) { return static_cast<double>(characters) * of_one + padding; }

std::size_t longest_line(std::string_view text) {
  std::size_t longest = 0;
  for (const std::string_view line : lines(text)) longest = std::max(longest, display_width(line));
  return longest;
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  for (const std::string& word : wrapped(text, 1)) longest = std::max(longest, display_width(word));
  return std::min(longest, longest_kept_whole);
}

struct Need {
  double least = 0, most = 0;
};

Need need_of(const ReportTable& table, std::size_t column) {
  const ReportTable::Column& is = table.columns[column];
  const double one = is_dense(table) ? small_character : character;
  const double bold = one * 1.1;
  Need need{needed(longest_word(is.heading), bold), needed(longest_line(is.heading), bold)};
  // A heading is wrapped before it makes a column of numbers wide.
  if (is.kind != ColumnKind::text) need.most = std::max(need.least, std::min(need.most, needed(12, bold)));
  for (const ReportTable::Row& row : table.rows) {
    if (heads_a_group(row)) continue;
    const std::string& text = row.cells[column].text;
    const double indent = column == 0 ? indent_level(row) * row_indent : 0;
    const bool number = is.kind != ColumnKind::text;
    const double whole = needed(longest_line(text), row.kind == RowKind::plain ? one : bold) + indent;
    need.least = std::max(need.least, needed(longest_word(text) + (number ? with_per_cent : 0), one) + indent);
    need.most = std::max(need.most, whole);
  }
  need.most = std::max(need.most, need.least);
  return need;
}

}  // namespace

std::vector<Picture> pictures_of(const Report& report) {
  std::vector<Picture> pictures;
  for (const ReportElement& element : report.elements) {
    const auto* chart = std::get_if<ReportChart>(&element);
    if (chart == nullptr) continue;
    Drawing drawing = draw(chart->chart, "chart" + std::to_string(pictures.size() + 1), report.language);
    double scale = text_width / std::max(drawing.width, width_of_drawing);
    if (drawing.height * scale > highest_picture) scale = highest_picture / drawing.height;
    pictures.push_back({std::move(drawing.svg), drawing.width * scale, drawing.height * scale, chart->chart.title, chart->chart.description});
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
  const double share = most <= text_width ? 1 : least >= text_width ? 0 : (text_width - least) / (most - least);
  const double shrink = share == 0 && least > text_width ? text_width / least : 1;
  std::vector<double> widths;
  for (const Need& need : needs) widths.push_back((need.least + (need.most - need.least) * share) * shrink);
  if (table.rows.empty() && !widths.empty()) widths.back() += std::max(0.0, narrowest_empty_table - most);  // room to say so
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
  return row.kind == RowKind::section &&
         std::all_of(row.cells.begin() + 1, row.cells.end(), [](const Cell& cell) { return cell.text.empty(); });
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
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded, std::chars_format::fixed, 3).ptr;
  return std::string(digits.data(), end);
}

std::string cm(double value) { return decimal(value) + "cm"; }

}  // namespace codeboom
