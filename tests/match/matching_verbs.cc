// A separable infinitive in a rule, and the forms in which the verb and its particle stand apart.
#include "tests/match/rows.h"

namespace codeboom::match_test {

TEST_CASE("a separable verb is found joined, with te, apart and the other way round") {
  check_rows({
      {"samenwerken", "Zij willen samenwerken.", "[samenwerken]"},
      {"samenwerken", "Zij hebben samengewerkt.", "[samengewerkt]"},
      {"samenwerken", "Dat zij samenwerkten.", "[samenwerkten]"},
      {"samenwerken", "Door samen te werken leren zij.", "[samen te werken]"},
      {"samenwerken", "Zij gaan samen werken.", "[samen werken]"},
      {"samenwerken", "Docenten werken goed samen.", "[werken goed samen]"},
      {"samenwerken", "De school werkt met bedrijven in de regio samen.",
       "[werkt met bedrijven in de regio samen]"},
      {"samenwerken", "De school werkte samen.", "[werkte samen]"},
      {"samenwerken", "Zij komen samen en werken.", ""},
      {"samenwerken", "Zij werken hard.", ""},
      {"samenwerken", "Samen gaan wij werken.", ""},
      {"samenwerken", "Door samen te gaan werken.", ""},
  });
}

TEST_CASE("the verb and its particle stand in one clause") {
  check_rows({
      {"samenwerken", "Zij werken met docenten, mentoren en decanen samen.",
       "[werken met docenten, mentoren en decanen samen]"},
      {"samenwerken", "Zij werken omdat zij samen zijn.", ""},
      {"samenwerken", "Zij werken en gaan samen.", ""},
      {"samenwerken", "Zij werken als docent samen.", "[werken als docent samen]"},
      {"aanbieden", "Zij bieden hulp en nemen werk aan.", ""},
      {"samenwerken", "Zij werken, wij gaan samen.", ""},
      {"samenwerken", "Zij werken (soms) samen.", ""},
      {"samenwerken", "Zij werken “soms” samen.", "[werken “soms” samen]"},
      {"samenwerken", "Samen, te werken.", ""},
      {"samenwerken", "Samen te (werken).", ""},
      {"samenwerken", "Wij zijn samen, werken kan later.", ""},
      {"samenwerken", "Zij werken. Samen gaat het.", ""},
  });
}

TEST_CASE("the particle is at most the twelfth word after its verb") {
  check_rows({
      {"samenwerken", "Zij werken a b c d e f g h i j k samen.", "[werken a b c d e f g h i j k samen]"},
      {"samenwerken", "Zij werken a b c d e f g h i j k l samen.", ""},
  });
}

TEST_CASE("a particle that is a preposition too counts only where the clause ends") {
  check_rows({
      {"aanbieden", "De school biedt stages aan.", "[biedt stages aan]"},
      {"aanbieden", "De school biedt stages aan, ook in het mbo.", "[biedt stages aan]"},
      {"aanbieden", "De school biedt stages aan (in de regio).", "[biedt stages aan]"},
      {"aanbieden", "De school biedt stages aan omdat het helpt.", "[biedt stages aan]"},
      {"aanbieden", "De school biedt stages aan en zoekt bedrijven.", "[biedt stages aan]"},
      {"aanbieden", "De school biedt hulp aan leerlingen.", ""},
      {"aanbieden", "De school biedt aan leerlingen stages aan.", "[biedt aan leerlingen stages aan]"},
      {"aanbieden", "Door stages aan te bieden.", "[aan te bieden]"},
      {"aanbieden", "Stages worden aangeboden.", "[aangeboden]"},
      {"opletten", "De leerling let goed op.", "[let goed op]"},
      {"opletten", "De leerling let op de tijd.", ""},
      {"meedenken", "Leerlingen denken mee over het programma.", "[denken mee]"},
  });
}

TEST_CASE("a separable verb works in sequences, sets, phrases and exclusions alike") {
  check_rows(
      {
          {"samenwerken met ..2 bedrijf", "Wij werken samen met veel bedrijven.",
           "[werken samen met veel bedrijven]"},
          {"samenwerken met", "Wij werken met ouders samen.", ""},
          {"school ..1 samenwerken", "De school werkt samen.", "[school werkt samen]"},
          {"@doen & school", "De school werkt samen.", "[school] [werkt samen]"},
          {"(graag samenwerken)|x", "Om graag samen te werken.", "[graag samen te werken]"},
          {"school !samenwerken", "De school werkt samen.", ""},
          {"school !samenwerken", "De school werkt hard.", "[school]"},
          {"=samenwerken", "De school werkt samen.", ""},
          {"samenwerk*", "De school werkt samen.", ""},
      },
      {{"doen", {"samenwerken", "meedenken"}}});
}

}  // namespace codeboom::match_test
