#include "engine/measure/agreement_size.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace codeboom {
namespace {

// How likely it is that x of the coders say yes, x = 0 .. coders.
std::vector<double> yes_counts(const ExpectedAgreement& expected) {
  const double p = expected.prevalence, q = 1 - p, rho = expected.kappa;
  std::vector<double> chances;
  for (unsigned yes = 0; yes <= expected.coders; ++yes) {
    double chance = 1;
    for (unsigned i = 0; i < expected.coders; ++i) {
      const bool is_yes = i < yes;
      const double before = is_yes ? i : i - yes;
      const double ways =
          is_yes ? 1 : static_cast<double>(i + 1) / (i - yes + 1);  // builds up the binomial coefficient
      chance *= ways * ((is_yes ? p : q) * (1 - rho) + before * rho) / (1 - rho + i * rho);
    }
    chances.push_back(chance);
  }
  return chances;
}

// Variance over units of a * (share of pairs that disagree) + b * (share of yes).
double variance_of(const ExpectedAgreement& expected, double a, double b) {
  assert(expected.kappa >= 0 && expected.kappa < 1 && expected.prevalence > 0 && expected.prevalence < 1 &&
         expected.coders >= 2);
  const std::vector<double> chances = yes_counts(expected);
  const double m = expected.coders;
  double mean = 0, square = 0;
  for (unsigned yes = 0; yes <= expected.coders; ++yes) {
    const double value = a * 2 * yes * (m - yes) / (m * (m - 1)) + b * yes / m;
    mean += chances[yes] * value;
    square += chances[yes] * value * value;
  }
  return std::max(0.0, square - mean * mean);
}

}  // namespace

double kappa_variance(const ExpectedAgreement& expected) {
  // kappa = 1 - D / (2 P (1 - P)), with D the pairs that disagree and P the share of yes; a and b are its
  // derivatives.
  const double p = expected.prevalence, pq = p * (1 - p);
  return variance_of(expected, -1 / (2 * pq), (1 - expected.kappa) * (1 - 2 * p) / pq);
}

double agreement_variance(const ExpectedAgreement& expected) { return variance_of(expected, 1, 0); }

double kappa_variance(double both, double only_first, double only_second, double neither) {
  const double first = both + only_first, second = both + only_second;
  const double observed = both + neither, expected = first * second + (1 - first) * (1 - second);
  assert(expected < 1);
  const double missed = 1 - observed, chance_missed = 1 - expected;
  const auto square = [](double x) { return x * x; };
  const double agreeing = both * square(chance_missed - (first + second) * missed) +
                          neither * square(chance_missed - (2 - first - second) * missed);
  const double disagreeing =
      square(missed) * (only_first * square(second + 1 - first) + only_second * square(first + 1 - second));
  return (agreeing + disagreeing - square(observed * expected - 2 * expected + observed)) /
         square(square(chance_missed));
}

double agreement_at(double kappa, double prevalence) {
  const double by_chance = 1 - 2 * prevalence * (1 - prevalence);
  return by_chance + kappa * (1 - by_chance);
}

double kappa_at(double agreement, double prevalence) {
  const double by_chance = 1 - 2 * prevalence * (1 - prevalence);
  return (agreement - by_chance) / (1 - by_chance);
}

std::uint64_t units_for_width(double variance, double width) {
  assert(width > 0);
  const double exact = variance * std::pow(2 * normal_quantile_95 / width, 2);
  return static_cast<std::uint64_t>(std::max(2.0, std::ceil(exact - 1e-9)));
}

double width_with(double variance, std::uint64_t units) {
  return 2 * normal_quantile_95 * std::sqrt(variance / static_cast<double>(units));
}

}  // namespace codeboom
