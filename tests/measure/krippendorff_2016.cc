// Krippendorff, Mathet, Bouvry & Widloecher (2016), "On the reliability of unitizing textual continua", Quality & Quantity 50(6); the
// three-coder example also in Krippendorff (2019), fig. 12.11. Its printed .510, .413 and .724 are quoted in the tests of the R package
// quallmer; full precision: the Python package unitized_alpha (11637e7) and, for u, KrippendorffUnitizedAlpha (61188b7), equal to a
// computation per character. The spans of the figure are those of pygamma-agreement, tests/data/AlexPaulSuzan.csv.
#include <map>

#include "engine/measure/unitising.h"
#include "message_keys/unitising.h"
#include "tests/catch.h"
#include "tests/measure/spans.h"

using namespace codeboom;
using namespace codeboom::test;

namespace {

struct Expected {
  const char* table;
  std::int64_t length;
  double u, binary_u, cu, coverage;
  std::map<std::string, std::pair<double, double>> ku;  // alpha and coverage
};

const Expected all_expected[] = {
    {"alex_paul_suzan",
     60,
     0.5096699731736228,
     0.4132259407617982,
     0.7240818696472637,
     0.46111111111111114,
     {{"1", {1, 1}}, {"2", {0, 1}}, {"3", {0, 1}}, {"4", {0, 1}}, {"5", {1, 0.4444444444444444}}, {"6", {1, 1}}}},
    {"alex_paul_suzan_quallmer_variant",
     60,
     0.5099819077921268,
     0.41359923044895275,
     0.7255624909275658,
     0.46111111111111114,
     {{"1", {1, 1}}, {"2", {0, 1}}, {"3", {0, 1}}, {"4", {0, 1}}, {"5", {1, 0.4444444444444444}}, {"6", {1, 1}}}},
    {"lindanna_main",
     20,
     0.4739130434782609,
     0.43281249999999993,
     0.7788819875776397,
     0.38333333333333336,
     {{"1", {0.7692517006802722, 0.9545454545454546}}, {"2", {0.7869714285714285, 0.5952380952380952}}}},
    {"two_coders_same_units_diff_codes",
     80,
     0.2947674418604651,
     1,
     -0.4897959183673468,
     0.4375,
     {{"x", {-0.4897959183673468, 1}}, {"y", {-0.4897959183673468, 1}}}},
    {"random_0",
     500,
     0.909230157727257,
     0.8976075057018453,
     1,
     0.34,
     {{"v1", {1, 0.937759336099585}}, {"v3", {1, 0.926829268292683}}}},
    {"random_2",
     2000,
     0.627801554105069,
     0.6773100283280103,
     0.7153947298247021,
     0.34966666666666685,
     {{"v1", {0.7158785089342308, 0.8757819481680071}},
      {"v2", {0.47662209543461576, 0.9038142620232172}},
      {"v3", {0.8249086389535691, 0.7576235541535224}},
      {"v4", {0.7756317188635394, 0.8317853457172343}},
      {"v5", {0.7310316127030646, 0.6925925925925925}}}},
};

constexpr double exact = 1e-9;

void check_parts(const Coefficient& coefficient) {
  CHECK(coefficient.parts == Parts::disagreement);
  CHECK(*coefficient.value.value == Approx(1 - *coefficient.observed.value / *coefficient.expected.value).margin(exact));
}

}  // namespace

TEST_CASE("unitising 2016: u, |u, cu with coverage and (k)u of every published and recomputed table", "[unitising]") {
  for (const Expected& expected : all_expected) {
    CAPTURE(expected.table);
    const NamedSpans spans = read_spans("krippendorff_2016", expected.table, expected.length);
    const UnitisingAgreement agreement = unitising_agreement(count_unitising(spans.continuum));
    CHECK(*agreement.u.value.value == Approx(expected.u).margin(exact));
    CHECK(*agreement.binary_u.value.value == Approx(expected.binary_u).margin(exact));
    CHECK(*agreement.cu.alpha.value.value == Approx(expected.cu).margin(exact));
    CHECK(*agreement.cu.coverage.value == Approx(expected.coverage).margin(exact));
    for (const Coefficient& coefficient : {agreement.u, agreement.binary_u, agreement.cu.alpha}) check_parts(coefficient);
    for (const auto& [name, figures] : expected.ku) {
      CAPTURE(name);
      const Covered& ku = agreement.ku[spans.label(name)];
      CHECK(*ku.alpha.value.value == Approx(figures.first).margin(exact));
      CHECK(*ku.coverage.value == Approx(figures.second).margin(exact));
      check_parts(ku.alpha);
    }
  }
}

TEST_CASE("unitising 2016: the printed digits of the three-coder example", "[unitising]") {
  const auto agreement = unitising_agreement(count_unitising(read_spans("krippendorff_2016", "alex_paul_suzan", 60).continuum));
  CHECK(*agreement.u.value.value == Approx(.510).margin(.0005));
  CHECK(*agreement.binary_u.value.value == Approx(.413).margin(.0005));
  CHECK(*agreement.cu.alpha.value.value == Approx(.724).margin(.0005));
}

TEST_CASE("unitising 2016: a code given only where no other marked anything has no (k)u, and coverage 0", "[unitising]") {
  const NamedSpans spans = read_spans("krippendorff_2016", "alex_paul_suzan", 60);
  const Covered seven = unitising_agreement(count_unitising(spans.continuum)).ku[spans.label("7")];
  CHECK_FALSE(seven.alpha.value.value.has_value());
  CHECK(seven.alpha.value.gap == msg::unitising_label_not_shared);
  CHECK(*seven.coverage.value == 0);
}
