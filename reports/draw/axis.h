// A scale of round numbers, and numbers as the language of the report writes them.
#pragma once

#include <string>
#include <vector>

#include "corpus/messages/message.h"
#include "reports/chart.h"

namespace codeboom {

struct Axis {
  double low = 0, high = 1;   // both are ticks
  std::vector<double> ticks;  // ascending
  double at(double value, double from, double to) const {
    return from + (value - low) / (high - low) * (to - from);
  }
};

// Holds nought and everything from `low` to `high`, in steps of 1, 2 or 5 times a power of ten; counts in
// whole steps, shares up to 1.
Axis axis_for(double low, double high, AxisUnit unit);

// Shares in per cent, years without a separator.
std::string axis_number(double value, AxisUnit unit, UserLanguage language);

}  // namespace codeboom
