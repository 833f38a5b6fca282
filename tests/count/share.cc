// Intervals of shares: what follows from what, and the hypergeometric one against every population there is.
#include "engine/count/share.h"

#include "message_keys/count.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

std::uint64_t choose(std::uint64_t n, std::uint64_t k) {
  if (k > n) return 0;
  std::uint64_t result = 1;
  for (std::uint64_t i = 1; i <= k; ++i) result = result * (n - k + i) / i;  // exact up to n = 61
  return result;
}

// From the definition, in whole numbers: all K under which neither tail is 1 in 40 or less.
CountInterval by_trying(const Sampled& sampled) {
  const std::uint64_t population = *sampled.population, n = sampled.of, tables = choose(population, n);
  CountInterval interval{population, 0};
  for (std::uint64_t marked = 0; marked <= population; ++marked) {
    std::uint64_t up = 0, down = 0;
    for (std::uint64_t x = 0; x <= n; ++x) {
      const std::uint64_t ways = choose(marked, x) * choose(population - marked, n - x);
      if (x >= sampled.with) up += ways;
      if (x <= sampled.with) down += ways;
    }
    if (40 * up <= tables || 40 * down <= tables) continue;
    interval = {std::min(interval.low, marked), std::max(interval.high, marked)};
  }
  return interval;
}

using Method = Estimate (*)(const Sampled&, double);
const Method kMethods[] = {wilson_share, exact_share, wald_share};

}  // namespace

TEST_CASE("the hypergeometric interval holds exactly the populations under which the sample is not too rare",
          "[count]") {
  for (std::uint64_t population = 1; population <= 26; ++population) {
    for (std::uint64_t n = 1; n <= population; ++n) {
      for (std::uint64_t x = 0; x <= n; ++x) {
        const Sampled sampled{x, n, population};
        CAPTURE(population, n, x);
        REQUIRE(hypergeometric_count(sampled) == by_trying(sampled));
      }
    }
  }
}

TEST_CASE("13 of 65 documents, drawn from 192: between 25 and 56 of them, by whole numbers in Python",
          "[count]") {
  CHECK(hypergeometric_count({13, 65, 192}) == CountInterval{25, 56});
  CHECK(hypergeometric_count({0, 65, 192}) == CountInterval{0, 8});
  CHECK(hypergeometric_count({1, 64, 192}) == CountInterval{1, 13});
  const Estimate exact = exact_share({13, 65, 192});
  CHECK(*exact.value.value == Approx(0.2));
  CHECK(exact.interval->low == Approx(25.0 / 192));
  CHECK(exact.interval->high == Approx(56.0 / 192));
  const Estimate wilson = wilson_share({13, 65, 192});
  CHECK(wilson.interval->low == Approx(0.1327406004).margin(1e-9));
  CHECK(wilson.interval->high == Approx(0.2899457686).margin(1e-9));
}

TEST_CASE("Cochran 1977, sec. 3.6: 37 of 100 drawn from 500, standard error .0434 by his estimate",
          "[count]") {
  // He divides by n - 1 and N where the variance of a drawn share has n and N - 1: .0434 is .0432 here.
  const Estimate wald = wald_share({37, 100, 500});
  CHECK((wald.interval->high - wald.interval->low) / (2 * 1.96) == Approx(0.0434).margin(0.0003));
  CHECK(hypergeometric_count({37, 100, 500}) == CountInterval{143, 231});  // whole numbers in Python
}

TEST_CASE("an interval contains its share, stays within 0 and 1, and is that of the others turned round",
          "[count]") {
  for (const Method method : kMethods) {
    for (const auto& population : {std::optional<std::uint64_t>{}, std::optional<std::uint64_t>{40}}) {
      double low = 0, high = 0;
      for (std::uint64_t x = 0; x <= 23; ++x) {
        const Estimate estimate = method({x, 23, population}, usual_confidence);
        CHECK(*estimate.value.value == Approx(static_cast<double>(x) / 23));
        if (!estimate.interval) continue;
        CAPTURE(x, estimate.interval->low, estimate.interval->high);
        CHECK(estimate.interval->low >= 0);
        CHECK(estimate.interval->low <= *estimate.value.value);
        CHECK(estimate.interval->high >= *estimate.value.value);
        CHECK(estimate.interval->high <= 1);
        CHECK(estimate.interval->low >= low);
        CHECK(estimate.interval->high >= high);
        low = estimate.interval->low;
        high = estimate.interval->high;
        const Estimate others = method({23 - x, 23, population}, usual_confidence);
        CHECK(others.interval->low == Approx(1 - high).margin(1e-9));
        CHECK(others.interval->high == Approx(1 - low).margin(1e-9));
      }
    }
  }
}

TEST_CASE("the more of the population was coded the surer, until all is coded and nothing is unsure",
          "[count]") {
  for (const Method method : kMethods) {
    double width = 2;
    for (const std::uint64_t population : {1'000'000U, 192U, 100U, 66U, 65U}) {
      const Estimate estimate = method({13, 65, population}, usual_confidence);
      const double now = estimate.interval->high - estimate.interval->low;
      CHECK(now < width);
      width = now;
    }
    CHECK(width == Approx(0).margin(1e-12));
    CHECK(method({0, 7, 7}, usual_confidence).interval == Interval{0, 0});
    CHECK(method({7, 7, 7}, usual_confidence).interval == Interval{1, 1});
    CHECK(method({1, 1, 1}, usual_confidence).interval == Interval{1, 1});
  }
}

TEST_CASE("in a population as good as endless the intervals are those without one", "[count]") {
  for (const Method method : kMethods) {
    for (const std::uint64_t x : {3U, 13U, 40U}) {
      const Interval endless = *method({x, 65, {}}, usual_confidence).interval;
      const Interval huge = *method({x, 65, 20'000'000}, usual_confidence).interval;
      CHECK(huge.low == Approx(endless.low).margin(2e-6));
      CHECK(huge.high == Approx(endless.high).margin(2e-6));
    }
  }
}

TEST_CASE("a higher level gives a wider interval", "[count]") {
  for (const Method method : kMethods) {
    const Interval at_90 = *method({13, 65, 192}, 0.90).interval,
                   at_99 = *method({13, 65, 192}, 0.99).interval;
    CHECK(at_99.low < at_90.low);
    CHECK(at_99.high > at_90.high);
  }
}

TEST_CASE("no documents: no share; a population smaller than the sample: no interval, and the reason",
          "[count]") {
  for (const Method method : kMethods) {
    const Estimate none = method({0, 0, {}}, usual_confidence);
    CHECK_FALSE(none.value.value);
    CHECK(none.value.gap == msg::count_no_documents);
    CHECK(none.gap == msg::count_no_documents);
    const Estimate small = method({3, 65, 64}, usual_confidence);
    CHECK(*small.value.value == Approx(3.0 / 65));
    CHECK_FALSE(small.interval);
    CHECK(small.gap == msg::count_population_smaller);
  }
}
