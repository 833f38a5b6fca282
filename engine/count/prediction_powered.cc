#include "engine/count/prediction_powered.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "engine/count/share.h"
#include "message_keys/count.h"

namespace codeboom {
namespace {

// The four counts as numbers: n documents, y by people, f by machine, both as shares of n.
struct Coded {
  double both, only_people, only_machine, neither;
  double n() const { return both + only_people + only_machine + neither; }
  double people() const { return (both + only_people) / n(); }
  double machine() const { return (both + only_machine) / n(); }
  // Of people's yes and no: how much more often yes where the machine says yes. Requires that it says each.
  double slope() const { return both / (both + only_machine) - only_people / (only_people + neither); }
};

Coded coded(const PeopleAndMachine& counts) {
  return {static_cast<double>(counts.both), static_cast<double>(counts.only_people),
          static_cast<double>(counts.only_machine), static_cast<double>(counts.neither)};
}

// The variance of y - b f, with half a document more in each count and n - 2 degrees of freedom.
double residual_variance(const Coded& of) {
  const Coded more{of.both + 0.5, of.only_people + 0.5, of.only_machine + 0.5, of.neither + 0.5};
  return (more.both * more.only_machine / (more.both + more.only_machine) +
          more.only_people * more.neither / (more.only_people + more.neither)) /
         (more.n() - 2);
}

std::optional<MessageKey> too_little(const PeopleAndMachine& counts) {
  const std::uint64_t n = counts.both + counts.only_people + counts.only_machine + counts.neither;
  const std::uint64_t people = counts.both + counts.only_people, machine = counts.both + counts.only_machine;
  if (n < 50) return msg::count_people_few;
  if (people < 3 || n - people < 3) return msg::count_people_rare;
  if (machine < 3 || n - machine < 3) return msg::count_machine_rare;
  return std::nullopt;
}

PredictionPowered without_estimate(MessageKey gap, const Estimate& people_only) {
  return {not_estimated(gap), people_only, undefined(gap), undefined(gap), undefined(gap), undefined(gap)};
}

double width(const Interval& interval) { return interval.high - interval.low; }

// How many documents coded by people alone have this variance of a share: p(1 - p)/n, or with (P - n)/(P - 1)
// as well.
double documents_for(double share, double variance, Target target, double all) {
  const double of_one = share * (1 - share);
  if (target == Target::source) return of_one / variance;
  return all * of_one / (of_one + variance * (all - 1));
}

}  // namespace

PredictionPowered prediction_powered(const PeopleAndMachine& counts, Target target, double level) {
  assert(counts.machine_with <= counts.machine_of);
  const Coded of = coded(counts);
  const auto more = static_cast<double>(counts.machine_of);
  const double n = of.n(), all = n + more;
  Sampled people{counts.both + counts.only_people, static_cast<std::uint64_t>(n), std::nullopt};
  if (target == Target::documents) people.population = people.of + counts.machine_of;
  const Estimate people_only = wilson_share(people, level);
  if (people.of == 0) return without_estimate(msg::count_no_documents, people_only);
  const double machine = of.both + of.only_machine;
  if (machine == 0 || machine == n) return without_estimate(msg::count_machine_constant, people_only);

  const double slope = std::max(0.0, of.slope());
  const double of_all = (machine + static_cast<double>(counts.machine_with)) / all;
  const double share = of.people() + slope * (of_all - of.machine());
  PredictionPowered result = without_estimate({}, people_only);
  result.tuning = defined(slope * more / all);
  if (const auto gap = too_little(counts)) {
    result.powered = without_interval(share, *gap);
    result.standard_error = result.effective_documents = result.width_ratio = undefined(*gap);
    return result;
  }
  // Nothing from the machine: what people coded is all there is.
  const double residual = slope > 0 ? residual_variance(of) : share * (1 - share);
  const double variance = target == Target::documents
                              ? residual / n * more / (all - 1)
                              : residual / n + slope * slope * of_all * (1 - of_all) / all;
  result.standard_error = defined(std::sqrt(variance));
  result.powered = estimated(share, wilson_interval(share, share * (1 - share) / variance, level));
  result.effective_documents = defined(documents_for(share, variance, target, all));
  result.width_ratio =
      ratio(width(*result.powered.interval), width(*people_only.interval), msg::count_no_width);
  return result;
}

}  // namespace codeboom
