// The probability distributions that intervals and tests need; hides Boost.Math.
//
// Errors  none: the .cc never lets Boost throw. Requires what each line says.
// Source  Boost.Math, Statistical Distributions.
#pragma once

#include <cstdint>

namespace codeboom {

// How many standard errors a two-sided interval of this level goes to each side: 1.96 for .95. Requires
// 0 < level < 1.
double normal_deviate(double level);

// The place below which this part of a beta distribution lies. Requires a, b > 0 and 0 < probability < 1.
double beta_quantile(double a, double b, double probability);

// The probability of at least this much chi-square. Requires degrees > 0 and value >= 0.
double chi_square_tail(double degrees, double value);

// How many of `drawn` documents carry something that `marked` of all `population` carry.
// Requires marked <= population, drawn <= population and population < 2^31.
struct Hypergeometric {
  std::uint64_t marked = 0, drawn = 0, population = 0;

  std::uint64_t least() const { return marked + drawn > population ? marked + drawn - population : 0; }
  std::uint64_t most() const { return marked < drawn ? marked : drawn; }
  double probability(std::uint64_t found) const;  // of exactly this many
  double at_most(std::uint64_t found) const;
  double at_least(std::uint64_t found) const;
};

}  // namespace codeboom
