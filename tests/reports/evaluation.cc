#include "reports/document_evaluation.h"
#include "reports/phrase_evaluation.h"
#include "tests/match/fixture.h"

using namespace codeboom;
using namespace codeboom::match_test;

namespace {

// 0 a, 1 a.x, 2 a.x.p, 3 a.x.q, 4 a.y (a leaf at the second level), 5 b (a leaf at the first)
Codebook tree() {
  return valid(parse_codebook(
      "format: codeboom-codebook/1\nid: p\nversion: \"1\"\ncodes:\n  - id: a\n    name: A\n    codes:\n      - id: a.x\n        name: X\n"
      "        codes:\n          - {id: a.x.p, name: P}\n          - {id: a.x.q, name: Q}\n      - {id: a.y, name: Y}\n"
      "  - {id: b, name: B}\n", "p"));
}

RankedPhrase phrase(std::vector<std::uint32_t> gold, std::vector<std::uint32_t> ranked, bool given = true) {
  RankedPhrase result{std::move(gold), {}};
  double score = 9;
  for (const std::uint32_t code : ranked) result.ranked.push_back({code, score--, {}, given});
  return result;
}

constexpr BootstrapOptions no_bootstrap{1, 0, 0.95};

Span span(std::uint32_t begin, std::uint32_t end) { return {{begin}, {end}}; }

}  // namespace

TEST_CASE("a code stands at a level for itself or its ancestor, a leaf also below its own level") {
  const Codebook book = tree();
  CHECK(at_level(book, 3, TreeLevel::category) == 0u);
  CHECK(at_level(book, 3, TreeLevel::sub) == 1u);
  CHECK(at_level(book, 3, TreeLevel::leaf) == 3u);
  CHECK(at_level(book, 4, TreeLevel::sub) == 4u);
  CHECK(at_level(book, 5, TreeLevel::sub) == 5u);
  CHECK_FALSE(at_level(book, 0, TreeLevel::sub).has_value());
  CHECK_FALSE(at_level(book, 1, TreeLevel::leaf).has_value());
}

TEST_CASE("phrases worked out by hand") {
  // leaf:     1 right at once; 2 right as second; 3 wrong; 4 nothing given, but right; 5 without a code
  // sub:      2 is right at once, because a.x.q and a.x.p are both a.x
  const std::vector<RankedPhrase> phrases = {phrase({2}, {2, 3}), phrase({2}, {3, 2, 5}), phrase({4}, {5, 2, 3}),
                                             phrase({5}, {5}, false), phrase({}, {2})};
  const PhraseEvaluation result = evaluate_phrases(tree(), phrases, no_bootstrap);
  CHECK(result.phrases == 5);
  CHECK(result.off_topic == 1);
  CHECK(result.off_topic_abstained == 0);
  const PhraseLevel &category = result.levels[0], &sub = result.levels[1], &leaf = result.levels[2];
  CHECK(leaf.n == 4);
  CHECK(*leaf.accuracy.statistic.value == Approx(2.0 / 4));
  CHECK(*leaf.hit_at_3.statistic.value == Approx(3.0 / 4));
  CHECK(leaf.abstained == 1);
  CHECK(*leaf.accuracy_given.statistic.value == Approx(1.0 / 3));
  // By first suggestion: a.x.p right 1, gold 2, first 1 -> 2/3; a.x.q first 1 -> 0; a.y gold 1 -> 0; b right 1, first 2, gold 1 -> 2/3.
  CHECK(*leaf.macro_f1.statistic.value == Approx((2.0 / 3 + 0 + 0 + 2.0 / 3) / 4));
  CHECK(*sub.accuracy.statistic.value == Approx(3.0 / 4));
  CHECK(*category.accuracy.statistic.value == Approx(3.0 / 4));
  CHECK(*category.hit_at_3.statistic.value == Approx(1));
  CHECK_FALSE(leaf.accuracy.interval.has_value());
  REQUIRE(result.by_score.size() == 1);  // every first suggestion has score 9
  CHECK(result.by_score[0].n == 5);
  CHECK(result.by_score[0].right == 2);
}

TEST_CASE("documents worked out by hand, at document, sentence and segment") {
  // One document of three sentences of ten bytes. First: a.x.p on sentences 1 and 2, b on 3. Second: a.x.p on half of
  // sentence 2, a.y on 3.
  const ComparedDocument one{"d1", {span(0, 10), span(10, 20), span(20, 30)},
                             {{2, span(0, 20)}, {5, span(20, 30)}}, {{2, span(10, 15)}, {4, span(20, 30)}}};
  const ComparedDocument empty{"d2", {span(0, 10)}, {}, {}};
  const DocumentEvaluation result = evaluate_documents(tree(), {one, empty}, no_bootstrap);
  const DocumentLevel& leaf = result.levels[2];
  CHECK(leaf.codes == 4);
  CHECK(leaf.documents.counts == TwoCoders{1, 1, 1, 5});  // 2 documents x 4 leaves
  CHECK(leaf.sentences.counts == TwoCoders{1, 2, 1, 12});  // 4 sentences x 4 leaves
  CHECK(*leaf.documents.f1.statistic.value == Approx(0.5));
  CHECK(leaf.segments.first == 2);
  CHECK(leaf.segments.first_confirmed == 1);
  CHECK(leaf.segments.second_found == 1);
  CHECK(*leaf.segments.dice().value == Approx(2.0 * 5 / (30 + 15)));
  const DocumentLevel& category = result.levels[0];
  CHECK(category.documents.counts == TwoCoders{1, 1, 0, 2});  // both have a, the first also b
  REQUIRE(result.codes.size() == 5);  // a, a.x, a.x.p, a.y, b: those that either gave, rolled up
  CHECK(result.codes[0].documents.counts.both == 1);
}

TEST_CASE("a coding covers a sentence when it fills half of it, or lies mostly in it") {
  CHECK(covers(span(0, 10), span(0, 10)));
  CHECK(covers(span(0, 5), span(0, 10)));
  CHECK(covers(span(2, 4), span(0, 10)));
  CHECK_FALSE(covers(span(0, 4), span(3, 13)));
  CHECK_FALSE(covers(span(0, 10), span(10, 20)));
}
