#include "codebook/disagreements.h"
#include "tests/compare/miniature.h"

using namespace codeboom;
using namespace codeboom::compare_test;

namespace {

PairOfCoders compared(const std::vector<Said>& annas, const std::vector<Said>& berts) {
  const auto documents = three_documents();
  return compare(line_up(documents, {work_of("anna", annas, documents), work_of("bert", berts, documents)}, four_codes(),
                         Silence::found_nothing),
                 four_codes(), 0, 1);
}

DisagreementKind only_kind(const std::vector<Said>& annas, const std::vector<Said>& berts) {
  const auto found = compared(annas, berts).disagreements;
  REQUIRE(found.size() == 1);
  return found[0].kind;
}

}  // namespace

TEST_CASE("each kind of disagreement") {
  CHECK(only_kind({{"d1", "Wij lopen mee.", "b"}}, {}) == DisagreementKind::missed);
  CHECK(only_kind({}, {{"d1", "Wij lopen mee.", "b"}}) == DisagreementKind::extra);
  CHECK(only_kind({{"d1", "Wij lopen mee.", "b"}}, {{"d1", "Wij lopen mee.", "a.x"}}) == DisagreementKind::other_code);
  CHECK(only_kind({{"d1", "Wij lopen mee.", "a"}}, {{"d1", "lopen mee.", "a.x"}}) == DisagreementKind::parent_child);
  CHECK(only_kind({{"d1", "Wij lopen mee.", "a.y"}}, {{"d1", "Wij lopen", "a.x"}}) == DisagreementKind::sibling);
  CHECK(only_kind({{"d1", "Wij lopen mee.", "a.y"}}, {{"d1", "Wij lopen", "a.y"}}) == DisagreementKind::boundary);
  const auto swapped = compared({{"d1", "Wij lopen mee.", "b"}, {"d1", "Zij vragen veel.", "a.x"}},
                                {{"d1", "Wij lopen mee.", "a.x"}, {"d1", "Zij vragen veel.", "b"}});
  REQUIRE(swapped.disagreements.size() == 2);
  CHECK(swapped.disagreements[0].kind == DisagreementKind::swapped);
  CHECK(swapped.disagreements[1].kind == DisagreementKind::swapped);
}

TEST_CASE("two codes at the top are no siblings") {
  CHECK(only_kind({{"d1", "Wij", "a"}}, {{"d1", "Wij", "b"}}) == DisagreementKind::other_code);
}

TEST_CASE("codings that share less than half of the shorter are two differences") {
  const auto found = compared({{"d1", "Wij lopen mee.", "b"}}, {{"d1", "mee. Zij vragen veel.", "a.x"}}).disagreements;
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == DisagreementKind::missed);
  CHECK(found[1].kind == DisagreementKind::extra);
}

TEST_CASE("what one coder made one passage and the other two differs in the boundary only, once") {
  const auto found = compared({{"d1", "Wij lopen mee. Zij vragen veel.", "b"}},
                              {{"d1", "Wij lopen mee.", "b"}, {"d1", "Zij vragen veel.", "b"}});
  REQUIRE(found.disagreements.size() == 1);
  CHECK(found.disagreements[0].kind == DisagreementKind::boundary);
  CHECK(found.disagreements[0].sides[0].spans.size() == 1);
  CHECK(found.disagreements[0].sides[1].spans.size() == 2);
  CHECK(found.agreed.empty());
}

TEST_CASE("equal codings are agreed, and a second code on the same place is one more difference") {
  const auto found = compared({{"d1", "Wij", "b"}, {"d1", "Wij", "a.x"}}, {{"d1", "Wij", "b"}});
  REQUIRE(found.agreed.size() == 1);
  CHECK(found.agreed[0].coding.code == b);
  REQUIRE(found.disagreements.size() == 1);
  CHECK(found.disagreements[0].kind == DisagreementKind::missed);
}

TEST_CASE("codings that coincide most go together, whatever the order of the codes") {
  const auto found = compared({{"d1", "Wij lopen mee.", "a.x"}}, {{"d1", "Wij lopen", "a.y"}, {"d1", "Wij lopen mee.", "b"}}).disagreements;
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == DisagreementKind::extra);
  CHECK(found[0].sides[1].code == ay);
  CHECK(found[1].kind == DisagreementKind::other_code);
}

TEST_CASE("exchanging the coders exchanges the sides, and missed with extra") {
  const auto documents = three_documents();
  const auto work = annas_and_berts(documents);
  const LinedUp lined = line_up(documents, work, four_codes(), Silence::found_nothing);
  const PairOfCoders one = compare(lined, four_codes(), 0, 1), other = compare(lined, four_codes(), 1, 0);
  CHECK(one.agreed == other.agreed);
  REQUIRE(one.disagreements.size() == 4);  // d1: a boundary and an extra; d2: other codes; d3: missed
  REQUIRE(other.disagreements.size() == one.disagreements.size());
  for (std::size_t i = 0; i < one.disagreements.size(); ++i) {
    Disagreement turned = other.disagreements[i];
    std::swap(turned.sides[0], turned.sides[1]);
    std::swap(turned.coders[0], turned.coders[1]);
    if (turned.kind == DisagreementKind::missed) {
      turned.kind = DisagreementKind::extra;
    } else if (turned.kind == DisagreementKind::extra) {
      turned.kind = DisagreementKind::missed;
    }
    CHECK(turned == one.disagreements[i]);
  }
}

TEST_CASE("pairs of codes are counted at a level of the tree, the differing ones first") {
  const auto documents = three_documents();
  const LinedUp lined = line_up(documents, annas_and_berts(documents), four_codes(), Silence::found_nothing);
  const PairOfCoders pair = compare(lined, four_codes(), 0, 1);
  const std::optional<std::uint32_t> none;
  CHECK(code_pairs(pair, four_codes(), 2) ==
        std::vector<CodePair>{{none, b, 1}, {b, none, 1}, {b, ax, 1}, {ax, ax, 1}, {ay, ay, 1}});
  CHECK(code_pairs(pair, four_codes(), 1) == std::vector<CodePair>{{none, b, 1}, {b, none, 1}, {b, a, 1}, {a, a, 2}});
}
