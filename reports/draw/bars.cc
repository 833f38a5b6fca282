#include <algorithm>
#include <cmath>

#include "reports/draw/axis.h"
#include "reports/draw/drawings.h"

namespace codeboom {
namespace {

constexpr double label_width = 250, indent = 14, gap = 12, most_beside = 170, thickness = 14, least_row = 24;

struct Row {
  FittedText label, value;
  double label_at = 0;
  bool bold = false;
  double height = 0;
};

bool is_tree(const BarChart& chart) {
  return std::any_of(chart.bars.begin(), chart.bars.end(),
                     [](const BarChart::Bar& bar) { return bar.level > 1; });
}

Row row_for(const BarChart::Bar& bar, bool in_tree, AxisUnit unit, UserLanguage language) {
  Row row;
  row.label_at = indent * (std::clamp(bar.level, 1, 6) - 1);
  row.bold = in_tree && bar.level == 1;
  row.label = fitted(bar.label, (label_width - row.label_at) * (row.bold ? bold_room : 1), text_size, 3);
  const std::string note = bar.note.empty() ? "" : " (" + bar.note + ")";
  row.value = fitted(axis_number(bar.value, unit, language) + note, most_beside, text_size, 2);
  const std::size_t lines = std::max(row.label.lines.size(), row.value.lines.size());
  row.height = std::max(least_row, 8 + line_height * static_cast<double>(lines));
  return row;
}

// A line with a stop at either end.
void interval(Picture& picture, double from, double to, double y) {
  const Paint paint{.stroke = ink, .width = 1.5};
  picture.line({from, y}, {to, y}, paint);
  for (const double x : {from, to}) picture.line({x, y - 4}, {x, y + 4}, paint);
}

}  // namespace

std::vector<double> row_heights(const BarChart& chart, UserLanguage language) {
  std::vector<double> heights;
  for (const BarChart::Bar& bar : chart.bars) {
    heights.push_back(row_for(bar, is_tree(chart), chart.unit, language).height);
  }
  return heights;
}

double draw(Picture& picture, const BarChart& chart, PartOfRows shown, UserLanguage language) {
  std::vector<Row> rows;
  double least = 0, most = 0, beside = 0, height = 0;
  for (const BarChart::Bar& bar : chart.bars) {
    const bool is_shown = rows.size() >= shown.first && rows.size() < shown.end;
    rows.push_back(row_for(bar, is_tree(chart), chart.unit, language));
    least = std::min({least, bar.value, bar.low.value_or(bar.value)});
    most = std::max({most, bar.value, bar.high.value_or(bar.value)});
    for (const std::string& line : rows.back().value.lines)
      beside = std::max(beside, text_width(line, text_size));
    if (is_shown) height += rows.back().height;
  }
  const Axis axis = axis_for(least, most, chart.unit);
  const double left = label_width + gap, top = 24, value_at = picture_width - beside;
  const double right = value_at - gap - 10;
  const auto x_of = [&](double value) { return axis.at(value, left, right); };

  for (const double tick : axis.ticks) {
    picture.line({x_of(tick), top}, {x_of(tick), top + height},
                 {.stroke = rule, .width = 0.5, .dash = tick == 0 ? "" : "2 3"});
    picture.text({x_of(tick), top - 8}, axis_number(tick, chart.unit, language), {Anchor::middle, 12, quiet});
  }
  double y = top;
  for (std::size_t i = shown.first; i < shown.end; ++i) {
    const BarChart::Bar& bar = chart.bars[i];
    const double middle = y + rows[i].height / 2;
    picture.text({rows[i].label_at, middle}, rows[i].label, {.bold = rows[i].bold});
    const auto [from, to] = std::minmax({x_of(0), x_of(bar.value)});
    if (to > from)
      picture.rectangle(from, middle - thickness / 2, std::max(1.0, to - from), thickness, {.fill = shape});
    if (bar.low && bar.high) interval(picture, x_of(*bar.low), x_of(*bar.high), middle);
    picture.text({value_at, middle}, rows[i].value, {});
    y += rows[i].height;
  }
  return picture.caption(left, y, chart.axis);
}

}  // namespace codeboom
