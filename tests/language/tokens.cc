#include "engine/language/tokens.h"

#include <array>

#include "tests/catch.h"
#include "tests/language/table.h"
#include "tests/language/token_checks.h"

namespace codeboom::tests {
namespace {

std::string unescaped(std::string text) {
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (std::size_t at; (at = text.find(from)) != std::string::npos;) text.replace(at, from.size(), to);
  };
  replace("\\n", "\n");
  replace("\\u00ad", "\u00AD");
  return text;
}

TokenKind kind_of(const std::string& utf8) {
  return tokenised_as(utf8, BlockKind::paragraph).tokens.tokens.at(0).kind;
}

std::string shown_line(const std::string& utf8) { return shown(tokenised_as(utf8, BlockKind::paragraph)); }

}  // namespace

TEST_CASE("every case of the tokenisation table gives its tokens and sentences") {
  for (const auto& row : rows_of("tokenisation_cases.tsv")) {
    CAPTURE(row[0]);
    const Tokenised result = tokenised(unescaped(row[1]));
    CHECK(shown(result) == unescaped(row[3]));
    CHECK(std::to_string(result.tokens.sentences.size()) == row[2]);
    check_invariants(result);
  }
}

TEST_CASE("words keep what belongs to them and drop what does not") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Docent(en) en ouder(s) kiezen.", "Docent(en) | en | ouder(s) | kiezen | ."},
      {"De loopbaanbegeleiding(LOB) telt.", "De | loopbaanbegeleiding | ( | LOB | ) | telt | ."},
      {"Zie (zie bijlage) daar.", "Zie | ( | zie | bijlage | ) | daar | ."},
      {"[D]e leerling koos.", "[D]e | leerling | koos | ."},
      {"Meens (2018)schreef dit.", "Meens | ( | 2018 | ) | schreef | dit | ."},
      {"Hans' boek en 't werk", "Hans' | boek | en | 't | werk"},
      {"'De boeken van Hans' zei hij", "' | De | boeken | van | Hans | ' | zei | hij"},
      {"in 's-Hertogenbosch in de jaren '90", "in | 's-Hertogenbosch | in | de | jaren | '90"},
      {"De mbo’ers kiezen.", "De | mbo’ers | kiezen | ."},
      {"R&D en de 10- en 12-jarigen", "R&D | en | de | 10- | en | 12-jarigen"},
      {"Een keuze - of niet - en -- nog iets", "Een | keuze | - | of | niet | - | en | -- | nog | iets"},
      {"de doen.De volgende", "de | doen | . | // | De | volgende"},
      {"Eindelijk?! Ja!!", "Eindelijk | ?! | // | Ja | !!"},
  };
  for (const auto& [text, expected] : cases) CHECK(shown_line(text) == expected);
}

TEST_CASE("numbers, sites, addresses and references are single tokens of their kind") {
  const std::vector<std::pair<std::string, TokenKind>> cases = {
      {"1.500,50", TokenKind::number},     {"12/05/2024", TokenKind::number},
      {"2019–2024", TokenKind::number},    {"60%", TokenKind::number},
      {"2e", TokenKind::number},           {"€", TokenKind::symbol},
      {"16-jarige", TokenKind::word},      {"1-op-1", TokenKind::word},
      {"ID# 1351", TokenKind::reference},  {"https://lob.nl/a?b=c(d)", TokenKind::url},
      {"kiesmbo.nl/test", TokenKind::url}, {"jan.de-vries+lob@school-x.nl", TokenKind::email},
      {"…", TokenKind::punctuation},       {"👩‍🏫", TokenKind::symbol},
      {"🇳🇱", TokenKind::symbol},           {"m.b.t.", TokenKind::word},
  };
  for (const auto& [text, kind] : cases) {
    CAPTURE(text);
    CHECK(shown_line(text) == text);
    CHECK(kind_of(text) == kind);
  }
  CHECK(shown_line("Zie (www.lob.nl/a).") == "Zie | ( | www.lob.nl/a | ) | .");
  CHECK(shown_line("2023/2024") == "2023 | / | 2024");
  CHECK(name_of(TokenKind::reference) == "reference");
}

