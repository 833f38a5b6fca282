// Sets of labels. Passonneau (2006), LREC, 831-836: MASI; the values are NLTK 3.8's (which rounds 2/3 and 1/3 to .67 and .33) and
// exact arithmetic on the same data. The nine items are those of DKPro's SetAnnotationsTest without its two empty sets.
#include "engine/measure/bootstrap.h"
#include "engine/measure/cohen.h"
#include "engine/measure/sets.h"
#include "message_keys/measure.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

constexpr Label a = 0, b = 1, c = 2, d = 3;

SetRatings seven_items() {
  return {2, 3, {{{a}}, {{a}}, {{a}}, {{b}}, {{a, b}}, {{a}}, {{a, b}}, {{a, c}}, {{a, b, c}}, {{a, b, c}}, {{c}}, {{a, c}}, {{c}}, {{a, c}}}};
}

}  // namespace

TEST_CASE("the distances between two sets: Jaccard, and MASI with exact thirds", "[measure]") {
  struct Row {
    LabelSet first, second;
    double jaccard, masi, nltk;  // NLTK's MASI, for comparison
  };
  const Row rows[] = {{{a}, {a, b}, 1.0 / 2, 1 - 1.0 / 2 * 2 / 3, 0.665},
                      {{a, b}, {a, c}, 2.0 / 3, 1 - 1.0 / 3 / 3, 0.89},
                      {{a, b}, {a, b, c}, 1.0 / 3, 1 - 2.0 / 3 * 2 / 3, 0.5533333333},
                      {{a}, {b}, 1, 1, 1},
                      {{a, b, c}, {a, b, d}, 1.0 / 2, 1 - 1.0 / 2 / 3, 0.835},
                      {{}, {}, 0, 0, 0},
                      {{}, {a}, 1, 1, 1},
                      {{a, b}, {a, b}, 0, 0, 0}};
  for (const Row& row : rows) {
    CHECK(distance(row.first, row.second, SetDistance::jaccard) == Approx(row.jaccard).margin(1e-12));
    CHECK(distance(row.second, row.first, SetDistance::masi) == Approx(row.masi).margin(1e-12));
    CHECK(distance(row.first, row.second, SetDistance::masi) == Approx(row.nltk).margin(0.005));
  }
}

TEST_CASE("alpha of sets: Jaccard as NLTK, MASI exactly; the distance decides much", "[measure]") {
  CHECK(*krippendorff_alpha(seven_items(), SetDistance::jaccard).value.value == Approx(0.20322580645161292).epsilon(1e-9));
  CHECK(*krippendorff_alpha(seven_items(), SetDistance::masi).value.value == Approx(0.17721518987341733).epsilon(1e-9));
  // NLTK's constants, as a custom metric on the same sets.
  const SetsAsLabels labels = sets_as_labels(seven_items());
  const Metric rounded = custom_metric([&](Label first, Label second) {
    const double jaccard = 1 - distance(labels.sets[first], labels.sets[second], SetDistance::jaccard);
    const double exact = 1 - distance(labels.sets[first], labels.sets[second], SetDistance::masi);
    if (jaccard == 0 || jaccard == 1) return 1 - jaccard;
    return 1 - jaccard * (exact / jaccard > 0.5 ? 0.67 : 0.33);
  });
  CHECK(*krippendorff_alpha(count_table(labels.ratings), rounded).value.value == Approx(0.17699619771863118).epsilon(1e-9));
}

TEST_CASE("weighted kappa of sets with Jaccard as NLTK", "[measure]") {
  const SetsAsLabels labels = sets_as_labels(seven_items());
  std::vector<double> cells;
  for (const LabelSet& first : labels.sets) {
    for (const LabelSet& second : labels.sets) cells.push_back(1 - distance(first, second, SetDistance::jaccard));
  }
  const auto kappa = cohen_kappa(confusion(labels.ratings, 0, 1), table_weights(labels.ratings.labels, cells));
  CHECK(*kappa.kappa.value.value == Approx(0.1890243902439025).epsilon(1e-9));
}

TEST_CASE("per label: the tables made in one pass are those of each label's yes and no", "[measure]") {
  SetRatings ratings = seven_items();
  ratings.labels = 4;
  ratings.cells[3] = std::nullopt;
  ratings.cells[6] = LabelSet{};
  const std::vector<YesTable> tables = yes_tables(ratings);
  REQUIRE(tables.size() == 4);
  for (Label label = 0; label < 4; ++label) {
    const Ratings yes_no = of_label(ratings, label);
    YesTable slow(2);
    for (std::size_t unit = 0; unit < yes_no.units(); ++unit) {
      std::uint32_t judged = 0, yes = 0;
      for (const Label cell : yes_no.unit(unit)) judged += cell != no_label, yes += cell == 1;
      slow.add(judged, yes);
    }
    CHECK(tables[label] == slow);
    const auto fast = krippendorff_alpha(count_table(tables[label])), direct = krippendorff_alpha(count_table(yes_no));
    CHECK(fast.value.value.has_value() == direct.value.value.has_value());
    if (direct.value.value) CHECK(*fast.value.value == Approx(*direct.value.value));
    CHECK(fast.missing == direct.missing);
  }
  CHECK(krippendorff_alpha(count_table(tables[3])).value.gap == msg::agreement_no_variation);  // a label that nobody gave
}

