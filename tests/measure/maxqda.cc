// Segment agreement as MAXQDA's help describes it. No published figures could be had: the examples are worked out by hand, and the fast
// way is compared with every pair.
#include <algorithm>

#include "engine/measure/segment_agreement.h"
#include "message_keys/unitising.h"
#include "tests/catch.h"
#include "tests/measure/spans.h"

using namespace codeboom;
using namespace codeboom::test;

namespace {

// 10 to 20 against 12 to 30: 8 shared, of 20 that either covers, of 10 of the shorter, of 18 of the longer.
const Continuum example{100, 2, {{{10, 20, 0}, {40, 50, 1}, {60, 70, 0}}, {{12, 30, 0}, {40, 50, 0}}}};

}  // namespace

TEST_CASE("segments: each is judged once, against what the overlap is a share of", "[segments]") {
  const SegmentAgreement either = segment_agreement(example, 0, 1, OverlapOf::either, .5);
  CHECK(either.total == SegmentCounts{0, 3, 0, 2});
  const SegmentAgreement shorter = segment_agreement(example, 0, 1, OverlapOf::shorter, .8);
  CHECK(shorter.labels[0] == SegmentCounts{1, 1, 1, 1});
  CHECK(shorter.labels[1] == SegmentCounts{0, 1, 0, 0});
  CHECK(shorter.total == SegmentCounts{1, 2, 1, 1});
  const SegmentAgreement own = segment_agreement(example, 0, 1, OverlapOf::own, .8);
  CHECK(own.labels[0] == SegmentCounts{1, 1, 0, 2});  // 8 of 10, but 8 of 18
  CHECK(*percent_of_segments(shorter.total).value == Approx(.4));
}

TEST_CASE("segments: kappa corrects for the number of codes that was declared", "[segments]") {
  const SegmentCounts counts{3, 1, 3, 1};
  const Coefficient kappa = segment_kappa(counts, 4);
  CHECK(*kappa.observed.value == Approx(.75));
  CHECK(*kappa.expected.value == Approx(.25));
  CHECK(*kappa.value.value == Approx(2.0 / 3));
  CHECK(kappa.units == 8);
  CHECK(segment_kappa(counts, 1).value.gap == msg::unitising_two_codes_needed);
  CHECK(segment_kappa({}, 4).value.gap == msg::unitising_no_segments);
}

TEST_CASE("segments: the other coder first gives the same counts from the other side, and the sweep what every pair gives",
          "[segments]") {
  Draw draw(61);
  for (int round = 0; round < 200; ++round) {
    const Continuum continuum = random_spans(draw, 2, 60, 2, 8);
    const auto overlap = static_cast<OverlapOf>(draw.below(3));
    const double threshold = static_cast<double>(1 + draw.below(10)) / 10;
    const SegmentCounts counts = segment_agreement(continuum, 0, 1, overlap, threshold).total;
    const SegmentCounts turned = segment_agreement(continuum, 1, 0, overlap, threshold).total;
    CHECK(counts == SegmentCounts{turned.second_agrees, turned.only_second, turned.first_agrees, turned.only_first});
    std::uint64_t agree = 0;
    for (const LabelledSpan& own : continuum.coders[0]) {
      agree += std::any_of(continuum.coders[1].begin(), continuum.coders[1].end(), [&](const LabelledSpan& other) {
        const double shared = static_cast<double>(std::min(own.end, other.end) - std::max(own.begin, other.begin));
        const double a = static_cast<double>(own.length()), b = static_cast<double>(other.length());
        const double whole = overlap == OverlapOf::own ? a : overlap == OverlapOf::shorter ? std::min(a, b) : a + b - shared;
        return own.label == other.label && shared > 0 && shared >= threshold * whole;
      });
    }
    CHECK(counts.first_agrees == agree);
  }
}
