// The alignment of several coders' spans with the least disorder: which span of one goes with which of the others.
//
// Shape   a unitary alignment holds at most one span of each coder; together they hold every span once.
// Unit    disorder: 0 for identical coders; 1 for a span that stands alone. That of the whole is the sum over the
//         unitary alignments divided by the mean number of spans per coder.
// Errors  none. Nothing is returned when the spans are so entangled that the exact answer is out of reach (`effort`).
// Source  Mathet, Widloecher & Metivier (2015), Computational Linguistics 41(3), 437-479, sec. 4. Exact, as a minimum
//         set partition: bounded from below by its linear dual (for two coders that of the assignment problem, which
//         is exact), parts that cannot influence each other apart, each searched from left to right. Of equally good
//         alignments the one with the fewest unitary alignments, and of those the first in the order of the text.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/measure/continuum.h"

namespace codeboom {

// How much a difference in place and in label weigh; a span without counterpart weighs 1.
struct Dissimilarity {
  double place = 1, label = 1;
};

// ((difference of begins + difference of ends) / (sum of lengths))^2. Requires: lengths above 0.
double place_difference(const LabelledSpan& a, const LabelledSpan& b);

struct AlignedSpan {
  std::uint32_t coder = 0, span = 0;  // places in the continuum
  friend bool operator==(const AlignedSpan&, const AlignedSpan&) = default;
};

struct Alignment {
  std::vector<std::vector<AlignedSpan>> unitary;  // in the order of the text; in one, in the order of the coders
  double disorder = 0;
};

inline constexpr std::uint64_t default_effort = 20'000'000;  // partial solutions looked at, at most: a second or so

// Requires: no fault_in, at least two coders, at least one span.
std::optional<Alignment> best_alignment(const Continuum& continuum, const Dissimilarity& dissimilarity,
                                        std::uint64_t effort = default_effort);

}  // namespace codeboom
