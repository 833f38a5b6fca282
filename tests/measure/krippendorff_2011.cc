// Krippendorff (2011), Computing Krippendorff's alpha-reliability, examples B and C; (2019), Content Analysis, 4th ed., ch. 12.
#include "engine/measure/krippendorff.h"

#include "message_keys/measure.h"
#include "tests/catch.h"
#include "tests/measure/vectors.h"

using namespace codeboom;
using codeboom::test::data_set;
using codeboom::test::DataSet;

namespace {

double pairs(const Coincidences& table, Label a, Label b) {
  for (const Coincidences::Cell& cell : table.cells) {
    if (cell.first == std::min(a, b) && cell.second == std::max(a, b)) return cell.pairs;
  }
  return 0;
}

}  // namespace

TEST_CASE("Krippendorff 2011, example C: the coincidences and margins that the text prints", "[measure]") {
  const DataSet data = data_set("krippendorff_2004", "kripp2004_4obs");
  const Coincidences table = coincidences(count_table(data.ratings));
  CHECK(table.total == Approx(40));
  CHECK(table.values == std::vector<double>{9, 13, 10, 5, 3});
  CHECK(pairs(table, 0, 0) == Approx(7));
  CHECK(pairs(table, 0, 1) == Approx(4.0 / 3));
  CHECK(pairs(table, 0, 2) == Approx(1.0 / 3));
  CHECK(pairs(table, 1, 1) == Approx(10));
  CHECK(pairs(table, 1, 2) == Approx(4.0 / 3));
  CHECK(pairs(table, 2, 2) == Approx(8));
  CHECK(pairs(table, 3, 3) == Approx(4));
  CHECK(pairs(table, 4, 4) == Approx(3));
  CHECK(pairs(table, 3, 4) == 0);
}

TEST_CASE("Krippendorff 2011, example C: four metrics with observed, expected and coefficient", "[measure]") {
  const DataSet data = data_set("krippendorff_2004", "kripp2004_4obs");
  const CountTable table = count_table(data.ratings);
  const Coefficient nominal = krippendorff_alpha(table);
  CHECK(*nominal.observed.value == Approx(8.0 / 40));  // 40 pairs, 32 of them on the diagonal
  CHECK(*nominal.expected.value == Approx(1216.0 / (40 * 39)));
  CHECK(*nominal.value.value == Approx(0.743).margin(0.0005));
  CHECK(*krippendorff_alpha(table, ordinal_metric()).value.value == Approx(0.815).margin(0.0005));
  CHECK(*krippendorff_alpha(table, interval_metric(data.numbers)).value.value == Approx(0.849).margin(0.0005));
  CHECK(*krippendorff_alpha(table, ratio_metric(data.numbers)).value.value == Approx(0.797).margin(0.0005));
  CHECK(nominal.units == 11);  // the twelfth has one value
  CHECK(nominal.values == 40);
  CHECK(nominal.missing == 7);
  CHECK(nominal.parts == Parts::disagreement);
}

TEST_CASE("Krippendorff 1980: alpha of each category against all others", "[measure]") {
  const DataSet data = data_set("krippendorff_1980", "kripp1980_3obs");
  const auto alphas = krippendorff_alpha_per_label(count_table(data.ratings));
  REQUIRE(alphas.size() == data.labels.size());
  const double printed[] = {0.381, 0.711, 0.717, 0.764};
  for (std::size_t i = 0; i < 4; ++i) CHECK(*alphas[i].value.value == Approx(printed[i]).margin(0.0006));
}

TEST_CASE("a circular metric knows that December is next to January", "[measure]") {
  // Two coders date two events; one unit differs by one month across the year's end, by five across it, or by one within the year.
  std::vector<double> months;
  for (int month = 1; month <= 12; ++month) months.push_back(month);
  const auto alpha = [&](Label a, Label b) {
    return *krippendorff_alpha(count_table(Ratings{2, 12, {a, b, 5, 5, 8, 8}}), circular_metric(months, 12)).value.value;
  };
  CHECK(alpha(11, 0) == Approx(alpha(0, 1)).margin(0.05));
  CHECK(alpha(11, 4) < alpha(11, 0));
  // By hand: values 1 and 4 around 12 differ by sin(pi 3/12)^2 = 1/2.
  const Coefficient one = krippendorff_alpha(count_table(Ratings{2, 12, {0, 3, 0, 0}}), circular_metric(months, 12));
  CHECK(*one.observed.value == Approx(0.5 * 2 / 4));
  CHECK(*one.expected.value == Approx(2 * 3 * 1 * 0.5 / (4 * 3)));
}

TEST_CASE("0 against 0 differs by nothing on a ratio scale, and 0 against anything else by all", "[measure]") {
  const Coefficient alpha = krippendorff_alpha(count_table(Ratings{2, 2, {0, 0, 0, 0, 0, 1}}), ratio_metric({0, 4}));
  CHECK(*alpha.observed.value == Approx(2.0 / 6));
  CHECK(*alpha.expected.value == Approx(2 * 5 * 1.0 / (6 * 5)));
}

TEST_CASE("alpha is undefined without variation, and about 0 with one deviation however often coders agree", "[measure]") {
  Ratings same{2, 3, std::vector<Label>(20, 1)};
  for (const Metric& metric : {nominal_metric(), ordinal_metric(), interval_metric({1, 2, 3}), ratio_metric({1, 2, 3})}) {
    const Coefficient alpha = krippendorff_alpha(count_table(same), metric);
    CHECK_FALSE(alpha.value.value.has_value());
    CHECK(alpha.value.gap == msg::agreement_no_variation);
    CHECK(*alpha.observed.value == 0);
    CHECK_FALSE(alpha.interval.has_value());
  }
  same.cells.back() = 2;
  CHECK(*krippendorff_alpha(count_table(same)).value.value == Approx(0).margin(1e-12));
  CHECK(krippendorff_alpha(count_table(Ratings{2, 2, {0, no_label, no_label, 1}})).value.gap == msg::agreement_no_pairs);
  CHECK(krippendorff_alpha(count_table(Ratings{2, 2, {}})).value.gap == msg::agreement_no_pairs);
}
