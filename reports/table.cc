#include "reports/table.h"

#include <algorithm>
#include <numeric>

#include "corpus/delimited.h"

namespace codeboom {
namespace {

constexpr std::size_t gutter = 2;
constexpr std::size_t narrowest_wrapped = 12;

std::string padded(const std::string& cell, std::size_t width, Align align) {
  const std::size_t used = display_width(cell);
  const std::string fill(width > used ? width - used : 0, ' ');
  return align == Align::right ? fill + cell : cell + fill;
}

std::vector<std::size_t> natural_widths(const Table& table) {
  std::vector<std::size_t> widths;
  for (const auto& column : table.columns) widths.push_back(display_width(column.heading));
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  return widths;
}

// Takes what is too wide from the left-aligned columns, always from the widest of them, so that they share.
void fit(const Table& table, std::vector<std::size_t>& widths, std::size_t width) {
  std::size_t total = std::accumulate(widths.begin(), widths.end(), gutter * (widths.size() - 1));
  for (; total > width; --total) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const bool can_wrap = table.columns[i].align == Align::left && widths[i] > narrowest_wrapped;
      if (can_wrap && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    }
    if (widest == widths.size()) return;  // a terminal too narrow for any table
    --widths[widest];
  }
}

std::size_t leading_spaces(const std::string& cell) { return std::min(cell.find_first_not_of(' '), cell.size()); }

void add_row(std::string& text, const Table& table, const std::vector<std::string>& row,
             const std::vector<std::size_t>& widths) {
  std::vector<std::vector<std::string>> cells;
  std::size_t lines = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string indent(std::min(leading_spaces(row[i]), widths[i] / 2), ' ');
    cells.push_back(wrapped(row[i], widths[i] - indent.size()));
    for (std::string& line : cells.back()) line = indent + line;
    lines = std::max(lines, cells.back().size());
  }
  for (std::size_t line = 0; line < lines; ++line) {
    std::string printed;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string& cell = line < cells[i].size() ? cells[i][line] : std::string();
      printed += (i == 0 ? "" : std::string(gutter, ' ')) + padded(cell, widths[i], table.columns[i].align);
    }
    printed.erase(printed.find_last_not_of(' ') + 1);
    text += printed + '\n';
  }
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if ((byte & 0xC0) == 0x80) continue;
    const bool combining = byte == 0xCC || (byte == 0xCD && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xB0);
    width += combining ? 0 : 1;  // U+0300 - U+036F
  }
  return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ' || text[i] == '\n') {
      ++i;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \n", i), text.size());
    const std::string_view word = text.substr(i, end - i);
    if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
      lines.push_back(std::move(line));
      line.clear();
    }
    line += (line.empty() ? "" : " ") + std::string(word);
    i = end;
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string to_text(const Table& table, std::size_t width) {
  std::vector<std::size_t> widths = natural_widths(table);
  fit(table, widths, width);
  std::string text;
  std::vector<std::string> headings;
  for (const auto& column : table.columns) headings.push_back(column.heading);
  add_row(text, table, headings, widths);
  text += std::string(std::accumulate(widths.begin(), widths.end(), gutter * (widths.size() - 1)), '-') + '\n';
  for (const auto& row : table.rows) add_row(text, table, row, widths);
  return text;
}

std::string to_csv(const Table& table) {
  std::vector<std::string> headings;
  for (const auto& column : table.columns) headings.push_back(column.heading);
  std::string text = csv_record(headings, ',');
  for (const auto& row : table.rows) text += csv_record(row, ',');
  return text;
}

std::string csv_record(const std::vector<std::string>& cells, char separator) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text += separator;
    text += csv_cell(cells[i], separator);
  }
  return text + '\n';
}

}  // namespace codeboom
