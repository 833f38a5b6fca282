#include "engine/measure/character_agreement.h"

#include <algorithm>
#include <cassert>

#include "message_keys/measure.h"
#include "message_keys/unitising.h"

namespace codeboom {
namespace {

using Spans = std::vector<LabelledSpan>;

Spans marked_by(const Continuum& continuum, std::span<const std::size_t> group, std::uint32_t label) {
  Continuum together{continuum.length, continuum.labels, {{}}};
  for (const std::size_t coder : group) {
    assert(coder < continuum.coders.size());
    together.coders[0].insert(together.coders[0].end(), continuum.coders[coder].begin(), continuum.coders[coder].end());
  }
  return only_label(together, label).coders[0];
}

std::uint64_t length_of(const Spans& spans) {
  std::uint64_t sum = 0;
  for (const LabelledSpan& span : spans) sum += static_cast<std::uint64_t>(span.length());
  return sum;
}

// Requires: sorted, none overlapping.
TwoCoders compared(const Spans& first, const Spans& second, std::int64_t length) {
  std::uint64_t both = 0;
  for (std::size_t i = 0, j = 0; i < first.size() && j < second.size();) {
    const std::int64_t shared = std::min(first[i].end, second[j].end) - std::max(first[i].begin, second[j].begin);
    if (shared > 0) both += static_cast<std::uint64_t>(shared);
    first[i].end < second[j].end ? ++i : ++j;
  }
  const std::uint64_t a = length_of(first), b = length_of(second);
  return {both, a - both, b - both, static_cast<std::uint64_t>(length) - a - b + both};
}

}  // namespace

TwoCoders character_counts(const Continuum& continuum, std::span<const std::size_t> first_group,
                           std::span<const std::size_t> second_group, std::uint32_t label) {
  return compared(marked_by(continuum, first_group, label), marked_by(continuum, second_group, label), continuum.length);
}

Coefficient positive_specific_agreement(const Continuum& continuum, std::uint32_t label) {
  const Continuum own = only_label(continuum, label);
  Coefficient result;
  double sum = 0;
  for (std::size_t i = 0; i < own.coders.size(); ++i) {
    for (std::size_t j = i + 1; j < own.coders.size(); ++j) {
      const auto agreement = f1(compared(own.coders[i], own.coders[j], own.length)).value;
      if (!agreement) continue;
      sum += *agreement;
      ++result.units;
    }
  }
  const MessageKey gap = own.coders.size() < 2 ? msg::unitising_one_coder : msg::unitising_label_unused;
  result.value = result.observed = ratio(sum, static_cast<double>(result.units), gap);
  result.values = result.units;
  result.expected = undefined(msg::agreement_no_chance);
  return result;
}

}  // namespace codeboom
