#include "engine/learn/linear_model.h"

#include <cmath>

#include "engine/learn/calibration.h"
#include "tests/match/fixture.h"

using namespace codeboom;
using namespace codeboom::match_test;

namespace {

// "appel" and "peer" are column 0, "auto" and "fiets" column 1, "boek" neither.
std::vector<Example> examples_of_words() {
  const std::vector<std::pair<std::string, std::vector<std::uint32_t>>> words = {
      {"appel", {0}}, {"peer", {0}}, {"auto", {1}}, {"fiets", {1}}, {"boek", {}}};
  std::vector<Example> examples;
  for (int again = 0; again < 4; ++again) {
    for (const auto& [word, columns] : words) {
      Example example;
      add_word_features(word, example.words);
      example.columns = columns;
      examples.push_back(example);
    }
  }
  return examples;
}

std::size_t best(const std::vector<float>& odds) {
  return static_cast<std::size_t>(std::max_element(odds.begin(), odds.end()) - odds.begin());
}

}  // namespace

TEST_CASE("a linear model learns which words speak for which label") {
  const auto examples = examples_of_words();
  const LinearModel model = train(examples, 2, {});
  CHECK(best(log_odds(model, examples[0])) == 0);
  CHECK(best(log_odds(model, examples[2])) == 1);
  CHECK(log_odds(model, examples[0])[0] > 0);
  for (const float odds : log_odds(model, examples[4])) CHECK(odds < 0);
}

TEST_CASE("log-odds are six times the margin of a support vector machine with squared hinge loss, by hand") {
  Example with, without;
  with.words.push_back(feature_id(FeatureKind::lemma, "appel"));
  with.columns = {0};
  const std::vector<Example> examples{with, without, with, without};
  const LinearModel model = train(examples, 1, {});
  // The least of w^2/2 + b^2/2 + 2 C (1-w-b)^2 + 2 C (1+b)^2 with C = .4: w = 2.6 b + 1.6 and 8.36 b = -2.56.
  const double b = -2.56 / 8.36, w = 2.6 * b + 1.6;
  CHECK_THAT(log_odds(model, without)[0], Catch::Matchers::WithinAbs(6 * b, 0.25));  // training stops a little before the end
  CHECK_THAT(log_odds(model, with)[0], Catch::Matchers::WithinAbs(6 * (w + b), 0.25));
}

TEST_CASE("training twice gives the same model to the bit, also after another training in between") {
  const auto examples = examples_of_words();
  const LinearModel first = train(examples, 2, {});
  train(std::vector<Example>(examples.begin(), examples.begin() + 7), 2, {});
  CHECK(train(examples, 2, {}) == first);
}

TEST_CASE("a column without examples says no, one that all have says yes, and both have no weights") {
  auto examples = examples_of_words();
  for (Example& example : examples) example.columns = {1};
  const LinearModel model = train(examples, 2, {});
  Example nothing;
  CHECK(log_odds(model, nothing)[0] < -5);
  CHECK(log_odds(model, nothing)[1] > 5);
  CHECK(std::all_of(model.weights.begin(), model.weights.end(), [](std::int8_t weight) { return weight == 0; }));
}

TEST_CASE("an example of unknown features, or of none, gets the bias") {
  const LinearModel model = train(examples_of_words(), 2, {});
  Example unknown;
  unknown.words.push_back(feature_id(FeatureKind::lemma, "zeppelin"));
  CHECK(log_odds(model, unknown) == model.bias);
  CHECK(log_odds(model, {}) == model.bias);
}

TEST_CASE("a word's features come once each, however often its letters come back") {
  std::vector<FeatureId> features;
  add_word_features("banananananananas", features);
  const std::size_t count = features.size();
  std::sort(features.begin(), features.end());
  CHECK(std::unique(features.begin(), features.end()) == features.end());
  CHECK(count == 7);  // the lemma; ^ban bana anan nana anas nas$
}

TEST_CASE("the matcher's fast way gives the same log-odds as the slow one") {
  const std::vector<std::string> lines = {
      "Studenten geven gastlessen op de basisschool, en vertellen daarna over hun stage.",
      "De (studie)keuze van vmbo-, havo- en vwo-leerlingen; één woord.", "Leerlingen leerlingen leerlingen!", "...", "x"};
  RuleSetSource source = source_of({"gastles", "stage ..3 lopen"}, {{"jongere", {"leerling", "student", "*leerling"}}});
  source.labels.resize(2);
  RuleSet rules = valid(RuleSet::compile(source));
  Matcher plain(rules);
  std::vector<Example> examples;
  for (const std::string& line : lines) {
    const Page page = paragraph(line);
    for (Example& example : plain.examples(page.text, page.blocks)) {
      example.columns = {static_cast<std::uint32_t>(examples.size() % 2)};
      for (int again = 0; again < 3; ++again) examples.push_back(example);
    }
  }
  auto part = std::make_shared<LearnedPart>();
  part->model = train(examples, 2, {});
  part->labels = {0, 1};
  part->points = 1;
  part->offsets_alone = {0.5F, -2};
  Matcher learned(rules, part);
  for (const std::string& line : lines) {
    const Page page = paragraph(line);
    Suggestions ranked;
    learned.rank(page.text, page.blocks, ranked);
    const auto parts = plain.examples(page.text, page.blocks);
    REQUIRE(parts.size() == 1);
    const auto slow = log_odds(part->model, parts.front());
    Suggestions by_rules;
    plain.rank(page.text, page.blocks, by_rules);
    for (const Suggestion& suggestion : ranked.suggestions) {
      float points = 0;
      for (const Suggestion& rule : by_rules.suggestions) points += rule.label == suggestion.label ? rule.score : 0;
      INFO(line << " label " << suggestion.label);
      CHECK(suggestion.score == Approx(slow[suggestion.label] + points + part->offsets_alone[suggestion.label]).margin(1e-4));
    }
  }
}

