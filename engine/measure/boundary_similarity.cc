#include "engine/measure/boundary_similarity.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <optional>

#include "message_keys/unitising.h"

namespace codeboom {
namespace {

using Places = std::vector<std::int64_t>;  // of boundaries: after how many units of text, ascending

std::int64_t length_of(const Division& division) { return std::accumulate(division.begin(), division.end(), std::int64_t{0}); }

Places boundaries_of(const Division& division) {
  Places places;
  std::int64_t reached = 0;
  for (std::size_t i = 0; i + 1 < division.size(); ++i) places.push_back(reached += division[i]);
  return places;
}

std::optional<MessageKey> cannot_compare(const Division& a, const Division& b) {
  if (length_of(a) != length_of(b)) return msg::unitising_other_length;
  if (length_of(a) == 0) return msg::unitising_no_place;
  return std::nullopt;
}

// Takes the boundaries of the two that lie exactly this far apart out of both lists, from left to right.
std::uint64_t take_near_misses(Places& a, Places& b, std::int64_t distance) {
  std::uint64_t taken = 0;
  std::vector<bool> gone_a(a.size()), gone_b(b.size());
  std::size_t i = 0, j = 0, i_after = 0, j_after = 0;  // *_after: the first boundary at that place plus the distance or later
  while (i < a.size() || j < b.size()) {
    const bool of_a = j == b.size() || (i < a.size() && a[i] < b[j]);
    const std::int64_t place = of_a ? a[i] : b[j];
    Places& others = of_a ? b : a;
    std::size_t& after = of_a ? j_after : i_after;
    std::vector<bool>&gone = of_a ? gone_a : gone_b, &others_gone = of_a ? gone_b : gone_a;
    std::size_t& own = of_a ? i : j;
    while (after < others.size() && others[after] < place + distance) ++after;
    if (!gone[own] && after < others.size() && others[after] == place + distance) {
      gone[own] = others_gone[after] = true;
      ++taken;
    }
    ++own;
  }
  const auto keep = [](Places& places, const std::vector<bool>& gone) {
    std::size_t kept = 0;
    for (std::size_t k = 0; k < places.size(); ++k) {
      if (!gone[k]) places[kept++] = places[k];
    }
    places.resize(kept);
  };
  keep(a, gone_a);
  keep(b, gone_b);
  return taken;
}

// A near miss costs its distance as a share of the reach.
double edit_cost(const BoundaryEdits& edits, std::int64_t reach) {
  auto cost = static_cast<double>(edits.only_one);
  for (const std::int64_t distance : edits.near_misses) cost += static_cast<double>(distance) / static_cast<double>(reach);
  return cost;
}

double boundaries_compared(const BoundaryEdits& edits) {
  return static_cast<double>(edits.matches + edits.only_one + edits.near_misses.size());
}

// Half to even, as the published figures were rounded.
std::int64_t window_for(const Division& reference) {
  const double mean = static_cast<double>(length_of(reference)) / static_cast<double>(reference.size());
  return std::max<std::int64_t>(2, std::llrint(mean / 2));
}

std::int64_t boundaries_in(const Places& places, std::int64_t after, std::int64_t last) {
  return std::upper_bound(places.begin(), places.end(), last) - std::upper_bound(places.begin(), places.end(), after);
}

// How many windows from `first` up to `end` differ; window i holds the boundaries after i, up to and with i + size. What a window
// holds changes only where a boundary enters or leaves it, so stretches between those places are counted at once.
template <class Differs>
std::int64_t differing_windows(const Places& a, const Places& b, std::int64_t first, std::int64_t end, std::int64_t size,
                               Differs differs) {
  Places changes{first, end};
  for (const Places* places : {&a, &b}) {
    for (const std::int64_t place : *places) {
      for (const std::int64_t change : {place, place - size}) {
        if (first < change && change < end) changes.push_back(change);
      }
    }
  }
  std::sort(changes.begin(), changes.end());
  std::int64_t count = 0;
  for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
    const std::int64_t last = changes[i] + size;
    if (differs(boundaries_in(a, changes[i], last), boundaries_in(b, changes[i], last))) count += changes[i + 1] - changes[i];
  }
  return count;
}

}  // namespace

