#include "engine/count/incidence.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <numeric>

namespace codeboom {

std::uint64_t IncidenceCounts::in_exactly(std::uint64_t wanted) const {
  const auto [first, last] = std::equal_range(occurs_in.begin(), occurs_in.end(), wanted);
  return static_cast<std::uint64_t>(last - first);
}

std::uint64_t IncidenceCounts::occurrences() const {
  return std::accumulate(occurs_in.begin(), occurs_in.end(), std::uint64_t{0});
}

IncidenceCounts incidence_counts(std::span<const LabelsOfDocument> documents) {
  boost::unordered_flat_map<std::uint32_t, std::uint64_t> of_label;
  for (const LabelsOfDocument& labels : documents) {
    for (const std::uint32_t label : labels) ++of_label[label];
  }
  IncidenceCounts counts{documents.size(), {}};
  for (const auto& [label, times] : of_label) counts.occurs_in.push_back(times);
  std::sort(counts.occurs_in.begin(), counts.occurs_in.end());
  return counts;
}

}  // namespace codeboom
