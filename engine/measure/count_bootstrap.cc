#include "engine/measure/count_bootstrap.h"

#include <algorithm>
#include <cassert>

#include "engine/measure/patterns.h"

namespace codeboom {
namespace {

// The samples' values so far, one list per statistic.
class Samples {
 public:
  Samples(const std::vector<CountStatistic>& statistics, std::uint32_t replicates)
      : statistics_(statistics), resampled_(statistics.size()) {
    for (Resampled& one : resampled_) one.replicates = replicates;
  }
  void add(const CountTable& sample) {
    for (std::size_t i = 0; i < statistics_.size(); ++i) {
      if (const auto value = statistics_[i](sample).value) resampled_[i].values.push_back(*value);
    }
  }
  std::vector<Resampled> finish() {
    for (Resampled& one : resampled_) std::sort(one.values.begin(), one.values.end());
    return std::move(resampled_);
  }

 private:
  const std::vector<CountStatistic>& statistics_;
  std::vector<Resampled> resampled_;
};

// The pattern of every unit that anybody judged.
std::vector<std::uint32_t> pattern_of_unit(const CountTable& table) {
  std::vector<std::uint32_t> patterns;
  for (std::uint32_t place = 0; place < table.patterns.size(); ++place) {
    if (table.patterns[place].judged > 0) patterns.insert(patterns.end(), table.patterns[place].times, place);
  }
  return patterns;
}

}  // namespace

std::optional<Interval> Resampled::interval(double level) const {
  if (values.empty() || static_cast<double>(values.size()) < 0.95 * replicates) return std::nullopt;
  const double tail = (1 - level) / 2;
  return Interval{quantile(values, tail), quantile(values, 1 - tail)};
}

std::optional<double> Resampled::median() const {
  return values.empty() ? std::nullopt : std::optional(quantile(values, 0.5));
}

std::optional<double> Resampled::share_below(double bound) const {
  if (values.empty()) return std::nullopt;
  const auto below = std::lower_bound(values.begin(), values.end(), bound) - values.begin();
  return static_cast<double>(below) / static_cast<double>(values.size());
}

std::vector<Resampled> resample(std::size_t clusters, std::size_t statistics, const ManyStatistics& compute,
                                const BootstrapOptions& options) {
  std::vector<Resampled> result(statistics);
  for (Resampled& one : result) one.replicates = options.replicates;
  if (clusters < 2) return result;
  Draw draw(options.seed);
  std::vector<std::uint32_t> counts(clusters);
  std::vector<Statistic> values(statistics);
  for (std::uint32_t replicate = 0; replicate < options.replicates; ++replicate) {
    std::fill(counts.begin(), counts.end(), 0);
    for (std::size_t i = 0; i < clusters; ++i) ++counts[draw.below(clusters)];
    compute(counts, values);
    for (std::size_t i = 0; i < statistics; ++i) {
      if (values[i].value) result[i].values.push_back(*values[i].value);
    }
  }
  for (Resampled& one : result) std::sort(one.values.begin(), one.values.end());
  return result;
}

std::vector<Resampled> resample_units(const CountTable& table, const std::vector<CountStatistic>& statistics,
                                      const BootstrapOptions& options) {
  Samples samples(statistics, options.replicates);
  const std::vector<std::uint32_t> units = pattern_of_unit(table);
  if (units.size() < 2) return samples.finish();
  BoundedDraw draw(options.seed, static_cast<std::uint32_t>(units.size()));
  CountTable sample = table;
  std::vector<std::uint32_t> times(table.patterns.size());
  for (std::uint32_t replicate = 0; replicate < options.replicates; ++replicate) {
    std::fill(times.begin(), times.end(), 0);
    for (std::size_t i = 0; i < units.size(); ++i) ++times[units[draw()]];
    for (std::size_t i = 0; i < times.size(); ++i) sample.patterns[i].times = times[i];
    samples.add(sample);
  }
  return samples.finish();
}

ClusteredTable clustered(const Ratings& ratings, std::span<const std::uint32_t> cluster_of, std::uint32_t clusters) {
  assert(cluster_of.size() == ratings.units());
  ClusteredTable result;
  PatternTable patterns(ratings.labels);
  std::vector<std::vector<std::uint32_t>> places(clusters);
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    places[cluster_of[unit]].push_back(patterns.add_unit(ratings.unit(unit)));
  }
  result.table = patterns.take();
  for (std::vector<std::uint32_t>& of_cluster : places) {
    std::sort(of_cluster.begin(), of_cluster.end());
    std::vector<ClusteredTable::Part> parts;
    for (const std::uint32_t place : of_cluster) {
      if (parts.empty() || parts.back().pattern != place) parts.push_back({place, 0});
      ++parts.back().times;
    }
    result.clusters.push_back(std::move(parts));
  }
  return result;
}

std::vector<Resampled> resample_clusters(const ClusteredTable& clusters, const std::vector<CountStatistic>& statistics,
                                         const BootstrapOptions& options) {
  Samples samples(statistics, options.replicates);
  const std::size_t count = clusters.clusters.size();
  if (count < 2) return samples.finish();
  BoundedDraw draw(options.seed, static_cast<std::uint32_t>(count));
  CountTable sample = clusters.table;
  for (std::uint32_t replicate = 0; replicate < options.replicates; ++replicate) {
    for (CountTable::Pattern& pattern : sample.patterns) pattern.times = 0;
    for (std::size_t i = 0; i < count; ++i) {
      for (const ClusteredTable::Part& part : clusters.clusters[draw()]) sample.patterns[part.pattern].times += part.times;
    }
    samples.add(sample);
  }
  return samples.finish();
}

}  // namespace codeboom