TEST_CASE("Krippendorff & Craggs 2016: multi-valued alpha of tables 8 and 9, with both disagreements", "[measure]") {
  constexpr Label e = 4, f = 5;
  struct Row {
    const char* table;
    std::vector<std::optional<LabelSet>> cells;
    double alpha, observed, expected;  // the R package mvalpha 0.5.0
  };
  const Row rows[] = {
      {"8a", {{{a}}, {{a}}, {{a}}, {{a, b, d}}, {{a, b, d}}, {{a, b, d, e}}, {{d}}, {{d}}, {{d}}}, 0.947461775073531, 0.0317460317460318, 0.604246370913038},
      {"8b", {{{a}}, {{a}}, {{a}}, {{a, b}}, {{a, b}}, {{a, b, d}}, {{d}}, {{d}}, {{d}}}, 0.923314137214789, 0.0444444444444444, 0.579565031027019},
      {"9a", {{{a}}, {{a}}, {{a}}, {{a, b}}, {{a, d}}, {{b, d}}, {{d}}, {{d}}, {{d}}}, 0.715671175858481, 0.166666666666667, 0.586175767335188},
      {"9b", {{{a}}, {{a}}, {{a}}, {{a, b}}, {{d, e}}, {{f}}, {{d}}, {{d}}, {{d}}}, 0.553908738885074, 0.333333333333333, 0.747231255999559},
      {"9c", {{{a}}, {{b}}, {{a, b}}, {{a, b}}, {{d, e}}, {{f}}, {{b, d}}, {{d}}, {{b, e}}}, -0.00205098633682255, 0.722222222222222, 0.720743986154273}};
  for (const Row& row : rows) {
    INFO(row.table);
    const Coefficient alpha = multi_valued_alpha({3, 6, row.cells});
    CHECK(*alpha.value.value == Approx(row.alpha).margin(1e-9));
    CHECK(*alpha.observed.value == Approx(row.observed).margin(1e-9));
    CHECK(*alpha.expected.value == Approx(row.expected).margin(1e-9));
  }
}

namespace {

// Chance of multi-valued alpha by the definition: all pairs of sets of the sizes that occur, weighted by the products of their
// labels' frequencies, one less for a label's second use.
double slow_expected(const SetRatings& ratings) {
  std::vector<double> frequency(ratings.labels, 0), sizes(ratings.labels + 1, 0);
  double sets = 0;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    for (std::size_t coder = 0; coder < ratings.coders; ++coder) {
      const LabelSet& set = *ratings.cells[unit * ratings.coders + coder];
      ++sizes[set.size()], ++sets;
      for (const Label label : set) ++frequency[label];
    }
  }
  const unsigned all = 1u << ratings.labels;
  double expected = 0;
  for (std::size_t size_a = 0; size_a <= ratings.labels; ++size_a) {
    for (std::size_t size_b = 0; size_b <= ratings.labels; ++size_b) {
      if (sizes[size_a] * sizes[size_b] == 0) continue;
      double differing = 0, weight = 0;
      for (unsigned first = 0; first < all; ++first) {
        for (unsigned second = 0; second < all; ++second) {
          if (static_cast<std::size_t>(__builtin_popcount(first)) != size_a) continue;
          if (static_cast<std::size_t>(__builtin_popcount(second)) != size_b) continue;
          double product = 1;
          for (Label label = 0; label < ratings.labels; ++label) {
            if ((first | second) >> label & 1) product *= frequency[label];
            if ((first & second) >> label & 1) product *= frequency[label] - 1;
          }
          const double both = __builtin_popcount(first & second);
          weight += product;
          differing += product * (size_a + size_b == 0 ? 0 : 1 - 2 * both / static_cast<double>(size_a + size_b));
        }
      }
      if (weight > 0) expected += sizes[size_a] / sets * sizes[size_b] / sets * differing / weight;
    }
  }
  return expected;
}

}  // namespace

TEST_CASE("chance of multi-valued alpha by polynomials is that by all pairs of sets, empty ones too", "[measure]") {
  Draw draw(11);
  for (int round = 0; round < 20; ++round) {
    SetRatings ratings{3, 5, {}};
    for (int cell = 0; cell < 12; ++cell) {
      LabelSet set;
      for (Label label = 0; label < 5; ++label) {
        if (draw.below(3) == 0) set.push_back(label);
      }
      ratings.cells.push_back(set);
    }
    CHECK(*multi_valued_alpha(ratings).expected.value == Approx(slow_expected(ratings)).margin(1e-12));
  }
}

TEST_CASE("no judgement is not the empty set", "[measure]") {
  const SetRatings empty{2, 2, {{{a}}, {{a}}, {{b}}, {{b}}, LabelSet{}, {{a}}}};
  SetRatings missing = empty;
  missing.cells[4] = std::nullopt;
  CHECK(*krippendorff_alpha(empty, SetDistance::jaccard).value.value < 1);
  CHECK(*krippendorff_alpha(missing, SetDistance::jaccard).value.value == Approx(1));
  CHECK(krippendorff_alpha(missing, SetDistance::jaccard).units == 2);
}
