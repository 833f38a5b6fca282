#include "engine/learn/calibration.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace codeboom {
namespace {

constexpr int most_steps = 100;
constexpr double ridge = 1e-9;  // keeps the second derivatives invertible

struct Fit {
  std::span<const Outcome> outcomes;
  double target_right = 0, target_wrong = 0;

  double target(const Outcome& outcome) const { return outcome.right ? target_right : target_wrong; }

  // Negative log likelihood, in a form that does not overflow.
  double loss(double slope, double intercept) const {
    double sum = 0;
    for (const Outcome& outcome : outcomes) {
      const double value = slope * static_cast<double>(outcome.score) + intercept;
      sum += std::max(value, 0.0) + std::log1p(std::exp(-std::abs(value))) - target(outcome) * value;
    }
    return sum;
  }
};

// Laplace's rule of succession, so that a hundred out of a hundred is not certainty.
double ceiling_of(std::span<const Outcome> outcomes) {
  std::vector<Outcome> best(outcomes.begin(), outcomes.end());
  const std::size_t count = std::min<std::size_t>(best.size(), 100);
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count), best.end(),
                    [](const Outcome& a, const Outcome& b) {
                      return a.score != b.score ? a.score > b.score : a.right && !b.right;
                    });
  const auto right = std::count_if(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count),
                                   [](const Outcome& outcome) { return outcome.right; });
  return (static_cast<double>(right) + 1) / (static_cast<double>(count) + 2);
}

double logistic(double value) { return 1 / (1 + std::exp(-value)); }

}  // namespace

std::optional<double> Calibration::chance(double score) const {
  return known ? std::optional(std::min(ceiling, logistic(slope * score + intercept))) : std::nullopt;
}

Calibration calibrate(std::span<const Outcome> outcomes) {
  const auto right = static_cast<double>(
      std::count_if(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) { return outcome.right; }));
  const double wrong = static_cast<double>(outcomes.size()) - right;
  if (right == 0 || wrong == 0) return {};
  const Fit fit{outcomes, (right + 1) / (right + 2), 1 / (wrong + 2)};
  double slope = 0, intercept = std::log((right + 1) / (wrong + 1)), loss = fit.loss(slope, intercept);
  for (int step = 0; step < most_steps; ++step) {
    double ss = ridge, ii = ridge, si = 0, gs = 0, gi = 0;  // second and first derivatives
    for (const Outcome& outcome : outcomes) {
      const auto score = static_cast<double>(outcome.score);
      const double chance = logistic(slope * score + intercept), weight = chance * (1 - chance);
      const double error = chance - fit.target(outcome);
      ss += score * score * weight, si += score * weight, ii += weight;
      gs += score * error, gi += error;
    }
    if (std::abs(gs) < 1e-6 && std::abs(gi) < 1e-6) break;
    const double determinant = ss * ii - si * si;
    const double towards_slope = -(ii * gs - si * gi) / determinant, towards_intercept = -(ss * gi - si * gs) / determinant;
    double length = 1, next = 0;
    do {  // halved until it helps: Newton's step may overshoot
      next = fit.loss(slope + length * towards_slope, intercept + length * towards_intercept);
    } while (next > loss && (length /= 2) > 1e-10);
    slope += length * towards_slope, intercept += length * towards_intercept;
    if (loss - next < 1e-12) break;
    loss = next;
  }
  return {slope, intercept, ceiling_of(outcomes), true};
}

double f1_from(std::span<const Outcome> outcomes, float score) {
  double right = 0, given = 0, present = 0;
  for (const Outcome& one : outcomes) {
    const bool says = one.score >= score;
    given += says ? 1 : 0;
    present += one.right ? 1 : 0;
    right += says && one.right ? 1 : 0;
  }
  return given + present == 0 ? 0 : 2 * right / (given + present);
}

// Where F1 is highest hangs on a few outcomes: its curve is flat there, and jagged. How high it gets does not.
float best_chance(std::span<const std::vector<Outcome>> collections) {
  constexpr int least = 5, most = 95;
  double best = 0;
  for (int hundredths = least; hundredths <= most; ++hundredths) {
    double sum = 0;
    for (const auto& outcomes : collections) sum += f1_from(outcomes, static_cast<float>(hundredths) / 100);
    best = std::max(best, sum / static_cast<double>(collections.size()));
  }
  return std::max(static_cast<float>(best) / 2, static_cast<float>(least) / 100);
}

}  // namespace codeboom
