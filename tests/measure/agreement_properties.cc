// What theory says that must not change a coefficient, what must, and fast ways against the definitions, on random
// judgements.
#include <algorithm>
#include <map>
#include <set>

#include "engine/measure/bootstrap.h"
#include "engine/measure/cohen.h"
#include "engine/measure/count_bootstrap.h"
#include "engine/measure/gwet.h"
#include "engine/measure/krippendorff.h"
#include "engine/measure/nominal.h"
#include "engine/measure/tree_distance.h"
#include "tests/catch.h"
#include "tests/measure/vectors.h"

using namespace codeboom;

namespace {

// Coders who agree more often than not, and leave out some units.
Ratings random_ratings(Draw& draw, std::uint32_t coders, std::uint32_t labels, std::uint32_t units, bool complete) {
  Ratings ratings{coders, labels, {}};
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    const auto usual = static_cast<Label>(draw.below(labels));
    for (std::uint32_t coder = 0; coder < coders; ++coder) {
      const bool missing = !complete && draw.below(6) == 0;
      const Label other = static_cast<Label>(draw.below(labels));
      ratings.cells.push_back(missing ? no_label : draw.below(3) == 0 ? other : usual);
    }
  }
  return ratings;
}

using Measure = std::function<Coefficient(const Ratings&)>;

std::map<std::string, Measure> measures_of_any_coders() {
  return {{"percent", [](const Ratings& r) { return percent_agreement(count_table(r)); }},
          {"fleiss", [](const Ratings& r) { return fleiss_kappa(count_table(r)); }},
          {"conger", [](const Ratings& r) { return conger_kappa(r); }},
          {"light", [](const Ratings& r) { return light_kappa(r); }},
          {"randolph", [](const Ratings& r) { return brennan_prediger(count_table(r)); }},
          {"gwet", [](const Ratings& r) { return gwet_ac(count_table(r)); }},
          {"alpha", [](const Ratings& r) { return krippendorff_alpha(count_table(r)); }}};
}

void check_same(const Coefficient& one, const Coefficient& other) {
  REQUIRE(one.value.value.has_value() == other.value.value.has_value());
  if (one.value.value) CHECK(*one.value.value == Approx(*other.value.value).margin(1e-10));
  CHECK(one.standard_error.has_value() == other.standard_error.has_value());
  if (one.standard_error) CHECK(*one.standard_error == Approx(*other.standard_error).margin(1e-9));
  CHECK(one.units == other.units);
  CHECK(one.missing == other.missing);
}

// Alpha by the definition: every pair of values within units, every pair of pairable values.
double slow_alpha(const Ratings& ratings, const std::function<double(Label, Label)>& squared) {
  std::vector<Label> values;
  double observed = 0, expected = 0;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    std::vector<Label> here(ratings.unit(unit).begin(), ratings.unit(unit).end());
    std::erase(here, no_label);
    if (here.size() < 2) continue;
    values.insert(values.end(), here.begin(), here.end());
    for (std::size_t i = 0; i < here.size(); ++i) {
      for (std::size_t j = 0; j < here.size(); ++j) {
        if (i != j) observed += squared(here[i], here[j]) / static_cast<double>(here.size() - 1);
      }
    }
  }
  const auto n = static_cast<double>(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = 0; j < values.size(); ++j) {
      if (i != j) expected += squared(values[i], values[j]);
    }
  }
  return 1 - observed / n / (expected / (n * (n - 1)));
}

// The ordinal difference as Krippendorff writes it: what lies between, with half of both ends.
std::function<double(Label, Label)> ordinal_difference(const Ratings& ratings) {
  std::vector<double> counts(ratings.labels, 0);
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    const auto labels = ratings.unit(unit);
    if (std::count(labels.begin(), labels.end(), no_label) + 2 > static_cast<std::ptrdiff_t>(labels.size())) continue;
    for (const Label label : labels) {
      if (label != no_label) ++counts[label];
    }
  }
  return [counts](Label a, Label b) {
    double between = -(counts[a] + counts[b]) / 2;
    for (Label label = std::min(a, b); label <= std::max(a, b); ++label) between += counts[label];
    return between * between;
  };
}

}  // namespace

