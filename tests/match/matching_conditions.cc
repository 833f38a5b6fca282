// Words that must, or must not, stand elsewhere in the sentence or paragraph.
#include "tests/match/rows.h"

namespace codeboom::match_test {

TEST_CASE("& asks for both in one sentence, in any order") {
  check_rows({
      {"ouder & avond", "De avond is voor ouders.", "[avond] [ouders]"},
      {"ouder & avond", "De ouders komen.", ""},
      {"ouder & avond", "De ouders komen. De avond valt.", ""},
      {"ouder & kort tekst & school", "Op school krijgen ouders een korte tekst.",
       "[school] [ouders] [korte tekst]"},
      {"ouder & kort tekst & school", "Op school krijgen ouders een korte, heldere tekst.", ""},
      {"ouder & ouder", "Een ouder komt.", "[ouder]"},
      {"(open dag)|proefles & ouder", "Met ouders naar de open dag.", "[ouders] [open dag]"},
      {"een ..2 twee & twee ..2 drie", "Een twee drie.", "[Een twee drie]"},
  });
}

TEST_CASE("&n asks for both with at most n words between, in any order") {
  check_rows({
      {"vragen &2 nodig", "Vragen a b nodig.", "[Vragen] [nodig]"},
      {"vragen &2 nodig", "Nodig a b vragen.", "[Nodig] [vragen]"},
      {"vragen &2 nodig", "Vragen a b c nodig.", ""},
      {"vragen &1 nodig", "Nodig, vragen.", "[Nodig] [vragen]"},
      {"vragen &2 nodig", "Nodig a, (b): vragen.", "[Nodig] [vragen]"},
      {"vragen &2 nodig", "Nodig a b c vragen, d e nodig.", "[vragen] [nodig]"},
      {"een &1 twee &1 drie", "Een a twee a drie.", "[Een] [twee] [drie]"},
      {"een &1 twee &1 drie", "Twee a een a drie.", ""},
      {"een &1 twee &1 drie", "Drie a twee a een.", "[Drie] [twee] [een]"},
      {"een &1 twee &1 drie", "Een twee, a b c twee drie.", ""},
      {"een &1 twee & drie", "Drie a b c d een twee.", "[Drie] [een] [twee]"},
      {"een ..2 twee &1 drie", "Een a twee b drie.", "[Een a twee] [drie]"},
      {"een ..2 twee &1 drie", "Drie a een b twee.", "[Drie] [een b twee]"},
      {"een ..2 twee &1 drie", "Een a twee b c drie.", ""},
  });
}

TEST_CASE("&& asks for both in one paragraph and belongs to the sentence of the first") {
  check_rows({
      {"ouder && avond", "De ouders komen. Het is een avond.", "[ouders] [avond]"},
      {"ouder && avond", "Het is een avond. De ouders komen.", "[avond] [ouders]"},
      {"ouder && avond", "De ouders komen op een avond.", "[ouders] [avond]"},
      {"ouder && avond", "De ouders komen. De dag begint.", ""},
      {"ouder & kind && avond", "Ouder en kind komen. Het is avond.", "[Ouder] [kind] [avond]"},
      {"ouder & kind && avond", "De ouder komt. Het kind komt. Het is avond.", ""},
      {"avond && ouder &1 kind", "Het is avond. Ouder en kind komen.", "[avond] [Ouder] [kind]"},
      {"avond && ouder &1 kind", "Het is avond. Ouder en ook nog kind.", ""},
      {"avond && ouder && kind", "Een kind. Een avond. Een ouder.", "[kind] [avond] [ouder]"},
      {"ouder && avond", "Een ouder. Een ouder. Een avond.", "[ouder] [avond] / [ouder] [avond]"},
      {"ouder && avond", "De avond eerst. De ouder. De avond later.", "[avond] [ouder]"},
      {"ouder && avond", "De avond. De dag. De ouder. Een avond.", "[ouder] [avond]"},
      {"ouder && avond !school", "De ouder. De avond op school.", "[ouder] [avond]"},
      {"ouder && avond !school", "De ouder op school. De avond.", ""},
  });
}

TEST_CASE("a paragraph rule does not look into another block") {
  Matcher matcher = matcher_of(source_of({"ouder && avond"}));
  CHECK(found_by(matcher, page_of({{BlockKind::paragraph, 0, "De ouders komen."},
                                   {BlockKind::paragraph, 0, "Het is een avond."}})) == "");
  CHECK(found_by(matcher,
                 page_of({{BlockKind::heading, 1, "Avond"}, {BlockKind::paragraph, 0, "De ouders."}})) == "");
  CHECK(found_by(matcher, page_of({{BlockKind::bullet, 1, "Ouders"},
                                   {BlockKind::bullet, 1, "Avond. Ouder!"},
                                   {BlockKind::bullet, 1, "Avond"}})) == "[Avond] [Ouder]");
}

TEST_CASE("! takes a match away when the word is anywhere in the sentence") {
  check_rows({
      {"rol !spelen", "De rol van ouders.", "[rol]"},
      {"rol !spelen", "De rol die zij op een lange dag met veel mensen spelen.", ""},
      {"rol !spelen", "Spelen hoort bij de rol.", ""},
      {"rol !spelen", "De rol. Spelen mag.", "[rol]"},
      {"rol !(rol spelen)", "Een rol spelen.", ""},
      {"rol !(rol spelen)", "Spelen is een rol.", "[rol]"},
      {"rol !(rol ..2 spelen)", "De rol die zij spelen.", ""},
      {"rol !spelen|doen", "De rol doen.", ""},
      {"rol !=Spelen", "De rol spelen.", "[rol]"},
      {"rol !spelen !doen", "De rol doen.", ""},
      {"ouder & rol !spelen", "De ouder speelt een rol.", ""},
      {"kort tekst !lang", "Een korte tekst, geen lange.", ""},
  });
}

TEST_CASE("!&n takes away the hits that are at most n words from it") {
  check_rows({
      {"rol !&2 spelen", "De rol a b spelen.", ""},
      {"rol !&2 spelen", "De rol a b c spelen.", "[rol]"},
      {"rol !&2 spelen", "Spelen a b rol.", ""},
      {"rol !&2 spelen", "Spelen a, b, c: rol.", "[rol]"},
      {"rol !&2 spelen", "De rol spelen, a b c d rol.", "[rol]"},
      {"rol ..2 taak !&1 spelen", "De rol en taak a spelen.", ""},
      {"rol ..2 taak !&1 spelen", "De rol spelen taak.", ""},
      {"rol ..2 taak !&1 spelen", "De rol en taak a b spelen.", "[rol en taak]"},
      {"ouder & rol !&1 spelen", "De ouder a b c d speelt een rol.", ""},
      {"ouder & rol !&1 spelen", "De ouder speelt a b c rol. Een ouder, een rol.", "[ouder] [rol]"},
      {"rol !&1 (goed spelen)", "De rol a goed spelen. De rol a spelen.", "[rol]"},
      {"rol !&1 spelen !&1 doen", "Rol spelen, a b rol doen, a b rol.", "[rol]"},
  });
}

}  // namespace codeboom::match_test
