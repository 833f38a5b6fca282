#include "engine/measure/gamma.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

#include "message_keys/unitising.h"

namespace codeboom {
namespace {

// The coders in an order that follows from what they marked, and the labels numbered as they come: so that chance, and what is chosen
// among equally good alignments, do not depend on who is named first.
Continuum in_order_of_text(Continuum continuum) {
  for (auto& spans : continuum.coders) std::sort(spans.begin(), spans.end());
  const auto key = [](const std::vector<LabelledSpan>& spans) {
    std::pair<std::vector<std::pair<std::int64_t, std::int64_t>>, std::vector<std::uint32_t>> result;
    for (const LabelledSpan& span : spans) {
      result.first.emplace_back(span.begin, span.end);
      result.second.push_back(span.label);
    }
    return result;
  };
  std::sort(continuum.coders.begin(), continuum.coders.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::map<std::uint32_t, std::uint32_t> number;
  for (auto& spans : continuum.coders) {
    for (LabelledSpan& span : spans) {
      span.label = number.try_emplace(span.label, static_cast<std::uint32_t>(number.size())).first->second;
    }
  }
  return continuum;
}

// Differing labels among the pairs that were aligned, weighed by how well they coincide and so that a unitary alignment of n spans
// weighs n / 2 pairs; nothing when no pair has weight.
std::optional<double> label_disorder(const Continuum& continuum, const Alignment& alignment) {
  double differing = 0, all = 0;
  for (const auto& unitary : alignment.unitary) {
    for (std::size_t i = 0; i < unitary.size(); ++i) {
      for (std::size_t j = i + 1; j < unitary.size(); ++j) {
        const LabelledSpan& a = continuum.coders[unitary[i].coder][unitary[i].span];
        const LabelledSpan& b = continuum.coders[unitary[j].coder][unitary[j].span];
        const double weight = std::max(0.0, 1 - place_difference(a, b)) / static_cast<double>(unitary.size() - 1);
        all += weight;
        if (a.label != b.label) differing += weight;
      }
    }
  }
  if (all == 0) return std::nullopt;
  return differing / all;
}

// The mean of what chance gave, and the standard error of that mean.
struct Chance {
  std::vector<double> values;

  double mean() const {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
  }
  double error() const {
    const double middle = mean(), n = static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values) squares += (value - middle) * (value - middle);
    return n < 2 ? 0 : std::sqrt(squares / (n - 1) / n);
  }
};

constexpr double z95 = 1.959963984540054;

Coefficient against_chance(double observed, const Chance& chance, std::uint64_t units) {
  Coefficient result;
  result.parts = Parts::disagreement;
  result.units = result.values = units;
  result.observed = defined(observed);
  result.expected = chance.values.empty() ? undefined(msg::unitising_none_aligned) : defined(chance.mean());
  result.interval_kind = IntervalKind::chance_samples;
  if (!result.expected.value || *result.expected.value == 0) {
    result.value = undefined(result.expected.value ? msg::unitising_no_expected : msg::unitising_none_aligned);
    return result;
  }
  const double expected = *result.expected.value, error = z95 * chance.error();
  result.value = defined(1 - observed / expected);
  if (chance.values.size() > 1 && error < expected) {
    result.interval = Interval{1 - observed / (expected - error), 1 - observed / (expected + error)};
  }
  return result;
}

Gamma none(MessageKey gap, std::uint64_t units) {
  Coefficient undefined_one = undefined_disagreement(gap, units);
  undefined_one.interval_kind = IntervalKind::chance_samples;
  return {undefined_one, undefined_one, 0, 0};
}

bool enough(const Chance& chance, const GammaOptions& options) {
  constexpr std::size_t first = 30;
  const std::size_t samples = chance.values.size();
  if (options.samples > 0) return samples >= options.samples;
  if (samples < first) return false;
  return samples >= options.most_samples || z95 * chance.error() <= options.precision * chance.mean();
}

// Distances along a circle that are still at least this far from those drawn.
class Distances {
 public:
  Distances(std::int64_t round, std::int64_t apart) : round_(round), apart_(apart) {}