TEST_CASE("the order of coders and the names of labels change no coefficient of nominal data", "[measure]") {
  Draw draw(1);
  for (int round = 0; round < 20; ++round) {
    const Ratings ratings = random_ratings(draw, 4, 5, 30, round % 2 == 0);
    std::vector<std::uint32_t> coders{0, 1, 2, 3};
    std::vector<Label> names{0, 1, 2, 3, 4};
    draw.shuffle(coders);
    draw.shuffle(names);
    for (const auto& [name, measure] : measures_of_any_coders()) {
      INFO(name);
      check_same(measure(ratings), measure(of_coders(ratings, coders)));
      check_same(measure(ratings), measure(relabelled(ratings, names, 5)));
    }
    const Confusion table = confusion(ratings, 0, 1), turned = confusion(ratings, 1, 0);
    check_same(cohen_kappa(table).kappa, cohen_kappa(turned).kappa);
    check_same(scott_pi(table), scott_pi(turned));
  }
}

TEST_CASE("data given twice keep their value, narrow the interval, and move alpha a little", "[measure]") {
  Draw draw(2);
  const Ratings once = random_ratings(draw, 3, 4, 25, false);
  Ratings twice = once;
  twice.cells.insert(twice.cells.end(), once.cells.begin(), once.cells.end());
  for (const auto& [name, measure] : measures_of_any_coders()) {
    INFO(name);
    const Coefficient one = measure(once), two = measure(twice);
    CHECK(two.units == 2 * one.units);
    if (name == "alpha") {  // its expectation draws without putting back: 1 - (n - 1) Do / (n De) of values put back
      const double n = static_cast<double>(one.values), put_back = (1 - *one.value.value) * n / (n - 1);
      CHECK(*two.value.value == Approx(1 - put_back * (2 * n - 1) / (2 * n)));
    } else {
      CHECK(*two.value.value == Approx(*one.value.value));
    }
    if (one.standard_error) CHECK(*two.standard_error < *one.standard_error);
  }
}

TEST_CASE(
    "of two coders without missing values, alpha follows from pi, Fleiss is pi, Conger and Light are Cohen, Randolph is S",
    "[measure]") {
  Draw draw(3);
  for (int round = 0; round < 20; ++round) {
    const Ratings ratings = random_ratings(draw, 2, 3, 20, true);
    const CountTable table = count_table(ratings);
    const Confusion pairs = confusion(ratings, 0, 1);
    const double pi = *scott_pi(pairs).value.value, cohen = *cohen_kappa(pairs).kappa.value.value;
    CHECK(*krippendorff_alpha(table).value.value == Approx(1 - (1 - pi) * (1 - 1.0 / 40)));
    check_same(fleiss_kappa(table), scott_pi(pairs));
    CHECK(*conger_kappa(ratings).value.value == Approx(cohen));
    CHECK(*light_kappa(ratings).value.value == Approx(cohen));
    check_same(brennan_prediger(table), bennett_s(pairs));
    CHECK(*holsti(ratings).value.value == Approx(*percent_agreement(table).value.value));
    CHECK(*unanimous_agreement(ratings).value.value == Approx(*percent_agreement(table).value.value));
  }
}

TEST_CASE("alpha by means of points is alpha by all pairs of values, whatever the metric", "[measure]") {
  Draw draw(4);
  const std::vector<double> numbers{0, 1, 2.5, 7, 1000};
  for (int round = 0; round < 20; ++round) {
    const Ratings ratings = random_ratings(draw, 4, 5, 15, false);
    const CountTable table = count_table(ratings);
    const auto check = [&](const Metric& metric, const std::function<double(Label, Label)>& squared) {
      CHECK(*krippendorff_alpha(table, metric).value.value == Approx(slow_alpha(ratings, squared)).margin(1e-9));
      CHECK(*krippendorff_alpha_value(table, metric).value == *krippendorff_alpha(table, metric).value.value);
    };
    const auto square = [](double value) { return value * value; };
    check(nominal_metric(), [](Label a, Label b) { return a == b ? 0.0 : 1.0; });
    check(ordinal_metric(), ordinal_difference(ratings));
    check(interval_metric(numbers), [&](Label a, Label b) { return square(numbers[a] - numbers[b]); });
    check(ratio_metric(numbers),
          [&](Label a, Label b) { return a == b ? 0 : square((numbers[a] - numbers[b]) / (numbers[a] + numbers[b])); });
    check(circular_metric(numbers, 12),
          [&](Label a, Label b) { return square(std::sin(M_PI * (numbers[a] - numbers[b]) / 12)); });
  }
}

TEST_CASE("an interval scale does not mind where it begins or how large its steps are, a ratio scale only the steps",
          "[measure]") {
  Draw draw(5);
  const Ratings ratings = random_ratings(draw, 3, 4, 30, false);
  const CountTable table = count_table(ratings);
  const auto alpha = [&](const Metric& metric) { return *krippendorff_alpha(table, metric).value.value; };
  const double interval = alpha(interval_metric({1, 2, 3, 5})), ratio = alpha(ratio_metric({1, 2, 3, 5}));
  CHECK(alpha(interval_metric({1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 5})) == Approx(interval).epsilon(1e-9));
  CHECK(alpha(interval_metric({-10, -20, -30, -50})) == Approx(interval));
  CHECK(alpha(ratio_metric({10, 20, 30, 50})) == Approx(ratio));
  CHECK(alpha(ratio_metric({11, 12, 13, 15})) != Approx(ratio));
}

