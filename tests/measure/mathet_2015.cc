// Mathet, Widloecher & Metivier (2015), "The unified and holistic method gamma", Computational Linguistics 41(3). Continua, best
// alignments and chance: pygamma-agreement 0.5.9 (44587ef, tests/data; MIT) and DKPro Statistics (f7f4f89, fixtures with chance continua
// that pygamma drew, multiplied to whole numbers), which agree to the precision of pygamma's 32-bit numbers.
#include <fstream>
#include <iterator>

#include "corpus/delimited.h"
#include "engine/measure/gamma.h"
#include "message_keys/unitising.h"
#include "tests/catch.h"
#include "tests/measure/spans.h"

using namespace codeboom;
using namespace codeboom::test;

namespace {

constexpr std::int64_t long_enough = 100'000'000;

Continuum spans_of(const std::string& table) { return read_spans("mathet_2015", table, long_enough).continuum; }

double disorder(const std::string& table, const Dissimilarity& dissimilarity) {
  return best_alignment(spans_of(table), dissimilarity)->disorder;
}

}  // namespace

TEST_CASE("gamma: disorder of the best alignment, and the fewest unitary alignments that reach it", "[gamma]") {
  struct {
    const char* table;
    Dissimilarity dissimilarity;
    double disorder;
    std::size_t unitary;
  } expected[] = {
      {"AlexPaulSuzan", {1, 1}, 0.6535416666666668, 6},
      {"AlexPaulSuzan", {3, 1}, 0.960625, 6},  // 7 reach it too
      {"example_figure10", {1, 1}, 1.1851851851851851, 3},
      {"example_figure19", {1, 1}, 1.3439999999999999, 4},
      {"annotation_paul_suzann_alex", {3, 1}, 0.704973701512163, 7},
      {"annotation_paul_suzann_alex", {1, 1}, 0.5312875111897787, 7},
      {"annotation_paul_suzann_alex_single_unit_cat", {1, 1}, 0.2, 2},
      {"annotation_paul_suzann_alex_single_unit_temp", {1, 1}, 0.015570934256055366, 2},
  };
  for (const auto& row : expected) {
    CAPTURE(row.table);
    const auto best = best_alignment(spans_of(row.table), row.dissimilarity);
    REQUIRE(best);
    CHECK(best->disorder == Approx(row.disorder).epsilon(1e-7));
    CHECK(best->unitary.size() == row.unitary);
  }
  CHECK(disorder("3by100", {3, 1}) == Approx(0.34351167371196134).epsilon(1e-5));
}

TEST_CASE("gamma: continua that another program drew have the best disorder that it and DKPro found", "[gamma]") {
  struct {
    const char* table;
    Dissimilarity dissimilarity;
    double best, chance[4];
  } expected[] = {
      {"fixture_02", {1, 1}, 0.7083333333333334, {2.0, 1.6484464406967163, 1.8558326959609985, 2.0}},
      {"fixture_03", {1, 1}, 0, {1.066645860671997, 1.0541988611221313, 1.6341396570205688, 1.1148637533187866}},
      {"fixture_04",
       {1, 1},
       0.40875640379608635,
       {0.8253426551818848, 0.9491503238677979, 1.3278082609176636, 1.2716907262802124}},
      {"fixture_05",
       {1, 1},
       1.074380165289256,
       {0.9675394296646118, 1.0580782890319824, 0.7922565937042236, 1.0783106088638306}},
      {"fixture_06", {3, 2}, 1.0277777777777777, {2.0, 0.6703331470489502, 1.3903924226760864, 0.7472983002662659}},
  };
  for (const auto& row : expected) {
    CAPTURE(row.table);
    CHECK(disorder(row.table, row.dissimilarity) == Approx(row.best).margin(1e-9));
    for (int i = 0; i < 4; ++i) {
      CHECK(disorder(std::string(row.table) + "/" + std::to_string(i + 1), row.dissimilarity) ==
            Approx(row.chance[i]).epsilon(2e-5));
    }
  }
}

TEST_CASE("gamma: differences in place between the units of the fixtures", "[gamma]") {
  std::ifstream in(CODEBOOM_SOURCE_DIR "/tests/measure/spans/mathet_2015_pairs.csv");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  std::size_t compared = 0;
  for (const DelimitedRecord& record : read_delimited(text)) {
    const auto& cells = record.cells;
    if (cells[0] == "table") continue;
    const auto unit = [&](std::size_t column) {
      const auto coder = static_cast<std::size_t>(cells[column].back() - '1');  // Ann1, Ann2, ...
      return spans_of(cells[0]).coders.at(coder).at(std::stoul(cells[column + 1]));
    };
    CHECK(place_difference(unit(1), unit(3)) == Approx(std::stod(cells[5])).epsilon(1e-6));
    CHECK((unit(1).label != unit(3).label) == (cells[6] == "1.0"));
    ++compared;
  }
  CHECK(compared == 50);
}

TEST_CASE("gamma: with the shuffle of 2015 chance and gamma come within their sampling error of pygamma's", "[gamma]") {
  struct {
    const char* table;
    Dissimilarity dissimilarity;
    double observed, expected, expected_error, gamma, gamma_error;
  } expected[] = {
      {"AlexPaulSuzan",
       {3, 1},
       0.9606249332427979,
       1.7417402773480566,
       0.022879648990763612,
       0.44846832461988617,
       0.007244967176850288},
      {"annotation_paul_suzann_alex",
       {1, 1},
       0.5312875111897787,
       1.3310185284829914,
       0.03105601419818898,
       0.6008413858856603,
       0.009313375675838894},
  };
  for (const auto& row : expected) {
    CAPTURE(row.table);
    const Gamma result = gamma_agreement(spans_of(row.table), {row.dissimilarity, 1, 1000, 0, 0});
    CHECK(result.samples == 1000);
    CHECK(*result.gamma.observed.value == Approx(row.observed).epsilon(1e-5));
    CHECK(*result.gamma.expected.value == Approx(row.expected).margin(row.expected_error));
    CHECK(*result.gamma.value.value == Approx(row.gamma).margin(row.gamma_error));
    REQUIRE(result.gamma.interval);
    CHECK(result.gamma.interval->low < *result.gamma.value.value);
    CHECK(result.gamma.interval->high > *result.gamma.value.value);
    CHECK(result.gamma.interval_kind == IntervalKind::chance_samples);
  }
}

TEST_CASE("gamma: the 3 by 124 spans of the authors' comparison", "[gamma]") {
  // Only what does not depend on the sampler is comparable: pygamma's .8008 (3, 1) is with its other, `statistical`, sampler.
  const Gamma result = gamma_agreement(spans_of("3by100"), {{3, 1}, 1, 5, 0, 0});
  CHECK(*result.gamma.value.value == Approx(.80).margin(.02));
}
