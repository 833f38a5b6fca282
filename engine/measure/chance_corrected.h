// What the coefficients of Fleiss, Conger, Brennan & Prediger and Gwet share: observed agreement, the standard error by
// linearisation, and the interval. Internal to this folder.
//
// Source  Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 2 (missing values) and 5 (standard errors).
#pragma once

#include <vector>

#include "engine/measure/coefficient.h"
#include "engine/measure/ratings.h"
#include "engine/measure/weights.h"

namespace codeboom {

struct ObservedAgreement {
  std::vector<double> of_pattern;  // 0 for patterns with fewer than two values
  double mean = 0;                 // over units with at least two values
  std::uint64_t units = 0, rated = 0;  // with at least two values; with at least one
  std::uint64_t values = 0;            // in units with at least two
};
ObservedAgreement observed_agreement(const CountTable& table, const Weights& weights);

// Per label its mean share over the units that anybody judged.
std::vector<double> mean_shares(const CountTable& table);

// One unit's part in a mean: the value, and how many units have it.
struct Share {
  double value = 0;
  std::uint64_t times = 0;
};
// Sets standard error and interval from what each unit contributes to `coefficient.value`; none with fewer than two units.
void add_interval(Coefficient& coefficient, const std::vector<Share>& contributions);

// (observed - expected) / (1 - expected) without an interval; undefined when nothing but agreement was possible.
Coefficient chance_corrected(const ObservedAgreement& observed, double expected, std::uint64_t missing);

// The same with its interval. `expected_of_pattern` is what a unit of each pattern contributes to `expected`; empty when
// chance does not depend on the data.
Coefficient chance_corrected(const CountTable& table, const ObservedAgreement& observed, double expected,
                             const std::vector<double>& expected_of_pattern);

// Empty but for its counts, with this reason.
Coefficient undefined_coefficient(MessageKey gap, std::uint64_t units, std::uint64_t values, std::uint64_t missing);

// 1 - expected counts as 0 below this: sums of shares miss 1 by roundings.
inline constexpr double smallest_room = 1e-12;

}  // namespace codeboom
