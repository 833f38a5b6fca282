#include <algorithm>

#include "reports/draw/axis.h"
#include "reports/draw/drawings.h"

namespace codeboom {
namespace {

constexpr double left = 56, farthest_right = 704, plot_height = 300, label_size = 12, most_beside = 150,
                 lead = 22;

struct Plot {
  Axis x, y;
  double top = 0, right = farthest_right;
  Point at(double across, double up) const {
    return {x.at(across, left, right), y.at(up, top + plot_height, top)};
  }
};

// Each line has a colour and a pattern of its own: whoever sees no colours tells them apart by the pattern.
Paint paint_of(const CurveChart& chart, std::size_t line) {
  constexpr std::string_view colours[] = {ink, second, shape, quiet};
  constexpr std::string_view dashes[] = {"7 4", "2 3", "10 3 2 3", "4 2"};
  const std::string_view dash = chart.lines[line].dashed ? dashes[line % 4] : "";
  return {.stroke = colours[line % 4], .width = line == 0 ? 2.5 : 1.75, .dash = dash};
}

// Under each other: names can be long. Returns where it ends.
double legend(Picture& picture, const CurveChart& chart) {
  double y = 0;
  for (std::size_t i = 0; i < chart.lines.size(); ++i) {
    const FittedText name = fitted(chart.lines[i].label, farthest_right - left - 40, label_size, 2);
    const double height = 3 + 15 * static_cast<double>(name.lines.size());
    picture.line({left, y + height / 2}, {left + 30, y + height / 2}, paint_of(chart, i));
    picture.text(Point{left + 40, y + height / 2}, name, {.size = label_size});
    y += height;
  }
  return y;
}

// Room for the names of the levels.
double beside(const CurveChart& chart) {
  double widest = 0;
  for (const CurveChart::Mark& mark : chart.levels)
    widest = std::max(widest, text_width(mark.label, label_size));
  return chart.levels.empty() ? 0 : std::min(widest, most_beside) + lead;
}

Plot plot_for(const CurveChart& chart, double top) {
  double least = 0, most = 0, farthest = 0, nearest = 0;
  for (const CurveChart::Line& line : chart.lines) {
    for (const CurveChart::Point& point : line.points) {
      nearest = std::min(nearest, point.x);
      farthest = std::max(farthest, point.x);
      least = std::min({least, point.y, point.low.value_or(point.y)});
      most = std::max({most, point.y, point.high.value_or(point.y)});
    }
  }
  for (const CurveChart::Mark& mark : chart.levels) most = std::max(most, mark.y);
  Plot plot{axis_for(nearest, farthest, AxisUnit::decimal), axis_for(least, most, AxisUnit::decimal), top,
            farthest_right - beside(chart)};
  // The curve may use the whole width, whatever the last round number is.
  if (farthest > 0) plot.x.high = farthest;
  std::erase_if(plot.x.ticks, [&](double tick) { return tick > farthest && farthest > 0; });
  return plot;
}

void grid(Picture& picture, const Plot& plot, UserLanguage language) {
  const double foot = plot.top + plot_height;
  for (const double tick : plot.y.ticks) {
    const double y = plot.at(0, tick).y;
    picture.line({left, y}, {plot.right, y},
                 {.stroke = rule, .width = tick == 0 ? 1.0 : 0.5, .dash = tick == 0 ? "" : "2 3"});
    picture.text({left - 6, y + 4}, axis_number(tick, AxisUnit::count, language),
                 {Anchor::end, label_size, quiet});
  }
  for (const double tick : plot.x.ticks) {
    const double x = plot.at(tick, 0).x;
    picture.line({x, foot}, {x, foot + 5}, {.stroke = rule});
    picture.text({x, foot + 18}, axis_number(tick, AxisUnit::count, language),
                 {Anchor::middle, label_size, quiet});
  }
}

// The band of the first line: filled, and drawn at its edges, so that it shows on any printer.
void band_of(Picture& picture, const Plot& plot, const CurveChart::Line& line) {
  std::vector<Point> upper, lower;
  for (const CurveChart::Point& point : line.points) {
    if (!point.low || !point.high) continue;
    upper.push_back(plot.at(point.x, *point.high));
    lower.push_back(plot.at(point.x, *point.low));
  }
  if (upper.empty()) return;
  std::vector<Point> around = upper;
  around.insert(around.end(), lower.rbegin(), lower.rend());
  picture.area(around, {.fill = band});
  picture.lines(upper, {.stroke = shape});
  picture.lines(lower, {.stroke = shape});
}

// Names stand beside the plot, at the end of their line; those that would touch are moved apart.
void levels(Picture& picture, const Plot& plot, std::vector<CurveChart::Mark> marks) {
  std::stable_sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
  double free = plot.top + plot_height + line_height;
  for (const CurveChart::Mark& mark : marks) {
    const double y = plot.at(0, mark.y).y;
    const FittedText name = fitted(mark.label, most_beside, label_size, 3);
    const double height = 15 * static_cast<double>(name.lines.size());
    const double middle = std::min(y, free - height / 2);
    const Paint paint{.stroke = quiet};
    picture.lines({{left, y}, {plot.right, y}, {plot.right + lead - 6, middle}}, paint);
    picture.text(Point{plot.right + lead, middle}, name, {.size = label_size});
    free = middle - height / 2;
  }
}

}  // namespace

double draw(Picture& picture, const CurveChart& chart, UserLanguage language) {
  double y = legend(picture, chart) + 10;
  y = picture.caption(0, y - 8, chart.y_axis);
  const Plot plot = plot_for(chart, y + 8);
  grid(picture, plot, language);
  if (!chart.lines.empty()) band_of(picture, plot, chart.lines.front());
  levels(picture, plot, chart.levels);
  for (std::size_t i = chart.lines.size(); i-- > 0;) {  // the first one on top
    std::vector<Point> points;
    for (const CurveChart::Point& point : chart.lines[i].points) points.push_back(plot.at(point.x, point.y));
    if (points.size() > 1) picture.lines(points, paint_of(chart, i));
    if (points.size() == 1) picture.circle(points.front(), 3.5, {.fill = paint_of(chart, i).stroke});
  }
  return picture.caption(left, plot.top + plot_height + 22, chart.x_axis);
}

}  // namespace codeboom
