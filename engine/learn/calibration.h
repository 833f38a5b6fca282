// From a score to the chance that it is right, and the chance from which on to say yes, learned from scores of which the outcome is
// known.
//
// Unit    chances are 0 to 1.
// Errors  none. Without outcomes of both kinds the calibration is not known and gives no chance.
// Source  Platt (2000), in Advances in Large Margin Classifiers, 61-74: a logistic curve, fitted with his softened targets by
//         Newton's method (Lin, Lin & Weng 2007, Machine Learning 68, 267-276).
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace codeboom {

struct Outcome {
  float score = 0;
  bool right = false;
};

struct Calibration {
  double slope = 0, intercept = 0;  // chance = 1 / (1 + exp(-(slope x score + intercept))), at most `ceiling`
  double ceiling = 1;  // what the hundred best-scoring outcomes allow to claim: (right + 1) / (all + 2) of them
  bool known = false;

  std::optional<double> chance(double score) const;
  friend bool operator==(const Calibration&, const Calibration&) = default;
};

Calibration calibrate(std::span<const Outcome> outcomes);

// F1 of saying yes from this score on; 0 where nothing is said and nothing was to be said.
double f1_from(std::span<const Outcome> outcomes, float score);

// The chance from which on saying yes gives the best F1, for texts of several kinds: half of the best F1 that one chance for all
// collections gives on average (least .05). Of chances that come true as often as they say, no other does better. Scores are chances.
// Requires: a collection.
// Source  Lipton, Elkan & Narayanaswamy (2014), Optimal thresholding of classifiers to maximize F1 measure, in Machine Learning and
//         Knowledge Discovery in Databases, 225-239.
float best_chance(std::span<const std::vector<Outcome>> collections);

}  // namespace codeboom