TEST_CASE("alpha per label in one pass is alpha of each label against all others", "[measure]") {
  Draw draw(6);
  const Ratings ratings = random_ratings(draw, 4, 5, 20, false);
  const auto alphas = krippendorff_alpha_per_label(count_table(ratings));
  for (Label label = 0; label < 5; ++label) {
    const Coefficient slow = krippendorff_alpha(count_table(dichotomised(ratings, label)));
    CHECK(*alphas[label].value.value == Approx(*slow.value.value));
    CHECK(*alphas[label].observed.value == Approx(*slow.observed.value));
    CHECK(*alphas[label].expected.value == Approx(*slow.expected.value));
    CHECK(count_table(dichotomised(ratings, label)).patterns.size() ==
          dichotomised(count_table(ratings), label).patterns.size());
    check_same(slow, krippendorff_alpha(dichotomised(count_table(ratings), label)));
  }
}

TEST_CASE("the overall alpha weighs those per label by their expected disagreement", "[measure]") {
  Draw draw(7);
  const CountTable table = count_table(random_ratings(draw, 3, 4, 40, false));
  double observed = 0, expected = 0;
  for (const Coefficient& alpha : krippendorff_alpha_per_label(table))
    observed += *alpha.observed.value, expected += *alpha.expected.value;
  CHECK(*krippendorff_alpha(table).value.value == Approx(1 - observed / expected));
}

TEST_CASE("sums of weights by running sums are those over all pairs of labels", "[measure]") {
  const std::vector<double> places{-3, 0, 1, 1.5, 40}, shares{0.1, 0.4, 0, 0.3, 0.2};
  std::vector<double> cells;
  for (int cell = 0; cell < 25; ++cell) cells.push_back(cell % 6 == 0 ? 1 : 0.25);
  for (const Weights& weights : {identity_weights(5), linear_weights(places), quadratic_weights(places), ordinal_weights(5),
                                 table_weights(5, cells)}) {
    double sum = 0;
    const std::vector<double> fast = agreement_with(shares, weights);
    for (Label a = 0; a < 5; ++a) {
      double slow = 0;
      for (Label b = 0; b < 5; ++b) slow += weights.at(a, b) * shares[b], sum += weights.at(a, b);
      CHECK(fast[a] == Approx(slow).margin(1e-12));
    }
    CHECK(total(weights) == Approx(sum));
  }
  CHECK(total(linear_weights({7})) == Approx(1));
  CHECK(total(quadratic_weights({7})) == Approx(1));
}

TEST_CASE("a table of patterns counts what the units hold", "[measure]") {
  Draw draw(8);
  const Ratings ratings = random_ratings(draw, 3, 3, 500, false);
  const CountTable table = count_table(ratings);
  std::uint64_t units = 0, values = 0;
  std::set<std::vector<std::pair<Label, std::uint32_t>>> seen;
  for (const CountTable::Pattern& pattern : table.patterns) {
    units += pattern.times;
    values += pattern.times * pattern.judged;
    std::vector<std::pair<Label, std::uint32_t>> counts;
    for (const LabelCount& count : table.of(pattern)) counts.emplace_back(count.label, count.coders);
    CHECK(std::is_sorted(counts.begin(), counts.end()));
    CHECK(seen.insert(counts).second);
  }
  CHECK(units == 500);
  CHECK(values + table.missing == 1500);
}

TEST_CASE("two coders' four counts make the same tables as their judgements", "[measure]") {
  const TwoCoders counts{5, 2, 3, 7};
  Ratings ratings{2, 2, {}};
  const auto add = [&](Label first, Label second, std::uint64_t times) {
    for (; times > 0; --times) ratings.cells.insert(ratings.cells.end(), {first, second});
  };
  add(1, 1, 5), add(1, 0, 2), add(0, 1, 3), add(0, 0, 7);
  CHECK(confusion(counts) == confusion(ratings, 0, 1));
  check_same(krippendorff_alpha(count_table(counts)), krippendorff_alpha(count_table(ratings)));
  CHECK(*cohen_kappa(confusion(counts)).kappa.value.value == Approx(*cohen_kappa(counts).kappa.value));
  YesTable yes(2), more(2);
  yes.add(2, 2, 5), yes.add(2, 1, 5), more.add(2, 0, 7);
  yes += more;
  check_same(krippendorff_alpha(count_table(yes)), krippendorff_alpha(count_table(ratings)));
}

