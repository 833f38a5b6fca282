// A number from a sample with its interval, each of them or the reason why it is not there.
#pragma once

#include <optional>

#include "engine/measure/statistic.h"

namespace codeboom {

// Without a value there is no interval either, and `gap` says why for both. A value can stand alone.
struct Estimate {
  Statistic value;
  std::optional<Interval> interval;
  MessageKey gap{};  // why there is no interval; meaningful only without one
};

inline Estimate estimated(double value, const Interval& interval) { return {defined(value), interval, {}}; }
inline Estimate without_interval(double value, MessageKey gap) { return {defined(value), std::nullopt, gap}; }
inline Estimate not_estimated(MessageKey gap) { return {undefined(gap), std::nullopt, gap}; }

constexpr double usual_confidence = 0.95;

}  // namespace codeboom
