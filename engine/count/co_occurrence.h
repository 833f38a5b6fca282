// How much more often than by chance two labels occur together.
//
// Shape   of `of` units (documents, sentences), `first` carry the one label, `second` the other and
//         `both` both.
// Unit    lift: 1 is chance, 2 is twice as often. phi: -1 to 1, 0 is chance.
// Errors  none. A label that occurs nowhere: undefined. Requires both <= first, second and first +
//         second - both <= of.
#pragma once

#include <cstdint>
#include <span>

#include "engine/count/estimate.h"
#include "engine/measure/bootstrap.h"

namespace codeboom {

struct Together {
  std::uint64_t both = 0, first = 0, second = 0, of = 0;
};

struct CoOccurrence {
  double expected = 0;  // units with both if it were chance: first * second / of
  Estimate lift;        // both / expected
  Statistic phi;
};

// Units independent of each other, such as documents. Interval: log(lift) +- z s, by the delta method
// for multinomial counts, s^2 = (1/p12 - 1/p1 - 1/p2 + 2 lift - 1)/n; not when they never occur
// together (its logarithm is endless).
//
// Source  lift: Brin, Motwani, Ullman & Tsur (1997), SIGMOD, 255-264 ("interest"); delta method:
//         Agresti (2013), Categorical Data Analysis, 3rd ed., ch. 16; phi: Yule (1912), JRSS 75,
//         579-652.
CoOccurrence co_occurrence(const Together& together, double level = usual_confidence);

// Units within documents, such as sentences, which are not independent: one Together per document, and the
// interval by drawing documents with replacement (percentiles; engine/measure/bootstrap.h).
CoOccurrence co_occurrence(std::span<const Together> documents, const BootstrapOptions& options);

}  // namespace codeboom
