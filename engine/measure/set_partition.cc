#include "engine/measure/set_partition.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <span>
#include <tuple>

#include "engine/measure/dual_bound.h"

namespace codeboom {
namespace {

constexpr std::int64_t no_limit = std::numeric_limits<std::int64_t>::max();
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

// Elements that only share subsets with each other, numbered anew.
struct Part {
  std::vector<std::uint32_t> elements;  // their numbers outside
  std::vector<std::int64_t> prices;
  std::vector<CostedSubset> subsets;  // in lexical order
};

// Partial solutions that end at the same element, found by which later elements they already cover.
class Layer {
 public:
  struct Node {
    std::int64_t excess = 0;      // cost above the prices of what it covers
    std::uint32_t ways = none;    // the first of the steps that lead here this cheaply
    std::uint32_t choice = none;  // the step to take from here: filled when the end is known
    std::uint32_t target_layer = 0, target = none;
    bool dropped = false;
  };
  std::vector<Node> nodes;

  explicit Layer(std::size_t words) : words_(words) {}
  const std::uint64_t* covered(std::uint32_t node) const { return covered_.data() + node * words_; }

  // The node with this cover, made when there is none.
  std::uint32_t find(const std::uint64_t* cover) {
    if (2 * (nodes.size() + 1) > slots_.size()) grow();
    std::uint32_t& slot = slot_of(cover);
    if (slot == none) {
      slot = static_cast<std::uint32_t>(nodes.size());
      nodes.push_back({.excess = no_limit});
      covered_.insert(covered_.end(), cover, cover + words_);
    }
    return slot;
  }

 private:
  std::uint32_t& slot_of(const std::uint64_t* cover) {
    std::uint64_t hash = 0x9e3779b97f4a7c15;
    for (std::size_t i = 0; i < words_; ++i) {
      hash = (hash ^ cover[i]) * 0xff51afd7ed558ccd;
      hash ^= hash >> 32;
    }
    for (std::size_t place = hash & (slots_.size() - 1);; place = (place + 1) & (slots_.size() - 1)) {
      if (slots_[place] == none || std::equal(cover, cover + words_, covered(slots_[place]))) return slots_[place];
    }
  }
  void grow() {
    slots_.assign(std::max<std::size_t>(8, 2 * slots_.size()), none);
    for (std::uint32_t node = 0; node < nodes.size(); ++node) slot_of(covered(node)) = node;
  }

  std::size_t words_;
  std::vector<std::uint64_t> covered_;  // bit k of a node in layer u: element u + 1 + k is covered
  std::vector<std::uint32_t> slots_;
};

struct Found {
  std::vector<std::uint32_t> subsets;  // places; empty when nothing within the limit was found
  std::int64_t excess = no_limit;
  bool complete = true;  // no partial solution was left out for want of room
};

class Search {
 public:
  Search(const Part& part, std::int64_t limit, std::size_t width, std::uint64_t& effort)
      : part_(part), size_(static_cast<std::uint32_t>(part.elements.size())), limit_(limit), width_(width), effort_(effort) {
    first_.resize(size_ + 1);
    std::uint32_t reach = 1;
    for (const CostedSubset& subset : part.subsets) {
      ++first_[subset.elements.front() + 1];
      reach = std::max(reach, subset.elements.back() - subset.elements.front());
      std::int64_t excess = subset.cost;
      for (const std::uint32_t element : subset.elements) excess -= part.prices[element];
      excess_.push_back(excess);
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    words_ = reach / 64 + 1;
    layers_.assign(size_ + 1, Layer(words_));
  }

  // Nothing when the effort was used up.
  std::optional<Found> run() {
    std::vector<std::uint64_t> nothing(words_, 0);
    layers_[0].nodes[layers_[0].find(nothing.data())].excess = 0;
    for (std::uint32_t element = 0; element < size_; ++element) {
      narrow(layers_[element]);
      for (std::uint32_t node = 0; node < layers_[element].nodes.size(); ++node) {
        if (layers_[element].nodes[node].dropped) continue;
        if (!expand(element, node)) return std::nullopt;
      }
    }
    return result();
  }

 private:
  struct Way {
    std::uint32_t layer, node, subset, next;
  };

  // Keeps the cheapest.
  void narrow(Layer& layer) {
    if (layer.nodes.size() <= width_) return;
    complete_ = false;
    std::vector<std::uint32_t> order(layer.nodes.size());
    std::iota(order.begin(), order.end(), 0);
    const auto cheaper = [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(layer.nodes[a].excess, a) < std::tie(layer.nodes[b].excess, b);
    };
    std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(width_), order.end(), cheaper);
    for (std::size_t i = width_; i < order.size(); ++i) layer.nodes[order[i]].dropped = true;
  }

