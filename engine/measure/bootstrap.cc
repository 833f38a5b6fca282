#include "engine/measure/bootstrap.h"

#include <algorithm>
#include <cmath>

namespace codeboom {

double quantile(const std::vector<double>& sorted, double probability) {
  const double place = probability * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(place));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

std::vector<std::optional<Interval>> bootstrap(std::size_t clusters,
                                               const std::vector<std::function<Statistic(ClusterCounts)>>& statistics,
                                               const BootstrapOptions& options) {
  std::vector<std::optional<Interval>> intervals(statistics.size());
  if (clusters < 2 || options.replicates == 0) return intervals;
  Draw draw(options.seed);
  std::vector<std::vector<double>> values(statistics.size());
  std::vector<std::uint32_t> counts(clusters);
  for (std::uint32_t replicate = 0; replicate < options.replicates; ++replicate) {
    std::fill(counts.begin(), counts.end(), 0);
    for (std::size_t i = 0; i < clusters; ++i) ++counts[draw.below(clusters)];
    for (std::size_t i = 0; i < statistics.size(); ++i) {
      if (const auto value = statistics[i](counts).value) values[i].push_back(*value);
    }
  }
  const double tail = (1 - options.level) / 2;
  for (std::size_t i = 0; i < statistics.size(); ++i) {
    if (static_cast<double>(values[i].size()) < 0.95 * options.replicates) continue;
    std::sort(values[i].begin(), values[i].end());
    intervals[i] = Interval{quantile(values[i], tail), quantile(values[i], 1 - tail)};
  }
  return intervals;
}

}  // namespace codeboom
