// Benjamini & Hochberg (1995), JRSS B 57, 289-300, sec. 3.2: fifteen comparisons after a heart attack.
#include <algorithm>

#include "engine/count/difference.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

std::vector<Statistic> as_statistics(const std::vector<double>& values) {
  std::vector<Statistic> p;
  for (const double value : values) p.push_back(defined(value));
  return p;
}
const std::vector<double> kPrinted{.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                                   .0459, .3240, .4262, .5719, .6528, .7590, 1.0};

std::ptrdiff_t found(const std::vector<Statistic>& p) {
  return std::count_if(p.begin(), p.end(), [](const Statistic& one) { return *one.value <= 0.05; });
}

}  // namespace

TEST_CASE("Benjamini & Hochberg 1995: four differences at a false discovery rate of .05, three by Bonferroni",
          "[count]") {
  const std::vector<Statistic> p = as_statistics(kPrinted);
  CHECK(found(benjamini_hochberg(p)) == 4);
  CHECK(found(holm(p)) == 3);
  CHECK(std::count_if(kPrinted.begin(), kPrinted.end(), [](double one) { return one * 15 <= 0.05; }) == 3);
  CHECK(*benjamini_hochberg(p)[3].value == Approx(.0095 * 15 / 4));
  CHECK(*holm(p)[2].value == Approx(.0019 * 13));
}

TEST_CASE(
    "Holm 1979: never above Bonferroni, never below Benjamini and Hochberg, in the same order as before",
    "[count]") {
  const std::vector<double> mixed{.03, .2, .001, .03, .9, .04, .0005, 1.0, .011};
  const std::vector<Statistic> p = as_statistics(mixed), strict = holm(p), lenient = benjamini_hochberg(p);
  for (std::size_t i = 0; i < mixed.size(); ++i) {
    CHECK(*strict[i].value <= std::min(1.0, mixed[i] * 9) + 1e-15);
    CHECK(*lenient[i].value <= *strict[i].value + 1e-15);
    CHECK(*lenient[i].value >= mixed[i]);
    for (std::size_t j = 0; j < mixed.size(); ++j) {
      if (mixed[i] <= mixed[j]) {
        CHECK(*strict[i].value <= *strict[j].value);
        CHECK(*lenient[i].value <= *lenient[j].value);
      }
    }
  }
}

TEST_CASE("a comparison without a test stays without and does not count; one alone is not corrected",
          "[count]") {
  const MessageKey gap{9, 9};
  const std::vector<Statistic> p{undefined(gap), defined(.02), undefined(gap), defined(.04)};
  for (const auto& corrected : {holm(p), benjamini_hochberg(p)}) {
    CHECK(corrected[0].gap == gap);
    CHECK_FALSE(corrected[2].value);
    CHECK(*corrected[1].value == Approx(.04));
    CHECK(*corrected[3].value == Approx(.04));
  }
  CHECK(*holm(std::vector{defined(.02)})[0].value == .02);
  CHECK(*benjamini_hochberg(std::vector{defined(.02)})[0].value == .02);
  CHECK(holm({}).empty());
}
