// One agreement coefficient with all that a reader needs to judge it.
//
// Unit    no unit. `observed` and `expected` are both agreement (value = (observed - expected) / (1 - expected)) or both
//         disagreement (value = 1 - observed / expected), as `parts` says; empty where the coefficient has no such parts.
// Errors  none. Undefined values are empty with a reason; an interval needs a defined value.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/measure/statistic.h"

namespace codeboom {

enum class Parts { agreement, disagreement };

// What an interval was computed from; they answer different questions and are never shown without their name.
enum class IntervalKind { analytic, bootstrap_clusters, bootstrap_units, bootstrap_krippendorff, chance_samples };

struct Coefficient {
  Statistic value, observed, expected;
  Parts parts = Parts::agreement;
  std::optional<double> standard_error;  // analytic, under the sampling of units
  std::optional<Interval> interval;
  IntervalKind interval_kind = IntervalKind::analytic;
  std::uint64_t units = 0;    // that the value was computed from
  std::uint64_t values = 0;   // pairable ones: in a unit that at least two coders judged
  std::uint64_t missing = 0;  // cells without a value
};

// A coefficient of disagreement that cannot be given, with its reason.
inline Coefficient undefined_disagreement(MessageKey gap, std::uint64_t units) {
  Coefficient result;
  result.value = result.observed = result.expected = undefined(gap);
  result.parts = Parts::disagreement;
  result.units = result.values = units;
  return result;
}

}  // namespace codeboom
