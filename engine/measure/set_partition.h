// A set of elements divided into given subsets so that the sum of their costs is least: exact, for subsets that are local (each
// element meets few others). What lies under the best alignment of spans.
//
// Shape   elements are numbered in the order in which their neighbours are near each other. Every element is also a subset by
//         itself. Of partitions that cost the same, the one whose subsets, written in order, come first is returned.
// Unit    costs are whole numbers above 0, so that equal is equal.
// Errors  none. Nothing is returned when the search would take more than `effort` partial solutions.
// Source  branch and bound over partial solutions from left to right: those that cover the same elements are compared, and none is
//         kept that exceeds the prices (dual_bound.h) by more than the best known solution does.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace codeboom {

struct CostedSubset {
  std::vector<std::uint32_t> elements;  // ascending
  std::int64_t cost = 0;
};

// Requires: every element has its subset of one.
std::optional<std::vector<CostedSubset>> cheapest_partition(std::uint32_t elements, std::vector<CostedSubset> subsets,
                                                            std::uint64_t effort);

}  // namespace codeboom
