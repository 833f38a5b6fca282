// A report on A4, whatever the format: how large a picture is, how wide a column, which number a table has.
//
// Unit    centimetres, as XML of any format writes them: a point, at most three decimals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/report.h"

namespace codeboom {

inline constexpr double page_width = 21, page_height = 29.7, page_margin = 2;
inline constexpr double printed_width = page_width - 2 * page_margin;
inline constexpr int deepest_row = 8;      // rows of a tree are indented up to this level
inline constexpr double row_indent = 0.4;  // each

struct PlacedPicture {
  std::string svg;
  double width = 0, height = 0;
  std::string title, description;
  std::size_t figure = 1;  // of which it is the whole or, when the whole is higher than a page, a part
  bool last = true;        // of its figure
};

// The charts in reading order, no wider than the text and no higher than a page with its caption.
std::vector<PlacedPicture> pictures_of(const Report& report);

// One a column, together at most the text's width: what its words need, divided fairly when that is too much.
std::vector<double> column_widths(const ReportTable& table);

// Which table it is, from 1; 0 when the report has none with that key.
std::size_t number_of_table(const Report& report, std::string_view key);

bool is_dense(const ReportTable& table);          // so many columns that it needs small letters
bool stays_together(const ReportTable& table);    // so few rows that it is not divided over pages
bool heads_a_group(const ReportTable::Row& row);  // a section row with nothing but its name, which may run on
int indent_level(const ReportTable::Row& row);    // 0 at the top

// The text in parts: marked or not.
struct QuotePart {
  std::string_view text;
  bool marked = false;
};
std::vector<QuotePart> parts_of(const Quote& quote);

std::string decimal(double value);  // "12.345"
std::string cm(double value);       // "12.345cm"

}  // namespace codeboom
