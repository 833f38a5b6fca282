#include "engine/measure/alpha_bootstrap.h"

#include <algorithm>
#include <limits>

#include "engine/measure/label_space.h"

namespace codeboom {
namespace {

// Unordered pairs of values of one unit that differ by the same, and how many there are.
struct Pairs {
  double squared = 0;
  std::uint64_t count = 0;
};

std::vector<Pairs> pairs_of(const CountTable& table, const LabelSpace& space) {
  std::vector<Pairs> all;
  for (const CountTable::Pattern& pattern : table.patterns) {
    const auto counts = table.of(pattern);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const std::uint64_t coders = counts[i].coders;
      if (coders > 1) all.push_back({0, pattern.times * coders * (coders - 1) / 2});
      for (std::size_t j = i + 1; j < counts.size(); ++j) {
        all.push_back({space.squared(counts[i].label, counts[j].label), pattern.times * coders * counts[j].coders});
      }
    }
  }
  std::sort(all.begin(), all.end(), [](const Pairs& a, const Pairs& b) { return a.squared < b.squared; });
  std::vector<Pairs> merged;
  for (const Pairs& pairs : all) {
    if (merged.empty() || merged.back().squared != pairs.squared) merged.push_back({pairs.squared, 0});
    merged.back().count += pairs.count;
  }
  return merged;
}

// How many draws a unit that `judged` coders judged takes, over all such units.
struct Draws {
  std::uint32_t judged = 0;
  std::uint64_t count = 0;
};

std::vector<Draws> draws_of(const CountTable& table) {
  std::vector<Draws> draws;
  for (const CountTable::Pattern& pattern : table.patterns) {
    if (pattern.judged < 2) continue;
    const std::uint64_t pairs = pattern.times * pattern.judged * (pattern.judged - 1) / 2;
    auto known = std::find_if(draws.begin(), draws.end(), [&](const Draws& one) { return one.judged == pattern.judged; });
    if (known == draws.end()) known = draws.insert(draws.end(), {pattern.judged, 0});
    known->count += pairs;
  }
  std::sort(draws.begin(), draws.end(), [](const Draws& a, const Draws& b) { return a.judged < b.judged; });
  return draws;
}

}  // namespace

Resampled krippendorff_bootstrap(const CountTable& table, const Metric& metric, const BootstrapOptions& options) {
  Resampled result;
  result.replicates = options.replicates;
  const Coefficient alpha = krippendorff_alpha(table, metric);
  if (!alpha.value.value) return result;
  const Coincidences observed = coincidences(table);
  const std::vector<Pairs> pairs = pairs_of(table, LabelSpace(metric, observed.values));
  std::vector<std::uint64_t> below;  // ends of the ranges of draws that give each difference
  std::uint64_t all = 0;
  for (const Pairs& one : pairs) below.push_back(all += one.count);
  const std::vector<Draws> draws = draws_of(table);
  const double scale = 2 / (observed.total * *alpha.expected.value);
  if (all > std::numeric_limits<std::uint32_t>::max()) return result;  // four thousand million draws a sample: days
  BoundedDraw draw(options.seed, static_cast<std::uint32_t>(all));
  for (std::uint32_t replicate = 0; replicate < options.replicates; ++replicate) {
    double deviation = 0;
    for (const Draws& one : draws) {
      double sum = 0;
      for (std::uint64_t i = 0; i < one.count; ++i) {
        const auto range = std::upper_bound(below.begin(), below.end(), draw());
        sum += pairs[static_cast<std::size_t>(range - below.begin())].squared;
      }
      deviation += scale * sum / (one.judged - 1.0);
    }
    result.values.push_back(std::max(-1.0, 1 - deviation));
  }
  std::sort(result.values.begin(), result.values.end());
  return result;
}

}  // namespace codeboom
