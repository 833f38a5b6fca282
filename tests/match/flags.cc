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
    CHECK(negated("gesprek", std::string("Het gesprek is ") + word + " zo."));
  }
  CHECK_FALSE(negated("gesprek", "Het is niet. Er is een gesprek. Het is niet."));
}

TEST_CASE("a negation stands in the clause of the evidence, or in the clause before that governs it") {
  CHECK(negated("gesprek", "Er is niet a b c d e f g h gesprek."));
  CHECK(negated("gesprek", "Er zijn geen lessen, gesprekken of stages."));
  CHECK(negated("goed ..2 gesprek", "Een goed niet zo gesprek."));
  CHECK(negated("gesprek", "Er is geen budget om gesprekken te voeren."));
  CHECK(negated("gesprek", "Er zijn geen docenten die gesprekken voeren."));
  CHECK(negated("gesprek", "Wij zien niet dat het gesprek helpt."));
  CHECK(negated("gesprek & ouder", "Het gesprek lukt, maar ouders komen niet."));
  CHECK_FALSE(negated("gesprek", "Het gesprek lukt, maar ouders komen niet."));
  CHECK_FALSE(negated("gesprek", "Het gesprek helpt omdat ouders niet komen."));
  CHECK_FALSE(negated("gesprek", "Ouders komen niet omdat het gesprek helpt."));
  CHECK_FALSE(negated("gesprek", "Er is geen budget en het gesprek is kort."));
  CHECK_FALSE(negated("gesprek", "Zij voeren een gesprek met ouders, niet met docenten."));
  CHECK_FALSE(negated("gesprek && ouder", "Het gesprek helpt. Ouders komen niet."));
}

namespace {

// The flags of the evidence "gesprek".
std::string flags_of(const std::string& text, const Sets& sets = {}) {
  const Page page = paragraph(text);
  Matcher matcher = matcher_of(source_of({"gesprek ^3"}, sets));
  Suggestions result;
  matcher.suggest(page.text, page.blocks, result);
  REQUIRE(result.suggestions.size() == 1);
  std::string names;
  for (const std::string_view name : names_of(result.suggestions[0].flags)) {
    names += (names.empty() ? "" : " ") + std::string(name);
  }
  return names;
}

}  // namespace

TEST_CASE("what is aimed at, wished for or fails is flagged in its clause and in the clause it governs") {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"De mentor voert een gesprek.", ""},
      {"Wij werken hard om een gesprek te voeren.", "goal"},
      {"Wij hebben een gesprek om hen te helpen.", ""},
      {"Het doel is een goed gesprek.", "goal"},
      {"Het doel is dat elke leerling een gesprek voert.", "goal"},
      {"De doelgroep voert een gesprek.", ""},
      {"Wij streven naar een gesprek per jaar.", "goal"},
      {"Zij oefenen zodat leerlingen een gesprek kunnen voeren.", "goal"},
      {"Zij oefenen zodat leerlingen een gesprek voeren.", ""},
      {"Wij willen een gesprek per leerling bereiken.", "goal"},
      {"Onze ambitie: elk jaar een gesprek.", "goal"},
      {"Wij zouden graag een gesprek voeren.", "wish"},
      {"Graag zouden wij een gesprek voeren.", "wish"},
      {"Wij hopen dat het gesprek helpt.", "wish"},
      {"De school overweegt een gesprek.", "wish"},
      {"Wij zijn van plan een gesprek te voeren.", "wish"},
      {"Volgend jaar willen wij een gesprek voeren.", "wish"},
      {"In de toekomst voeren wij een gesprek.", "wish"},
      {"Vorig jaar wilden wij een gesprek voeren.", ""},
      {"Wij voeren een gesprek en hopen op meer.", ""},
      {"Helaas is er een gesprek.", "problem"},
      {"Er is te weinig tijd om een gesprek te voeren.", "negation goal problem"},
      {"Het is lastig dat het gesprek kort is.", "problem"},
      {"Het gesprek is een knelpunt.", "problem"},
      {"Tijd voor een gesprek ontbreekt.", "negation problem"},
      {"Een gebrek aan tijd belemmert het gesprek.", "negation problem"},
      {"Het gesprek lukt niet.", "negation problem"},
      {"Het gesprek helpt, maar tijd is een knelpunt.", ""},
      {"Zou het doel van het gesprek lastig zijn?", "question goal problem"},
  };
  for (const auto& [text, flags] : rows) {
    INFO(text);
    CHECK(flags_of(text) == flags);
  }
}

TEST_CASE("sets named doel, wens and probleem replace the built-in lists") {
  const Sets own = {{"doel", {"mikken"}}, {"wens", {"(ooit eens)"}}, {"probleem", {"@zwaar"}}, {"zwaar", {"pittig"}}};
  CHECK(flags_of("Wij mikken op een gesprek.", own) == "goal");
  CHECK(flags_of("Ooit eens een gesprek.", own) == "wish");
  CHECK(flags_of("Een pittig gesprek.", own) == "problem");
  CHECK(flags_of("Helaas hopen wij op het doel van een gesprek.", own) == "");
  CHECK(flags_of("Geen gesprek.", own) == "negation");
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