TEST_CASE("calibration finds the curve that outcomes were made with, and never claims more than they show") {
  std::vector<Outcome> outcomes;
  for (int score = -10; score <= 10; ++score) {  // chance 1 / (1 + exp(-score / 2)), in thousands of outcomes
    const double chance = 1 / (1 + std::exp(-score / 2.0));
    for (int i = 0; i < 1000; ++i) outcomes.push_back({static_cast<float>(score), i < std::lround(1000 * chance)});
  }
  const Calibration calibration = calibrate(outcomes);
  REQUIRE(calibration.known);
  CHECK(calibration.slope == Approx(0.5).epsilon(0.02));
  CHECK(calibration.intercept == Approx(0).margin(0.02));
  CHECK(*calibration.chance(0) == Approx(0.5).margin(0.01));
  CHECK(*calibration.chance(1000) == Approx(101.0 / 102));  // the hundred best were all right
}

TEST_CASE("without outcomes of both kinds there is no chance") {
  CHECK_FALSE(calibrate({}).chance(3).has_value());
  const std::vector<Outcome> all_right(50, {3, true});
  CHECK_FALSE(calibrate(all_right).chance(3).has_value());
}

TEST_CASE("F1 of saying yes from a score on, by hand") {
  const std::vector<Outcome> outcomes{{0.8F, true}, {0.6F, false}, {0.4F, true}};
  CHECK(f1_from(outcomes, 0.9F) == 0);
  CHECK(f1_from(outcomes, 0.8F) == Approx(2.0 / 3));
  CHECK(f1_from(outcomes, 0.5F) == Approx(0.5));
  CHECK(f1_from(outcomes, 0.4F) == Approx(0.8));
  CHECK(f1_from({}, 0.5F) == 0);
}

// So many outcomes of one score, of which so many right.
void add(std::vector<Outcome>& outcomes, float score, int count, int right) {
  for (int i = 0; i < count; ++i) outcomes.push_back({score, i < right});
}

float chance_of(const std::vector<Outcome>& outcomes) { return best_chance(std::vector<std::vector<Outcome>>{outcomes}); }

TEST_CASE("chances that come true: half of the best F1 is the chance that gives the best F1") {
  std::vector<Outcome> outcomes;
  add(outcomes, 0.8F, 5, 4);
  add(outcomes, 0.4F, 5, 2);
  add(outcomes, 0.3F, 10, 3);
  add(outcomes, 0.1F, 10, 1);
  // Of ten present: from .8 on 8/15, from .4 on 12/20, from .3 on 18/30, from .1 on 20/40.
  CHECK(chance_of(outcomes) == Approx(0.3));
  CHECK(f1_from(outcomes, chance_of(outcomes)) == Approx(0.6));
  add(outcomes, 0.9F, 10, 9);
  // Of 19 present: from .9 on 18/29, from .8 on 26/34, from .4 on 30/39, from .3 on 36/49.
  CHECK(chance_of(outcomes) == Approx(15.0 / 39));
  CHECK(f1_from(outcomes, chance_of(outcomes)) == Approx(30.0 / 39));
}

TEST_CASE("the chance for texts of several kinds: half of the best F1 on average, however many texts a kind has") {
  // From .41 on 1 and 2/3; from .61 on 2/3 and 1; lower .8 and 2/3.
  const std::vector<Outcome> first{{0.8F, true}, {0.6F, true}, {0.4F, false}}, second{{0.8F, true}, {0.6F, false}};
  std::vector<Outcome> twice = second;
  twice.insert(twice.end(), second.begin(), second.end());
  CHECK(best_chance(std::vector{first, second}) == Approx(5.0 / 12));
  CHECK(best_chance(std::vector{first, twice}) == Approx(5.0 / 12));
  CHECK(best_chance(std::vector{first, second, second}) == Approx(4.0 / 9));
  CHECK(best_chance(std::vector<std::vector<Outcome>>{{}}) == Approx(0.05));  // nothing to say yes to
}
