#include "engine/learn/stacking.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/catch.h"

using namespace codeboom;

namespace {

const std::vector<float> nothing(3, 0.0F);

std::size_t likeliest(std::span<const float> log_odds) {
  return static_cast<std::size_t>(std::max_element(log_odds.begin(), log_odds.end()) - log_odds.begin());
}

struct Sentence {
  std::vector<float> log_odds;
  std::size_t label = 0;
};

// Label 1 takes its sentences along to label 0; label 2 is itself. Where both 0 and 1 are likely it is 1, where 0 stands alone it is 0.
std::vector<Sentence> overlapping(std::size_t count) {
  std::mt19937 random(7);
  std::vector<Sentence> sentences;
  for (std::size_t i = 0; i < count; ++i) {
    const float noise = static_cast<float>(random() % 1000) / 1000;
    const std::size_t label = i % 3;
    const float zero = label == 2 ? -3 : 1 + noise, one = label == 1 ? 1 : label == 0 ? -4 : -3;
    sentences.push_back({{zero, one, label == 2 ? 1.0F : -3.0F}, label});
  }
  return sentences;
}

Stacking learned_from(const std::vector<Sentence>& sentences) {
  StackingLessons lessons;
  for (const Sentence& sentence : sentences) {
    std::vector<bool> applies(3);
    applies[sentence.label] = true;
    lessons.add(sentence.log_odds, nothing, applies);
  }
  return lessons.learn();
}

}  // namespace

TEST_CASE("stacking, by hand: one sentence, seen four times at once, and half of what is learned") {
  // Shares of log-odds 1 and 0: 0.7311 and 0.2689; wanted 0 and 1. Four times a rate of 0.001.
  StackingLessons lessons;
  lessons.add(std::vector<float>{1, 0}, std::vector<float>{0, 0}, {false, true});
  const Stacking stacking = lessons.learn();
  REQUIRE(stacking.columns == 2);
  REQUIRE(stacking.weights.size() == 4);
  CHECK(stacking.weights[0] == Approx(-0.7311 * 0.004 / 2).epsilon(0.001));
  CHECK(stacking.weights[1] == Approx(0.7311 * 0.004 / 2).epsilon(0.001));
  CHECK(stacking.weights[2] == 0);
  CHECK(stacking.weights[3] == 0);
}

TEST_CASE("stacking, by hand: of a sentence without a label, none is a choice with log-odds of 0, and takes from all") {
  // Shares of log-odds 1, 0 and, of none, 0: 0.5761, 0.2119 and 0.2119. Four times a rate of 0.001, and a quarter of it.
  StackingLessons lessons({true, 0.25F});
  lessons.add(std::vector<float>{1, 0}, std::vector<float>{0, 0}, {false, false});
  const Stacking stacking = lessons.learn();
  REQUIRE(stacking.weights.size() == 4);
  CHECK(stacking.weights[0] == Approx(-0.5761 * 0.004 / 4).epsilon(0.001));
  CHECK(stacking.weights[1] == Approx(-0.2119 * 0.004 / 4).epsilon(0.001));
  CHECK(stacking.weights[2] == 0);
}

TEST_CASE("stacking of sentences that may have no label tells one from none by what another label says") {
  // Label 0 is as likely in all; where label 1 is too, it is none.
  StackingLessons lessons({true, 1});
  for (int i = 0; i < 4000; ++i) {
    const bool both = i % 2 == 0;
    lessons.add(std::vector<float>{0, both ? 0.0F : -4.0F}, std::vector<float>{0, -9}, {!both, false});
  }
  const Stacking stacking = lessons.learn();
  std::vector<float> alone = {0, -4}, beside = {0, 0};
  stacking.add_to(alone), stacking.add_to(beside);
  CHECK(alone[0] > 1);
  CHECK(beside[0] == 0);
}

TEST_CASE("stacking tells labels apart that speak of the same sentences, and knows no more than it was given") {
  const std::vector<Sentence> sentences = overlapping(3000);
  const Stacking stacking = learned_from(sentences);
  std::size_t before = 0, after = 0;
  for (const Sentence& sentence : sentences) {
    std::vector<float> log_odds = sentence.log_odds;
    before += likeliest(log_odds) == sentence.label ? 1 : 0;
    stacking.add_to(log_odds);
    after += likeliest(log_odds) == sentence.label ? 1 : 0;
  }
  CHECK(before < 2100);  // two thirds, label 1 never
  CHECK(after > 2900);
  CHECK(learned_from(sentences) == stacking);  // twice the same
}

TEST_CASE("stacking moves likelihood between labels and adds none: each row adds up to 0") {
  const Stacking stacking = learned_from(overlapping(500));
  for (std::size_t row = 0; row < 3; ++row) {
    float sum = 0;
    for (std::size_t column = 0; column < 3; ++column) sum += stacking.weights[row * 3 + column];
    CHECK(std::abs(sum) < 1e-4F);
  }
}

TEST_CASE("what stacking adds to a sum is what it adds to its parts") {
  const Stacking stacking = learned_from(overlapping(500));
  const std::vector<float> part = {1, -2, 0.5F}, rest = {-3, 1, 2};
  std::vector<float> all = {part[0] + rest[0], part[1] + rest[1], part[2] + rest[2]}, of_part = part, of_rest = rest;
  for (auto* const log_odds : {&all, &of_part, &of_rest}) stacking.add_to(*log_odds);
  for (std::uint32_t label = 0; label < 3; ++label) CHECK(stacking.added_to(label, part) == Approx(of_part[label] - part[label]).margin(1e-5));
  for (std::size_t column = 0; column < 3; ++column) {
    CHECK(of_part[column] != part[column]);
    CHECK(all[column] == Approx(of_part[column] + of_rest[column]).margin(1e-5));
  }
}

TEST_CASE("stacking learned from nothing adds nothing, and what also speaks for a label need not be learned") {
  const Stacking none = StackingLessons().learn();
  std::vector<float> log_odds = {1, 2};
  none.add_to(log_odds);
  CHECK(log_odds == std::vector<float>{1, 2});
  // Rules are sure of the right label already: next to nothing is left to learn.
  StackingLessons lessons;
  for (int i = 0; i < 100; ++i) lessons.add(std::vector<float>{1, 0}, std::vector<float>{0, 20}, {false, true});
  for (const float weight : lessons.learn().weights) CHECK(std::abs(weight) < 1e-6F);
}

TEST_CASE("two labels of one sentence share what is wanted") {
  StackingLessons lessons;
  for (int i = 0; i < 1000; ++i) lessons.add(std::vector<float>{1, 1, 1}, nothing, {true, true, false});
  const Stacking stacking = lessons.learn();
  CHECK(stacking.weights[0] > 0);
  CHECK(stacking.weights[0] == Approx(stacking.weights[1]));
  CHECK(stacking.weights[2] < 0);
}
