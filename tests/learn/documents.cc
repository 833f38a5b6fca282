// What a document says of its sentences, computed by hand.
#include <cmath>
#include <memory>

#include "engine/learn/document_verdict.h"
#include "engine/learn/document_weights.h"
#include "engine/learn/lessons.h"
#include "tests/match/labels.h"

using namespace codeboom;

namespace {

// Labels a.x (column 0), a.y (1) and b (2): two under one root, in the same group, and a root of its own.
DocumentContext small_context() { return context_of(std::vector<std::uint32_t>{1, 2, 3}, std::vector<std::int32_t>{-1, 0, 0, -1}); }

constexpr float even = -1.5F;      // log-odds at which a chance is one half
constexpr float hopeless = -100;

void add(DocumentContext& context, const std::vector<float>& words, std::uint32_t length = 1) {
  context.add(words, std::vector<float>(3, 0.0F), 0, length);
}

// Only what words say counts, and nothing is added to it.
DocumentWeights words_alone() {
  DocumentWeights weights;
  weights.base = weights.rules = weights.same = weights.near = weights.group = 0;
  weights.root = weights.share = weights.lead = weights.length = weights.codable = 0;
  weights.words = 1;
  weights.shown.roots = {1};  // a root is as likely as the likeliest sentence under it,
  weights.shown.labels = {1};  // and a label as its likeliest sentences together
  weights.root_chance = weights.label_chance = weights.sentence_chance = 0.5F;
  return weights;
}

float log_odds_of(double chance) { return static_cast<float>(std::log(chance / (1 - chance))); }
bool always(std::size_t, std::size_t) { return true; }

}  // namespace

TEST_CASE("what is seen of a sentence: the others with the same label, near it, in its group, under its root") {
  DocumentContext context = small_context();
  REQUIRE(context.root_count() == 2);
  CHECK(context.roots() == std::vector<std::uint32_t>{0, 0, 1});
  add(context, {even, hopeless, hopeless}, 8);
  add(context, {even, even, hopeless});
  add(context, {hopeless, hopeless, even});
  const SeenInDocument& first = context.seen(0);
  CHECK(first.same[0] == Approx(std::log1p(0.5)));  // half a sentence is expected elsewhere
  CHECK(first.near[0] == Approx(0.5));              // in the next sentence
  CHECK(first.group[0] == Approx(std::log1p(0.5)));  // labels right under a root are groups of their own
  CHECK(first.root[0] == Approx(1.0 / 3));          // one sentence is expected under a, among three
  CHECK(first.share[0] == Approx(1.0 / 1.5));       // of one and a half expected at all
  CHECK(first.lead[0] == Approx(even - hopeless));
  CHECK(first.length == Approx(std::log(8)));
  const SeenInDocument& second = context.seen(1);
  CHECK(second.same[1] == 0);                       // nobody else
  CHECK(second.lead[0] == 0);                       // as far as the other
  CHECK(second.lead[1] == 0);
  CHECK(std::vector<std::uint32_t>(second.with_a_chance.begin(), second.with_a_chance.end()) == std::vector<std::uint32_t>{0, 1});
  const SeenInDocument& third = context.seen(2);
  CHECK(third.near[0] == Approx(0.5));
  CHECK(third.share[2] == 0);                       // nothing else is expected under b
  add(context, {hopeless, hopeless, even});
  add(context, {hopeless, hopeless, hopeless});
  add(context, {hopeless, hopeless, even});
  CHECK(context.seen(3).near[2] == Approx(0.5));    // the sentence before
  CHECK(context.seen(5).near[2] == Approx(0.35));   // two away: 0.7 of it
}

TEST_CASE("labels two levels under a root are one group") {
  DocumentContext context = context_of(std::vector<std::uint32_t>{2, 3}, std::vector<std::int32_t>{-1, 0, 1, 1});
  context.add(std::vector<float>{even, hopeless}, std::vector<float>(2, 0.0F), 0, 1);
  context.add(std::vector<float>{hopeless, even}, std::vector<float>(2, 0.0F), 0, 1);
  CHECK(context.seen(1).group[1] == Approx(std::log1p(0.5)));
  CHECK(context.seen(1).same[1] == 0);
}

