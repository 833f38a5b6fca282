#include "reports/draw/axis.h"

#include <algorithm>
#include <cmath>

#include "message_keys/rendering.h"
#include "reports/words.h"

namespace codeboom {
namespace {

constexpr int most_steps = 6;

double nice_step(double range, AxisUnit unit) {
  double power = 1;
  while (power < range) power *= 10;
  while (power > range / most_steps) power /= 10;
  double step = power;
  for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
    step = power * factor;
    if (range / step <= most_steps) break;
  }
  return unit == AxisUnit::count || unit == AxisUnit::years ? std::max(1.0, step) : step;
}

}  // namespace

Axis axis_for(double low, double high, AxisUnit unit) {
  low = std::min(low, 0.0);
  high = std::max(high, 0.0);
  if (high - low <= 0) high = 1;
  const double step = nice_step(high - low, unit);
  const auto first = std::llround(std::floor(low / step + 1e-9)),
             last = std::llround(std::ceil(high / step - 1e-9));
  Axis axis;
  for (auto i = first; i <= last; ++i) axis.ticks.push_back(static_cast<double>(i) * step);
  axis.low = axis.ticks.front();
  axis.high = axis.ticks.back();
  return axis;
}

std::string axis_number(double value, AxisUnit unit, UserLanguage language) {
  switch (unit) {
    case AxisUnit::count:
      return in_words(msg::chart_count, language, {{"x", value}});
    case AxisUnit::share:
      return in_words(msg::chart_share, language, {{"x", value}});
    case AxisUnit::years:
      return in_words(msg::chart_year, language, {{"x", value}});
    case AxisUnit::decimal:
      return in_words(msg::chart_decimal, language, {{"x", value}});
  }
  return {};
}

}  // namespace codeboom
