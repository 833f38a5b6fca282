// What a researcher should look at: negation, questions; and the sections that are not coded.
#include "tests/match/labels.h"

namespace codeboom::match_test {
namespace {

bool flagged(Flag flag, const std::string& rule, const Page& page, const Sets& sets = {}) {
  RuleSetSource source = source_of({rule + " ^3"}, sets);
  Matcher matcher = matcher_of(source);
  Suggestions result;
  matcher.suggest(page.text, page.blocks, result);
  REQUIRE(result.suggestions.size() == 1);
  return has(result.suggestions[0].flags, flag);
}

bool negated(const std::string& rule, const std::string& text, const Sets& sets = {}) {
  INFO(text);
  return flagged(Flag::negation, rule, paragraph(text), sets);
}

}  // namespace

TEST_CASE("a negation near the evidence is flagged, and nothing is dropped") {
  CHECK_FALSE(negated("gesprek", "Er is een gesprek."));
  for (const char* word : {"niet", "geen", "zonder", "weinig", "nooit", "nauwelijks", "ontbreekt",
                           "belemmert", "onvoldoende", "Geen"}) {
    CHECK(negated("gesprek", std::string("Er is ") + word + " een gesprek."));
    CHECK(negated("gesprek", std::string("Het gesprek dat ") + word + " zo."));
  }
  CHECK_FALSE(negated("gesprek", "Het is niet. Er is een gesprek. Het is niet."));
}

TEST_CASE("a negation is near when at most five words stand between") {
  CHECK(negated("gesprek", "Er is niet a b c d e gesprek."));
  CHECK_FALSE(negated("gesprek", "Er is niet a b c d e f gesprek."));
  CHECK(negated("gesprek", "Het gesprek a b c d e niet."));
  CHECK_FALSE(negated("gesprek", "Het gesprek a b c d e f niet."));
  CHECK(negated("goed ..2 gesprek", "Een goed niet zo gesprek."));
  CHECK(negated("gesprek", "Gesprek a b c d e f g h, gesprek, niet zo."));
  CHECK(negated("gesprek & ouder", "Gesprek a b c d e f g h ouder, niet zo."));
}

TEST_CASE("a set named ontkenning replaces the negations") {
  const Sets own = {{"ontkenning", {"amper", "(in geen geval)"}}};
  CHECK(negated("gesprek", "Er is amper een gesprek.", own));
  CHECK(negated("gesprek", "In geen geval een gesprek.", own));
  CHECK_FALSE(negated("gesprek", "Er is geen gesprek.", own));
}

TEST_CASE("a sentence that ends in a question mark, or stands in a question, is flagged") {
  const auto asked = [](BlockKind kind, const char* text) {
    INFO(text);
    return flagged(Flag::question, "gesprek", page_of({{kind, 0, text}}));
  };
  CHECK(asked(BlockKind::paragraph, "Is er een gesprek?"));
  CHECK(asked(BlockKind::paragraph, "“Is er een gesprek?”"));
  CHECK(asked(BlockKind::paragraph, "(Is er een gesprek?)"));
  CHECK(asked(BlockKind::paragraph, "Is er een gesprek?!"));
  CHECK_FALSE(asked(BlockKind::paragraph, "Er is een gesprek."));
  CHECK_FALSE(asked(BlockKind::paragraph, "Er is een gesprek"));
  CHECK_FALSE(asked(BlockKind::paragraph, "Wat is er? Een gesprek."));
  CHECK(asked(BlockKind::question, "Vertel over het gesprek."));
  CHECK_FALSE(asked(BlockKind::answer, "Er is een gesprek."));
}

TEST_CASE("what stands under a skipped heading is not coded, until a heading of its level") {
  RuleSetSource source = source_of({"gesprek ^3"});
  source.skip_sections = {choice_of("colofon|literatuur"), choice_of("(over ons)")};
  Matcher matcher = matcher_of(source);
  const auto text = [](const char* words) { return Piece{BlockKind::paragraph, 0, words}; };
  const auto heading = [](int level, const char* words) { return Piece{BlockKind::heading, level, words}; };
  const auto count = [&](std::vector<Piece> pieces) {
    const Page page = page_of(pieces);
    Suggestions result;
    matcher.suggest(page.text, page.blocks, result);
    CHECK(matcher.matches(page.text, page.blocks).size() == result.suggestions.size());
    return result.suggestions.size();
  };
  CHECK(count({text("Gesprek.")}) == 1);
  CHECK(count({heading(1, "Colofon"), text("Gesprek.")}) == 0);
  CHECK(count({heading(1, "Literatuur en gesprek"), text("Gesprek.")}) == 0);
  CHECK(count({heading(1, "Over ons"), text("Gesprek."), text("Gesprek.")}) == 0);
  CHECK(count({heading(1, "Ons over"), text("Gesprek.")}) == 1);
  CHECK(count({text("Colofon"), text("Gesprek.")}) == 1);
  CHECK(count({text("Gesprek."), heading(1, "Colofon"), text("Gesprek.")}) == 1);
  CHECK(count({heading(2, "Colofon"), text("Gesprek."), heading(2, "Gesprek"), text("Gesprek.")}) == 2);
  CHECK(count({heading(2, "Colofon"), text("Gesprek."), heading(1, "Gesprek"), text("Gesprek.")}) == 2);
  CHECK(count({heading(2, "Colofon"), text("Gesprek."), heading(3, "Gesprek"), text("Gesprek.")}) == 0);
  CHECK(count({heading(2, "Colofon"), heading(3, "A"), heading(2, "Literatuur"), text("Gesprek.")}) == 0);
  CHECK(count({heading(1, "Colofon"),
               {BlockKind::bullet, 1, "Gesprek"},
               {BlockKind::table_row, 0, "Gesprek"}}) == 0);
  CHECK(count({text("Gesprek.")}) == 1);  // the document after one that ended in a skipped section
}

}  // namespace codeboom::match_test
