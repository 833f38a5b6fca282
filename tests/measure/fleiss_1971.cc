// Fleiss (1971), Psychological Bulletin 76, 378-382: 30 patients, six psychiatrists, five diagnoses; Light, Conger on the same data.
#include "engine/measure/nominal.h"
#include "message_keys/measure.h"
#include "tests/catch.h"
#include "tests/measure/vectors.h"

using namespace codeboom;
using codeboom::test::data_set;

TEST_CASE("Fleiss 1971: observed .556, by chance .220, kappa .430", "[measure]") {
  const Coefficient kappa = fleiss_kappa(count_table(data_set("fleiss_1971", "fleiss1971").ratings));
  CHECK(*kappa.observed.value == Approx(0.556).margin(0.0005));
  CHECK(*kappa.expected.value == Approx(0.220).margin(0.0005));
  CHECK(*kappa.value.value == Approx(0.430).margin(0.0005));
  CHECK(kappa.units == 30);
  CHECK(kappa.values == 180);
}

TEST_CASE("Light's kappa is the mean over pairs of coders, and undefined when one pair never varies", "[measure]") {
  const Ratings ratings{3, 2, {0, 0, 1, 1, 1, 1, 0, 1, 0, 1, 1, 1}};
  double sum = 0;
  for (const auto& pair : {std::pair{0u, 1u}, std::pair{0u, 2u}, std::pair{1u, 2u}}) {
    const std::uint32_t both[] = {pair.first, pair.second};
    sum += *conger_kappa(of_coders(ratings, both)).value.value;  // Cohen's, by another way
  }
  CHECK(*light_kappa(ratings).value.value == Approx(sum / 3));
  const Ratings constant{3, 2, {0, 0, 1, 0, 0, 0, 0, 0, 1}};
  CHECK(light_kappa(constant).value.gap == msg::agreement_pair_undefined);
}

TEST_CASE("three names of agreement differ when judgements are missing, and say how", "[measure]") {
  // Unit 1: all say 0. Unit 2: 0, 0, 1. Unit 3: 1, none, 0.
  const Ratings ratings{3, 2, {0, 0, 0, 0, 0, 1, 1, no_label, 0}};
  CHECK(*percent_agreement(count_table(ratings)).value.value == Approx((1 + 1.0 / 3 + 0) / 3));
  CHECK(*unanimous_agreement(ratings).value.value == Approx(1.0 / 2));
  CHECK(*pairwise_agreement(ratings).value.value == Approx((1.0 + 1.0 / 3 + 1.0 / 2) / 3));
  CHECK(unanimous_agreement(ratings).units == 2);
}

TEST_CASE("Holsti counts every decision, so that judging a unit alone lowers it", "[measure]") {
  const Ratings complete{2, 2, {0, 0, 1, 1, 0, 1}};
  CHECK(*holsti(complete).value.value == Approx(*percent_agreement(count_table(complete)).value.value));
  const Ratings alone{2, 2, {0, 0, 1, 1, 0, 1, 1, no_label}};
  CHECK(*holsti(alone).value.value == Approx(2.0 * 2 / 7));
  CHECK(holsti(Ratings{2, 2, {no_label, no_label}}).value.gap == msg::agreement_no_pairs);
}

TEST_CASE("S and Randolph depend on how many labels could be given, AC1 too; one label alone says nothing", "[measure]") {
  Ratings ratings{2, 2, {0, 0, 0, 1, 1, 1, 1, 1}};
  CHECK(*bennett_s(confusion(ratings, 0, 1)).value.value == Approx((0.75 - 0.5) / 0.5));
  ratings.labels = 4;
  CHECK(*bennett_s(confusion(ratings, 0, 1)).value.value == Approx((0.75 - 0.25) / 0.75));
  CHECK(*brennan_prediger(count_table(ratings)).value.value == Approx((0.75 - 0.25) / 0.75));
  const Ratings single{2, 1, {0, 0, 0, 0}};
  CHECK(brennan_prediger(count_table(single)).value.gap == msg::agreement_one_label);
  CHECK(fleiss_kappa(count_table(single)).value.gap == msg::agreement_no_variation);
  CHECK(conger_kappa(single).value.gap == msg::agreement_no_variation);
}
