// Hayes & Krippendorff (2007), Communication Methods and Measures 1, 77-89: 40 news items, five observers. Intervals: the R
// package icr on the same data, 20,000 samples of Krippendorff's algorithm and 2,000 of units; margins are those of its and
// our chance.
#include "engine/measure/alpha_bootstrap.h"
#include "message_keys/measure.h"
#include "tests/catch.h"
#include "tests/measure/vectors.h"

using namespace codeboom;
using codeboom::test::data_set;

namespace {

CountTable news_items() { return count_table(data_set("hayes_krippendorff_2007", "hk2007").ratings); }

Resampled by_units(const Metric& metric, std::uint64_t seed) {
  return resample_units(news_items(), {[&](const CountTable& table) { return krippendorff_alpha_value(table, metric); }},
                        {seed, 4000, 0.95})
      .front();
}

}  // namespace

TEST_CASE("Krippendorff's own bootstrap draws pairs: its interval and the chance that alpha is low", "[measure]") {
  const Resampled ordinal = krippendorff_bootstrap(news_items(), ordinal_metric(), {1, 20000, 0.95});
  REQUIRE(ordinal.interval().has_value());
  CHECK(ordinal.interval()->low == Approx(0.7152).margin(0.006));
  CHECK(ordinal.interval()->high == Approx(0.8128).margin(0.006));
  CHECK(*ordinal.median() == Approx(0.7666).margin(0.004));
  CHECK(*ordinal.share_below(0.667) == Approx(0.0001).margin(0.001));
  CHECK(*ordinal.share_below(0.8) == Approx(0.919).margin(0.02));
  const Resampled nominal = krippendorff_bootstrap(news_items(), nominal_metric(), {1, 20000, 0.95});
  CHECK(nominal.interval()->low == Approx(0.3898).margin(0.006));
  CHECK(nominal.interval()->high == Approx(0.5647).margin(0.006));
}

TEST_CASE("drawing units gives twice as wide an interval on the same data", "[measure]") {
  const Resampled ordinal = by_units(ordinal_metric(), 1);
  CHECK(ordinal.interval()->low == Approx(0.633).margin(0.015));
  CHECK(ordinal.interval()->high == Approx(0.8435).margin(0.015));
  CHECK(*ordinal.median() == Approx(0.753).margin(0.006));
  const Resampled nominal = by_units(nominal_metric(), 1);
  CHECK(nominal.interval()->low == Approx(0.340).margin(0.015));
  CHECK(nominal.interval()->high == Approx(0.598).margin(0.015));
}

TEST_CASE("a bootstrap repeats with its seed, and with another one differs", "[measure]") {
  CHECK(by_units(nominal_metric(), 3).values == by_units(nominal_metric(), 3).values);
  CHECK(by_units(nominal_metric(), 3).values != by_units(nominal_metric(), 4).values);
  const auto drawn = [](std::uint64_t seed) {
    return krippendorff_bootstrap(news_items(), nominal_metric(), {seed, 50, 0.95}).values;
  };
  CHECK(drawn(3) == drawn(3));
  CHECK(drawn(3) != drawn(4));
}

TEST_CASE("clusters of one unit are units, and clusters of alike units widen the interval", "[measure]") {
  const Ratings ratings = data_set("hayes_krippendorff_2007", "hk2007").ratings;
  const CountStatistic alpha = [](const CountTable& table) { return krippendorff_alpha_value(table); };
  std::vector<std::uint32_t> own, shared;
  for (std::uint32_t unit = 0; unit < ratings.units(); ++unit) own.push_back(unit);
  const BootstrapOptions options{1, 4000, 0.95};
  const auto each = resample_clusters(clustered(ratings, own, 40), {alpha}, options).front().interval();
  const auto units = resample_units(count_table(ratings), {alpha}, options).front().interval();
  REQUIRE((each && units));
  CHECK(each->low == Approx(units->low).margin(0.015));
  CHECK(each->high == Approx(units->high).margin(0.015));
  // Every document four times in the data, as one cluster: nothing is learned by copying.
  Ratings copied{ratings.coders, ratings.labels, {}};
  for (std::uint32_t unit = 0; unit < ratings.units(); ++unit) {
    for (int copy = 0; copy < 4; ++copy) {
      copied.cells.insert(copied.cells.end(), ratings.unit(unit).begin(), ratings.unit(unit).end());
      shared.push_back(unit);
    }
  }
  const auto documents = resample_clusters(clustered(copied, shared, 40), {alpha}, options).front().interval();
  const auto as_units = resample_units(count_table(copied), {alpha}, options).front().interval();
  REQUIRE((documents && as_units));
  CHECK(documents->high - documents->low == Approx(each->high - each->low).epsilon(0.05));
  CHECK(as_units->high - as_units->low < 0.6 * (documents->high - documents->low));
}

TEST_CASE("there is no interval of one unit, of no samples, or where most samples have no alpha", "[measure]") {
  const CountStatistic alpha = [](const CountTable& table) { return krippendorff_alpha_value(table); };
  const auto interval = [&](const Ratings& ratings, std::uint32_t replicates) {
    return resample_units(count_table(ratings), {alpha}, {1, replicates, 0.95}).front().interval();
  };
  CHECK_FALSE(interval({2, 2, {0, 1}}, 100).has_value());
  CHECK_FALSE(interval({2, 2, {0, 1, 1, 1}}, 0).has_value());
  Ratings one_deviates{2, 2, std::vector<Label>(40, 0)};
  one_deviates.cells[1] = 1;
  CHECK_FALSE(interval(one_deviates, 500).has_value());
  CHECK(krippendorff_bootstrap(count_table(Ratings{2, 2, {0, 0, 0, 0}}), {}, {1, 10, 0.95}).values.empty());
}

TEST_CASE("bounded draws of 32 bits reach every number below the bound, evenly", "[measure]") {
  BoundedDraw draw(5, 7);
  std::vector<int> times(7, 0);
  for (int i = 0; i < 70000; ++i) ++times.at(draw());
  for (const int count : times) CHECK(count == Approx(10000).epsilon(0.04));
}
