#include "engine/count/co_occurrence.h"

#include <cassert>
#include <cmath>

#include "engine/count/distributions.h"
#include "message_keys/count.h"

namespace codeboom {
namespace {

// Counts as numbers to compute with.
struct Counted {
  double both = 0, first = 0, second = 0, of = 0;
};

Counted counted(const Together& together) {
  assert(together.both <= together.first && together.both <= together.second);
  assert(together.first + together.second <= together.of + together.both);
  return {static_cast<double>(together.both), static_cast<double>(together.first),
          static_cast<double>(together.second), static_cast<double>(together.of)};
}

Statistic lift(const Counted& of) {
  return ratio(of.both * of.of, of.first * of.second, msg::count_occurs_nowhere);
}

Statistic phi(const Counted& of) {
  if (of.first == 0 || of.second == 0) return undefined(msg::count_occurs_nowhere);
  if (of.first == of.of || of.second == of.of) return undefined(msg::count_occurs_everywhere);
  return defined((of.both * of.of - of.first * of.second) /
                 std::sqrt(of.first * of.second * (of.of - of.first) * (of.of - of.second)));
}

double expected(const Counted& of) { return of.of == 0 ? 0 : of.first * of.second / of.of; }

Estimate without_lift(const Statistic& lift) { return {lift, std::nullopt, lift.gap}; }

}  // namespace

CoOccurrence co_occurrence(const Together& together, double level) {
  const Counted of = counted(together);
  const Statistic value = lift(of);
  CoOccurrence result{expected(of), without_lift(value), phi(of)};
  if (!value.value) return result;
  if (together.both == 0) {
    result.lift.gap = msg::count_never_together;
    return result;
  }
  // Rounding can make the smallest variance, of labels that occur everywhere, a hair less than 0.
  const double variance =
      std::max(0.0, 1 / of.both - 1 / of.first - 1 / of.second + (2 * *value.value - 1) / of.of);
  const double factor = std::exp(normal_deviate(level) * std::sqrt(variance));
  result.lift = estimated(*value.value, {*value.value / factor, *value.value * factor});
  return result;
}

CoOccurrence co_occurrence(std::span<const Together> documents, const BootstrapOptions& options) {
  std::vector<Counted> of_document;
  Counted all;
  const auto add = [](Counted& sum, const Counted& of, double times) {
    sum.both += times * of.both;
    sum.first += times * of.first;
    sum.second += times * of.second;
    sum.of += times * of.of;
  };
  for (const Together& together : documents) {
    of_document.push_back(counted(together));
    add(all, of_document.back(), 1);
  }
  const Statistic value = lift(all);
  CoOccurrence result{expected(all), without_lift(value), phi(all)};
  if (!value.value) return result;
  if (all.both == 0) {
    result.lift.gap = msg::count_never_together;
    return result;
  }
  const auto drawn = bootstrap(documents.size(), {[&](ClusterCounts times) {
                                 Counted sum;
                                 for (std::size_t i = 0; i < times.size(); ++i)
                                   add(sum, of_document[i], times[i]);
                                 return lift(sum);
                               }},
                               options);
  result.lift.interval = drawn.front();
  result.lift.gap = msg::count_together_unstable;
  return result;
}

}  // namespace codeboom
