// Prices per element such that no subset costs less than its elements: together they bound every partition from below.
//
// Shape   as in set_partition.h. Every subset of one is there.
// Errors  none. The prices always hold; how close they come to the cheapest partition is a matter of the subsets.
// Source  linear dual of the set-partition problem. In general: iterative scaling at a falling temperature (as Sinkhorn's for
//         transport), then made to hold, and tight, in whole numbers. When subsets hold at most two elements and those fall into two
//         sides it is the assignment problem: shortest augmenting paths (Jonker & Volgenant 1987, Computing 38, 325-340), exact.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/measure/set_partition.h"

namespace codeboom {

struct DualBound {
  std::vector<std::int64_t> prices;
  // Places in `subsets` of a cheapest partition, when finding the prices found it.
  std::optional<std::vector<std::size_t>> cheapest;
};

DualBound dual_bound(std::uint32_t elements, std::span<const CostedSubset> subsets);

}  // namespace codeboom
