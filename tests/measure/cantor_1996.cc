// Cantor (1996), Sample-size calculations for Cohen's kappa, Psychological Methods 1(2), 150-153: how many
// units are judged twice.
#include <cmath>

#include "corpus/draw.h"
#include "engine/measure/agreement_size.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

// Cells of two coders with the same prevalence.
double cantor_q(double kappa, double prevalence) {
  const double disagree = (1 - agreement_at(kappa, prevalence)) / 2;
  return kappa_variance(prevalence - disagree, disagree, disagree, 1 - prevalence - disagree);
}

// A number of yes among the coders, as often as the expectation says: fair coins of 2^32.
struct Simulation {
  explicit Simulation(const ExpectedAgreement& expected, std::uint64_t seed)
      : expected_(expected), draw_(seed) {}
  // Polya's urn: each coder says yes with the share of yes so far, which makes counts beta-binomial.
  unsigned yes() {
    unsigned count = 0;
    for (unsigned i = 0; i < expected_.coders; ++i) {
      const double chance = (expected_.prevalence * (1 - expected_.kappa) + count * expected_.kappa) /
                            (1 - expected_.kappa + i * expected_.kappa);
      count += static_cast<double>(draw_.below(std::uint64_t{1} << 32)) < chance * 4294967296.0;
    }
    return count;
  }
  ExpectedAgreement expected_;
  Draw draw_;
};

}  // namespace

TEST_CASE("the worked examples that follow Cantor in the Stata Technical Bulletin come out") {
  // Reichenheim (2000), Stata Technical Bulletin 58, 41-45 (sskdlg), printed on p. 44; d is half the width.
  // He rounds n to the nearest whole number; we round up, so that the interval is never wider than wished.
  const auto exact = [](double kappa, double prevalence, double d) {
    return cantor_q(kappa, prevalence) * std::pow(normal_quantile_95 / d, 2);
  };
  CHECK(std::round(exact(0, 0.1, 0.1)) == 384);
  CHECK(units_for_width(cantor_q(0, 0.1), 0.2) == 385);
  CHECK(cantor_q(0.1, 0.2) == Approx(1.182).margin(0.0005));
  CHECK(std::round(exact(0.1, 0.2, 0.2)) == 114);
  CHECK(units_for_width(cantor_q(0.1, 0.2), 0.4) == 114);
  // "the maximum sample size is 126 for a kappa of .289"
  CHECK(std::round(exact(0.289, 0.2, 0.2)) == 126);
  CHECK(cantor_q(0.289, 0.2) > cantor_q(0.28, 0.2));
  CHECK(cantor_q(0.289, 0.2) > cantor_q(0.298, 0.2));
  CHECK(kappa_variance({0.1, 0.2, 2}) == Approx(cantor_q(0.1, 0.2)).epsilon(1e-12));
}

TEST_CASE("the variance is that of Fleiss, Cohen and Everitt (1969), also with unequal prevalences") {
  // Artstein & Poesio (2008), Computational Linguistics 34(4), 558: 50 20 / 10 20. kappa .34783, standard
  // error .0950082 by statsmodels 0.13.5.
  const double variance = kappa_variance(0.5, 0.2, 0.1, 0.2);
  CHECK(std::sqrt(variance / 100) == Approx(0.09500818051515363).epsilon(1e-9));
  CHECK(width_with(variance, 100) == Approx(0.5340386990029029 - 0.16161347491014036).epsilon(1e-7));
}

