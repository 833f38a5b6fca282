#include "engine/measure/best_alignment.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>
#include <tuple>

#include "engine/measure/set_partition.h"

namespace codeboom {
namespace {

// Whole numbers, so that equal disorders are equal whatever the order in which they were added.
constexpr std::int64_t one = std::int64_t{1} << 40;
// Every unitary alignment costs this much more: above what rounding can differ, below what counts. So the fewest win.
constexpr std::int64_t per_alignment = 32;

struct Unit {
  LabelledSpan span;
  AlignedSpan place;
};

std::vector<Unit> units_of(const Continuum& continuum) {
  std::vector<Unit> units;
  for (std::uint32_t coder = 0; coder < continuum.coders.size(); ++coder) {
    for (std::uint32_t i = 0; i < continuum.coders[coder].size(); ++i)
      units.push_back({continuum.coders[coder][i], {coder, i}});
  }
  std::sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) {
    return std::tie(a.span.begin, a.span.end, a.place.coder, a.span.label, a.place.span) <
           std::tie(b.span.begin, b.span.end, b.place.coder, b.span.label, b.place.span);
  });
  return units;
}

struct Neighbour {
  std::uint32_t unit;
  std::int64_t difference;
};

std::int64_t pairs_of(std::size_t count) {
  const auto n = static_cast<std::int64_t>(count);
  return n * (n - 1) / 2;
}

// All unitary alignments that can be part of a best one.
class Candidates {
 public:
  Candidates(std::span<const Unit> units, std::size_t coders, const Dissimilarity& dissimilarity, std::uint64_t effort)
      : units_(units), coders_(coders), pairs_(pairs_of(coders)), dissimilarity_(dissimilarity), effort_(effort) {
    // A unit whose differences with the others of its alignment add up to more is better alone.
    most_ = (pairs_ + static_cast<std::int64_t>(coders) - 1) * one + per_alignment;
  }

  std::optional<std::vector<CostedSubset>> all() {
    if (!find_neighbours()) return std::nullopt;
    for (std::uint32_t unit = 0; unit < units_.size(); ++unit) {
      members_ = {unit};
      differences_ = {0};
      within_.clear();
      found_.push_back({members_, pairs_ * one + per_alignment});
      if (!extend(neighbours_[unit])) return std::nullopt;
    }
    return std::move(found_);
  }

 private:
  bool spend() { return effort_-- > 0; }

  // Per unit the later ones that it can be aligned with.
  bool find_neighbours() {
    std::int64_t longest = 0;
    for (const Unit& unit : units_) longest = std::max(longest, unit.span.length());
    const double most = static_cast<double>(most_) / static_cast<double>(one);
    const double reach = dissimilarity_.place > 0 ? std::sqrt(most / dissimilarity_.place) : INFINITY;
    neighbours_.resize(units_.size());
    for (std::uint32_t a = 0; a < units_.size(); ++a) {
      const double furthest = reach * static_cast<double>(units_[a].span.length() + longest);
      for (std::uint32_t b = a + 1; b < units_.size(); ++b) {
        if (static_cast<double>(units_[b].span.begin - units_[a].span.begin) > furthest) break;
        if (units_[a].place.coder == units_[b].place.coder) continue;
        const double difference = dissimilarity_.place * place_difference(units_[a].span, units_[b].span) +
                                  (units_[a].span.label == units_[b].span.label ? 0 : dissimilarity_.label);
        if (difference > most) continue;
        if (!spend()) return false;
        neighbours_[a].push_back({b, std::llround(difference * static_cast<double>(one))});
      }
    }
    return true;
  }

  std::optional<std::int64_t> difference(std::uint32_t earlier, std::uint32_t later) const {
    const auto& all = neighbours_[earlier];
    const auto place =
        std::lower_bound(all.begin(), all.end(), later, [](const Neighbour& a, std::uint32_t unit) { return a.unit < unit; });
    if (place == all.end() || place->unit != later) return std::nullopt;
    return place->difference;
  }

  // Adds each of these to the members, in order, and goes on with those after it.
  bool extend(std::span<const Neighbour> next) {
    if (members_.size() == coders_) return true;
    for (std::size_t i = 0; i < next.size(); ++i) {
      if (!spend()) return false;
      if (!add(next[i].unit)) continue;
      if (belongs_together()) found_.push_back({members_, cost()});
      if (!extend(next.subspan(i + 1))) return false;
      remove();
    }
    return true;
  }

