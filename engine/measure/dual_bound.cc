#include "engine/measure/dual_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <tuple>

namespace codeboom {
namespace {

using Places = std::vector<std::vector<std::uint32_t>>;

// Per element, the places of the subsets that hold it.
Places subsets_of(std::uint32_t elements, std::span<const CostedSubset> subsets) {
  Places places(elements);
  for (std::uint32_t i = 0; i < subsets.size(); ++i) {
    for (const std::uint32_t element : subsets[i].elements) places[element].push_back(i);
  }
  return places;
}

// Which of two sides each element is on, when every pair has one on each; 0 and 1.
std::optional<std::vector<int>> two_sides(std::span<const CostedSubset> subsets, const Places& places) {
  for (const CostedSubset& subset : subsets) {
    if (subset.elements.size() > 2) return std::nullopt;
  }
  std::vector<int> side(places.size(), -1);
  for (std::uint32_t start = 0; start < places.size(); ++start) {
    if (side[start] >= 0) continue;
    side[start] = 0;
    std::vector<std::uint32_t> open{start};
    while (!open.empty()) {
      const std::uint32_t element = open.back();
      open.pop_back();
      for (const std::uint32_t place : places[element]) {
        for (const std::uint32_t other : subsets[place].elements) {
          if (other == element) continue;
          if (side[other] == side[element]) return std::nullopt;
          if (side[other] < 0) {
            side[other] = 1 - side[element];
            open.push_back(other);
          }
        }
      }
    }
  }
  return side;
}

// The assignment problem: each element of side 0 takes one of side 1, or stays alone.
class Assignment {
 public:
  Assignment(std::span<const CostedSubset> subsets, const Places& places, const std::vector<int>& side)
      : subsets_(subsets),
        places_(places),
        side_(side),
        alone_(places.size()),
        price_(places.size(), 0),
        taken_(places.size(), none) {
    for (std::size_t i = 0; i < subsets.size(); ++i) {
      if (subsets[i].elements.size() == 1) alone_[subsets[i].elements[0]] = i;
    }
    for (std::uint32_t row = 0; row < places.size(); ++row) {
      if (side[row] != 0) continue;
      for (const std::uint32_t place : places[row]) price_[row] = std::min(price_[row], gain(place));
    }
    for (std::uint32_t row = 0; row < places.size(); ++row) {
      if (side[row] == 0) assign(row);
    }
  }

  DualBound bound() const {
    DualBound result;
    std::vector<std::size_t> cheapest;
    for (std::uint32_t element = 0; element < places_.size(); ++element) {
      result.prices.push_back(price_[element] + subsets_[alone_[element]].cost);
      if (taken_[element] == none) {
        cheapest.push_back(alone_[element]);
      } else if (side_[element] == 0) {
        cheapest.push_back(taken_[element]);
      }
    }
    result.cheapest = std::move(cheapest);
    return result;
  }

 private:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  // What the pair costs more than its two elements alone: negative when they belong together.
  std::int64_t gain(std::size_t place) const {
    const CostedSubset& subset = subsets_[place];
    if (subset.elements.size() == 1) return 0;
    return subset.cost - subsets_[alone_[subset.elements[0]]].cost - subsets_[alone_[subset.elements[1]]].cost;
  }
  std::uint32_t partner(std::size_t place, std::uint32_t element) const {
    const auto& pair = subsets_[place].elements;
    return pair[0] == element ? pair[1] : pair[0];
  }

