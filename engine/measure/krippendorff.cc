#include "engine/measure/krippendorff.h"

#include <algorithm>
#include <map>

#include "engine/measure/chance_corrected.h"
#include "engine/measure/label_space.h"
#include "message_keys/measure.h"

namespace codeboom {
namespace {

struct Pairable {
  std::vector<double> values;  // per label
  double total = 0;
  std::uint64_t units = 0;
};

Pairable pairable(const CountTable& table) {
  Pairable result{std::vector<double>(table.labels, 0), 0, 0};
  for (const CountTable::Pattern& pattern : table.patterns) {
    if (pattern.judged < 2) continue;
    result.units += pattern.times;
    for (const LabelCount& count : table.of(pattern)) {
      result.values[count.label] += static_cast<double>(count.coders * pattern.times);
    }
  }
  for (const double value : result.values) result.total += value;
  return result;
}

Coefficient of_disagreement(double observed, double expected, const Pairable& values, std::uint64_t missing) {
  Coefficient result =
      undefined_coefficient(msg::agreement_no_pairs, values.units, static_cast<std::uint64_t>(values.total), missing);
  result.parts = Parts::disagreement;
  if (values.units == 0) return result;
  result.observed = defined(observed);
  result.expected = defined(expected);
  result.value = expected == 0 ? undefined(msg::agreement_no_variation) : defined(1 - observed / expected);
  return result;
}

Coefficient without_interval(const CountTable& table, const LabelSpace& space, const Pairable& values) {
  if (values.units == 0) return of_disagreement(0, 0, values, table.missing);
  double observed = 0;
  for (const CountTable::Pattern& pattern : table.patterns) {
    if (pattern.judged < 2 || pattern.times == 0) continue;
    observed +=
        static_cast<double>(pattern.times) * space.within(table.of(pattern), pattern.judged) / (pattern.judged - 1.0);
  }
  return of_disagreement(observed / values.total, space.among_all() / (values.total * (values.total - 1)), values,
                         table.missing);
}

// Gwet's linearisation, in differences: what one unit does to observed and to expected disagreement. `expected_pairs` is the
// mean difference of two values drawn with replacement.
void add_analytic_interval(Coefficient& alpha, const CountTable& table, const LabelSpace& space, const Pairable& values) {
  const double mean_judged = values.total / static_cast<double>(values.units);
  const double expected_pairs = space.among_all() / (values.total * values.total);
  const double ratio_observed = *alpha.observed.value / expected_pairs;
  const double value = *alpha.value.value;
  std::vector<Share> contributions;
  contributions.reserve(table.patterns.size());
  for (const CountTable::Pattern& pattern : table.patterns) {
    if (pattern.judged < 2) continue;
    const double judged = pattern.judged, relative = judged / mean_judged;
    double with_all = 0;
    for (const LabelCount& count : table.of(pattern)) with_all += count.coders * space.with_all(count.label);
    const double here = space.within(table.of(pattern), judged) / (mean_judged * (judged - 1)) / expected_pairs;
    const double own = 1 - here + (1 - 1 / values.total) * ratio_observed * (relative - 1);
    const double chance = relative - with_all / (mean_judged * expected_pairs);
    // Measured from 1 - ratio_observed, alpha without its correction for small numbers; moved so that the mean is alpha.
    contributions.push_back({own - 2 * ratio_observed * chance - (1 - ratio_observed) + value, pattern.times});
  }
  add_interval(alpha, contributions);
}

}  // namespace

Metric nominal_metric() { return {}; }
Metric ordinal_metric() { return {Metric::Kind::ordinal, {}, 0, {}}; }
Metric interval_metric(std::vector<double> numbers) { return {Metric::Kind::interval, std::move(numbers), 0, {}}; }
Metric ratio_metric(std::vector<double> numbers) { return {Metric::Kind::ratio, std::move(numbers), 0, {}}; }
Metric circular_metric(std::vector<double> numbers, double around) {
  return {Metric::Kind::circular, std::move(numbers), around, {}};
}
Metric custom_metric(std::function<double(Label, Label)> squared_difference) {
  return {Metric::Kind::custom, {}, 0, std::move(squared_difference)};
}

Coefficient krippendorff_alpha(const CountTable& table, const Metric& metric) {
  const Pairable values = pairable(table);
  const LabelSpace space(metric, values.values);
  Coefficient alpha = without_interval(table, space, values);
  if (alpha.value.value) add_analytic_interval(alpha, table, space, values);
  return alpha;
}

Statistic krippendorff_alpha_value(const CountTable& table, const Metric& metric) {
  const Pairable values = pairable(table);
  return without_interval(table, LabelSpace(metric, values.values), values).value;
}

std::vector<Coefficient> krippendorff_alpha_per_label(const CountTable& table) {
  const Pairable values = pairable(table);
  std::vector<double> differing(table.labels, 0);  // ordered pairs of a label with another one, each way round once
  for (const CountTable::Pattern& pattern : table.patterns) {
    if (pattern.judged < 2) continue;
    for (const LabelCount& count : table.of(pattern)) {
      differing[count.label] +=
          static_cast<double>(pattern.times) * count.coders * (pattern.judged - count.coders) / (pattern.judged - 1.0);
    }
  }
  std::vector<Coefficient> result;
  result.reserve(table.labels);
  const double n = values.total;
  for (Label label = 0; label < table.labels; ++label) {
    const double own = values.values[label];
    result.push_back(values.units == 0 ? of_disagreement(0, 0, values, table.missing)
                                       : of_disagreement(2 * differing[label] / n, 2 * own * (n - own) / (n * (n - 1)),
                                                         values, table.missing));
  }
  return result;
}

Coincidences coincidences(const CountTable& table) {
  Coincidences result;
  const Pairable values = pairable(table);
  result.values = values.values;
  result.total = values.total;
  std::map<std::pair<Label, Label>, double> cells;
  for (const CountTable::Pattern& pattern : table.patterns) {
    if (pattern.judged < 2) continue;
    const double each = static_cast<double>(pattern.times) / (pattern.judged - 1.0);
    const auto counts = table.of(pattern);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const double coders = counts[i].coders;
      if (coders > 1) cells[{counts[i].label, counts[i].label}] += each * coders * (coders - 1);
      for (std::size_t j = i + 1; j < counts.size(); ++j) {
        cells[{counts[i].label, counts[j].label}] += each * coders * counts[j].coders;
      }
    }
  }
  for (const auto& [labels, pairs] : cells) result.cells.push_back({labels.first, labels.second, pairs});
  return result;
}

}  // namespace codeboom
