// How far two different labels still count as agreement, for weighted kappas and AC2: 1 in full, 0 not at all.
//
// Shape   identity: only equal labels agree. Linear and quadratic: by the distance between the labels' places, relative to the
//         greatest. Ordinal: by the number of pairs of labels that lie between. Table: labels x labels, declared by the caller.
// Unit    0 to 1.
// Source  Cohen (1968), Psychological Bulletin 70, 213-220 (linear and quadratic as in Fleiss & Cohen 1973, EPM 33, 613-619);
//         Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 3 (ordinal).
#pragma once

#include <cstdint>
#include <vector>

#include "engine/measure/ratings.h"

namespace codeboom {

struct Weights {
  enum class Kind { identity, linear, quadratic, ordinal, table };
  Kind kind = Kind::identity;
  std::vector<double> places;  // linear, quadratic: where each label stands, e.g. its number; ascending
  std::vector<double> cells;   // table: row by row
  std::uint32_t labels = 0;

  double at(Label a, Label b) const;
};

// The sum over all pairs of labels. Linear in the labels but for a table.
double total(const Weights& weights);
// For each label, what it would agree with labels drawn with these shares: the weights times the shares. Linear in the labels for
// identity, linear and quadratic weights.
std::vector<double> agreement_with(const std::vector<double>& shares, const Weights& weights);

Weights identity_weights(std::uint32_t labels);
Weights linear_weights(std::vector<double> places);
Weights quadratic_weights(std::vector<double> places);
Weights ordinal_weights(std::uint32_t labels);
Weights table_weights(std::uint32_t labels, std::vector<double> cells);  // requires 1 on the diagonal, symmetry
std::vector<double> equal_steps(std::uint32_t labels);                   // 0, 1, 2, ...: labels in order without numbers

}  // namespace codeboom
