#include "engine/measure/yes_no_agreement.h"

#include <functional>

#include "engine/measure/bootstrap.h"
#include "engine/measure/cohen.h"
#include "engine/measure/gwet.h"
#include "engine/measure/krippendorff.h"
#include "engine/measure/nominal.h"
#include "message_keys/measure.h"
#include "message_keys/unitising.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

struct Data {
  YesNoTable table;
  Ratings ratings;
};

// Yes with a chance of its own per unit, so that coders agree more than by chance; now and then somebody did
// not judge.
Data random_yes_no(Draw& draw, std::uint32_t coders, std::size_t units, std::uint64_t missing_of_ten) {
  Data data{{}, {coders, 2, {}}};
  for (std::size_t unit = 0; unit < units; ++unit) {
    const std::uint64_t of_ten = draw.below(2) == 0 ? 2 : 8;
    YesNoPattern pattern{0, 0, 1};
    for (std::uint32_t coder = 0; coder < coders; ++coder) {
      const bool judged = draw.below(10) >= missing_of_ten, yes = draw.below(10) < of_ten;
      data.ratings.cells.push_back(!judged ? no_label : yes ? 1 : 0);
      if (judged) pattern.judged |= std::uint64_t{1} << coder;
      if (judged && yes) pattern.yes |= std::uint64_t{1} << coder;
    }
    data.table.push_back(pattern);
  }
  return data;
}

void check_same(const Coefficient& quick, const Coefficient& general) {
  REQUIRE(quick.value.value.has_value() == general.value.value.has_value());
  if (general.value.value) CHECK(*quick.value.value == Approx(*general.value.value).margin(1e-12));
  if (general.expected.value) CHECK(*quick.expected.value == Approx(*general.expected.value).margin(1e-12));
  if (general.observed.value) CHECK(*quick.observed.value == Approx(*general.observed.value).margin(1e-12));
  CHECK(quick.units == general.units);
  CHECK(quick.values == general.values);
  CHECK(quick.missing == general.missing);
}

Coefficient of(YesNoMeasure measure, const Data& data) {
  return yes_no_agreement(measure, data.ratings.coders, std::span(&data.table, 1));
}

}  // namespace

TEST_CASE("Agreement on yes and no is that of two labels, whatever way it is computed", "[measure][yes_no]") {
  Draw draw(20);
  for (int round = 0; round < 60; ++round) {
    const auto coders = static_cast<std::uint32_t>(2 + draw.below(4));
    const Data data = random_yes_no(draw, coders, 3 + draw.below(40), round % 2 == 0 ? 0 : 3);
    const CountTable counts = count_table(data.ratings);
    check_same(of(YesNoMeasure::percent_agreement, data), percent_agreement(counts));
    check_same(of(YesNoMeasure::fleiss_kappa, data), fleiss_kappa(counts));
    check_same(of(YesNoMeasure::krippendorff_alpha, data), krippendorff_alpha(counts));
    check_same(of(YesNoMeasure::gwet_ac1, data), gwet_ac(counts));
    check_same(of(YesNoMeasure::randolph_kappa, data), brennan_prediger(counts));
    check_same(of(YesNoMeasure::conger_kappa, data), conger_kappa(data.ratings));
    check_same(of(YesNoMeasure::light_kappa, data), light_kappa(data.ratings));
    if (coders == 2) {
      const Confusion table = confusion(data.ratings, 0, 1);
      const Coefficient cohen = of(YesNoMeasure::cohen_kappa, data), general = cohen_kappa(table).kappa;
      REQUIRE(cohen.value.value.has_value() == general.value.value.has_value());
      if (general.value.value) CHECK(*cohen.value.value == Approx(*general.value.value).margin(1e-12));
      check_same(of(YesNoMeasure::scott_pi, data), scott_pi(table));
      check_same(of(YesNoMeasure::bennett_s, data), bennett_s(table));
    }
  }
}

