// Intervals of any coefficient of a CountTable, by drawing units, or clusters of units (documents), with replacement.
//
// Shape   a statistic sees a table with the same patterns and other `times`. All statistics share the samples.
// Errors  none. No interval of fewer than two clusters, or when more than a twentieth of the samples was undefined.
// Source  as bootstrap.h. Draws of 32 bits of the same generator, without bias (Lemire 2019).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/measure/bootstrap.h"
#include "engine/measure/ratings.h"

namespace codeboom {

struct Resampled {
  std::vector<double> values;      // ascending, of the samples in which it was defined
  std::uint32_t replicates = 0;

  std::optional<Interval> interval(double level = 0.95) const;
  std::optional<double> median() const;
  std::optional<double> share_below(double bound) const;  // as probability that the true value lies there
};

using CountStatistic = std::function<Statistic(const CountTable&)>;
// Any number of statistics that share work: `compute` fills one value each from how often each cluster was drawn.
using ManyStatistics = std::function<void(ClusterCounts, std::span<Statistic>)>;
std::vector<Resampled> resample(std::size_t clusters, std::size_t statistics, const ManyStatistics& compute,
                                const BootstrapOptions& options);

std::vector<Resampled> resample_units(const CountTable& table, const std::vector<CountStatistic>& statistics,
                                      const BootstrapOptions& options);

// The patterns of all units, and how often each occurs in each cluster.
struct ClusteredTable {
  struct Part {
    std::uint32_t pattern = 0;
    std::uint64_t times = 0;
  };
  CountTable table;
  std::vector<std::vector<Part>> clusters;
};
// `cluster_of` says of each unit in which cluster it is, 0 .. clusters - 1.
ClusteredTable clustered(const Ratings& ratings, std::span<const std::uint32_t> cluster_of, std::uint32_t clusters);
std::vector<Resampled> resample_clusters(const ClusteredTable& table, const std::vector<CountStatistic>& statistics,
                                         const BootstrapOptions& options);

}  // namespace codeboom
