#include <algorithm>
#include <cmath>

#include "reports/draw/axis.h"
#include "reports/draw/drawings.h"

namespace codeboom {
namespace {

constexpr double left = 46, right = 700, least_top = 22, plot_height = 200, widest_column = 70,
                 year_width = 36;

// Of the widest number over a column.
double widest_number(const Timeline& chart, double size, UserLanguage language) {
  double widest = 0;
  for (const Timeline::Year& year : chart.years) {
    widest = std::max(
        widest, text_width(axis_number(static_cast<double>(year.count), AxisUnit::count, language), size));
  }
  return widest;
}

}  // namespace

double draw(Picture& picture, const Timeline& chart, UserLanguage language) {
  std::uint64_t most = 0;
  for (const Timeline::Year& year : chart.years) most = std::max(most, year.count);
  const Axis axis = axis_for(0, static_cast<double>(most), AxisUnit::count);
  const double step = std::min(widest_column, (right - left) / static_cast<double>(chart.years.size()));
  // Numbers that do not fit over their column stand upright, all of them.
  const bool upright = widest_number(chart, text_size, language) > step - 2;
  const double number_size = upright ? 11 : text_size;
  const double top =
      upright ? std::max(least_top, widest_number(chart, number_size, language) + 8) : least_top;
  const double width = step * static_cast<double>(chart.years.size()), foot = top + plot_height;
  for (const double tick : axis.ticks) {
    const double y = axis.at(tick, foot, top);
    picture.line({left, y}, {left + width, y},
                 {.stroke = rule, .width = tick == 0 ? 1.0 : 0.5, .dash = tick == 0 ? "" : "2 3"});
    picture.text({left - 6, y + 4}, axis_number(tick, AxisUnit::count, language), {Anchor::end, 12, quiet});
  }
  // Where there is no room for every year, every second, fifth, … one is named; counted from the last, which
  // is named always.
  const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(year_width / step)));
  for (std::size_t i = 0; i < chart.years.size(); ++i) {
    const auto count = static_cast<double>(chart.years[i].count);
    const double middle = left + step * (static_cast<double>(i) + 0.5), y = axis.at(count, foot, top);
    if (count > 0) picture.rectangle(middle - step * 0.36, y, step * 0.72, foot - y, {.fill = shape});
    const std::string number = axis_number(count, AxisUnit::count, language);
    if (upright) {
      picture.upright_text({middle, y - 4}, FittedText{{number}, ""}, {.size = number_size});
    } else {
      picture.text({middle, y - 4}, number, {Anchor::middle, number_size});
    }
    if ((chart.years.size() - 1 - i) % every == 0) {
      picture.text({middle, foot + 17}, axis_number(chart.years[i].year, AxisUnit::years, language),
                   {Anchor::middle, 12});
    }
  }
  return picture.caption(left, foot + 22, chart.axis);
}

}  // namespace codeboom
