// Cohen (1960), EPM 20, 37-46: the tables of p. 37 and p. 45, with their parts; and the errors of Fleiss, Cohen & Everitt (1969).
#include "engine/measure/cohen.h"

#include "engine/measure/nominal.h"
#include "message_keys/measure.h"
#include "tests/catch.h"
#include "tests/measure/vectors.h"

using namespace codeboom;
using codeboom::test::data_set;

TEST_CASE("Cohen 1960, p. 45: observed .70, by chance .41, kappa .492 of at most .831", "[measure]") {
  const CohenKappa result = cohen_kappa(confusion(data_set("cohen_1960", "cohen1960_ex2").ratings, 0, 1));
  CHECK(*result.kappa.observed.value == Approx(0.70));
  CHECK(*result.kappa.expected.value == Approx(0.41));
  CHECK(*result.kappa.value.value == Approx(0.492).margin(0.0005));
  CHECK(*result.maximum.value == Approx(0.831).margin(0.0005));
  CHECK(result.kappa.units == 200);
}

TEST_CASE("Cohen 1960, p. 37: coders who agree less than chance would have a kappa below 0", "[measure]") {
  const CohenKappa result = cohen_kappa(confusion(data_set("cohen_1960", "cohen1960_ex1").ratings, 0, 1));
  CHECK(*result.kappa.observed.value == Approx(0.29));
  CHECK(*result.kappa.expected.value == Approx(0.35));
  CHECK(*result.kappa.value.value == Approx(-0.09).margin(0.005));
}

TEST_CASE("kappa of units that both coders judged only, and how many could not be", "[measure]") {
  const Ratings ratings{2, 2, {0, 0, 1, 1, 0, no_label, no_label, 1, no_label, no_label, 0, 1}};
  const CohenKappa result = cohen_kappa(confusion(ratings, 0, 1));
  CHECK(result.kappa.units == 3);
  CHECK(result.kappa.missing == 4);
  CHECK(*result.kappa.observed.value == Approx(2.0 / 3));
  CHECK(*result.kappa.expected.value == Approx(2.0 / 3 * 1 / 3 + 1.0 / 3 * 2 / 3));
}

TEST_CASE("kappa is undefined without variation, and 0 when one coder never varies", "[measure]") {
  const CohenKappa same = cohen_kappa(confusion(TwoCoders{0, 0, 0, 9}));
  CHECK(same.kappa.value.gap == msg::agreement_no_variation);
  CHECK_FALSE(same.kappa.value.value.has_value());
  CHECK_FALSE(same.kappa.interval.has_value());
  CHECK(*same.kappa.observed.value == 1);
  CHECK(*cohen_kappa(confusion(TwoCoders{6, 4, 0, 0})).kappa.value.value == Approx(0).margin(1e-12));
  CHECK(cohen_kappa(confusion(TwoCoders{})).kappa.value.gap == msg::agreement_no_pairs);
}

TEST_CASE("weights of 1 and 0 give plain kappa, and its errors, by the way of all pairs of labels", "[measure]") {
  const Confusion table = confusion(data_set("agresti_1992", "agresti1992").ratings, 0, 1);
  std::vector<double> cells(16, 0);
  for (std::size_t i = 0; i < 4; ++i) cells[i * 5] = 1;
  const CohenKappa plain = cohen_kappa(table), weighted = cohen_kappa(table, table_weights(4, cells));
  CHECK(*plain.kappa.value.value == Approx(*weighted.kappa.value.value));
  CHECK(*plain.kappa.standard_error == Approx(*weighted.kappa.standard_error));
  CHECK(*plain.null_standard_error == Approx(*weighted.null_standard_error));
}

TEST_CASE("Feinstein & Cicchetti 1990: much agreement and hardly any kappa, when one label prevails", "[measure]") {
  const TwoCoders skewed{118, 5, 2, 0};
  CHECK(*percent_agreement(count_table(skewed)).value.value == Approx(0.944));
  CHECK(*cohen_kappa(confusion(skewed)).kappa.value.value == Approx(-0.023).margin(0.0005));
  CHECK(*bennett_s(confusion(skewed)).value.value == Approx(2 * 0.944 - 1));  // PABAK
}