TEST_CASE("a document shows a label unless none of its sentences does, and a root by what is expected under it") {
  DocumentContext context = small_context();
  add(context, {log_odds_of(0.2), log_odds_of(0.1), hopeless});
  add(context, {log_odds_of(0.4), hopeless, hopeless});
  DocumentVerdict verdict;
  verdict.judge(context, words_alone(), always);
  CHECK(verdict.label_chances()[0] == Approx(1 - 0.8 * 0.6));
  CHECK(verdict.label_chances()[1] == Approx(0.1));
  CHECK(verdict.label_chances()[2] == 0);
  CHECK(verdict.root_chances()[0] == Approx(0.4));
  std::vector<float> margins(3);
  verdict.margins(1, margins);
  // The likeliest label under its root needs no more than the root does.
  CHECK(margins[0] == Approx(log_odds_of(0.4) - log_odds_of(0.5)));
  CHECK(margins[2] == no_chance);
  verdict.margins(0, margins);
  CHECK(margins[0] == Approx(log_odds_of(0.2) - log_odds_of(0.5)));  // another sentence than the best needs a chance of its own
  CHECK(margins[1] == Approx(log_odds_of(0.1) - log_odds_of(0.5)));  // the best, but the label is not shown
}

TEST_CASE("what is seen of a root: its likeliest sentence, and what is expected under it beside all that is expected") {
  DocumentContext context = small_context();
  add(context, {log_odds_of(0.2), log_odds_of(0.1), hopeless});
  add(context, {log_odds_of(0.4), hopeless, log_odds_of(0.3)});
  DocumentVerdict verdict;
  verdict.judge(context, words_alone(), always);
  REQUIRE(verdict.root_rows().size() == 2);
  const float largest_share = 0.7F, sentences = std::log(2.0F), all = std::log1p(1.0F), codable = 0.5F;  // log-odds of 0
  const auto is = [](const auto& row, const std::vector<float>& expected) {
    REQUIRE(row.size() == expected.size());
    for (std::size_t i = 0; i < row.size(); ++i) CHECK(row[i] == Approx(expected[i]).margin(1e-6));
  };
  is(verdict.root_rows()[0], {log_odds_of(0.4), std::log1p(0.7F), 0.7F, largest_share, sentences, all, codable});
  is(verdict.root_rows()[1], {log_odds_of(0.3), std::log1p(0.3F), 0.3F, largest_share, sentences, all, codable});
  // Of labels: the chance of their likeliest sentences together, and how many labels are likelier.
  REQUIRE(verdict.label_rows().size() == 3);
  is(*verdict.label_rows()[0], {log_odds_of(1 - 0.8 * 0.6), 0, largest_share, sentences, all, codable});
  is(*verdict.label_rows()[1], {log_odds_of(0.1), std::log1p(2.0F), largest_share, sentences, all, codable});
  is(*verdict.label_rows()[2], {log_odds_of(0.3), std::log1p(1.0F), largest_share, sentences, all, codable});
}

TEST_CASE("a document without any chance shows no root, and an empty one has none to show") {
  DocumentContext context = small_context();
  DocumentVerdict verdict;
  verdict.judge(context, words_alone(), always);
  CHECK(verdict.root_rows()[0][2] == 0);
  CHECK_FALSE(verdict.label_rows()[0]);
  add(context, {hopeless, hopeless, hopeless});
  verdict.judge(context, words_alone(), always);
  CHECK_FALSE(verdict.label_rows()[0]);
  CHECK(verdict.root_chances()[0] == Approx(0.01));
  CHECK_FALSE(verdict.has_chance(0));
}

TEST_CASE("only the five likeliest sentences count, and none with less than one chance in a hundred") {
  DocumentContext context = small_context();
  for (int i = 0; i < 400; ++i) add(context, {log_odds_of(0.1), log_odds_of(0.009), hopeless});
  DocumentVerdict verdict;
  verdict.judge(context, words_alone(), always);
  CHECK(verdict.label_chances()[0] == Approx(1 - std::pow(0.9, 5)));
  CHECK(verdict.label_chances()[1] == 0);
}

TEST_CASE("what a sentence may not carry counts for nothing in its document") {
  DocumentContext context = small_context();
  add(context, {log_odds_of(0.9), hopeless, hopeless});
  add(context, {log_odds_of(0.3), hopeless, hopeless});
  DocumentVerdict verdict;
  verdict.judge(context, words_alone(), [](std::size_t sentence, std::size_t) { return sentence != 0; });
  CHECK(verdict.label_chances()[0] == Approx(0.3));
  std::vector<float> margins(3);
  verdict.margins(0, margins);
  CHECK(margins[0] == no_chance);
}

