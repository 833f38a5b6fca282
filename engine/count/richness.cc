#include "engine/count/richness.h"

#include <cassert>
#include <cmath>

#include "engine/count/distributions.h"
#include "message_keys/count.h"

namespace codeboom {
namespace {

// The publications' letters, as numbers to compute with.
struct Letters {
  double t, seen, once, twice, occurrences;
  double a() const { return (t - 1) / t; }
  // Labels that were missed, and the share of their chance that is left after one more document.
  double missed() const { return twice > 0 ? a() * once * once / (2 * twice) : a() * once * (once - 1) / 2; }
  double left() const { return once == 0 ? 0 : t * missed() / (t * missed() + once); }
};

Letters letters(const IncidenceCounts& counts) {
  return {static_cast<double>(counts.documents), static_cast<double>(counts.seen()),
          static_cast<double>(counts.in_exactly(1)), static_cast<double>(counts.in_exactly(2)),
          static_cast<double>(counts.occurrences())};
}

std::optional<MessageKey> impossible(const IncidenceCounts& counts) {
  if (counts.documents == 0) return msg::count_no_documents;
  if (counts.documents == 1) return msg::count_one_document;
  if (counts.occurs_in.empty()) return msg::count_nothing_coded;
  return std::nullopt;
}

double classic_variance(const Letters& of) {
  const double ratio = of.once / of.twice, a = of.a();
  return of.twice *
         (a / 2 * std::pow(ratio, 2) + a * a * std::pow(ratio, 3) + a * a / 4 * std::pow(ratio, 4));
}

double corrected_variance(const Letters& of, double labels) {
  const double a = of.a(), once = of.once, twice = of.twice;
  const double first = a * once * (once - 1) / (2 * (twice + 1)) +
                       a * a * once * std::pow(2 * once - 1, 2) / (4 * std::pow(twice + 1, 2));
  if (twice == 0) return first - a * a * std::pow(once, 4) / (4 * labels);
  return first + a * a * once * once * twice * std::pow(once - 1, 2) / (4 * std::pow(twice + 1, 4));
}

double coverage_after(const Letters& of, double more_documents) {
  return 1 - of.once / of.occurrences * std::pow(of.left(), more_documents + 1);
}

// The smallest t for which `reached(t)`, which holds from there on; `guess` is it but for rounding.
template <class Reached>
FurtherDocuments smallest(double guess, const IncidenceCounts& counts, Reached reached) {
  double t = std::max(0.0, std::ceil(guess));
  while (t > 0 && reached(t - 1)) --t;
  while (!reached(t)) ++t;
  const auto documents = static_cast<std::uint64_t>(t);
  return {documents, {}, documents > counts.documents};
}

}  // namespace

Richness chao2(const IncidenceCounts& counts, Chao2Form form, double level) {
  if (const auto gap = impossible(counts)) return {not_estimated(*gap), undefined(*gap)};
  const Letters of = letters(counts);
  const bool classic = form == Chao2Form::classic && of.twice > 0;
  const double missed = classic ? of.missed() : of.a() * of.once * (of.once - 1) / (2 * (of.twice + 1));
  const double labels = of.seen + missed;
  if (missed <= 0) {
    return {without_interval(labels, msg::count_nothing_missed), undefined(msg::count_nothing_missed)};
  }
  const double variance = classic ? classic_variance(of) : corrected_variance(of, labels);
  const double factor = std::exp(normal_deviate(level) * std::sqrt(std::log1p(variance / (missed * missed))));
  return {estimated(labels, {of.seen + missed / factor, of.seen + missed * factor}),
          defined(std::sqrt(variance))};
}

Statistic chao2_of_population(const IncidenceCounts& counts, std::uint64_t population) {
  if (const auto gap = impossible(counts)) return undefined(*gap);
  if (population < counts.documents) return undefined(msg::count_population_smaller);
  const Letters of = letters(counts);
  if (of.once == 0 || population == counts.documents) return defined(of.seen);
  const double drawn = of.t / static_cast<double>(population);
  return defined(of.seen + of.once * of.once / (2 * of.twice / of.a() + of.once * drawn / (1 - drawn)));
}

Statistic coverage(const IncidenceCounts& counts) {
  if (const auto gap = impossible(counts)) return undefined(*gap);
  return defined(coverage_after(letters(counts), 0));
}

Statistic turing_coverage(const IncidenceCounts& counts) {
  if (const auto gap = impossible(counts)) return undefined(*gap);
  const Letters of = letters(counts);
  return defined(1 - of.once / of.occurrences);
}

Extrapolated extrapolated(const IncidenceCounts& counts, std::uint64_t more_documents) {
  if (const auto gap = impossible(counts)) return {undefined(*gap), undefined(*gap), false};
  const Letters of = letters(counts);
  const auto more = static_cast<double>(more_documents);
  return {defined(of.seen + of.missed() * (1 - std::pow(of.left(), more))), defined(coverage_after(of, more)),
          more_documents > counts.documents};
}

FurtherDocuments documents_for_coverage(const IncidenceCounts& counts, double goal) {
  assert(goal > 0 && goal < 1);
  if (const auto gap = impossible(counts)) return {std::nullopt, *gap, false};
  const Letters of = letters(counts);
  if (of.left() == 0) return {0, {}, false};
  const double guess = std::log((1 - goal) * of.occurrences / of.once) / std::log(of.left()) - 1;
  return smallest(guess, counts, [&](double t) { return coverage_after(of, t) >= goal; });
}

FurtherDocuments documents_for_all_but(const IncidenceCounts& counts, double missed) {
  assert(missed > 0);
  if (const auto gap = impossible(counts)) return {std::nullopt, *gap, false};
  const Letters of = letters(counts);
  if (of.missed() <= missed) return {0, {}, false};
  return smallest(std::log(missed / of.missed()) / std::log(of.left()), counts,
                  [&](double t) { return of.missed() * std::pow(of.left(), t) <= missed; });
}

}  // namespace codeboom
