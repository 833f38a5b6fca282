// p-values for many comparisons at once.
#include <algorithm>
#include <numeric>

#include "engine/count/difference.h"

namespace codeboom {
namespace {

// The places of the p-values that are there, smallest first.
std::vector<std::size_t> ascending(std::span<const Statistic> p) {
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < p.size(); ++place) {
    if (p[place].value) places.push_back(place);
  }
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return *p[a].value < *p[b].value; });
  return places;
}

}  // namespace

std::vector<Statistic> holm(std::span<const Statistic> p) {
  std::vector<Statistic> corrected(p.begin(), p.end());
  const std::vector<std::size_t> places = ascending(p);
  double largest = 0;
  for (std::size_t rank = 0; rank < places.size(); ++rank) {
    largest = std::max(largest, static_cast<double>(places.size() - rank) * *p[places[rank]].value);
    corrected[places[rank]].value = std::min(1.0, largest);
  }
  return corrected;
}

std::vector<Statistic> benjamini_hochberg(std::span<const Statistic> p) {
  std::vector<Statistic> corrected(p.begin(), p.end());
  const std::vector<std::size_t> places = ascending(p);
  double smallest = 1;
  for (std::size_t rank = places.size(); rank > 0; --rank) {
    const double times = static_cast<double>(places.size()) / static_cast<double>(rank);
    smallest = std::min(smallest, times * *p[places[rank - 1]].value);
    corrected[places[rank - 1]].value = smallest;
  }
  return corrected;
}

}  // namespace codeboom
