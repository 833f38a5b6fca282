#include "engine/measure/unitising.h"

#include <algorithm>
#include <cassert>

#include "message_keys/unitising.h"

namespace codeboom {
namespace {

using Spans = std::vector<LabelledSpan>;

double total_length(const Spans& spans) {
  double length = 0;
  for (const LabelledSpan& span : spans) length += static_cast<double>(span.length());
  return length;
}

double square(double x) { return x * x; }

// Adds what two coders marked both; how much that was. Requires: the spans of each divide the text.
double add_pair(UnitisingCounts& counts, const Spans& first, const Spans& second, double weight) {
  std::vector<double> shared_of_first(first.size()), shared_of_second(second.size());
  double shared_length = 0;
  for (std::size_t i = 0, j = 0; i < first.size() && j < second.size();) {
    const auto shared = static_cast<double>(std::min(first[i].end, second[j].end) - std::max(first[i].begin, second[j].begin));
    if (shared > 0) {
      shared_length += shared;
      shared_of_first[i] += shared;
      shared_of_second[j] += shared;
      if (first[i].label == second[j].label) counts.labels[first[i].label].agreed += 2 * weight * shared;
    }
    first[i].end < second[j].end ? ++i : ++j;
  }
  const auto add_shared = [&](const Spans& spans, const std::vector<double>& shared) {
    for (std::size_t i = 0; i < spans.size(); ++i) {
      counts.labels[spans[i].label].paired += weight * shared[i];
      counts.labels[spans[i].label].paired_squares += weight * square(shared[i]);
    }
  };
  add_shared(first, shared_of_first);
  add_shared(second, shared_of_second);
  return shared_length;
}

Coefficient disagreement(double observed, double expected, std::uint64_t units) {
  Coefficient result;
  result.value = defined(1 - observed / expected);
  result.observed = defined(observed);
  result.expected = defined(expected);
  result.parts = Parts::disagreement;
  result.units = result.values = units;
  return result;
}

Coefficient u_alpha(const UnitisingCounts& counts, double denominator) {
  double agreed = counts.gap_agreed, expected = square(counts.gap) - counts.gap;
  for (const auto& label : counts.labels) {
    if (label.marked == counts.text) return undefined_disagreement(msg::unitising_all_marked, counts.units);
    agreed += label.agreed;
    expected += square(label.marked) - label.squares;
  }
  return disagreement(1 - agreed / counts.text, 1 - expected / denominator, counts.units);
}

Coefficient binary_u_alpha(const UnitisingCounts& counts, double denominator) {
  if (counts.gap == 0) return undefined_disagreement(msg::unitising_all_marked, counts.units);
  const double observed = 2 * (counts.gap - counts.gap_agreed) / counts.text;
  return disagreement(observed, 2 * counts.gap * (counts.text - counts.gap) / denominator, counts.units);
}

struct Paired {
  double length = 0, agreed = 0, squares = 0;
  std::uint32_t labels = 0;  // that occur in what two coders both marked
};

Paired paired_of(const UnitisingCounts& counts) {
  Paired sum;
  for (const auto& label : counts.labels) {
    sum.length += label.paired;
    sum.agreed += label.agreed;
    sum.squares += label.paired_squares;
    sum.labels += label.paired > 0;
  }
  return sum;
}

Covered cu_alpha(const UnitisingCounts& counts, const Paired& paired) {
  const Statistic coverage = defined(paired.length / counts.text);
  if (paired.length == 0) return {undefined_disagreement(msg::unitising_no_shared, counts.units), coverage};
  if (paired.labels < 2) return {undefined_disagreement(msg::unitising_one_label, counts.units), coverage};
  double expected = 0;
  for (const auto& label : counts.labels) expected += square(label.paired) - label.paired_squares;
  expected /= square(paired.length) - paired.squares;
  return {disagreement(1 - paired.agreed / paired.length, 1 - expected, counts.units), coverage};
}

Covered ku_alpha(const UnitisingCounts::Of& label, const Paired& paired, std::uint64_t units) {
  const Statistic coverage = ratio(label.paired, label.marked, msg::unitising_label_unused);
  if (label.marked == 0) return {undefined_disagreement(msg::unitising_label_unused, units), coverage};
  if (label.paired == 0) return {undefined_disagreement(msg::unitising_label_not_shared, units), coverage};
  if (paired.labels < 2) return {undefined_disagreement(msg::unitising_one_label, units), coverage};
  const double others = label.paired * (paired.length - label.paired);
  return {disagreement(1 - label.agreed / label.paired, others / (label.paired * paired.length - label.paired_squares), units),
          coverage};
}

UnitisingAgreement all_undefined(const UnitisingCounts& counts, MessageKey gap) {
  const auto covered = [&](std::uint64_t units) { return Covered{undefined_disagreement(gap, units), undefined(gap)}; };
  UnitisingAgreement result{undefined_disagreement(gap, counts.units), undefined_disagreement(gap, counts.units), covered(counts.units), {}};
  for (const auto& label : counts.labels) result.ku.push_back(covered(label.units));
  return result;
}

}  // namespace

UnitisingCounts& UnitisingCounts::add(const UnitisingCounts& other, double times) {
  assert(labels.size() == other.labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    labels[i].marked += times * other.labels[i].marked;
    labels[i].agreed += times * other.labels[i].agreed;
    labels[i].paired += times * other.labels[i].paired;
    labels[i].squares += times * other.labels[i].squares;
    labels[i].paired_squares += times * other.labels[i].paired_squares;
    labels[i].units += static_cast<std::uint64_t>(times) * other.labels[i].units;
  }
  text += times * other.text;
  gap += times * other.gap;
  gap_agreed += times * other.gap_agreed;
  units += static_cast<std::uint64_t>(times) * other.units;
  if (times > 0) {
    coders = std::max(coders, other.coders);
    crossing = crossing || other.crossing;
  }
  return *this;
}

UnitisingCounts count_unitising(const Continuum& continuum) {
  assert(!fault_in(continuum));
  UnitisingCounts counts;
  counts.labels.resize(continuum.labels);
  counts.coders = continuum.coders.size();
  if (counts.coders < 2) return counts;  // a text that one coder read tells nothing about agreement
  const Continuum tidy = without_repeats(continuum);
  for (const Spans& spans : tidy.coders) {
    counts.units += spans.size();
    for (const LabelledSpan& span : spans) ++counts.labels[span.label].units;
  }
  counts.crossing = crossing_in(tidy).has_value();
  if (counts.crossing) return counts;
  const auto coders = static_cast<double>(counts.coders);
  const auto length = static_cast<double>(continuum.length);
  counts.text = coders * length;
  counts.gap = counts.text;
  std::vector<double> marked;
  for (const Spans& spans : tidy.coders) {
    for (const LabelledSpan& span : spans) {
      auto& label = counts.labels[span.label];
      label.marked += static_cast<double>(span.length());
      label.squares += square(static_cast<double>(span.length()));
    }
    marked.push_back(total_length(spans));
    counts.gap -= marked.back();
  }
  const double weight = 1 / (coders - 1);
  for (std::size_t i = 0; i < marked.size(); ++i) {
    for (std::size_t j = i + 1; j < marked.size(); ++j) {
      const double both = add_pair(counts, tidy.coders[i], tidy.coders[j], weight);
      counts.gap_agreed += 2 * weight * (length - marked[i] - marked[j] + both);
    }
  }
  return counts;
}

UnitisingAgreement unitising_agreement(const UnitisingCounts& counts) {
  if (counts.crossing) return all_undefined(counts, msg::unitising_crossing);
  if (counts.coders < 2) return all_undefined(counts, msg::unitising_one_coder);
  if (counts.units == 0) return all_undefined(counts, msg::unitising_no_spans);
  double squares = counts.gap;  // what nobody marked counts as units of length 1
  for (const auto& label : counts.labels) squares += label.squares;
  const double denominator = square(counts.text) - squares;
  const Paired paired = paired_of(counts);
  UnitisingAgreement result{u_alpha(counts, denominator), binary_u_alpha(counts, denominator), cu_alpha(counts, paired), {}};
  for (const auto& label : counts.labels) result.ku.push_back(ku_alpha(label, paired, label.units));
  return result;
}

std::vector<Coefficient> u_alpha_per_label(const Continuum& continuum) {
  std::vector<Coefficient> result;
  for (std::uint32_t label = 0; label < continuum.labels; ++label) {
    result.push_back(unitising_agreement(count_unitising(only_label(continuum, label))).u);
  }
  return result;
}

}  // namespace codeboom
