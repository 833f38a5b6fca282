// Percentile intervals by resampling clusters (documents, phrases) with replacement.
//
// Shape   a statistic is a function of how often each cluster was drawn; the counts add up to the number of clusters.
// Errors  none. No interval when there are fewer than two clusters, or when the statistic was undefined in more than a
//         twentieth of the samples: then the others would say too little.
// Source  Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13 (percentile interval). Draws are those
//         of corpus/draw.h, so that every machine draws the same.
#pragma once

#include <cassert>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <span>
#include <vector>

#include "corpus/draw.h"
#include "engine/measure/statistic.h"

namespace codeboom {

// Many unbiased numbers below one bound, 32 bits of the same generator each: for samples of many units.
class BoundedDraw {
 public:
  BoundedDraw(std::uint64_t seed, std::uint32_t bound) : generator_(seed), bound_(bound), unfair_((0 - bound) % bound) {
    assert(bound > 0);
  }
  std::uint32_t operator()() {
    for (;;) {
      if (!half_left_) number_ = generator_();
      const std::uint64_t product = (half_left_ ? number_ >> 32 : number_ & 0xffffffff) * bound_;
      half_left_ = !half_left_;
      if (static_cast<std::uint32_t>(product) >= unfair_) return static_cast<std::uint32_t>(product >> 32);
    }
  }

 private:
  std::mt19937_64 generator_;
  std::uint32_t bound_, unfair_;  // 2^32 mod bound: remainders below it would come up once too often
  std::uint64_t number_ = 0;
  bool half_left_ = false;
};

// Linear interpolation between order statistics (Hyndman & Fan 1996, type 7). Requires: sorted, not empty.
double quantile(const std::vector<double>& sorted, double probability);

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