BoundaryEdits boundary_edits(const Division& a, const Division& b, std::int64_t reach) {
  const Places all_a = boundaries_of(a), all_b = boundaries_of(b);
  Places only_a, only_b;
  std::set_difference(all_a.begin(), all_a.end(), all_b.begin(), all_b.end(), std::back_inserter(only_a));
  std::set_difference(all_b.begin(), all_b.end(), all_a.begin(), all_a.end(), std::back_inserter(only_b));
  BoundaryEdits edits;
  edits.matches = all_a.size() - only_a.size();
  for (std::int64_t distance = 1; distance < reach; ++distance) {
    edits.near_misses.insert(edits.near_misses.end(), take_near_misses(only_a, only_b, distance), distance);
  }
  edits.only_one = only_a.size() + only_b.size();
  return edits;
}

Statistic boundary_similarity(const Division& a, const Division& b, std::int64_t reach) {
  if (const auto gap = cannot_compare(a, b)) return undefined(*gap);
  const BoundaryEdits edits = boundary_edits(a, b, reach);
  const double compared = boundaries_compared(edits);
  return defined(compared == 0 ? 1 : 1 - edit_cost(edits, reach) / compared);
}

Statistic segmentation_similarity(const Division& a, const Division& b, std::int64_t reach) {
  if (const auto gap = cannot_compare(a, b)) return undefined(*gap);
  const auto places = static_cast<double>(length_of(a) - 1);
  return ratio(places - edit_cost(boundary_edits(a, b, reach), reach), places, msg::unitising_no_place);
}

Statistic window_diff(const Division& hypothesis, const Division& reference, TextEnds ends) {
  if (const auto gap = cannot_compare(hypothesis, reference)) return undefined(*gap);
  const std::int64_t length = length_of(reference), size = window_for(reference);
  const bool padded = ends == TextEnds::padded;
  const std::int64_t first = padded ? -size : 0, end = padded ? length : length - size;
  if (end <= first) return undefined(msg::unitising_no_place);
  const auto differing = differing_windows(boundaries_of(hypothesis), boundaries_of(reference), first, end, size,
                                           [](std::int64_t a, std::int64_t b) { return a != b; });
  return defined(static_cast<double>(differing) / static_cast<double>(end - first + (padded ? 1 : 0)));
}

Statistic p_k(const Division& hypothesis, const Division& reference) {
  if (const auto gap = cannot_compare(hypothesis, reference)) return undefined(*gap);
  const std::int64_t end = length_of(reference) - window_for(reference);
  if (end <= 0) return undefined(msg::unitising_no_place);
  const auto differing = differing_windows(boundaries_of(hypothesis), boundaries_of(reference), 0, end, window_for(reference),
                                           [](std::int64_t a, std::int64_t b) { return (a == 0) != (b == 0); });
  return defined(static_cast<double>(differing) / static_cast<double>(end));
}

Coefficient boundary_pi(std::span<const std::vector<Division>> texts, std::int64_t reach) {
  double kept = 0, compared = 0, share = 0, divisions = 0;
  const auto nothing = [](MessageKey gap) {
    Coefficient result;
    result.value = result.observed = result.expected = undefined(gap);
    return result;
  };
  for (const auto& coders : texts) {
    if (coders.size() < 2) return nothing(msg::unitising_one_coder);
    for (std::size_t i = 0; i < coders.size(); ++i) {
      if (const auto gap = cannot_compare(coders[0], coders[i])) return nothing(*gap);
      if (length_of(coders[i]) < 2) return nothing(msg::unitising_no_place);
      share += static_cast<double>(coders[i].size() - 1) / static_cast<double>(length_of(coders[i]) - 1);
      divisions += 1;
      for (std::size_t j = i + 1; j < coders.size(); ++j) {
        const BoundaryEdits edits = boundary_edits(coders[i], coders[j], reach);
        compared += boundaries_compared(edits);
        kept += boundaries_compared(edits) - edit_cost(edits, reach);
      }
    }
  }
  if (divisions == 0) return nothing(msg::unitising_no_place);
  Coefficient result;
  result.units = result.values = texts.size();
  result.observed = defined(compared == 0 ? 1 : kept / compared);
  const double mean = share / divisions, expected = mean * mean;
  result.expected = defined(expected);
  result.value =
      expected == 1 ? undefined(msg::unitising_all_boundaries) : defined((*result.observed.value - expected) / (1 - expected));
  return result;
}

}  // namespace codeboom