  std::int64_t draw(Draw& draw) {
    std::vector<std::pair<std::int64_t, std::int64_t>> free;  // half-open
    std::int64_t from = 0, count = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> taken;
    for (const std::int64_t distance : drawn_) {
      for (const std::int64_t turn : {-round_, std::int64_t{0}, round_}) {
        taken.emplace_back(distance + turn - apart_ + 1, distance + turn + apart_);
      }
    }
    std::sort(taken.begin(), taken.end());
    taken.emplace_back(round_, round_);
    for (const auto& [begin, end] : taken) {
      if (begin > from) {
        free.emplace_back(from, std::min(begin, round_));
        count += free.back().second - free.back().first;
      }
      from = std::max(from, end);
      if (from >= round_) break;
    }
    std::int64_t place = static_cast<std::int64_t>(draw.below(static_cast<std::uint64_t>(count > 0 ? count : round_)));
    for (const auto& [begin, end] : free) {
      if (place < end - begin) {
        place += begin;
        break;
      }
      place -= end - begin;
    }
    drawn_.push_back(place);
    return place;
  }

 private:
  std::int64_t round_, apart_;
  std::vector<std::int64_t> drawn_;
};

}  // namespace

Continuum shuffled(const Continuum& continuum, Draw& draw) {
  const std::uint64_t spans = span_count(continuum);
  assert(spans > 0);
  std::int64_t first = continuum.length, last = 0, total = 0;
  for (const auto& coder : continuum.coders) {
    for (const LabelledSpan& span : coder) {
      first = std::min(first, span.begin);
      last = std::max(last, span.end);
      total += span.length();
    }
  }
  const std::int64_t round = last - first;
  const auto twice = static_cast<std::int64_t>(2 * spans);  // half the mean length, rounded up
  Distances distances(round, (total + twice - 1) / twice);
  Continuum result{continuum.length + round, continuum.labels, {}};
  for (std::size_t i = 0; i < continuum.coders.size(); ++i) {
    const std::int64_t distance = distances.draw(draw);
    std::vector<LabelledSpan> moved = continuum.coders[draw.below(continuum.coders.size())];
    for (LabelledSpan& span : moved) {
      const std::int64_t begin = first + (span.begin - first + distance) % round;
      span = {begin, begin + span.length(), span.label};
    }
    result.coders.push_back(std::move(moved));
  }
  return result;
}

Gamma gamma_agreement(const Continuum& given, const GammaOptions& options) {
  assert(!fault_in(given));
  const Continuum continuum = in_order_of_text(given);
  const std::uint64_t units = span_count(continuum);
  if (continuum.coders.size() < 2) return none(msg::unitising_one_coder, units);
  if (units == 0) return none(msg::unitising_no_spans, units);
  const auto best = best_alignment(continuum, options.dissimilarity);
  if (!best) return none(msg::unitising_out_of_reach, units);
  Draw draw(options.seed);
  Chance disorder, label;
  const std::uint64_t most_tries = 10 * std::uint64_t{std::max(options.samples, options.most_samples)};
  for (std::uint64_t tries = 0; tries < most_tries && !enough(disorder, options); ++tries) {
    const Continuum chance = shuffled(continuum, draw);
    if (span_count(chance) == 0) continue;  // only coders without spans were drawn: nothing to align
    const auto aligned = best_alignment(chance, options.dissimilarity);
    if (!aligned) return none(msg::unitising_out_of_reach, units);
    disorder.values.push_back(aligned->disorder);
    if (const auto value = label_disorder(chance, *aligned)) label.values.push_back(*value);
  }
  Gamma result;
  result.gamma = against_chance(best->disorder, disorder, units);
  result.samples = static_cast<std::uint32_t>(disorder.values.size());
  result.unitary_alignments = static_cast<std::uint32_t>(best->unitary.size());
  if (const auto observed = label_disorder(continuum, *best)) {
    result.gamma_cat = against_chance(*observed, label, units);
  } else {
    result.gamma_cat = none(msg::unitising_none_aligned, units).gamma_cat;
  }
  return result;
}

}  // namespace codeboom