  bool expand(std::uint32_t element, std::uint32_t node) {
    std::vector<std::uint64_t> cover(words_);
    for (std::uint32_t place = first_[element]; place < first_[element + 1]; ++place) {
      if (effort_ == 0) return false;
      --effort_;
      const std::int64_t excess = layers_[element].nodes[node].excess + excess_[place];
      if (excess > limit_) continue;
      const std::uint64_t* before = layers_[element].covered(node);
      std::copy(before, before + words_, cover.begin());
      if (!add(cover, part_.subsets[place], element)) continue;
      step({element, node, place, none}, element + 1 + shift_to_uncovered(cover), cover, excess);
    }
    return true;
  }

  static bool add(std::vector<std::uint64_t>& cover, const CostedSubset& subset, std::uint32_t element) {
    for (std::size_t i = 1; i < subset.elements.size(); ++i) {
      const std::uint32_t bit = subset.elements[i] - element - 1;
      if (cover[bit / 64] >> (bit % 64) & 1) return false;
      cover[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    return true;
  }

  // How many elements after this one are covered in a row; the cover as seen from the first that is not.
  std::uint32_t shift_to_uncovered(std::vector<std::uint64_t>& cover) const {
    std::uint32_t covered = 0;
    for (std::size_t i = 0; i < words_; ++i) {
      covered += static_cast<std::uint32_t>(std::countr_one(cover[i]));
      if (cover[i] != ~std::uint64_t{0}) break;
    }
    const std::size_t words = (covered + 1) / 64, bits = (covered + 1) % 64;
    for (std::size_t i = 0; i < words_; ++i) {
      const std::uint64_t low = i + words < words_ ? cover[i + words] : 0;
      const std::uint64_t high = i + words + 1 < words_ ? cover[i + words + 1] : 0;
      cover[i] = bits == 0 ? low : low >> bits | high << (64 - bits);
    }
    return covered;
  }

  void step(Way way, std::uint32_t to, const std::vector<std::uint64_t>& cover, std::int64_t excess) {
    const std::uint32_t target = layers_[to].find(cover.data());
    Layer::Node& node = layers_[to].nodes[target];
    if (excess > node.excess) return;
    if (excess == node.excess) way.next = node.ways;
    node.excess = excess;
    node.ways = static_cast<std::uint32_t>(ways_.size());
    ways_.push_back(way);
  }

  // From the end back along every cheapest way; the first of them in the order of the subsets.
  Found result() {
    Found found;
    found.complete = complete_;
    if (layers_[size_].nodes.empty()) return found;
    found.excess = layers_[size_].nodes[0].excess;
    layers_[size_].nodes[0].choice = 0;  // on a cheapest way
    for (std::uint32_t layer = size_; layer > 0; --layer) {
      for (std::uint32_t node = 0; node < layers_[layer].nodes.size(); ++node) {
        if (layers_[layer].nodes[node].choice == none) continue;
        for (std::uint32_t i = layers_[layer].nodes[node].ways; i != none; i = ways_[i].next) {
          Layer::Node& from = layers_[ways_[i].layer].nodes[ways_[i].node];
          if (ways_[i].subset >= from.choice) continue;
          from.choice = ways_[i].subset;
          from.target_layer = layer;
          from.target = node;
        }
      }
    }
    for (std::uint32_t layer = 0, node = 0; layer < size_;) {
      const Layer::Node& from = layers_[layer].nodes[node];
      found.subsets.push_back(from.choice);
      layer = from.target_layer;
      node = from.target;
    }
    return found;
  }

  const Part& part_;
  std::uint32_t size_;
  std::int64_t limit_;
  std::size_t width_;
  std::uint64_t& effort_;
  std::size_t words_ = 1;
  std::vector<std::uint32_t> first_;  // subsets first_[u] up to first_[u + 1] have u as their first element
  std::vector<std::int64_t> excess_;  // of the subsets
  std::vector<Layer> layers_;         // by the first element that is not covered
  std::vector<Way> ways_;
  bool complete_ = true;
};

// The parts that cannot influence each other.
std::vector<Part> parts_of(const Part& whole) {
  std::vector<std::uint32_t> root(whole.elements.size());
  std::iota(root.begin(), root.end(), 0);
  const auto find = [&](std::uint32_t element) {
    while (root[element] != element) element = root[element] = root[root[element]];
    return element;
  };
  for (const CostedSubset& subset : whole.subsets) {
    for (const std::uint32_t element : subset.elements) {
      const std::uint32_t a = find(subset.elements.front()), b = find(element);
      root[std::max(a, b)] = std::min(a, b);
    }
  }
  std::vector<Part> parts;
  std::vector<std::uint32_t> part_of(root.size()), number(root.size());
  for (std::uint32_t element = 0; element < root.size(); ++element) {
    const std::uint32_t first = find(element);
    if (first == element) {
      part_of[element] = static_cast<std::uint32_t>(parts.size());
      parts.emplace_back();
    }
    Part& part = parts[part_of[element] = part_of[first]];
    number[element] = static_cast<std::uint32_t>(part.elements.size());
    part.elements.push_back(whole.elements[element]);
    if (!whole.prices.empty()) part.prices.push_back(whole.prices[element]);
  }
  for (const CostedSubset& subset : whole.subsets) {
    CostedSubset own{{}, subset.cost};
    for (const std::uint32_t element : subset.elements) own.elements.push_back(number[element]);
    parts[part_of[subset.elements.front()]].subsets.push_back(std::move(own));
  }
  return parts;
}

using Partition = std::vector<CostedSubset>;  // in the numbers outside

void append(Partition& partition, const Part& part, std::span<const std::uint32_t> chosen) {
  for (const std::uint32_t place : chosen) {
    CostedSubset subset = part.subsets[place];
    for (std::uint32_t& element : subset.elements) element = part.elements[element];
    partition.push_back(std::move(subset));
  }
}

// Without the subsets that no partition with at most this excess can hold.
Part within(const Part& part, std::int64_t limit) {
  Part result{part.elements, part.prices, {}};
  for (const CostedSubset& subset : part.subsets) {
    std::int64_t excess = subset.cost;
    for (const std::uint32_t element : subset.elements) excess -= part.prices[element];
    if (excess <= limit) result.subsets.push_back(subset);
  }
  return result;
}

// Searches narrowly first: what that finds limits what a wider search has to look at, until one was complete.
bool solve(const Part& part, Partition& partition, std::uint64_t& effort) {
  constexpr std::size_t widths[] = {64, 1024, 16384, std::numeric_limits<std::size_t>::max()};
  Found best;
  for (const std::size_t width : widths) {
    auto found = Search(part, best.excess, width, effort).run();
    if (!found) return false;
    if (!found->subsets.empty()) best = std::move(*found);
    if (best.excess == 0 || found->complete) break;
    const std::vector<Part> parts = parts_of(within(part, best.excess));
    if (parts.size() == 1) continue;
    return std::all_of(parts.begin(), parts.end(), [&](const Part& own) { return solve(own, partition, effort); });
  }
  append(partition, part, best.subsets);
  return true;
}

// When a cheapest partition came with the prices, only the first among equals is still to be found, as far as that is quickly done.
void solve_ties(const Part& part, std::span<const std::size_t> cheapest, Partition& partition) {
  std::vector<bool> known(part.subsets.size());
  for (const std::size_t place : cheapest) known[place] = true;
  const Part tight = within(part, 0);
  for (const Part& own : parts_of(tight)) {
    std::uint64_t effort = 20'000 + 200 * own.elements.size();
    const auto found = Search(own, 0, 1024, effort).run();
    if (found && !found->subsets.empty()) {
      append(partition, own, found->subsets);
      continue;
    }
    for (const std::size_t place : cheapest) {
      const auto outside = part.elements[part.subsets[place].elements.front()];
      if (std::binary_search(own.elements.begin(), own.elements.end(), outside)) {
        const auto chosen = static_cast<std::uint32_t>(place);
        append(partition, part, std::span(&chosen, 1));
      }
    }
  }
}

}  // namespace

std::optional<std::vector<CostedSubset>> cheapest_partition(std::uint32_t elements, std::vector<CostedSubset> subsets,
                                                            std::uint64_t effort) {
  Part whole;
  whole.elements.resize(elements);
  std::iota(whole.elements.begin(), whole.elements.end(), 0);
  std::sort(subsets.begin(), subsets.end(),
            [](const CostedSubset& a, const CostedSubset& b) { return a.elements < b.elements; });
  whole.subsets = std::move(subsets);
  Partition partition;
  for (Part& part : parts_of(whole)) {
    DualBound bound = dual_bound(static_cast<std::uint32_t>(part.elements.size()), part.subsets);
    part.prices = std::move(bound.prices);
    if (bound.cheapest) {
      solve_ties(part, *bound.cheapest, partition);
    } else if (!solve(part, partition, effort)) {
      return std::nullopt;
    }
  }
  std::sort(partition.begin(), partition.end(),
            [](const CostedSubset& a, const CostedSubset& b) { return a.elements < b.elements; });
  return partition;
}

}  // namespace codeboom