  // Finds the cheapest chain of exchanges after which `row` is assigned too (Dijkstra over what each step costs at the prices).
  void assign(std::uint32_t row) {
    struct Reached {
      std::int64_t distance;
      std::uint32_t column;
      bool operator>(const Reached& other) const { return std::tie(distance, column) > std::tie(other.distance, other.column); }
    };
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open;
    std::vector<std::pair<std::uint32_t, std::int64_t>> rows{{row, 0}}, columns;  // settled, with their distance
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    std::uint32_t last_row = row;
    std::size_t last_place = none;
    distance_.assign(places_.size(), std::numeric_limits<std::int64_t>::max());
    via_.assign(places_.size(), none);
    const auto scan = [&](std::uint32_t from, std::int64_t distance) {
      for (const std::uint32_t place : places_[from]) {
        if (place == taken_[from]) continue;
        const bool alone = subsets_[place].elements.size() == 1;
        const std::int64_t to = distance + gain(place) - price_[from] - (alone ? 0 : price_[partner(place, from)]);
        if (alone) {
          if (to < best) best = to, last_row = from, last_place = none;
        } else if (const std::uint32_t column = partner(place, from); to < distance_[column]) {
          distance_[column] = to;
          via_[column] = place;
          open.push({to, column});
        }
      }
    };
    scan(row, 0);
    while (!open.empty() && open.top().distance < best) {
      const auto [distance, column] = open.top();
      open.pop();
      if (distance > distance_[column]) continue;
      if (taken_[column] == none) {
        best = distance;
        last_place = via_[column];
        last_row = partner(last_place, column);
        break;
      }
      columns.emplace_back(column, distance);
      const std::uint32_t next = partner(taken_[column], column);
      rows.emplace_back(next, distance);
      scan(next, distance);
    }
    for (const auto& [settled, distance] : rows) price_[settled] += best - distance;
    for (const auto& [settled, distance] : columns) price_[settled] -= best - distance;
    for (;;) {  // back along the chain
      const std::size_t before = taken_[last_row];
      taken_[last_row] = last_place;
      if (last_place != none) taken_[partner(last_place, last_row)] = last_place;
      if (last_row == row) return;
      const std::uint32_t column = partner(before, last_row);
      last_place = via_[column];
      last_row = partner(last_place, column);
    }
  }

  std::span<const CostedSubset> subsets_;
  const Places& places_;
  const std::vector<int>& side_;
  std::vector<std::size_t> alone_;   // the subset of one
  std::vector<std::int64_t> price_;  // above the cost of being alone
  std::vector<std::size_t> taken_;   // the pair that the element is in
  std::vector<std::int64_t> distance_;
  std::vector<std::size_t> via_;
};

// At temperature t, subset U weighs exp((prices of its elements - cost) / t); every element is scaled until its subsets weigh 1.
std::vector<double> scaled_prices(std::span<const CostedSubset> subsets, const Places& places, double unit) {
  std::vector<double> price(places.size(), 0), surplus(subsets.size());
  for (std::size_t i = 0; i < subsets.size(); ++i) surplus[i] = -static_cast<double>(subsets[i].cost) / unit;
  constexpr int sweeps = 6;
  for (double temperature = 0.3; temperature > 0.0005; temperature *= 0.6) {
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      for (std::size_t element = 0; element < places.size(); ++element) {
        double most = -std::numeric_limits<double>::infinity(), weight = 0;
        for (const std::uint32_t place : places[element]) most = std::max(most, surplus[place]);
        for (const std::uint32_t place : places[element]) weight += std::exp((surplus[place] - most) / temperature);
        const double change = most + temperature * std::log(weight);
        price[element] -= change;
        for (const std::uint32_t place : places[element]) surplus[place] -= change;
      }
    }
  }
  return price;
}

std::int64_t slack(const CostedSubset& subset, const std::vector<std::int64_t>& prices) {
  std::int64_t rest = subset.cost;
  for (const std::uint32_t element : subset.elements) rest -= prices[element];
  return rest;
}

}  // namespace

DualBound dual_bound(std::uint32_t elements, std::span<const CostedSubset> subsets) {
  const Places places = subsets_of(elements, subsets);
  if (const auto side = two_sides(subsets, places)) return Assignment(subsets, places, *side).bound();
  std::int64_t unit = 1;
  for (const CostedSubset& subset : subsets) {
    if (subset.elements.size() == 1) unit = std::max(unit, subset.cost);
  }
  DualBound result;
  for (const double price : scaled_prices(subsets, places, static_cast<double>(unit))) {
    result.prices.push_back(std::llround(price * static_cast<double>(unit)));
  }
  for (const CostedSubset& subset : subsets) {  // lowering a price breaks nothing that held before
    const std::int64_t excess = -slack(subset, result.prices);
    if (excess <= 0) continue;
    const auto size = static_cast<std::int64_t>(subset.elements.size());
    for (const std::uint32_t element : subset.elements) result.prices[element] -= (excess + size - 1) / size;
  }
  for (std::uint32_t element = 0; element < elements; ++element) {
    std::int64_t room = std::numeric_limits<std::int64_t>::max();
    for (const std::uint32_t place : places[element]) room = std::min(room, slack(subsets[place], result.prices));
    result.prices[element] += room;
  }
  return result;
}

}  // namespace codeboom
