#include "engine/measure/two_coders.h"

#include "message_keys/engine.h"
#include "tests/catch.h"

using namespace codeboom;

TEST_CASE("two coders: precision, recall, F1 and kappa of a table worked out by hand") {
  // 50 units: both 20, only the first 5, only the second 10, neither 15. Observed .70; the first says yes to .50, the second to
  // .60, so chance gives .5 x .6 + .5 x .4 = .50, and kappa (.70 - .50) / (1 - .50) = .40.
  const TwoCoders counts{20, 5, 10, 15};
  CHECK(counts.units() == 50);
  CHECK(*precision(counts).value == Approx(20.0 / 25));
  CHECK(*recall(counts).value == Approx(20.0 / 30));
  CHECK(*f1(counts).value == Approx(40.0 / 55));
  const Kappa kappa = cohen_kappa(counts);
  CHECK(*kappa.observed.value == Approx(0.70));
  CHECK(*kappa.expected.value == Approx(0.50));
  CHECK(*kappa.kappa.value == Approx(0.40));
}

TEST_CASE("two coders: what is undefined says why, and is neither 0 nor 1") {
  CHECK(precision({0, 0, 3, 7}).gap == msg::measure_never_given);
  CHECK(recall({0, 3, 0, 7}).gap == msg::measure_never_present);
  CHECK(f1({0, 0, 0, 9}).gap == msg::measure_neither);
  CHECK(cohen_kappa({0, 0, 0, 0}).kappa.gap == msg::measure_no_units);
  CHECK(cohen_kappa({0, 0, 0, 9}).kappa.gap == msg::measure_no_variation);
  CHECK(cohen_kappa({9, 0, 0, 0}).kappa.gap == msg::measure_no_variation);
  CHECK_FALSE(cohen_kappa({9, 0, 0, 0}).kappa.value.has_value());
}

TEST_CASE("two coders: one who always says the same has kappa exactly 0") {
  CHECK(*cohen_kappa({6, 4, 0, 0}).kappa.value == Approx(0).margin(1e-12));
  CHECK(*cohen_kappa({0, 0, 4, 6}).kappa.value == Approx(0).margin(1e-12));
}

TEST_CASE("two coders: kappa and F1 do not mind who is first; precision and recall change places") {
  for (const TwoCoders& counts : {TwoCoders{3, 1, 4, 1}, TwoCoders{5, 9, 2, 6}, TwoCoders{1, 0, 0, 1}}) {
    const TwoCoders turned{counts.both, counts.only_second, counts.only_first, counts.neither};
    CHECK(*cohen_kappa(counts).kappa.value == Approx(*cohen_kappa(turned).kappa.value));
    CHECK(*f1(counts).value == Approx(*f1(turned).value));
    CHECK(*precision(counts).value == Approx(*recall(turned).value));
  }
}
