// What several coders marked in one text, each in places of their own choosing: a continuum with spans.
//
// Shape   one list of spans per coder, in any order; an empty list is a coder who read the text and marked nothing.
//         A coder who did not read it is not in the list.
// Unit    positions are counted from 0 in whatever the caller counts (characters, bytes, seconds); half-open.
// Errors  none here: `fault_in` and `crossing_in` find what the measures cannot take, so that the caller can say
//         where it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace codeboom {

struct LabelledSpan {
  std::int64_t begin = 0, end = 0;
  std::uint32_t label = 0;

  std::int64_t length() const { return end - begin; }
  friend auto operator<=>(const LabelledSpan&, const LabelledSpan&) = default;
};

struct Continuum {
  std::int64_t length = 0;
  std::uint32_t labels = 0;  // those of the spans are below it
  std::vector<std::vector<LabelledSpan>> coders;
};

// Of all coders together.
std::uint64_t span_count(const Continuum& continuum);

enum class SpanFault { before_text, beyond_text, empty, unknown_label };

struct FaultySpan {
  std::size_t coder = 0, span = 0;  // places in `coders`
  SpanFault fault = SpanFault::empty;
};

// The first span that is no piece of the text, in the order of the coders. Every measure requires that there
// is none.
std::optional<FaultySpan> fault_in(const Continuum& continuum);

// Sorted by place, then label; what a coder marked twice with the same label (overlapping, not merely
// touching) becomes one span. Touching spans stay two: how a coder divides a passage is part of what
// unitising measures compare.
Continuum without_repeats(Continuum continuum);

struct CrossingSpans {
  std::size_t coder = 0;
  LabelledSpan first, second;
};

// Two spans of one coder that share a place and have different labels: then the labels do not divide the text
// for this coder.
std::optional<CrossingSpans> crossing_in(const Continuum& continuum);

// The spans with this label alone, as label 0, those of one coder that overlap or touch made one: the text in
// pieces with and without it.
Continuum only_label(const Continuum& continuum, std::uint32_t label);

// The spans with one of these labels, which become labels 0, 1, ... in this order. Requires: each once.
Continuum only_labels(const Continuum& continuum, std::span<const std::uint32_t> labels);

}  // namespace codeboom
