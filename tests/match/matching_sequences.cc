// Adjacency, gaps, alternatives and phrases, and which of several matches counts.
#include "tests/match/rows.h"

namespace codeboom::match_test {

TEST_CASE("without a gap words are adjacent and in order") {
  check_rows({
      {"kort tekst", "Een korte tekst helpt.", "[korte tekst]"},
      {"kort tekst", "Een tekst kort houden.", ""},
      {"kort tekst", "Een korte, heldere tekst.", ""},
      {"op maat", "Begeleiding op maat.", "[op maat]"},
      {"stap voor stap", "Wij gaan stap voor stap voor stap.", "[stap voor stap voor stap]"},
      {"docent|mentor begeleiden", "De mentor begeleidt, de docent begeleidt.",
       "[mentor begeleidt] [docent begeleidt]"},
      {"docent|mentor begeleiden", "De decaan begeleidt.", ""},
      {"een =op een", "Een op een.", "[Een op een]"},
  });
}

TEST_CASE("adjacency stops at a comma, colon, bracket or dash, not at quotation marks") {
  check_rows({
      {"kort tekst", "Houd het kort, tekst is lang.", ""},
      {"kort tekst", "Houd het kort: tekst is lang.", ""},
      {"kort tekst", "Houd het kort; tekst is lang.", ""},
      {"kort tekst", "Houd het kort (tekst is lang).", ""},
      {"kort tekst", "Houd het (kort) tekst is lang.", ""},
      {"kort tekst", "Houd het kort – tekst is lang.", ""},
      {"kort tekst", "Houd het kort - tekst is lang.", ""},
      {"kort tekst", "Houd het kort [tekst].", ""},
      {"kort tekst", "Een “korte tekst” helpt.", "[korte tekst]"},
      {"kort tekst", "Een “korte” tekst helpt.", "[korte” tekst]"},
      {"kort tekst", "Een korte \"tekst\" helpt.", "[korte \"tekst]"},
      {"kort tekst", "Een 'korte' tekst helpt.", "[korte' tekst]"},
      {"kort tekst", "Een „korte” ‘tekst’ helpt.", "[korte” ‘tekst]"},
      {"kort tekst", "Een “korte”, tekst helpt.", ""},
      {"kort tekst", "Een (korte tekst) helpt.", "[korte tekst]"},
  });
}

TEST_CASE("a gap counts words at most and crosses punctuation") {
  check_rows({
      {"zelf ..3 kiezen", "Leerlingen zelf kiezen.", "[zelf kiezen]"},
      {"zelf ..3 kiezen", "Zij mogen zelf een richting kiezen.", "[zelf een richting kiezen]"},
      {"zelf ..3 kiezen", "Zij mogen zelf op dat moment kiezen.", "[zelf op dat moment kiezen]"},
      {"zelf ..3 kiezen", "Zij mogen zelf op dat ene moment kiezen.", ""},
      {"zelf ..3 kiezen", "Zelf, op (dat) “moment”: kiezen.", "[Zelf, op (dat) “moment”: kiezen]"},
      {"zelf ..3 kiezen", "Kiezen doe je zelf.", ""},
      {"zelf ..1 kiezen", "Zelf, bewust kiezen.", "[Zelf, bewust kiezen]"},
      {"zelf ..1 kiezen", "Zelf heel bewust kiezen.", ""},
      {"een ..2 twee ..2 drie", "Een a b twee c d drie.", "[Een a b twee c d drie]"},
      {"een ..2 twee ..2 drie", "Een a b twee c d e drie.", ""},
      {"een ..2 twee drie", "Een twee twee drie.", "[Een twee twee drie]"},
      {"een ..1 twee", "Een / twee.", "[Een / twee]"},
  });
}

TEST_CASE("a match never crosses a sentence") {
  check_rows({
      {"zelf kiezen", "Doe het zelf. Kiezen mag.", ""},
      {"zelf ..5 kiezen", "Doe het zelf. Kiezen mag.", ""},
      {"zelf & kiezen", "Doe het zelf. Kiezen mag.", ""},
      {"zelf", "Doe het zelf. Kies zelf!", "[zelf] / [zelf]"},
  });
}

TEST_CASE("a phrase in brackets is one alternative") {
  check_rows({
      {"(open dag)|proefles", "Een open dag en een proefles.", "[open dag] [proefles]"},
      {"bezoeken ..2 (open dag)|proefles", "Bezoek samen een open dag.", "[Bezoek samen een open dag]"},
      {"(open dag)|proefles bezoeken", "Een open dag bezoeken, een dag bezoeken.", "[open dag bezoeken]"},
      {"(open dag)|open dag|bezoeken", "Een open dag bezoeken.", "[open dag bezoeken]"},
      {"(rol ..2 spelen)|taak", "De rol die zij spelen is een taak.", "[rol die zij spelen] [taak]"},
      {"(a|b c)|d e", "A c e, b c e, d e en a e erbij.", "[A c e] [b c e] [d e]"},
      {"(a ..3 b) c", "A b c b erbij.", "[A b c]"},
      {"(a ..3 b) c", "A b x b c erbij.", "[A b x b c]"},
      {"x (a|(b)c)", "X a erbij.", "[X a]"},
      {"(rol spelen)", "De rol, spelen.", ""},
  });
}

TEST_CASE("the leftmost match counts, then the longest, and overlapping ones are one") {
  check_rows({
      {"een ..3 twee", "Een twee twee.", "[Een twee twee]"},
      {"een ..3 twee", "Een een twee.", "[Een een twee]"},
      {"een ..3 twee", "Een twee een twee.", "[Een twee een twee]"},
      {"een ..1 twee", "Een twee een twee.", "[Een twee] [een twee]"},
      {"een ..3 twee", "Een a een twee b twee.", "[Een a een twee b twee]"},
      {"docent docent", "Docent docent docent docent.", "[Docent docent docent docent]"},
      {"docent", "Docent docent.", "[Docent] [docent]"},
      {"(een twee)|(een twee drie)", "Een twee drie.", "[Een twee drie]"},
      {"twee|(een twee)", "Een twee.", "[Een twee]"},
  });
}

}  // namespace codeboom::match_test
