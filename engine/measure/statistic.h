// A number computed from data, or the reason why there is none.
#pragma once

#include <optional>

#include "corpus/messages/message.h"

namespace codeboom {

// An undefined statistic is neither 0 nor 1 nor NaN: its value is empty and `gap` says why.
struct Statistic {
  std::optional<double> value;
  MessageKey gap{};  // meaningful only without a value
};

inline Statistic defined(double value) { return {value, {}}; }
inline Statistic undefined(MessageKey gap) { return {std::nullopt, gap}; }

// numerator / denominator; undefined with this reason when the denominator is 0.
inline Statistic ratio(double numerator, double denominator, MessageKey gap) {
  return denominator == 0 ? undefined(gap) : defined(numerator / denominator);
}

struct Interval {
  double low = 0, high = 0;
  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace codeboom
