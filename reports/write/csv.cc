#include <algorithm>
#include <cmath>

#include "reports/json_text.h"
#include "reports/table.h"
#include "reports/write/write.h"

namespace codeboom {
namespace {

std::string cell_text(const Cell& cell, CsvStyle style) {
  if (cell.number && std::isfinite(*cell.number)) {
    std::string text = number_text(*cell.number);
    if (style.separator == ';') std::replace(text.begin(), text.end(), '.', ',');
    return text;
  }
  const bool for_a_spreadsheet = style.separator == ';' || style.byte_order_mark;
  const bool like_a_formula =
      !cell.text.empty() && std::string_view("=+-@\t\r").find(cell.text[0]) != std::string_view::npos;
  return for_a_spreadsheet && like_a_formula ? "'" + cell.text : cell.text;
}

}  // namespace

std::string to_csv(const ReportTable& table, CsvStyle style) {
  std::vector<std::string> cells;
  for (const ReportTable::Column& column : table.columns) cells.push_back(column.key);
  std::string csv = (style.byte_order_mark ? "\xEF\xBB\xBF" : "") + csv_record(cells, style.separator);
  for (const ReportTable::Row& row : table.rows) {
    cells.clear();
    for (const Cell& cell : row.cells) cells.push_back(cell_text(cell, style));
    csv += csv_record(cells, style.separator);
  }
  return csv;
}

}  // namespace codeboom