TEST_CASE("a tree's distances lie between no difference and a full one, and alpha rises where coders miss by a level",
          "[measure]") {
  // 0 and 1 are roots; 2 and 3 are children of 0; 4 is a child of 2.
  const std::vector<Label> parents{no_label, no_label, 0, 0, 2};
  CHECK(tree_distance(parents, 2, 2) == 0);
  CHECK(tree_distance(parents, 2, 0) == 0.5);
  CHECK(tree_distance(parents, 0, 2) == 0.5);
  CHECK(tree_distance(parents, 2, 3) == 0.5);
  CHECK(tree_distance(parents, 4, 0) == 1);  // a grandchild
  CHECK(tree_distance(parents, 0, 1) == 1);  // roots are no siblings
  CHECK(tree_distance(parents, 2, 3, {0.25, 0.75, 1}) == 0.75);
  const CountTable near = count_table(Ratings{2, 5, {0, 0, 2, 0, 1, 1, 3, 2, 4, 4, 1, 1}});
  const CountTable far = count_table(Ratings{2, 5, {0, 0, 2, 1, 1, 1, 3, 1, 4, 4, 1, 1}});
  const Metric tree = tree_metric(parents);
  CHECK(*krippendorff_alpha(near, tree).value.value > *krippendorff_alpha(near).value.value);
  CHECK(*krippendorff_alpha(near, tree).value.value > *krippendorff_alpha(far, tree).value.value);
  CHECK(*krippendorff_alpha(far, tree_metric(parents, {1, 1, 1})).value.value ==
        Approx(*krippendorff_alpha(far).value.value));
}

TEST_CASE("sets of a tree's labels differ by what each label is from the nearest of the other set", "[measure]") {
  const std::vector<Label> parents{no_label, no_label, 0, 0, 2};
  CHECK(tree_distance(parents, LabelSet{}, LabelSet{}) == 0);
  CHECK(tree_distance(parents, LabelSet{}, LabelSet{1}) == 1);
  CHECK(tree_distance(parents, LabelSet{2, 4}, LabelSet{2, 4}) == 0);
  CHECK(tree_distance(parents, LabelSet{2}, LabelSet{3}) == 0.5);
  // 1 is nowhere: 1; 2 has its sibling 3: a half, both ways.
  CHECK(tree_distance(parents, LabelSet{1, 2}, LabelSet{3}) == Approx(2.0 / 3));
  CHECK(tree_distance(parents, LabelSet{3}, LabelSet{1, 2}) == Approx(2.0 / 3));
  CHECK(tree_distance(parents, LabelSet{1, 2}, LabelSet{2, 3}, {1, 1, 1}) == Approx(0.5));
}

TEST_CASE("statistics that share samples have the intervals that they have alone", "[measure]") {
  const std::vector<double> of_cluster{1, 4, 2, 8, 5, 7};
  const auto mean = [&](ClusterCounts counts) {
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) sum += counts[i] * of_cluster[i];
    return defined(sum / static_cast<double>(counts.size()));
  };
  const BootstrapOptions options{11, 200, 0.95};
  const auto together = resample(of_cluster.size(), 2, [&](ClusterCounts counts, std::span<Statistic> values) {
    values[0] = mean(counts);
    values[1] = undefined(MessageKey{});
  }, options);
  CHECK(together[0].interval() == bootstrap(of_cluster.size(), {mean}, options)[0]);
  CHECK_FALSE(together[1].interval().has_value());
}

TEST_CASE("ATLAS.ti's example: ten segments, .60 agreement, .56 by chance, alpha .095", "[measure]") {
  const CountTable table = count_table(Ratings{2, 2, {1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0}});
  CHECK(*percent_agreement(table).value.value == Approx(0.6));
  const Coefficient alpha = krippendorff_alpha(table);
  CHECK(1 - *alpha.expected.value == Approx(0.56).margin(0.005));
  CHECK(*alpha.value.value == Approx(0.09523809523809512));
}

TEST_CASE("Freelon's file R3.09: two coders of three never vary, so the mean of kappas is undefined and not 0",
          "[measure]") {
  const test::DataSet data = test::data_set("freelon_2010", "recal_R3.09");
  CHECK_FALSE(light_kappa(data.ratings).value.value.has_value());
  CHECK(*krippendorff_alpha(count_table(data.ratings)).value.value == Approx(-0.0068).margin(0.0001));
}
