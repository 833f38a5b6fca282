// Fisher's exact test on his own examples, as R's fisher.test gives it: tea (Design of Experiments, 1935) and
// the convicted twins (JRSS 98, 1935, 39-82).
#include "engine/count/difference.h"
#include "tests/catch.h"

using namespace codeboom;

TEST_CASE("Fisher 1935: three of four cups with the milk first and one of four with the tea first, p = 17/35",
          "[count]") {
  const Difference tea = fisher({3, 4}, {1, 4});
  CHECK(tea.test == DifferenceTest::fisher);
  CHECK(*tea.p.value == Approx(17.0 / 35));
}

TEST_CASE("Fisher 1935: convicted twins of convicts, 2 of 17 and 10 of 13, p = .0005367", "[count]") {
  CHECK(*fisher({2, 17}, {10, 13}).p.value == Approx(3571.0 / 6653325));
  CHECK(*fisher({2, 17}, {10, 13}).p.value == Approx(0.0005367).margin(5e-8));
}
