#include "engine/measure/segment_agreement.h"

#include <algorithm>
#include <cassert>
#include <tuple>

#include "message_keys/unitising.h"

namespace codeboom {
namespace {

using Spans = std::vector<LabelledSpan>;

bool enough(const LabelledSpan& own, const LabelledSpan& other, OverlapOf overlap, double threshold) {
  const std::int64_t shared = std::min(own.end, other.end) - std::max(own.begin, other.begin);
  if (shared <= 0) return false;
  std::int64_t whole = own.length();
  if (overlap == OverlapOf::shorter) whole = std::min(whole, other.length());
  if (overlap == OverlapOf::either) whole += other.length() - shared;
  return static_cast<double>(shared) >= threshold * static_cast<double>(whole);
}

// By label, then place.
Spans by_label(Spans spans) {
  std::sort(spans.begin(), spans.end(), [](const LabelledSpan& a, const LabelledSpan& b) {
    return std::tie(a.label, a.begin, a.end) < std::tie(b.label, b.begin, b.end);
  });
  return spans;
}

// For each own segment whether one of the others agrees. Requires: both by_label. Of the others those are kept that may still reach
// the next segment.
std::vector<bool> agreeing(const Spans& own, const Spans& others, OverlapOf overlap, double threshold) {
  std::vector<bool> agree(own.size());
  std::vector<const LabelledSpan*> open;
  std::size_t next = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const auto starts_before = [&](const LabelledSpan& other) {
      return other.label < own[i].label || (other.label == own[i].label && other.begin < own[i].end);
    };
    for (; next < others.size() && starts_before(others[next]); ++next) open.push_back(&others[next]);
    std::erase_if(open, [&](const LabelledSpan* other) { return other->label != own[i].label || other->end <= own[i].begin; });
    agree[i] = std::any_of(open.begin(), open.end(),
                           [&](const LabelledSpan* other) { return enough(own[i], *other, overlap, threshold); });
  }
  return agree;
}

}  // namespace

SegmentAgreement segment_agreement(const Continuum& continuum, std::size_t first, std::size_t second, OverlapOf overlap,
                                   double threshold) {
  assert(!fault_in(continuum) && first < continuum.coders.size() && second < continuum.coders.size());
  assert(threshold > 0 && threshold <= 1);
  const Spans a = by_label(continuum.coders[first]), b = by_label(continuum.coders[second]);
  SegmentAgreement result;
  result.labels.resize(continuum.labels);
  const auto a_agrees = agreeing(a, b, overlap, threshold), b_agrees = agreeing(b, a, overlap, threshold);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (SegmentCounts* counts : {&result.labels[a[i].label], &result.total}) {
      ++(a_agrees[i] ? counts->first_agrees : counts->only_first);
    }
  }
  for (std::size_t i = 0; i < b.size(); ++i) {
    for (SegmentCounts* counts : {&result.labels[b[i].label], &result.total}) {
      ++(b_agrees[i] ? counts->second_agrees : counts->only_second);
    }
  }
  return result;
}

Statistic percent_of_segments(const SegmentCounts& counts) {
  return ratio(static_cast<double>(counts.agreements()), static_cast<double>(counts.segments()), msg::unitising_no_segments);
}

Coefficient segment_kappa(const SegmentCounts& counts, std::uint32_t labels) {
  Coefficient result;
  result.units = result.values = counts.segments();
  result.observed = percent_of_segments(counts);
  result.expected = labels < 2 ? undefined(msg::unitising_two_codes_needed) : defined(1.0 / labels);
  if (!result.observed.value) {
    result.value = result.observed;
  } else if (!result.expected.value) {
    result.value = result.expected;
  } else {
    result.value = defined((*result.observed.value - *result.expected.value) / (1 - *result.expected.value));
  }
  return result;
}

}  // namespace codeboom