TEST_CASE("Two labels are pooled by averaging what was observed and what chance would give",
          "[measure][yes_no]") {
  // One label: 4 both, 1 only the first, 1 only the second, 4 neither. Another: 1, 1, 0, 8. A third that
  // nobody gave.
  const YesNoTable frequent = {{3, 3, 4}, {3, 1, 1}, {3, 2, 1}, {3, 0, 4}};
  const YesNoTable rare = {{3, 3, 1}, {3, 1, 1}, {3, 0, 8}};
  const YesNoTable unused = {{3, 0, 10}};
  const std::vector<YesNoTable> two = {frequent, rare}, three = {frequent, rare, unused};
  const auto kappa = yes_no_agreement(YesNoMeasure::cohen_kappa, 2, two);
  // Observed .8 and .9. Expected: .5 x .5 + .5 x .5 = .5; .2 x .1 + .8 x .9 = .74.
  CHECK(*kappa.observed.value == Approx(0.85));
  CHECK(*kappa.expected.value == Approx(0.62));
  CHECK(*kappa.value.value == Approx((0.85 - 0.62) / (1 - 0.62)));
  CHECK(kappa.units == 10);
  CHECK(kappa.values == 40);
  // A label that nobody gave changes the percentage and not what is corrected by the labels' own shares.
  CHECK(*yes_no_agreement(YesNoMeasure::cohen_kappa, 2, three).value.value == Approx(*kappa.value.value));
  CHECK(*yes_no_agreement(YesNoMeasure::krippendorff_alpha, 2, three).value.value ==
        Approx(*yes_no_agreement(YesNoMeasure::krippendorff_alpha, 2, two).value.value));
  CHECK(*yes_no_agreement(YesNoMeasure::percent_agreement, 2, three).value.value ==
        Approx((0.8 + 0.9 + 1) / 3));
  // 2 x 5 / (2 x 5 + 3).
  CHECK(*yes_no_agreement(YesNoMeasure::positive_agreement, 2, three).value.value == Approx(10.0 / 13));
}

TEST_CASE("Positive agreement of three coders counts pairs of judgements", "[measure][yes_no]") {
  // All three yes: 6 ordered pairs agree. Two of three: 2 agree, 2 differ. One of two who judged: 1 differs.
  const YesNoTable table = {{7, 7, 1}, {7, 3, 1}, {3, 1, 1}, {7, 0, 5}};
  CHECK(*yes_no_agreement(YesNoMeasure::positive_agreement, 3, std::span(&table, 1)).value.value ==
        Approx(8.0 / 11));
}

TEST_CASE("Undefined agreement on yes and no says why", "[measure][yes_no]") {
  const auto gap = [](YesNoMeasure measure, std::uint32_t coders, const YesNoTable& table) {
    const Coefficient coefficient = yes_no_agreement(measure, coders, std::span(&table, 1));
    CHECK(!coefficient.value.value);
    return coefficient.value.gap;
  };
  const YesNoTable nobody = {{3, 0, 10}}, everybody = {{3, 3, 10}}, alone = {{1, 1, 4}, {2, 0, 3}};
  CHECK(gap(YesNoMeasure::cohen_kappa, 2, nobody) == msg::agreement_no_variation);
  CHECK(gap(YesNoMeasure::krippendorff_alpha, 2, everybody) == msg::agreement_no_variation);
  CHECK(gap(YesNoMeasure::positive_agreement, 2, nobody) == msg::unitising_label_unused);
  CHECK(gap(YesNoMeasure::percent_agreement, 2, alone) == msg::agreement_no_pairs);
  CHECK(gap(YesNoMeasure::krippendorff_alpha, 2, {}) == msg::agreement_no_pairs);
  CHECK(*yes_no_agreement(YesNoMeasure::percent_agreement, 2, std::span(&nobody, 1)).value.value == 1);
  CHECK(*yes_no_agreement(YesNoMeasure::gwet_ac1, 2, std::span(&nobody, 1)).value.value == 1);
  CHECK_FALSE(applies(YesNoMeasure::cohen_kappa, 3));
}
