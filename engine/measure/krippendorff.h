// Krippendorff's alpha: disagreement observed, relative to what is expected when values are paired at random.
//
// Shape   units with one value say nothing and are left out; `Coefficient::values` are the pairable ones.
// Unit    value at most 1; parts are disagreement, in the squared differences of the metric.
// Errors  none. Undefined: no unit with two values; all pairable values alike (no variation).
// Cost    linear in the values for nominal, ordinal, interval and circular data; ratio and custom metrics look at each pair of
//         different labels once.
// Source  Krippendorff (2019), Content Analysis, 4th ed., ch. 12; (2011), Computing Krippendorff's alpha-reliability.
#pragma once

#include <functional>
#include <vector>

#include "engine/measure/coefficient.h"
#include "engine/measure/ratings.h"

namespace codeboom {

struct Metric {
  enum class Kind { nominal, ordinal, interval, ratio, circular, custom };
  Kind kind = Kind::nominal;
  std::vector<double> numbers;                            // interval, ratio, circular: what each label stands for
  double around = 0;                                      // circular: the number after which it begins again
  std::function<double(Label, Label)> squared_difference;  // custom: symmetric, 0 for equal labels
};

Metric nominal_metric();
Metric ordinal_metric();  // labels in their order
Metric interval_metric(std::vector<double> numbers);
Metric ratio_metric(std::vector<double> numbers);  // 0 against 0 differs by 0
Metric circular_metric(std::vector<double> numbers, double around);
Metric custom_metric(std::function<double(Label, Label)> squared_difference);

Coefficient krippendorff_alpha(const CountTable& table, const Metric& metric = {});
// Its value alone, for samples.
Statistic krippendorff_alpha_value(const CountTable& table, const Metric& metric = {});
// Each label against all others, in one pass: as many as there are labels.
std::vector<Coefficient> krippendorff_alpha_per_label(const CountTable& table);

// Pairs of values within units, each counted 1 / (values in its unit - 1), both ways round.
struct Coincidences {
  struct Cell {
    Label first = 0, second = 0;  // first <= second; the table is symmetric
    double pairs = 0;             // in one of the two cells where they differ
  };
  std::vector<Cell> cells;     // only those that occur, ascending
  std::vector<double> values;  // per label, its pairable values: the margins
  double total = 0;
};
Coincidences coincidences(const CountTable& table);

}  // namespace codeboom
