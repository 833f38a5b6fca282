#include "engine/count/difference.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/count/distributions.h"
#include "message_keys/count.h"

namespace codeboom {
namespace {

Difference none(MessageKey gap) { return {DifferenceTest::none, undefined(gap), undefined(gap), 0}; }

// The groups that have documents, and how many carry the label and how many there are in all.
struct Margins {
  std::vector<Group> groups;
  std::uint64_t with = 0, of = 0;
};

Margins margins(std::span<const Group> groups) {
  Margins result;
  for (const Group& group : groups) {
    assert(group.with <= group.of);
    if (group.of == 0) continue;
    result.groups.push_back(group);
    result.with += group.with;
    result.of += group.of;
  }
  return result;
}

std::optional<MessageKey> impossible(const Margins& margins) {
  if (margins.groups.size() < 2) return msg::count_one_group;
  if (margins.with == 0 || margins.with == margins.of) return msg::count_none_or_all;
  return std::nullopt;
}

// How many tables have these margins, counted up to one more than the limit.
std::uint64_t tables(const Margins& margins, std::uint64_t limit) {
  std::vector<std::uint64_t> ways(margins.with + 1, 0), up_to(margins.with + 2, 0);
  ways[0] = 1;
  for (const Group& group : margins.groups) {
    for (std::size_t sum = 0; sum <= margins.with; ++sum) up_to[sum + 1] = up_to[sum] + ways[sum];
    for (std::size_t sum = 0; sum <= margins.with; ++sum) {
      const std::size_t least = sum > group.of ? sum - group.of : 0;
      ways[sum] = std::min(up_to[sum + 1] - up_to[least], limit + 1);
    }
  }
  return ways[margins.with];
}

// Adds up the probabilities of all tables that are not more likely than the one found.
class Enumeration {
 public:
  explicit Enumeration(const Margins& margins) : margins_(margins), log_factorial_(margins.of + 1, 0.0) {
    for (std::size_t i = 2; i <= margins.of; ++i) {
      log_factorial_[i] = log_factorial_[i - 1] + std::log(static_cast<double>(i));
    }
    room_.assign(margins.groups.size() + 1, 0);
    for (std::size_t i = margins.groups.size(); i > 0; --i)
      room_[i - 1] = room_[i] + margins.groups[i - 1].of;
    all_ = log_choose(margins.of, margins.with);
    double found = -all_;
    for (const Group& group : margins.groups) found += log_choose(group.of, group.with);
    bound_ = found + std::log1p(1e-7);
  }
  double p() {
    descend(0, margins_.with, -all_);
    return std::min(sum_, 1.0);
  }

 private:
  double log_choose(std::uint64_t of, std::uint64_t with) const {
    return log_factorial_[of] - log_factorial_[with] - log_factorial_[of - with];
  }
  void descend(std::size_t group, std::uint64_t left, double log_so_far) {
    const std::uint64_t of = margins_.groups[group].of, room_after = room_[group + 1];
    const std::uint64_t least = left > room_after ? left - room_after : 0, most = std::min(of, left);
    for (std::uint64_t with = least; with <= most; ++with) {
      const double log_here = log_so_far + log_choose(of, with);
      if (group + 1 < margins_.groups.size()) {
        descend(group + 1, left - with, log_here);
      } else if (log_here <= bound_) {
        sum_ += std::exp(log_here);
      }
    }
  }

  const Margins& margins_;
  std::vector<double> log_factorial_;
  std::vector<std::uint64_t> room_;  // documents in this group and those after it
  double all_ = 0, bound_ = 0, sum_ = 0;
};

Difference exact(const Margins& margins, std::uint64_t limit) {
  if (const auto gap = impossible(margins)) return none(*gap);
  if (tables(margins, limit) > limit) return none(msg::count_too_many_tables);
  const DifferenceTest test =
      margins.groups.size() == 2 ? DifferenceTest::fisher : DifferenceTest::freeman_halton;
  return {test, defined(Enumeration(margins).p()), undefined(msg::count_exact_has_none), 0};
}

bool large_enough(const Margins& margins) {
  const auto of = static_cast<double>(margins.of);
  const double rarer =
      std::min(static_cast<double>(margins.with), of - static_cast<double>(margins.with)) / of;
  const double commoner = 1 - rarer;
  double least = std::numeric_limits<double>::infinity();
  std::size_t small = 0;
  for (const Group& group : margins.groups) {
    const auto size = static_cast<double>(group.of);
    least = std::min(least, size * rarer);
    small += (size * rarer < 5 ? 1 : 0) + (size * commoner < 5 ? 1 : 0);
  }
  if (margins.groups.size() == 2) return margins.of >= 20 && least >= 5;
  return least >= 1 && 5 * small <= 2 * margins.groups.size();
}

Difference pearson(const Margins& margins) {
  if (const auto gap = impossible(margins)) return none(*gap);
  if (!large_enough(margins)) return none(msg::count_expected_too_small);
  const double share = static_cast<double>(margins.with) / static_cast<double>(margins.of);
  double sum = 0;
  for (const Group& group : margins.groups) {
    const double expected = share * static_cast<double>(group.of);
    const double apart = static_cast<double>(group.with) - expected;
    sum += apart * apart / (expected * (1 - share));  // both cells of the group at once
  }
  const std::uint64_t degrees = margins.groups.size() - 1;
  return {DifferenceTest::chi_square, defined(chi_square_tail(static_cast<double>(degrees), sum)),
          defined(sum), degrees};
}

}  // namespace

Difference fisher(const Group& first, const Group& second) {
  return exact(margins(std::vector{first, second}), std::numeric_limits<std::uint32_t>::max());
}

Difference freeman_halton(std::span<const Group> groups, std::uint64_t limit) {
  return exact(margins(groups), limit);
}

Difference chi_square(std::span<const Group> groups) { return pearson(margins(groups)); }

Difference difference(std::span<const Group> groups, Membership membership) {
  if (membership == Membership::overlapping) return none(msg::count_groups_overlap);
  const Difference exactly = freeman_halton(groups);
  if (exactly.p.value || exactly.p.gap != msg::count_too_many_tables) return exactly;
  const Difference roughly = chi_square(groups);
  return roughly.p.value ? roughly : none(msg::count_no_valid_test);
}

}  // namespace codeboom
