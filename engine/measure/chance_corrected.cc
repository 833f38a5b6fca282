#include "engine/measure/chance_corrected.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "message_keys/measure.h"

namespace codeboom {
namespace {

double t_quantile(double probability, std::uint64_t degrees_of_freedom) {
  return boost::math::quantile(boost::math::students_t(static_cast<double>(degrees_of_freedom)), probability);
}

}  // namespace

ObservedAgreement observed_agreement(const CountTable& table, const Weights& weights) {
  ObservedAgreement observed;
  observed.of_pattern.reserve(table.patterns.size());
  double sum = 0;
  for (const CountTable::Pattern& pattern : table.patterns) {
    const auto counts = table.of(pattern);
    double agreeing = 0;  // ordered pairs of coders
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const double coders = counts[i].coders;
      agreeing += coders * (coders - 1);
      if (weights.kind == Weights::Kind::identity) continue;
      for (std::size_t j = i + 1; j < counts.size(); ++j) {
        agreeing += 2 * coders * counts[j].coders * weights.at(counts[i].label, counts[j].label);
      }
    }
    const double judged = pattern.judged;
    observed.of_pattern.push_back(judged < 2 ? 0 : agreeing / (judged * (judged - 1)));
    if (pattern.judged > 0) observed.rated += pattern.times;
    if (pattern.judged < 2) continue;
    sum += observed.of_pattern.back() * static_cast<double>(pattern.times);
    observed.units += pattern.times;
    observed.values += pattern.times * pattern.judged;
  }
  if (observed.units > 0) observed.mean = sum / static_cast<double>(observed.units);
  return observed;
}

std::vector<double> mean_shares(const CountTable& table) {
  std::vector<double> shares(table.labels, 0);
  double rated = 0;
  for (const CountTable::Pattern& pattern : table.patterns) {
    if (pattern.judged == 0) continue;
    const auto times = static_cast<double>(pattern.times);
    rated += times;
    for (const LabelCount& count : table.of(pattern)) shares[count.label] += times * count.coders / pattern.judged;
  }
  for (double& share : shares) share /= std::max(rated, 1.0);
  return shares;
}

void add_interval(Coefficient& coefficient, const std::vector<Share>& contributions) {
  std::uint64_t units = 0;
  double squares = 0;
  const double value = *coefficient.value.value;
  for (const Share& share : contributions) {
    units += share.times;
    squares += static_cast<double>(share.times) * (share.value - value) * (share.value - value);
  }
  if (units < 2) return;
  const auto n = static_cast<double>(units);
  coefficient.standard_error = std::sqrt(squares / (n * (n - 1)));
  const double reach = t_quantile(0.975, units - 1) * *coefficient.standard_error;
  coefficient.interval = Interval{value - reach, std::min(1.0, value + reach)};
  coefficient.interval_kind = IntervalKind::analytic;
}

Coefficient chance_corrected(const ObservedAgreement& observed, double expected, std::uint64_t missing) {
  if (observed.units == 0) return undefined_coefficient(msg::agreement_no_pairs, 0, 0, missing);
  Coefficient result = undefined_coefficient(msg::agreement_no_variation, observed.units, observed.values, missing);
  result.observed = defined(observed.mean);
  result.expected = defined(expected);
  if (1 - expected >= smallest_room) result.value = defined((observed.mean - expected) / (1 - expected));
  return result;
}

Coefficient chance_corrected(const CountTable& table, const ObservedAgreement& observed, double expected,
                             const std::vector<double>& expected_of_pattern) {
  Coefficient result = chance_corrected(observed, expected, table.missing);
  if (!result.value.value) return result;
  const double value = *result.value.value, room = 1 - expected;
  std::vector<Share> contributions;
  contributions.reserve(table.patterns.size());
  const double scale = static_cast<double>(observed.rated) / static_cast<double>(observed.units);
  for (std::size_t i = 0; i < table.patterns.size(); ++i) {
    const CountTable::Pattern& pattern = table.patterns[i];
    if (pattern.judged == 0) continue;
    double share = pattern.judged < 2 ? 0 : scale * (observed.of_pattern[i] - expected) / room;
    if (!expected_of_pattern.empty()) share -= 2 * (1 - value) * (expected_of_pattern[i] - expected) / room;
    contributions.push_back({share, pattern.times});
  }
  add_interval(result, contributions);
  return result;
}

Coefficient undefined_coefficient(MessageKey gap, std::uint64_t units, std::uint64_t values, std::uint64_t missing) {
  Coefficient result;
  result.value = result.observed = result.expected = undefined(gap);
  result.units = units;
  result.values = values;
  result.missing = missing;
  return result;
}

}  // namespace codeboom