TEST_CASE("lessons find the weights that outcomes were made with; without both kinds the defaults stay") {
  DocumentContext context = context_of(std::vector<std::uint32_t>{0, 1}, std::vector<std::int32_t>{-1, -1});
  DocumentLessons none;
  CHECK(none.learn({}) == DocumentWeights{});
  DocumentLessons lessons;
  // The label applies where the words speak for it and never where they do not; nothing else differs.
  for (int i = 0; i < 200; ++i) {
    context.clear();
    const bool applies = i % 2 == 0;
    context.add(std::vector<float>{applies ? 1.0F : -1.0F, 0.0F}, std::vector<float>(2, 0.0F), 0, 3);
    lessons.add(context, context.seen(0), {applies, false}, 1);
  }
  const DocumentWeights learned = lessons.learn({});
  CHECK(learned.words + learned.lead > 1);
  CHECK(learned.of_root.size() == 2);
  CHECK(learned == lessons.learn({}));
  std::vector<float> log_odds(2);
  context.clear();
  context.add(std::vector<float>{1.0F, 0.0F}, std::vector<float>(2, 0.0F), 0, 3);
  add_up(learned, context, context.seen(0), log_odds);
  CHECK(log_odds[0] > 0);
  CHECK(log_odds[1] < 0);
}

TEST_CASE("lessons find what tells rows that hold from others; a row counted three times is three rows") {
  Lessons once, thrice;
  for (int i = 0; i < 60; ++i) {
    const std::vector<float> row{static_cast<float>(i % 10) / 10, static_cast<float>(i % 3)};
    const bool holds = row[0] > 0.45F;
    thrice.add(row, holds, 3);
    for (int time = 0; time < 3; ++time) once.add(row, holds, 1);
  }
  const auto weights = thrice.learn();
  REQUIRE(weights);
  REQUIRE(weights->size() == 3);
  CHECK((*weights)[0] > 5);
  CHECK(std::abs((*weights)[1]) < (*weights)[0] / 5);
  CHECK(log_odds(*weights, std::vector<float>{0.9F, 0}) > 0);
  CHECK(log_odds(*weights, std::vector<float>{0.1F, 0}) < 0);
  // The same problem; only the order of additions differs.
  CHECK((*once.learn())[0] == Approx((*weights)[0]).epsilon(0.01));
}

TEST_CASE("lessons of rows that all hold, or of none, teach nothing") {
  Lessons lessons;
  CHECK_FALSE(lessons.learn());
  const std::vector<float> row{1, 0};
  lessons.add(row, true, 1);
  CHECK_FALSE(lessons.learn());
  lessons.add(row, false, 1);
  REQUIRE(lessons.learn());
  CHECK(lessons.learn()->size() == 3);
}

TEST_CASE("in a document, what a label requires and what suppresses it hold sentence by sentence") {
  using namespace match_test;
  const Label suppressed{.rules = {}, .suppressed_by = "geen"}, free{.rules = {}}, also_suppressed{.rules = {}, .suppressed_by = "(nog niet)"},
      required{.rules = {}, .requires_any = "mentor"};
  const RuleSet rules = *RuleSet::compile(source_of_labels({suppressed, free, also_suppressed, required}));
  auto learned = std::make_shared<LearnedPart>();  // whatever the words, every label is likely
  learned->labels = {0, 1, 2, 3};
  learned->model.columns = 4;
  learned->model.bias = {3, 3, 3, 3};
  learned->knows_documents = true;
  learned->documents = words_alone();
  Matcher matcher(rules, learned);
  const auto labels_of = [&](const Page& page) {
    Suggestions result;
    matcher.suggest(page.text, page.blocks, result);
    std::string all;
    std::uint32_t sentence = 0;
    for (const Suggestion& suggestion : result.suggestions) {
      if (suggestion.span.begin.value != sentence) all += " /";
      sentence = suggestion.span.begin.value;
      all += " " + std::to_string(suggestion.label);
    }
    return all;
  };
  CHECK(labels_of(paragraph("Wij praten. Er is geen tijd. Dat kan nog niet. Een mentor helpt. Dat is fijn. Wij praten.")) ==
        " 0 1 2 / 1 2 / 0 1 / 3 0 1 2 / 0 1 2 3 / 0 1 2");  // 3 first: of equals, the first sentence speaks for the document
  CHECK(labels_of(paragraph("Geen tijd. Wij praten.")) == " 1 2 / 0 1 2");
}
