// Saturation: orders of documents, their curve, and the rule for when to stop.
#include "engine/count/saturation.h"

#include <algorithm>
#include <numeric>

#include "tests/catch.h"

using namespace codeboom;

namespace {

const std::vector<LabelsOfDocument> kFour{{1, 2, 3}, {1}, {2, 9}, {}};

}  // namespace

TEST_CASE("new labels of an order are those that no document before it had", "[count]") {
  const std::vector<std::uint32_t> order{1, 3, 2, 0}, other{0, 1, 2, 3};
  CHECK(new_labels(kFour, order) == std::vector<std::uint64_t>{1, 0, 2, 1});
  CHECK(new_labels(kFour, other) == std::vector<std::uint64_t>{3, 0, 1, 0});
}

TEST_CASE("the expected curve is the mean over every order there is", "[count]") {
  std::vector<std::uint32_t> order{0, 1, 2, 3};
  std::vector<double> sum(4, 0);
  int orders = 0;
  do {
    const std::vector<std::uint64_t> fresh = new_labels(kFour, order);
    std::uint64_t seen = 0;
    for (std::size_t h = 0; h < 4; ++h) sum[h] += static_cast<double>(seen += fresh[h]);
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  const std::vector<double> expected = expected_accumulation(incidence_counts(kFour));
  REQUIRE(expected.size() == 4);
  for (std::size_t h = 0; h < 4; ++h) CHECK(expected[h] == Approx(sum[h] / orders));
}

TEST_CASE("the expected curve rises ever slower and ends at what was seen", "[count]") {
  IncidenceCounts counts{500, {}};
  for (std::uint64_t times = 1; times <= 500; times += 7) counts.occurs_in.push_back(times);
  const std::vector<double> expected = expected_accumulation(counts);
  CHECK(expected.back() == Approx(static_cast<double>(counts.seen())));
  CHECK(expected.front() == Approx(static_cast<double>(counts.occurrences()) / 500));
  for (std::size_t h = 2; h < expected.size(); ++h) {
    CHECK(expected[h] - expected[h - 1] <= expected[h - 1] - expected[h - 2] + 1e-9);
  }
}

TEST_CASE("stop at the first run that brings at most the threshold of the base; runs overlap", "[count]") {
  struct Case {
    std::vector<std::uint64_t> fresh;
    StopRule rule;
    std::optional<std::uint32_t> documents;
    double ratio;
  };
  const Case cases[] = {
      // Base 20; runs 5-6: 4, 6-7: 2, 7-8: 1 of 20.
      {{10, 5, 3, 2, 2, 2, 0, 1, 0}, {4, 2, 0.05}, 8, 0.05},
      {{10, 5, 3, 2, 2, 2, 0, 1, 0}, {4, 2, 0.0}, std::nullopt, 0},
      {{10, 5, 3, 2, 2, 2, 0, 1, 0, 0}, {4, 2, 0.0}, 10, 0},
      {{10, 5, 3, 2, 2, 2, 0, 1, 0}, {4, 3, 0.05}, 9, 0.05},
      {{10, 5, 3, 2, 2, 2, 0, 1, 0}, {6, 2, 0.05}, 8, 1.0 / 24},
      {{10, 0}, {1, 1, 0.05}, 2, 0},
      {{10, 5, 3, 2, 0}, {4, 2, 0.05}, std::nullopt, 0},  // no whole run
      {{0, 0, 0, 0, 0, 0, 7},
       {4, 2, 0.05},
       std::nullopt,
       0},  // no label in the base: nothing to compare with
      {{}, {4, 2, 0.05}, std::nullopt, 0},
  };
  for (const Case& one : cases) {
    const auto stop = stop_point(one.fresh, one.rule);
    REQUIRE(stop.has_value() == one.documents.has_value());
    if (!stop) continue;
    CHECK(stop->documents == *one.documents);
    CHECK(stop->ratio == Approx(one.ratio));
  }
}

TEST_CASE("the same seed gives the same saturation, another one gives another", "[count]") {
  std::vector<LabelsOfDocument> documents;
  for (std::uint32_t i = 0; i < 30; ++i) documents.push_back({i % 7, 10 + i % 11, 30 + i});
  const Saturation first = saturation(documents, {.seed = 3, .orders = 50}),
                   again = saturation(documents, {.seed = 3, .orders = 50});
  const Saturation other = saturation(documents, {.seed = 4, .orders = 50});
  const auto means = [](const Saturation& drawn) {
    std::vector<double> result;
    for (const Band& band : drawn.seen) result.push_back(band.mean);
    return result;
  };
  CHECK(means(first) == means(again));
  CHECK(means(first) != means(other));
  for (std::size_t h = 0; h < 30; ++h) {
    CHECK(first.seen[h].low <= first.seen[h].high);
    CHECK(first.fresh[h].low <= first.fresh[h].high);
    if (h > 0) CHECK(first.seen[h].mean == Approx(first.seen[h - 1].mean + first.fresh[h].mean));
  }
}

TEST_CASE("documents that all say the same are saturated after the first run; all different, never",
          "[count]") {
  const std::vector<LabelsOfDocument> same(20, LabelsOfDocument{1, 2, 3});
  const Saturation drawn = saturation(same, {.orders = 40});
  CHECK(drawn.stopped == 40);
  CHECK(drawn.documents->mean == 6);
  CHECK(drawn.documents->low == 6);
  CHECK(drawn.documents->high == 6);
  CHECK(*drawn.share_seen == 1);
  std::vector<LabelsOfDocument> different;
  for (std::uint32_t i = 0; i < 20; ++i) different.push_back({i});
  const Saturation never = saturation(different, {.orders = 40});
  CHECK(never.orders == 40);
  CHECK(never.stopped == 0);
  CHECK_FALSE(never.documents);
  CHECK_FALSE(never.share_seen);
}

TEST_CASE("without documents or without labels there is nothing to saturate", "[count]") {
  CHECK(saturation({}, {}).seen.empty());
  CHECK(expected_accumulation({}).empty());
  const std::vector<LabelsOfDocument> empty(8);
  const Saturation drawn = saturation(empty, {.orders = 10});
  REQUIRE(drawn.seen.size() == 8);
  CHECK(drawn.seen.back().high == 0);
  CHECK(drawn.stopped == 0);
}
