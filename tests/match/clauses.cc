// Which words stand in one clause, and what governs them.
#include "engine/match/clauses.h"

#include <string>
#include <vector>

#include "tests/match/fixture.h"

namespace codeboom::match_test {
namespace {

struct Divided {
  std::vector<std::string> words;
  std::vector<WordTraits> traits;
  std::vector<Mark> marks;
  std::vector<std::uint32_t> clauses;
};

Divided divided(const std::string& text) {
  const Page page = paragraph(text);
  const Tokens tokens = tokenise(page.text, page.blocks);
  REQUIRE(tokens.sentences.size() == 1);
  Divided result;
  for (const Token& token : tokens.tokens) {
    const std::string_view written = page.text[token.span];
    if (token.kind != TokenKind::punctuation) {
      result.words.emplace_back(written);
      result.traits.push_back(traits_of(written));
      result.marks.push_back(Mark::none);
    } else if (!result.marks.empty()) {
      result.marks.back() = std::max(result.marks.back(), mark_of(written));
    }
  }
  add_clauses(result.traits, result.marks, result.clauses);
  return result;
}

// The words, with | between clauses.
std::string in_clauses(const std::string& text) {
  const Divided sentence = divided(text);
  std::string shown;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    if (i > 0) shown += sentence.clauses[i] == sentence.clauses[i - 1] ? " " : " | ";
    shown += sentence.words[i];
  }
  return shown;
}

}  // namespace

TEST_CASE("a sentence is divided into clauses") {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"De mentor voert een gesprek.", "De mentor voert een gesprek"},
      // Marks
      {"De mentor helpt: ouders komen langs.", "De mentor helpt | ouders komen langs"},
      {"De mentor (een docent) helpt.", "De mentor | een docent | helpt"},
      {"Leerlingen praten – vaak kort.", "Leerlingen praten | vaak kort"},
      {"Leerlingen kiezen; ouders helpen.", "Leerlingen kiezen | ouders helpen"},
      {"De mentor zegt “goed” tegen ouders.", "De mentor zegt goed tegen ouders"},
      // Subordinate clauses
      {"Wij hopen dat leerlingen kiezen.", "Wij hopen | dat leerlingen kiezen"},
      {"Er is geen budget om gesprekken te voeren.", "Er is geen budget | om gesprekken te voeren"},
      {"Het gaat om leerlingen.", "Het gaat om leerlingen"},
      {"De les begint om tien uur.", "De les begint om tien uur"},
      {"De mentor die gesprekken voert, helpt ouders.", "De mentor | die gesprekken voert | helpt ouders"},
      {"Als docenten gesprekken voeren, leren leerlingen kiezen.",
       "Als docenten gesprekken voeren | leren leerlingen kiezen"},
      {"Zij weten dat die docent helpt.", "Zij weten | dat die docent helpt"},
      {"In die les praten zij.", "In die les praten zij"},
      {"Zij werken als docent.", "Zij werken als docent"},
      {"Het lukt niet omdat ouders ontbreken.", "Het lukt niet | omdat ouders ontbreken"},
      {"Om leerlingen te helpen, voeren docenten gesprekken.",
       "Om leerlingen te helpen | voeren docenten gesprekken"},
      // en, of, maar, want, dus
      {"Docenten en mentoren voeren gesprekken.", "Docenten en mentoren voeren gesprekken"},
      {"Docenten voeren gesprekken met ouders en leerlingen.",
       "Docenten voeren gesprekken met ouders en leerlingen"},
      {"Docenten voeren gesprekken en mentoren helpen.", "Docenten voeren gesprekken | en mentoren helpen"},
      {"De school biedt stages aan en zoekt bedrijven.", "De school biedt stages aan | en zoekt bedrijven"},
      {"Leerlingen kunnen kiezen en oefenen.", "Leerlingen kunnen kiezen en oefenen"},
      {"Leerlingen leren kiezen en oefenen.", "Leerlingen leren kiezen en oefenen"},
      {"Leerlingen moeten kiezen of stoppen.", "Leerlingen moeten kiezen of stoppen"},
      {"Het werkt, maar het kost tijd.", "Het werkt | maar het kost tijd"},
      {"De school heeft maar twee mentoren.", "De school heeft maar twee mentoren"},
      {"De school heeft geen geld, dus ouders betalen.", "De school heeft geen geld | dus ouders betalen"},
      {"Docenten helpen en vragen hun ouders.", "Docenten helpen | en vragen hun ouders"},
      {"Docenten helpen met plannen en vragen.", "Docenten helpen met plannen en vragen"},
      // Commas
      {"Docenten, mentoren en decanen helpen niet.", "Docenten, mentoren en decanen helpen niet"},
      {"In de les, een keer per week, praten leerlingen.", "In de les een keer per week praten leerlingen"},
      {"Zij werken, wij gaan samen.", "Zij werken | wij gaan samen"},
      {"De school werkt met bedrijven, niet met ouders.", "De school werkt met bedrijven | niet met ouders"},
      {"De school werkt met bedrijven maar niet met ouders.",
       "De school werkt met bedrijven | maar niet met ouders"},
      {"Er zijn geen lessen, gesprekken of stages.", "Er zijn geen lessen gesprekken of stages"},
      // zijn: the verb, or whose
      {"De leerling praat met zijn mentor en zijn ouders.",
       "De leerling praat met zijn mentor en zijn ouders"},
      {"De gesprekken zijn goed en de lessen zijn leuk.", "De gesprekken zijn goed | en de lessen zijn leuk"},
  };
  for (const auto& [text, clauses] : rows) {
    std::string expected(clauses);
    std::erase(expected, ',');
    CHECK(in_clauses(text) == expected);
  }
}

TEST_CASE("a clause that begins with om, dat, die or waarin belongs to the clause before it") {
  const auto governed = [](const char* clause) { return is_governed(divided(clause).traits); };
  for (const char* clause : {"om te helpen", "dat het lukt", "die helpt", "waarin zij praten",
                             "met wie je praat", "en dat het lukt"}) {
    INFO(clause);
    CHECK(governed(clause));
  }
  for (const char* clause :
       {"maar het lukt", "omdat het lukt", "terwijl zij praten", "de mentor helpt", "en helpt"}) {
    INFO(clause);
    CHECK_FALSE(governed(clause));
  }
  CHECK_FALSE(is_governed({}));
}

TEST_CASE("numbers of clauses go on over sentences, and a sentence of any length takes linear time") {
  std::vector<std::uint32_t> clauses;
  const std::vector<WordTraits> words(2, WordTraits{0});
  const std::vector<Mark> marks(2, Mark::none);
  add_clauses(words, marks, clauses);
  add_clauses(words, marks, clauses);
  CHECK(clauses == std::vector<std::uint32_t>{0, 0, 1, 1});
  add_clauses({}, {}, clauses);
  CHECK(clauses.size() == 4);
  std::vector<std::uint32_t> many;
  const std::vector<WordTraits> ands(200'000, traits_of("en"));
  add_clauses(ands, std::vector<Mark>(ands.size(), Mark::none), many);
  CHECK(many.size() == ands.size());
}

}  // namespace codeboom::match_test
