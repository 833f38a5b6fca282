// Rules that look at clauses, and at who does it.
#include "tests/match/rows.h"

namespace codeboom::match_test {

TEST_CASE("&, asks for both in one clause, in any order") {
  check_rows({
      {"docent &, helpen", "De docent helpt ouders.", "[docent] [helpt]"},
      {"docent &, helpen", "Zo helpt de docent ouders.", "[helpt] [docent]"},
      {"docent &, helpen", "De docent praat, ouders helpen.", ""},
      {"docent &, helpen", "De docent praat omdat ouders helpen.", ""},
      {"docent &, helpen", "De docent praat en ouders helpen.", ""},
      {"docent & helpen", "De docent praat omdat ouders helpen.", "[docent] [helpen]"},
      {"docent &, helpen", "Docenten, mentoren en decanen helpen.", "[Docenten] [helpen]"},
      {"docent &, helpen", "De docent praat, docenten helpen.", "[docenten] [helpen]"},
      {"docent &, helpen &, ouder", "De docent helpt ouders.", "[docent] [helpt] [ouders]"},
      {"docent &, helpen &, ouder", "De docent helpt omdat ouders praten.", ""},
      {"docent &, helpen & ouder", "De docent helpt omdat ouders praten.", "[docent] [helpt] [ouders]"},
      {"docent &, helpen && ouder", "De docent helpt. Ouders praten.", "[docent] [helpt] [Ouders]"},
      {"docent &, helpen", "De docent praat. Ouders helpen.", ""},
  });
}

TEST_CASE("!, takes away what stands in one clause with it") {
  check_rows({
      {"helpen !, ouder", "De docent helpt ouders.", ""},
      {"helpen !, ouder", "De docent helpt als ouders praten.", "[helpt]"},
      {"helpen !, ouder", "De docent helpt, maar ouders helpen vaak.", "[helpt]"},
      {"helpen !ouder", "De docent helpt als ouders praten.", ""},
      {"helpen !, ouder !, vaak", "De docent helpt als ouders praten omdat het vaak werkt.", "[helpt]"},
      {"docent & helpen !, ouder", "De docent praat omdat ouders helpen.", ""},
  });
}

TEST_CASE("a doer is governed by no preposition but door") {
  check_rows({
      {">docent", "Docenten helpen leerlingen.", "[Docenten]"},
      {">docent", "Zo helpen docenten leerlingen.", "[docenten]"},
      {">docent", "De leerling krijgt hulp van docenten.", ""},
      {">docent", "De school geeft hulp aan docenten.", ""},
      {">docent", "Hulp voor alle nieuwe docenten.", ""},
      {">docent", "Hulp voor de drie nieuwe docenten.", ""},
      {">docent", "Het gesprek met zijn eigen docent.", ""},
      {">docent", "Het gesprek wordt door de docent gevoerd.", "[docent]"},
      {">docent", "Overleg met ouders en docenten.", ""},
      {">docent", "Leerlingen praten met ouders en docenten luisteren.", "[docenten]"},
      {">docent", "In deze les (docenten helpen) leren zij.", "[docenten]"},
      {">docent", "Waar het om gaat, docenten helpen.", "[docenten]"},
      {">docent", "Leerlingen helpen docenten met ouders.", "[docenten]"},
      {">docent helpen", "Met docenten helpen. Docenten helpen.", "[Docenten helpen]"},
      {"les &, >docent", "In de les helpen docenten.", "[les] [docenten]"},
      {">(docent en ouder)", "Met docenten en ouders. Docenten en ouders praten.", "[Docenten en ouders]"},
      {"(>docent ..2 helpen)|x", "Met docenten zo helpen. Docenten zo helpen.", "[Docenten zo helpen]"},
      {"praten !>docent", "Zij praten met docenten. Docenten praten.", "[praten]"},
      {"docent|>ouder", "Hulp van ouders en docenten.", "[docenten]"},
  });
}

TEST_CASE("a set may hold doers and be the doer") {
  const Sets sets = {{"mens", {"docent", "(oud leerling)"}}, {"doener", {">@mens", "ouder"}}};
  check_rows(
      {
          {">@mens", "Docenten helpen. Hulp van docenten. De oude leerling helpt.",
           "[Docenten] / [oude leerling]"},
          {">@mens", "Hulp van de oude leerling.", ""},
          {"@doener", "Hulp van docenten en ouders.", "[ouders]"},
          {">@doener", "Hulp van docenten en ouders.", ""},
          {"@mens", "Hulp van docenten.", "[docenten]"},
      },
      sets);
}

}  // namespace codeboom::match_test
