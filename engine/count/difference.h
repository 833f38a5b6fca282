// Do groups of documents differ in how many carry a label, or can that be chance?
//
// Shape   one Group per row: `with` of `of` documents. Groups without documents are left out.
// Unit    p: the probability, if there is no difference, of what was found or anything as unlikely.
// Errors  none. Not valid: no p, and why. Requires with <= of.
// Source  Fisher (1935), Design of Experiments, and JRSS 98, 39-82; Freeman & Halton (1951), Biometrika
//         38, 141-149; Cochran (1954), Biometrics 10, 417-451, rules for small expected counts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/measure/statistic.h"

namespace codeboom {

struct Group {
  std::uint64_t with = 0, of = 0;
};
// A document of two sectors stands in two groups: then no test that takes groups as independent is valid.
enum class Membership { separate, overlapping };

enum class DifferenceTest { none, fisher, freeman_halton, chi_square };
struct Difference {
  DifferenceTest test = DifferenceTest::none;
  Statistic p;
  // Of the chi-square test only.
  Statistic chi_square;
  std::uint64_t degrees = 0;
};

// Two groups, both sides: the probability of all tables with these margins that are not more likely
// than this one, with R's allowance of 1e-7 for rounding.
Difference fisher(const Group& first, const Group& second);

// The same for any number of groups, by looking at every table with these margins; not when there are
// more than `limit`.
Difference freeman_halton(std::span<const Group> groups, std::uint64_t limit = 200'000);

// Pearson's chi-square without continuity correction. Valid by Cochran's rules: two groups, 20
// documents or more and every expected count 5 or more; more groups, every expected count 1 or more and
// at most a fifth of them below 5.
Difference chi_square(std::span<const Group> groups);

// The exact test where it is feasible, otherwise chi-square where it is valid, otherwise the reason.
Difference difference(std::span<const Group> groups, Membership membership);

// p-values for looking at many comparisons at once, in the same order. Those without a value stay
// without and count for nothing. Holm bounds the chance of even one false difference, Benjamini and
// Hochberg the expected share of false ones among the differences found.
//
// Source  Holm (1979), Scandinavian Journal of Statistics 6, 65-70; Benjamini & Hochberg (1995), JRSS B
//         57, 289-300.
std::vector<Statistic> holm(std::span<const Statistic> p);
std::vector<Statistic> benjamini_hochberg(std::span<const Statistic> p);

}  // namespace codeboom
