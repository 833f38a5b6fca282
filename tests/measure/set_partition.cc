#include "engine/measure/set_partition.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "engine/measure/bootstrap.h"
#include "engine/measure/dual_bound.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

std::vector<CostedSubset> random_subsets(Draw& draw, std::uint32_t elements, std::size_t count, std::size_t largest,
                                         std::uint64_t costs) {
  std::map<std::vector<std::uint32_t>, std::int64_t> subsets;
  for (std::uint32_t element = 0; element < elements; ++element) {
    subsets[{element}] = static_cast<std::int64_t>(costs + draw.below(costs));
  }
  while (count-- > 0) {
    std::vector<std::uint32_t> all(elements);
    std::iota(all.begin(), all.end(), 0);
    draw.shuffle(all);
    all.resize(2 + draw.below(largest - 1));
    std::sort(all.begin(), all.end());
    subsets[all] = static_cast<std::int64_t>(costs + draw.below(2 * costs));
  }
  std::vector<CostedSubset> result;
  for (const auto& [members, cost] : subsets) result.push_back({members, cost});
  return result;
}

std::int64_t cost_of(const std::vector<CostedSubset>& partition) {
  return std::accumulate(partition.begin(), partition.end(), std::int64_t{0},
                         [](std::int64_t sum, const CostedSubset& subset) { return sum + subset.cost; });
}

bool holds_each_once(const std::vector<CostedSubset>& partition, std::uint32_t elements) {
  std::vector<std::uint32_t> seen;
  for (const CostedSubset& subset : partition) seen.insert(seen.end(), subset.elements.begin(), subset.elements.end());
  std::sort(seen.begin(), seen.end());
  std::vector<std::uint32_t> all(elements);
  std::iota(all.begin(), all.end(), 0);
  return seen == all;
}

// In the order of the subsets, so that the first of equal cost is found first.
struct Tried {
  std::int64_t cost = std::numeric_limits<std::int64_t>::max();
  std::vector<std::vector<std::uint32_t>> partition;
};

void try_all(const std::vector<CostedSubset>& subsets, std::vector<bool>& covered, std::int64_t cost,
             std::vector<std::vector<std::uint32_t>>& chosen, Tried& best) {
  const auto first = std::find(covered.begin(), covered.end(), false);
  if (first == covered.end()) {
    if (cost < best.cost) best = {cost, chosen};
    return;
  }
  for (const CostedSubset& subset : subsets) {
    if (subset.elements.front() != static_cast<std::uint32_t>(first - covered.begin())) continue;
    if (std::any_of(subset.elements.begin(), subset.elements.end(), [&](std::uint32_t element) { return covered[element]; }))
      continue;
    for (const std::uint32_t element : subset.elements) covered[element] = true;
    chosen.push_back(subset.elements);
    try_all(subsets, covered, cost + subset.cost, chosen, best);
    chosen.pop_back();
    for (const std::uint32_t element : subset.elements) covered[element] = false;
  }
}

}  // namespace

TEST_CASE("set partition: the cheapest, and of equally cheap ones the first, as trying all finds it", "[partition]") {
  Draw draw(71);
  for (int round = 0; round < 300; ++round) {
    const auto elements = static_cast<std::uint32_t>(2 + draw.below(9));
    // Few different costs: many partitions are equally cheap. Pairs alone are sometimes an assignment problem.
    const auto subsets =
        random_subsets(draw, elements, draw.below(40), 2 + draw.below(std::min(3u, elements - 1)), 1 + draw.below(4));
    std::vector<bool> covered(elements);
    std::vector<std::vector<std::uint32_t>> chosen;
    Tried slow;
    try_all(subsets, covered, 0, chosen, slow);
    const auto fast = cheapest_partition(elements, subsets, 1'000'000);
    REQUIRE(fast);
    CHECK(cost_of(*fast) == slow.cost);
    std::vector<std::vector<std::uint32_t>> members;
    for (const CostedSubset& subset : *fast) members.push_back(subset.elements);
    CHECK(members == slow.partition);
  }
}

TEST_CASE("set partition: however the elements are numbered, the cheapest costs the same", "[partition]") {
  Draw draw(73);
  int far = 0;
  for (std::uint32_t round = 0; round < 12; ++round) {
    // Subsets of neighbours, and some whose elements lie further apart than a word of bits holds; numbered from either end.
    const std::uint32_t elements = 140;
    std::map<std::vector<std::uint32_t>, std::int64_t> near;
    for (std::uint32_t element = 0; element < elements; ++element)
      near[{element}] = 1000 + static_cast<std::int64_t>(draw.below(300));
    for (int i = 0; i < 700; ++i) {
      std::vector<std::uint32_t> members;
      const auto first = static_cast<std::uint32_t>(draw.below(elements - 6));
      for (std::uint32_t element = first; element < first + 6 && members.size() < 3; ++element) {
        if (draw.below(2) == 0) members.push_back(element);
      }
      if (members.size() > 1) near[members] = 1500 + static_cast<std::int64_t>(draw.below(1000));
    }
    for (std::uint32_t i = 0; i < 6; ++i) near[{11 * i, 11 * i + 1, 11 * i + 66 + round % 3}] = 1500;  // cheap: many are taken
    std::vector<CostedSubset> subsets, others;
    for (const auto& [members, cost] : near) {
      subsets.push_back({members, cost});
      CostedSubset other{{}, cost};
      for (const std::uint32_t element : members) other.elements.push_back(elements - 1 - element);
      std::sort(other.elements.begin(), other.elements.end());
      others.push_back(std::move(other));
    }
    const auto first = cheapest_partition(elements, subsets, 20'000'000),
               second = cheapest_partition(elements, others, 20'000'000);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(holds_each_once(*first, elements));
    CHECK(holds_each_once(*second, elements));
    CHECK(cost_of(*first) == cost_of(*second));
    far += std::any_of(first->begin(), first->end(),
                       [](const CostedSubset& one) { return one.elements.back() - one.elements[0] > 64; });
  }
  CHECK(far > 6);
}

TEST_CASE("set partition: prices never exceed what a subset costs, and for two sides they add up to the cheapest",
          "[partition]") {
  Draw draw(79);
  for (int round = 0; round < 60; ++round) {
    const auto elements = static_cast<std::uint32_t>(2 + draw.below(30));
    auto subsets = random_subsets(draw, elements, draw.below(120), 2 + draw.below(std::min(3u, elements - 1)), 1000);
    const bool two_sides = round % 2 == 0;
    if (two_sides) {
      std::erase_if(subsets, [&](const CostedSubset& subset) {
        const auto& members = subset.elements;
        return members.size() > 2 || (members.size() == 2 && (members[0] < elements / 2) == (members[1] < elements / 2));
      });
    }
    const DualBound bound = dual_bound(elements, subsets);
    for (const CostedSubset& subset : subsets) {
      std::int64_t sum = 0;
      for (const std::uint32_t element : subset.elements) sum += bound.prices[element];
      CHECK(sum <= subset.cost);
    }
    const auto cheapest = cheapest_partition(elements, subsets, 10'000'000);
    REQUIRE(cheapest);
    const std::int64_t below = std::accumulate(bound.prices.begin(), bound.prices.end(), std::int64_t{0});
    CHECK(below <= cost_of(*cheapest));
    CHECK(static_cast<double>(below) > 0.75 * static_cast<double>(cost_of(*cheapest)));
    if (two_sides) CHECK(below == cost_of(*cheapest));
  }
}
