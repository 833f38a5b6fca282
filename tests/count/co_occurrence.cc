// Co-occurrence: lift with its intervals, and phi.
#include "engine/count/co_occurrence.h"

#include <cmath>
#include <vector>

#include "corpus/draw.h"
#include "message_keys/count.h"
#include "tests/catch.h"

using namespace codeboom;

TEST_CASE("6 of 64 documents with both labels, 12 and 13 with each: 2.46 times as often as by chance",
          "[count]") {
  const CoOccurrence result = co_occurrence(Together{6, 12, 13, 64});
  CHECK(result.expected == Approx(2.4375));
  CHECK(*result.lift.value.value == Approx(2.461538462));
  CHECK(result.lift.interval->low == Approx(1.478144739));
  CHECK(result.lift.interval->high == Approx(4.0991734));
  // phi = (6 * 45 - 6 * 7)/sqrt(12 * 13 * 52 * 51)
  CHECK(*result.phi.value == Approx(228 / std::sqrt(12.0 * 13 * 52 * 51)));
}

TEST_CASE("lift and phi do not care which label comes first; labels that always go together have phi 1",
          "[count]") {
  const CoOccurrence one = co_occurrence(Together{3, 9, 5, 40}), other = co_occurrence(Together{3, 5, 9, 40});
  CHECK(one.lift.value.value == other.lift.value.value);
  CHECK(one.lift.interval == other.lift.interval);
  CHECK(*co_occurrence(Together{7, 7, 7, 30}).phi.value == Approx(1));
  CHECK(*co_occurrence(Together{0, 15, 15, 30}).phi.value == Approx(-1));
  CHECK(*co_occurrence(Together{6, 12, 15, 30}).phi.value == Approx(0).margin(1e-12));
  CHECK(*co_occurrence(Together{6, 12, 15, 30}).lift.value.value == Approx(1));
}

TEST_CASE("labels that occur in every document go together exactly as often as by chance", "[count]") {
  const CoOccurrence result = co_occurrence(Together{30, 30, 30, 30});
  CHECK(*result.lift.value.value == 1);
  CHECK(result.lift.interval->low == Approx(1));
  CHECK(result.lift.interval->high == Approx(1));
  CHECK(result.phi.gap == msg::count_occurs_everywhere);
}

TEST_CASE(
    "lift of a label that occurs nowhere is undefined; of labels never together it is 0 without interval",
    "[count]") {
  const CoOccurrence nowhere = co_occurrence(Together{0, 0, 4, 30});
  CHECK(nowhere.lift.value.gap == msg::count_occurs_nowhere);
  CHECK(nowhere.lift.gap == msg::count_occurs_nowhere);
  CHECK(nowhere.phi.gap == msg::count_occurs_nowhere);
  const CoOccurrence never = co_occurrence(Together{0, 5, 4, 30});
  CHECK(*never.lift.value.value == 0);
  CHECK_FALSE(never.lift.interval);
  CHECK(never.lift.gap == msg::count_never_together);
  CHECK(co_occurrence(Together{}).lift.value.gap == msg::count_occurs_nowhere);
  CHECK(co_occurrence(std::vector<Together>{}, {}).lift.value.gap == msg::count_occurs_nowhere);
}

TEST_CASE("the delta method's interval is right in about 95 % of drawn samples", "[count]") {
  // First in 30 %, second in 40 %, both in 20 %: lift 5/3.
  Draw draw(20251127);
  int right = 0, samples = 0;
  for (int sample = 0; sample < 1000; ++sample) {
    Together together{0, 0, 0, 100};
    for (int i = 0; i < 100; ++i) {
      const std::uint64_t place = draw.below(10);
      together.both += place < 2 ? 1 : 0;
      together.first += place < 3 ? 1 : 0;
      together.second += place < 2 || (place >= 3 && place < 5) ? 1 : 0;
    }
    const auto interval = co_occurrence(together).lift.interval;
    if (!interval) continue;
    ++samples;
    right += interval->low <= 5.0 / 3 && 5.0 / 3 <= interval->high ? 1 : 0;
  }
  CHECK(samples == 1000);
  CHECK(right >= 930);
  CHECK(right <= 970);
}

TEST_CASE(
    "sentences: as if all were one document, but the interval draws documents and repeats with its seed",
    "[count]") {
  std::vector<Together> documents;
  Together all;
  for (std::uint64_t i = 0; i < 40; ++i) {
    documents.push_back({i % 3, 2 + i % 3, 1 + i % 4 + i % 3, 20});
    all = {all.both + i % 3, all.first + 2 + i % 3, all.second + 1 + i % 4 + i % 3, all.of + 20};
  }
  const CoOccurrence pooled = co_occurrence(all),
                     clustered = co_occurrence(documents, {.seed = 5, .replicates = 400});
  CHECK(*clustered.lift.value.value == Approx(*pooled.lift.value.value));
  CHECK(clustered.expected == Approx(pooled.expected));
  CHECK(*clustered.phi.value == Approx(*pooled.phi.value));
  REQUIRE(clustered.lift.interval);
  CHECK(clustered.lift.interval->low < *clustered.lift.value.value);
  CHECK(clustered.lift.interval->high > *clustered.lift.value.value);
  CHECK(clustered.lift.interval == co_occurrence(documents, {.seed = 5, .replicates = 400}).lift.interval);
  CHECK(clustered.lift.interval != co_occurrence(documents, {.seed = 6, .replicates = 400}).lift.interval);
}

TEST_CASE("sentences of one document alone have no interval", "[count]") {
  const CoOccurrence one = co_occurrence(std::vector<Together>{{3, 5, 6, 40}}, {});
  CHECK(*one.lift.value.value == Approx(4));
  CHECK_FALSE(one.lift.interval);
  CHECK(one.lift.gap == msg::count_together_unstable);
}
