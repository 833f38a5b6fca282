// NVivo's coding comparison: (both + neither) / all, and kappa = (agreements - chance) / (all - chance). Counts: the example of NVivo's
// help, split over the coders in two ways; kappa as scikit-learn's cohen_kappa_score gives it on the characters written out.
#include <array>

#include "engine/measure/character_agreement.h"
#include "message_keys/unitising.h"
#include "tests/catch.h"
#include "tests/measure/spans.h"

using namespace codeboom;
using namespace codeboom::test;

namespace {

constexpr std::array<std::size_t, 1> first{0}, second{1};

std::vector<std::vector<bool>> characters(const Continuum& continuum, std::uint32_t label) {
  std::vector<std::vector<bool>> marked;
  for (const auto& spans : continuum.coders) {
    marked.emplace_back(static_cast<std::size_t>(continuum.length), false);
    for (const LabelledSpan& span : spans) {
      for (auto at = span.begin; span.label == label && at < span.end; ++at) marked.back()[static_cast<std::size_t>(at)] = true;
    }
  }
  return marked;
}

}  // namespace

TEST_CASE("characters: NVivo's counts give its percentage and Cohen's kappa", "[characters]") {
  struct {
    Continuum continuum;
    TwoCoders counts;
    double kappa;
  } expected[] = {
      {{1000, 1, {{{0, 150, 0}}, {{100, 200, 0}}}}, {50, 100, 50, 800}, 0.31818181818181823},
      {{1000, 1, {{{0, 120, 0}, {300, 380, 0}}, {{310, 360, 0}}}}, {50, 150, 0, 800}, 0.34782608695652173},
  };
  for (const auto& row : expected) {
    const TwoCoders counts = character_counts(row.continuum, first, second, 0);
    CHECK(counts == row.counts);
    const Kappa kappa = cohen_kappa(counts);
    CHECK(*kappa.observed.value == Approx(.85));
    CHECK(*kappa.kappa.value == Approx(row.kappa).margin(1e-9));
  }
}

TEST_CASE("characters: where another tool's kappa goes wrong, 1000 characters of which 60 by both", "[characters]") {
  // QualCoder gives .4841 here: it drops the characters that neither coded and takes chance as the product of the two shares.
  const TwoCoders counts = character_counts({1000, 1, {{{0, 100, 0}}, {{40, 120, 0}}}}, first, second, 0);
  CHECK(*cohen_kappa(counts).kappa.value == Approx(.6341).margin(.00005));
}

TEST_CASE("characters: intervals count what characters count, repeats once, groups as one coder", "[characters]") {
  Draw draw(53);
  for (int round = 0; round < 100; ++round) {
    const Continuum continuum = random_spans(draw, 4, 80, 2, 5);
    const auto marked = characters(continuum, 1);
    const std::array<std::size_t, 2> left{0, 2}, right{1, 3};
    TwoCoders alone, grouped;
    for (std::size_t at = 0; at < 80; ++at) {
      alone.add(marked[0][at], marked[1][at]);
      grouped.add(marked[0][at] || marked[2][at], marked[1][at] || marked[3][at]);
    }
    CHECK(character_counts(continuum, first, second, 1) == alone);
    CHECK(character_counts(continuum, left, right, 1) == grouped);
  }
}

TEST_CASE("characters: positive specific agreement is the mean F1 of the pairs that used the code", "[characters]") {
  const Continuum continuum{100, 2, {{{0, 10, 0}}, {{5, 15, 0}}, {{0, 10, 0}}, {}, {{50, 60, 1}}}};
  // Of the ten pairs, those among the first three are .5, 1 and .5; six hold one coder without the code (0); one holds neither.
  const Coefficient agreement = positive_specific_agreement(continuum, 0);
  CHECK(*agreement.value.value == Approx(2.0 / 9));
  CHECK(agreement.units == 9);
  CHECK(positive_specific_agreement({100, 1, {{}, {}}}, 0).value.gap == msg::unitising_label_unused);
  CHECK(positive_specific_agreement({100, 1, {{{0, 3, 0}}}}, 0).value.gap == msg::unitising_one_coder);
}
