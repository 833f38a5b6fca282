// Percentile intervals by resampling clusters (documents, phrases) with replacement.
//
// Shape   a statistic is a function of how often each cluster was drawn; the counts add up to the number of clusters.
// Errors  none. No interval when there are fewer than two clusters, or when the statistic was undefined in more than a
//         twentieth of the samples: then the others would say too little.
// Source  Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13 (percentile interval). Draws are those
//         of corpus/draw.h, so that every machine draws the same.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "corpus/draw.h"
#include "engine/measure/statistic.h"

namespace codeboom {

struct BootstrapOptions {
  std::uint64_t seed = 1;
  std::uint32_t replicates = 1000;
  double level = 0.95;
};

// All statistics share the same samples, so their intervals belong together.
using ClusterCounts = std::span<const std::uint32_t>;
std::vector<std::optional<Interval>> bootstrap(std::size_t clusters,
                                               const std::vector<std::function<Statistic(ClusterCounts)>>& statistics,
                                               const BootstrapOptions& options);

}  // namespace codeboom
