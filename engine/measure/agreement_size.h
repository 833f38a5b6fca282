// How many units must be judged by all coders before the interval around their agreement is as narrow as one
// wishes.
//
// For one label that a unit has or has not, at an expected kappa and prevalence. Units are taken to be drawn
// independently from many; of documents that is so, of sentences within a document it is not.
//
// Unit    kappa, prevalence, agreement, width: 0 to 1, not per cent. A variance is that of one unit: the
//         variance of the estimate from n units is it divided by n.
// Errors  none.
// Source  two coders: Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, 323-327, as Q in Cantor
//         (1996), Psychological Methods 1(2), 150-153; with equal prevalences it is the variance of Bloch &
//         Kraemer (1989), Biometrics 45, 269-287, which Donner & Eliasziw (1992), Statistics in Medicine 11,
//         1511-1519, plan with. More coders: Fleiss' kappa by the delta method when counts of yes are
//         beta-binomial with the same prevalence and the same correlation between any two coders (Williams
//         1975, Biometrics 31, 949-952); for two coders that is the same. Percentages: mean over pairs.
#pragma once

#include <cstdint>

namespace codeboom {

struct ExpectedAgreement {
  double kappa = 0;       // 0 <= kappa < 1
  double prevalence = 0;  // 0 < prevalence < 1: how many units have the label, according to each coder
  unsigned coders = 2;    // at least 2, at most 100
};

// n times the variance of kappa, and of the percentage of agreement.
double kappa_variance(const ExpectedAgreement& expected);
double agreement_variance(const ExpectedAgreement& expected);

// Q of Cantor, from the shares of units: both coders yes, only the first, only the second, neither. Any
// prevalences. Requires: they add up to 1, and neither coder always says the same (kappa is undefined then).
double kappa_variance(double both, double only_first, double only_second, double neither);

// What two coders of equal prevalence agree on with this kappa, and the other way round.
double agreement_at(double kappa, double prevalence);
double kappa_at(double agreement, double prevalence);

inline constexpr double normal_quantile_95 = 1.959963984540054;  // two-sided

// The least n for which a 95 % interval (estimate plus and minus 1.96 standard errors) is at most `width`
// wide from end to end. Requires: width > 0.
std::uint64_t units_for_width(double variance, double width);
// The other way round.
double width_with(double variance, std::uint64_t units);

}  // namespace codeboom
