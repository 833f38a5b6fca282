// Agreement on coded segments as MAXQDA counts it: a segment of one coder agrees when the other has one with the
// same label that overlaps it enough.
//
// Shape   every segment of either coder is judged once, so a pair that agrees counts twice (once from each side).
// Unit    thresholds and shares 0 to 1.
// Errors  none. Undefined: no segments; kappa with fewer than two labels.
// Source  MAXQDA help, "Intercoder agreement", segment level; kappa after Brennan & Prediger (1981), Educational and
//         Psychological Measurement 41, 687-699, with chance 1 / (number of labels), as Raediker & Kuckartz describe
//         it for MAXQDA. What exactly MAXQDA divides the overlap by is not published: choose, and say which.
#pragma once

#include <vector>

#include "engine/measure/coefficient.h"
#include "engine/measure/continuum.h"

namespace codeboom {

enum class OverlapOf {
  either,
  shorter,
  own
};  // of what either covers (Jaccard); of the shorter segment; of the segment judged

struct SegmentCounts {
  std::uint64_t first_agrees = 0, only_first = 0;    // segments of the first coder
  std::uint64_t second_agrees = 0, only_second = 0;  // of the second
  std::uint64_t agreements() const { return first_agrees + second_agrees; }
  std::uint64_t segments() const { return agreements() + only_first + only_second; }
  friend bool operator==(const SegmentCounts&, const SegmentCounts&) = default;
};

struct SegmentAgreement {
  std::vector<SegmentCounts> labels;
  SegmentCounts total;
};

// Two places of coders in the continuum. Requires: no fault_in; threshold above 0 and at most 1.
SegmentAgreement segment_agreement(const Continuum& continuum, std::size_t first, std::size_t second,
                                   OverlapOf overlap, double threshold);

// agreements / segments.
Statistic percent_of_segments(const SegmentCounts& counts);

// Chance agreement 1 / `labels`: the number of labels that was declared, not of those that occurred.
Coefficient segment_kappa(const SegmentCounts& counts, std::uint32_t labels);

}  // namespace codeboom
