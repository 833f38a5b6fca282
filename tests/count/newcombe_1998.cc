// Newcombe (1998), Statistics in Medicine 17, 857-872, table I: the same four shares by his methods 1, 3
// and 5.
#include "engine/count/share.h"
#include "message_keys/count.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

struct Row {
  std::uint64_t with, of;
  Interval wilson, exact;
};
const Row kTable[] = {{81, 263, {.2553, .3662}, {.2527, .3676}},
                      {15, 148, {.0624, .1605}, {.0578, .1617}},
                      {0, 20, {.0000, .1611}, {.0000, .1684}},
                      {1, 29, {.0061, .1718}, {.0009, .1776}}};

void check(const Estimate& estimate, const Interval& printed) {
  REQUIRE(estimate.interval);
  CHECK(estimate.interval->low == Approx(printed.low).margin(0.00005));
  CHECK(estimate.interval->high == Approx(printed.high).margin(0.00005));
}

}  // namespace

TEST_CASE("Newcombe 1998, table I: Wilson's intervals (method 3)", "[count]") {
  for (const Row& row : kTable) check(wilson_share({row.with, row.of, {}}), row.wilson);
}

TEST_CASE("Newcombe 1998, table I: Clopper and Pearson's intervals (method 5)", "[count]") {
  for (const Row& row : kTable) check(exact_share({row.with, row.of, {}}), row.exact);
}

TEST_CASE("Newcombe 1998, table I: the textbook's interval (method 1), cut off at 0, and none for 0 of 20",
          "[count]") {
  check(wald_share({81, 263, {}}), {.2522, .3638});
  check(wald_share({15, 148, {}}), {.0527, .1500});
  check(wald_share({1, 29, {}}), {0, .1009});
  const Estimate none = wald_share({0, 20, {}});
  CHECK(none.value.value == 0.0);
  CHECK_FALSE(none.interval);
  CHECK(none.gap == msg::count_wald_none_or_all);
}