  bool add(std::uint32_t unit) {
    std::vector<std::int64_t> row;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const auto apart = difference(members_[i], unit);
      if (!apart || differences_[i] + *apart > most_) return false;
      row.push_back(*apart);
      sum += *apart;
    }
    if (sum > most_) return false;
    for (std::size_t i = 0; i < row.size(); ++i) differences_[i] += row[i];
    members_.push_back(unit);
    differences_.push_back(sum);
    within_.push_back(std::move(row));
    return true;
  }

  void remove() {
    for (std::size_t i = 0; i < within_.back().size(); ++i) differences_[i] -= within_.back()[i];
    members_.pop_back();
    differences_.pop_back();
    within_.pop_back();
  }

  // Times the number of pairs of coders.
  std::int64_t cost() const {
    std::int64_t sum = (pairs_ - pairs_of(members_.size())) * one + per_alignment;
    for (const auto& row : within_) {
      for (const std::int64_t apart : row) sum += apart;
    }
    return sum;
  }

  // No division of the members into two is better than all in one.
  bool belongs_together() const {
    for (std::uint32_t side = 1; side < std::uint32_t{1} << (members_.size() - 1); ++side) {
      std::int64_t saved = pairs_ * one + per_alignment;
      for (std::size_t b = 1; b < members_.size(); ++b) {
        for (std::size_t a = 0; a < b; ++a) {
          const bool apart = (side >> a & 1) != (side >> b & 1);
          if (apart) saved += one - within_[b - 1][a];
        }
      }
      if (saved < 0) return false;
    }
    return true;
  }

  std::span<const Unit> units_;
  std::size_t coders_;
  std::int64_t pairs_, most_;
  Dissimilarity dissimilarity_;
  std::uint64_t effort_;
  std::vector<std::vector<Neighbour>> neighbours_;
  std::vector<std::uint32_t> members_;
  std::vector<std::int64_t> differences_;          // of each member with the others, summed
  std::vector<std::vector<std::int64_t>> within_;  // of each member but the first with those before it
  std::vector<CostedSubset> found_;
};

double disorder_of(const std::vector<Unit>& units, const CostedSubset& alignment, std::size_t coders,
                   const Dissimilarity& dissimilarity) {
  const auto pairs = static_cast<double>(pairs_of(coders));
  double sum = pairs - static_cast<double>(pairs_of(alignment.elements.size()));
  for (std::size_t i = 0; i < alignment.elements.size(); ++i) {
    for (std::size_t j = i + 1; j < alignment.elements.size(); ++j) {
      const LabelledSpan &a = units[alignment.elements[i]].span, &b = units[alignment.elements[j]].span;
      sum += dissimilarity.place * place_difference(a, b) + (a.label == b.label ? 0 : dissimilarity.label);
    }
  }
  return sum / pairs;
}

}  // namespace

double place_difference(const LabelledSpan& a, const LabelledSpan& b) {
  const auto apart = static_cast<double>(std::abs(a.begin - b.begin) + std::abs(a.end - b.end));
  const double ratio = apart / static_cast<double>(a.length() + b.length());
  return ratio * ratio;
}

std::optional<Alignment> best_alignment(const Continuum& continuum, const Dissimilarity& dissimilarity, std::uint64_t effort) {
  assert(continuum.coders.size() >= 2);
  const std::vector<Unit> units = units_of(continuum);
  assert(!units.empty());
  auto candidates = Candidates(units, continuum.coders.size(), dissimilarity, effort).all();
  if (!candidates) return std::nullopt;
  const auto partition = cheapest_partition(static_cast<std::uint32_t>(units.size()), std::move(*candidates), effort);
  if (!partition) return std::nullopt;
  Alignment result;
  for (const CostedSubset& alignment : *partition) {
    result.disorder += disorder_of(units, alignment, continuum.coders.size(), dissimilarity);
    std::vector<AlignedSpan> unitary;
    for (const std::uint32_t unit : alignment.elements) unitary.push_back(units[unit].place);
    std::sort(unitary.begin(), unitary.end(), [](const AlignedSpan& a, const AlignedSpan& b) { return a.coder < b.coder; });
    result.unitary.push_back(std::move(unitary));
  }
  result.disorder /= static_cast<double>(units.size()) / static_cast<double>(continuum.coders.size());
  return result;
}

}  // namespace codeboom
