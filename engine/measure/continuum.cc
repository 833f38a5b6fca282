#include "engine/measure/continuum.h"

#include <algorithm>
#include <tuple>

namespace codeboom {
namespace {

std::optional<SpanFault> fault_of(const LabelledSpan& span, const Continuum& continuum) {
  if (span.begin < 0) return SpanFault::before_text;
  if (span.end > continuum.length) return SpanFault::beyond_text;
  if (span.end <= span.begin) return SpanFault::empty;
  if (span.label >= continuum.labels) return SpanFault::unknown_label;
  return std::nullopt;
}

// Spans of one coder with the same label, sorted, of which neighbours that `join` become one.
template <class Join>
std::vector<LabelledSpan> joined(std::vector<LabelledSpan> spans, Join join) {
  std::sort(spans.begin(), spans.end(), [](const LabelledSpan& a, const LabelledSpan& b) {
    return std::tie(a.label, a.begin, a.end) < std::tie(b.label, b.begin, b.end);
  });
  std::vector<LabelledSpan> result;
  for (const LabelledSpan& span : spans) {
    if (!result.empty() && result.back().label == span.label && join(result.back(), span)) {
      result.back().end = std::max(result.back().end, span.end);
    } else {
      result.push_back(span);
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

std::uint64_t span_count(const Continuum& continuum) {
  std::uint64_t spans = 0;
  for (const auto& coder : continuum.coders) spans += coder.size();
  return spans;
}

std::optional<FaultySpan> fault_in(const Continuum& continuum) {
  for (std::size_t coder = 0; coder < continuum.coders.size(); ++coder) {
    for (std::size_t span = 0; span < continuum.coders[coder].size(); ++span) {
      if (const auto fault = fault_of(continuum.coders[coder][span], continuum)) return FaultySpan{coder, span, *fault};
    }
  }
  return std::nullopt;
}

Continuum without_repeats(Continuum continuum) {
  for (auto& spans : continuum.coders) {
    spans = joined(std::move(spans), [](const LabelledSpan& a, const LabelledSpan& b) { return b.begin < a.end; });
  }
  return continuum;
}

std::optional<CrossingSpans> crossing_in(const Continuum& continuum) {
  for (std::size_t coder = 0; coder < continuum.coders.size(); ++coder) {
    std::vector<LabelledSpan> spans = continuum.coders[coder];
    std::sort(spans.begin(), spans.end());
    // The spans so far that reach furthest, for two different labels: whatever a next span crosses, it crosses one of these.
    const LabelledSpan *furthest = nullptr, *other = nullptr;
    for (const LabelledSpan& span : spans) {
      for (const LabelledSpan* before : {furthest, other}) {
        if (before != nullptr && before->label != span.label && span.begin < before->end) {
          return CrossingSpans{coder, *before, span};
        }
      }
      if (furthest == nullptr || span.end > furthest->end) {
        if (furthest != nullptr && furthest->label != span.label) other = furthest;
        furthest = &span;
      } else if (span.label != furthest->label && (other == nullptr || span.end > other->end)) {
        other = &span;
      }
    }
  }
  return std::nullopt;
}

Continuum only_label(const Continuum& continuum, std::uint32_t label) {
  Continuum result{continuum.length, 1, {}};
  for (const auto& spans : continuum.coders) {
    std::vector<LabelledSpan> own;
    for (const LabelledSpan& span : spans) {
      if (span.label == label) own.push_back({span.begin, span.end, 0});
    }
    result.coders.push_back(
        joined(std::move(own), [](const LabelledSpan& a, const LabelledSpan& b) { return b.begin <= a.end; }));
  }
  return result;
}

Continuum only_labels(const Continuum& continuum, std::span<const std::uint32_t> labels) {
  Continuum result{continuum.length, static_cast<std::uint32_t>(labels.size()), {}};
  for (const auto& spans : continuum.coders) {
    result.coders.emplace_back();
    for (const LabelledSpan& span : spans) {
      const auto place = std::find(labels.begin(), labels.end(), span.label);
      if (place == labels.end()) continue;
      result.coders.back().push_back({span.begin, span.end, static_cast<std::uint32_t>(place - labels.begin())});
    }
  }
  return result;
}

}  // namespace codeboom
