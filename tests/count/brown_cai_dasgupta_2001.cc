// Brown, Cai & DasGupta (2001), Statistical Science 16, 101-133: how often intervals contain the true share.
#include <cmath>
#include <functional>

#include "engine/count/share.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

double binomial(std::uint64_t n, std::uint64_t x, double p) {
  const auto of = static_cast<double>(n), with = static_cast<double>(x);
  return std::exp(std::lgamma(of + 1) - std::lgamma(with + 1) - std::lgamma(of - with + 1) +
                  with * std::log(p) + (of - with) * std::log1p(-p));
}

using Method = Estimate (*)(const Sampled&, double);

double covered(Method method, std::uint64_t n, double p) {
  double sum = 0;
  for (std::uint64_t x = 0; x <= n; ++x) {
    const auto interval = method({x, n, {}}, usual_confidence).interval;
    if (interval && interval->low <= p && p <= interval->high) sum += binomial(n, x, p);
  }
  return sum;
}

}  // namespace

TEST_CASE("Brown, Cai & DasGupta 2001, sec. 2: where the textbook's interval is lucky and where it is not",
          "[count]") {
  struct Printed {
    std::uint64_t n;
    double p, coverage;
  };
  for (const auto& [n, p, coverage] : {Printed{17, .5, .951},
                                       {40, .5, .919},
                                       {30, .2, .946},
                                       {98, .2, .928},
                                       {100, .106, .952},
                                       {100, .107, .911},
                                       {591, .005, .945},
                                       {592, .005, .792}}) {
    CHECK(covered(wald_share, n, p) == Approx(coverage).margin(0.0006));
  }
}

TEST_CASE(
    "Brown, Cai & DasGupta 2001, sec. 4.2.1: Clopper and Pearson's interval is never right in less than 95 %",
    "[count]") {
  for (const std::uint64_t n : {1, 2, 5, 13, 50}) {
    for (double p = 0.005; p < 1; p += 0.005) CHECK(covered(exact_share, n, p) >= 0.95 - 1e-9);
  }
}

TEST_CASE("Brown, Cai & DasGupta 2001: Wilson's interval is right in about 95 % on average", "[count]") {
  double sum = 0;
  int shares = 0;
  for (double p = 0.005; p < 1; p += 0.005, ++shares) sum += covered(wilson_share, 50, p);
  CHECK(sum / shares == Approx(0.952).margin(0.004));
}