TEST_CASE("for two coders the formulas of Cantor, of Bloch and Kraemer and of the beta-binomial are one") {
  for (double kappa = 0; kappa < 0.99; kappa += 0.07) {
    for (double p = 0.03; p < 0.98; p += 0.06) {
      const double bloch_kraemer =
          (1 - kappa) * ((1 - kappa) * (1 - 2 * kappa) + kappa * (2 - kappa) / (2 * p * (1 - p)));
      INFO(kappa << " " << p);
      CHECK(cantor_q(kappa, p) == Approx(bloch_kraemer).epsilon(1e-9));
      CHECK(kappa_variance({kappa, p, 2}) == Approx(bloch_kraemer).epsilon(1e-9));
      const double agreement = agreement_at(kappa, p);
      CHECK(agreement_variance({kappa, p, 2}) == Approx(agreement * (1 - agreement)).epsilon(1e-9));
      CHECK(kappa_at(agreement, p) == Approx(kappa).margin(1e-12));
      CHECK(kappa_variance({kappa, p, 4}) <= kappa_variance({kappa, p, 3}) + 1e-12);
      CHECK(kappa_variance({kappa, p, 3}) <= kappa_variance({kappa, p, 2}) + 1e-12);
      CHECK(kappa_variance({kappa, p, 3}) == Approx(kappa_variance({kappa, 1 - p, 3})).epsilon(1e-9));
    }
  }
}

TEST_CASE("a worked plan: kappa .8, prevalence .2, interval of .2") {
  // By hand: Q = .2 (.2 (-.6) + .8 1.2 / .32) = .576; n = .576 (1.959964 / .1)^2 = 221.27. Agreement .936:
  // .936 .064 = .059904, n = 23.01.
  CHECK(kappa_variance({0.8, 0.2, 2}) == Approx(0.576).epsilon(1e-12));
  CHECK(units_for_width(kappa_variance({0.8, 0.2, 2}), 0.2) == 222);
  CHECK(agreement_at(0.8, 0.2) == Approx(0.936));
  CHECK(units_for_width(agreement_variance({0.8, 0.2, 2}), 0.2) == 24);
  CHECK(width_with(0.576, 222) < 0.2);
  CHECK(width_with(0.576, 221) > 0.2);
}

TEST_CASE(
    "simulated coders get an interval that is about as wide as planned and holds kappa about as often as it "
    "says") {
  const ExpectedAgreement expected{0.8, 0.2, 2};
  const std::uint64_t units = units_for_width(kappa_variance(expected), 0.2);
  Simulation simulation(expected, 5);
  constexpr int studies = 2000;
  double width = 0;
  int held = 0;
  for (int study = 0; study < studies; ++study) {
    double count[3] = {};
    for (std::uint64_t i = 0; i < units; ++i) ++count[simulation.yes()];
    const double n = static_cast<double>(units), both = count[2] / n, differ = count[1] / n;
    // Which of the two said yes does not matter to their sum; half each is what is expected.
    const double variance = kappa_variance(both, differ / 2, differ / 2, count[0] / n);
    const double p = both + differ / 2, kappa = kappa_at(1 - differ, p);
    const double reach = width_with(variance, units) / 2;
    width += 2 * reach / studies;
    held += std::abs(kappa - expected.kappa) <= reach;
  }
  CHECK(width == Approx(0.2).epsilon(0.03));
  CHECK(held > 0.92 * studies);
  CHECK(held < 0.97 * studies);
}

TEST_CASE("the kappa of three and of five simulated coders varies as much as planned") {
  for (const unsigned coders : {3u, 5u}) {
    const ExpectedAgreement expected{0.6, 0.3, coders};
    Simulation simulation(expected, coders);
    constexpr int studies = 3000, units = 400;
    double sum = 0, squares = 0;
    for (int study = 0; study < studies; ++study) {
      double differ = 0, yes = 0;
      for (int i = 0; i < units; ++i) {
        const double x = simulation.yes();
        differ += 2 * x * (coders - x) / (coders * (coders - 1.0)) / units;
        yes += x / coders / units;
      }
      const double kappa = 1 - differ / (2 * yes * (1 - yes));
      sum += kappa;
      squares += kappa * kappa;
    }
    const double mean = sum / studies, variance = squares / studies - mean * mean;
    CHECK(mean == Approx(0.6).margin(0.005));
    CHECK(variance * units == Approx(kappa_variance(expected)).epsilon(0.08));
  }
}
