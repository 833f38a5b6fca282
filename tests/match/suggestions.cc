// From matches to suggestions: scores, thresholds, order, evidence.
#include "tests/match/labels.h"

namespace codeboom::match_test {

TEST_CASE("the score is the strengths added up, and a label is given from its threshold on") {
  const std::vector<Label> labels = {{{"docent ^1", "mentor", "decaan ^3"}}};
  CHECK(suggested(labels, "De docent.") == "");
  CHECK(suggested(labels, "De mentor.") == "");
  CHECK(suggested(labels, "De decaan.") == "0:3 [decaan]#2");
  CHECK(suggested(labels, "De mentor en de docent.") == "0:3 [docent]#0 [mentor]#1");
  CHECK(suggested(labels, "De decaan, de mentor en de docent.") == "0:6 [docent]#0 [mentor]#1 [decaan]#2");
  CHECK(suggested(labels, "De docent. De mentor.") == "");
  CHECK(suggested({{{"docent ^1"}, 0.5F}}, "De docent.") == "0:1 [docent]#0");
  CHECK(suggested({{{"docent ^1"}, 0}}, "De docent.") == "0:1 [docent]#0");
  CHECK(suggested({{{"docent ^1"}, 0}}, "De mentor.") == "");
  CHECK(suggested({{{"docent ^3"}, 3.5F}}, "De docent.") == "");
}

TEST_CASE("a rule counts once per sentence, with every place as evidence") {
  CHECK(suggested({{{"docent"}, 2}}, "De docent, een docent en docenten.") ==
        "0:2 [docent]#0 [docent]#0 [docenten]#0");
  CHECK(suggested({{{"docent"}}}, "De docent, een docent en docenten.") == "");
  CHECK(suggested({{{"docent"}, 2}}, "De docent. De docenten.") == "0:2 [docent]#0 / 0:2 [docenten]#0");
  CHECK(suggested({{{"docent & ouder"}, 2}}, "Ouders en de docent.") == "0:2 [Ouders]#0 [docent]#0");
}

TEST_CASE("suggestions stand by sentence, then the best first, then by label") {
  const std::vector<Label> labels = {{{"een ^1"}, 1}, {{"twee ^3"}, 1}, {{"drie ^3"}, 1}, {{"vier ^2"}, 1}};
  CHECK(suggested(labels, "Een twee drie vier. Vier drie.") ==
        "1:3 [twee]#1 / 2:3 [drie]#2 / 3:2 [vier]#3 / 0:1 [Een]#0 / 2:3 [drie]#2 / 3:2 [Vier]#3");
}

TEST_CASE("a suggestion covers its sentence and nothing is left of the document before") {
  Matcher matcher = matcher_of(source_of_labels({{{"docent ^3"}}}));
  Suggestions result;
  const Page first = paragraph("Eerst dit. “De docent helpt.” En dan?");
  matcher.suggest(first.text, first.blocks, result);
  REQUIRE(result.suggestions.size() == 1);
  const Tokens tokens = tokenise(first.text, first.blocks);
  bool is_a_sentence = false;
  for (const Sentence& sentence : tokens.sentences) {
    if (sentence.span == result.suggestions[0].span) is_a_sentence = true;
  }
  CHECK(is_a_sentence);
  CHECK(std::string(first.text[result.suggestions[0].span]).find("De docent helpt.") != std::string::npos);
  const Page second = paragraph("Niets.");
  matcher.suggest(second.text, second.blocks, result);
  CHECK(result == Suggestions{});
  const Page empty = page_of({});
  matcher.suggest(empty.text, empty.blocks, result);
  CHECK(result == Suggestions{});
}

TEST_CASE("a required word stands in the sentence, the sentence before or the heading above") {
  const std::vector<Label> labels = {{{"gesprek ^3"}, 3, -1, "docent|(open dag)"}};
  const auto given = [&](std::vector<Piece> pieces) { return suggested(labels, page_of(pieces)) != ""; };
  const auto text = [](const char* words) { return Piece{BlockKind::paragraph, 0, words}; };
  const auto heading = [](int level, const char* words) { return Piece{BlockKind::heading, level, words}; };
  CHECK(given({text("De docent voert een gesprek.")}));
  CHECK(given({text("De open dag met een gesprek.")}));
  CHECK_FALSE(given({text("Een open gesprek op een dag.")}));
  CHECK_FALSE(given({text("Een gesprek.")}));
  CHECK(given({text("De docent komt. Een gesprek volgt.")}));
  CHECK(given({text("De docent komt."), text("Een gesprek volgt.")}));
  CHECK_FALSE(given({text("De docent komt. Dan dit. Een gesprek volgt.")}));
  CHECK_FALSE(given({text("Een gesprek volgt. De docent komt.")}));
  CHECK(given({heading(1, "De docent"), text("Eerst dit. Dan dat. Een gesprek volgt.")}));
  CHECK(given({heading(1, "De docent"), text("Eerst dit."), text("Dan dat. Een gesprek volgt.")}));
  CHECK_FALSE(
      given({heading(1, "De docent"), text("Eerst."), heading(1, "De klas"), text("Dan dit. Een gesprek.")}));
  CHECK_FALSE(
      given({heading(1, "De docent"), text("Eerst."), heading(2, "De klas"), text("Dan dit. Een gesprek.")}));
  CHECK_FALSE(given({text("Een gesprek."), heading(1, "De docent")}));
  CHECK(given({heading(1, "Gesprek met de docent")}));
}

TEST_CASE("a required word may stand in the question that is answered, or in the line that announces the list") {
  const std::vector<Label> labels = {{{"gesprek ^3"}, 3, -1, "docent|(open dag)"}};
  const auto given = [&](std::vector<Piece> pieces) { return suggested(labels, page_of(pieces)) != ""; };
  const auto question = [](const char* words) { return Piece{BlockKind::question, 0, words}; };
  const auto answer = [](const char* words) { return Piece{BlockKind::answer, 0, words}; };
  const auto bullet = [](const char* words) { return Piece{BlockKind::bullet, 1, words}; };
  const auto text = [](const char* words) { return Piece{BlockKind::paragraph, 0, words}; };
  const auto heading = [](const char* words) { return Piece{BlockKind::heading, 1, words}; };
  CHECK(given({question("Wat doet de docent?"), answer("Eerst dit. Dan dat. Een gesprek volgt.")}));
  CHECK(given({question("Wat doet de docent? En hoe vaak?"), answer("Eerst dit. Dan dat. Een gesprek.")}));
  CHECK(given({question("Wat doet de docent?"), answer("Eerst dit."), answer("Dan dat. Een gesprek.")}));
  CHECK(given({question("Wat doet de docent?"), answer("Dit."), bullet("Dat"), bullet("Een gesprek")}));
  CHECK(given({question("Wat doet de docent?"), bullet("Dit"), bullet("Dat"), bullet("Een gesprek")}));
  CHECK_FALSE(given({question("Wat gebeurt er?"), answer("De docent. Dan dat. Een gesprek.")}));
  CHECK_FALSE(given({question("Wat doet de docent?"), answer("Dit."), text("Dan dat. Een gesprek.")}));
  CHECK_FALSE(given({question("Wat doet de docent?"), heading("Later"), answer("Dan dat. Een gesprek.")}));
  CHECK_FALSE(given({question("Wat doet de docent?"), answer("Dit."), question("En dan? Zo?"), answer("Dat. Een gesprek.")}));
  CHECK(given({text("De docent doet dit:"), bullet("Dit"), bullet("Dat"), bullet("Een gesprek")}));
  CHECK(given({text("Eerst. De docent doet dit:"), bullet("Dit"), bullet("Dat"), bullet("Een gesprek")}));
  CHECK_FALSE(given({text("De docent doet dit."), bullet("Dit"), bullet("Dat"), bullet("Een gesprek")}));
  CHECK_FALSE(given({text("De docent doet dit. Zo:"), bullet("Dit"), bullet("Dat"), bullet("Een gesprek")}));
  CHECK_FALSE(given({text("De docent doet dit:"), bullet("Dit"), bullet("Dat"), text("Verder. Een gesprek.")}));
  CHECK(given({heading("De docent"), bullet("Dit"), bullet("Dat"), bullet("Een gesprek")}));
  CHECK(given({heading("De docent"), text("Zo gaat het:"), bullet("Dit"), bullet("Een gesprek")}));
  CHECK_FALSE(given({heading("De docent"), bullet("Dit"), heading("De klas"), bullet("Dat"), bullet("Een gesprek")}));
}

TEST_CASE("a suppressing word in the sentence takes the label away") {
  const std::vector<Label> labels = {{{"gesprek ^3"}, 3, -1, "", "toets|(open dag)"}, {{"gesprek ^3"}}};
  CHECK(suggested(labels, "Een gesprek.") == "0:3 [gesprek]#0 / 1:3 [gesprek]#1");
  CHECK(suggested(labels, "Een gesprek over de toetsen.") == "1:3 [gesprek]#1");
  CHECK(suggested(labels, "Een gesprek op de open dag.") == "1:3 [gesprek]#1");
  CHECK(suggested(labels, "Een open gesprek op een dag.") == "0:3 [gesprek]#0 / 1:3 [gesprek]#1");
  CHECK(suggested(labels, "Een toets. Een gesprek.") == "0:3 [gesprek]#0 / 1:3 [gesprek]#1");
}

}  // namespace codeboom::match_test