TEST_CASE("a full stop ends a sentence only where one begins after it") {
  const std::vector<std::pair<std::string, std::size_t>> cases = {
      {"Dat was in 2018. Daarna niet.", 2},       {"Volgens prof. dr. J. A. de Boer bijv. Kahoot.", 1},
      {"Hij koos plan B. De school ook.", 2},     {"Dat wist hij al. De school ook.", 2},
      {"Zie art. 3 en blz. 12 t/m 14.", 1},       {"Hij ging op 3 dec. naar huis.", 1},
      {"Denk aan stages e.d. en gastlessen.", 1}, {"‘Wat wil je?’ vroeg zij.", 1},
      {"Klaar. ’s Middags volgt les.", 2},        {"Hij zei: “Ik kies.” Daarna ging hij.", 2},
      {"Klaar. (De rest volgt.) Goed.", 3},       {"En toen... Niets.", 2},
      {"Zo staat het er.1 Dat klopt.", 2},        {"1. Lezen is leuk.", 1},
  };
  for (const auto& [text, sentences] : cases) {
    CAPTURE(text);
    CHECK(tokenised_as(text, BlockKind::paragraph).tokens.sentences.size() == sentences);
  }
}

TEST_CASE("the cells of a table row are sentences of their own") {
  CHECK(shown(tokenised_as("Rol ouders\tRol werkveld", BlockKind::table_row)) ==
        "Rol | ouders | // | Rol | werkveld");
  CHECK(tokenised_as("a | b", BlockKind::table_row).tokens.sentences.size() == 2);
}

TEST_CASE("what a coordination leaves out is completed") {
  const std::vector<std::array<std::string, 3>> cases = {
      {"Voor vmbo-, havo- en vwo-scholen.", "vmbo-", "vmbo-scholen"},
      {"Voor vmbo-, havo- en vwo-scholen.", "havo-", "havo-scholen"},
      {"Bij loopbaanoriëntatie en -begeleiding.", "-begeleiding", "loopbaanbegeleiding"},
      {"Bij loopbaanontwikkeling, -oriëntatie en -(studie)begeleiding.", "-(studie)begeleiding",
       "loopbaan(studie)begeleiding"},
      {"Over beroeps- en studiekeuzes.", "beroeps-", "beroepskeuzes"},
      {"De voor- en nadelen.", "voor-", "voordelen"},
      {"De in- en uitstroom.", "in-", "instroom"},
      {"Het basis- en voortgezet onderwijs.", "basis-", "basisonderwijs"},
      {"Over LOB-beleid en -visie.", "-visie", "LOB-visie"},
      {"Voor vmbo- en havo-leerlingen.", "vmbo-", "vmbo-leerlingen"},
      {"Voor mbo-, hbo- en wo-studenten.", "mbo-", "mbo-studenten"},
      {"De mentor- of decaanuren.", "mentor-", "mentoruren"},
      {"Hun leer- en werkervaringen.", "leer-", "leerervaringen"},
      {"Het voor- en nabespreken.", "voor-", "voorbespreken"},
      {"Stages worden voor- en nabesproken.", "voor-", "voorbesproken"},
      {"Hij is in- en meegenomen.", "in-", "ingenomen"},
      {"De samen-\nwerking loopt.", "samen-", "samenwerking"},
      {"Het vmbo- is klein.", "vmbo-", ""},
      {"Hij koos -zo zei hij- niets.", "-zo", ""},
  };
  for (const auto& [text, surface, expected] : cases) {
    CAPTURE(text);
    CHECK(completion(tokenised_as(text, BlockKind::paragraph), surface) == expected);
  }
}

TEST_CASE("tokens written into a value that was used before are the same") {
  const Tokenised first = tokenised("Eerst dit. Vmbo- en havo-scholen.");
  const Tokenised second = tokenised("Dan dat, met m.b.t. en vlogs.");
  Tokens again = second.tokens;
  tokenise_into(again, first.text, first.blocks);
  CHECK(again.tokens == first.tokens.tokens);
  CHECK(again.sentences == first.tokens.sentences);
  CHECK(again.completed == first.tokens.completed);
}

}  // namespace codeboom::tests
