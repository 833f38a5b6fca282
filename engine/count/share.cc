#include "engine/count/share.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "engine/count/distributions.h"
#include "message_keys/count.h"

namespace codeboom {
namespace {

double share_of(const Sampled& sampled) {
  return static_cast<double>(sampled.with) / static_cast<double>(sampled.of);
}

// Why there is no interval whatever the method; nothing when there can be one.
std::optional<Estimate> impossible(const Sampled& sampled) {
  assert(sampled.with <= sampled.of);
  if (sampled.of == 0) return not_estimated(msg::count_no_documents);
  if (sampled.population && *sampled.population < sampled.of) {
    return without_interval(share_of(sampled), msg::count_population_smaller);
  }
  return std::nullopt;
}

// How many documents of an endless source would say as much.
double independent_documents(const Sampled& sampled) {
  const auto n = static_cast<double>(sampled.of);
  if (!sampled.population) return n;
  const auto population = static_cast<double>(*sampled.population);
  if (sampled.of == *sampled.population) return std::numeric_limits<double>::infinity();
  return n * (population - 1) / (population - n);
}

// The first number of first .. last that the condition holds for; it holds for `last` and, once it holds, for
// all later ones.
template <class Condition>
std::uint64_t first_that(std::uint64_t first, std::uint64_t last, Condition holds) {
  while (first < last) {
    const std::uint64_t middle = first + (last - first) / 2;
    if (holds(middle)) {
      last = middle;
    } else {
      first = middle + 1;
    }
  }
  return first;
}

Interval clopper_pearson(const Sampled& sampled, double level) {
  const double tail = (1 - level) / 2;
  const auto with = static_cast<double>(sampled.with),
             without = static_cast<double>(sampled.of - sampled.with);
  return {sampled.with == 0 ? 0 : beta_quantile(with, without + 1, tail),
          sampled.with == sampled.of ? 1 : beta_quantile(with + 1, without, 1 - tail)};
}

}  // namespace

Interval wilson_interval(double share, double documents, double level) {
  assert(share >= 0 && share <= 1 && documents > 0);
  const double z = normal_deviate(level), z2 = z * z;
  const double weight = 1 + z2 / documents;
  const double centre = (share + z2 / (2 * documents)) / weight;
  const double half =
      z * std::sqrt(share * (1 - share) / documents + z2 / (4 * documents * documents)) / weight;
  // Rounding must not leave the estimate outside, nor 0 and 1 a hair away.
  return {share == 0 ? 0 : std::clamp(centre - half, 0.0, share),
          share == 1 ? 1 : std::clamp(centre + half, share, 1.0)};
}

Estimate wilson_share(const Sampled& sampled, double level) {
  if (const auto without = impossible(sampled)) return *without;
  return estimated(share_of(sampled),
                   wilson_interval(share_of(sampled), independent_documents(sampled), level));
}

Estimate wald_share(const Sampled& sampled, double level) {
  if (const auto without = impossible(sampled)) return *without;
  const double share = share_of(sampled), documents = independent_documents(sampled);
  if ((sampled.with == 0 || sampled.with == sampled.of) && !std::isinf(documents)) {
    return without_interval(share, msg::count_wald_none_or_all);
  }
  const double half = normal_deviate(level) * std::sqrt(share * (1 - share) / documents);
  return estimated(share, {std::max(0.0, share - half), std::min(1.0, share + half)});
}

Estimate exact_share(const Sampled& sampled, double level) {
  if (const auto without = impossible(sampled)) return *without;
  if (!sampled.population) return estimated(share_of(sampled), clopper_pearson(sampled, level));
  const CountInterval counts = hypergeometric_count(sampled, level);
  const auto population = static_cast<double>(*sampled.population);
  return estimated(share_of(sampled), {static_cast<double>(counts.low) / population,
                                       static_cast<double>(counts.high) / population});
}

CountInterval hypergeometric_count(const Sampled& sampled, double level) {
  assert(sampled.population && sampled.of > 0 && sampled.of <= *sampled.population &&
         sampled.with <= sampled.of);
  const double tail = (1 - level) / 2;
  const std::uint64_t population = *sampled.population;
  const std::uint64_t fewest = sampled.with, most = population - (sampled.of - sampled.with);
  const auto of_all = [&](std::uint64_t marked) { return Hypergeometric{marked, sampled.of, population}; };
  const std::uint64_t low = first_that(
      fewest, most, [&](std::uint64_t marked) { return of_all(marked).at_least(sampled.with) > tail; });
  // One past the last that is not too many; `most` + 1 when none is.
  const std::uint64_t too_many = first_that(fewest, most + 1, [&](std::uint64_t marked) {
    return marked > most || of_all(marked).at_most(sampled.with) <= tail;
  });
  return {low, too_many - 1};
}

}  // namespace codeboom
