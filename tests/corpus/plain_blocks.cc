#include <random>

#include "corpus/read/read.h"
#include "tests/catch.h"
#include "tests/corpus/blocks.h"

using namespace codeboom;
using Lines = std::vector<std::string>;

namespace {

struct Case {
  std::string text;
  Lines blocks;
};

Lines blocks_of(std::string_view utf8) {
  const auto text = Text::from_utf8(utf8);
  REQUIRE(text);
  return test::shown(*text, plain_blocks(*text, text->whole()));
}

void check(const std::vector<Case>& cases) {
  for (const auto& [text, blocks] : cases) {
    CAPTURE(text);
    CHECK(blocks_of(text) == blocks);
  }
}

const std::string prose =
    "De leerlingen kiezen zelf waar zij stage lopen en vertellen er daarna over in de klas.";

}  // namespace

TEST_CASE("blank lines separate paragraphs, a line break inside a sentence does not") {
  check({
      {"", {}},
      {" \n\t\n \n", {}},
      {"Een zin.", {"paragraph: Een zin."}},
      {"Een zin.\n\n\nNog een.\n", {"paragraph: Een zin.", "paragraph: Nog een."}},
      {"  Een zin die\n  doorloopt. \n", {"paragraph: Een zin die/  doorloopt."}},
      {"Jeugdwerkloosheid is vier keer zo hoog als\nonder alle jongeren. Een van de redenen\nis dat zij "
       "anders kiezen.",
       {"paragraph: Jeugdwerkloosheid is vier keer zo hoog als/onder alle jongeren. Een van de redenen/is "
        "dat zij "
        "anders kiezen."}},
      {"Dit regeleinde staat er met opzet.\n" + prose,
       {"paragraph: Dit regeleinde staat er met opzet.", "paragraph: " + prose}},
      {prose + "\n-----\n" + prose, {"paragraph: " + prose, "paragraph: " + prose}},
  });
}

TEST_CASE("files with one line per paragraph keep their paragraphs apart") {
  const std::string lang = prose + " " + prose;
  check({{lang + "\n" + lang + "\nKort slot.",
          {"paragraph: " + lang, "paragraph: " + lang, "paragraph: Kort slot."}}});
}

TEST_CASE("every sign of a list begins a bullet") {
  check({
      {"• Rol ouders\n• Rol werkveld", {"bullet1: • Rol ouders", "bullet1: • Rol werkveld"}},
      {"- een\n- twee", {"bullet1: een", "bullet1: twee"}},
      {"* een\n* twee", {"bullet1: een", "bullet1: twee"}},
      {"– een\n– twee", {"bullet1: een", "bullet1: twee"}},
      {"o een\no twee", {"bullet1: een", "bullet1: twee"}},
      {"1. een\n2. twee", {"bullet1: een", "bullet1: twee"}},
      {"1) een\n2) twee", {"bullet1: een", "bullet1: twee"}},
      {"a) een\nb) twee", {"bullet1: een", "bullet1: twee"}},
      {"- 1. een", {"bullet1: een"}},
      {"\xEF\x82\xB7\teen", {"bullet1: \xEF\x82\xB7^een"}},
      {"-Omgaan met\n-Het vertrouwen", {"bullet1: Omgaan met", "bullet1: Het vertrouwen"}},
      {"-\nRol ouders\n-\nRol werkveld", {"bullet1: Rol ouders", "bullet1: Rol werkveld"}},
      {"•\n\n-\n", {}},
  });
}

TEST_CASE("what begins like a list inside a sentence stays in it") {
  check({
      {"Loopbaanoriëntatie en\n-begeleiding horen bij\nelkaar.",
       {"paragraph: Loopbaanoriëntatie en/-begeleiding horen bij/elkaar."}},
      {"De school begon ermee in klas\n3. Dat beviel goed en dus bleef het zo.",
       {"paragraph: De school begon ermee in klas/3. Dat beviel goed en dus bleef het zo."}},
      {"De decaan heeft nu\n– zo zegt hij – meer tijd.",
       {"paragraph: De decaan heeft nu/– zo zegt hij – meer tijd."}},
      {"o jee, dat ging mis.", {"paragraph: o jee, dat ging mis."}},
      {"*Aanbeveling 2:* zorg voor opdrachten.", {"paragraph: *Aanbeveling 2:* zorg voor opdrachten."}},
      {"2023. Dat was het jaar.", {"paragraph: 2023. Dat was het jaar."}},
  });
}

TEST_CASE("the lines that continue a bullet belong to it, until a new sentence begins below it") {
  check({
      {"- een punt dat\n  doorloopt\n- twee", {"bullet1: een punt dat/  doorloopt", "bullet1: twee"}},
      {"• Vergroten van self-efficacy en\nberoepsinteresse;\n\n• Omgaan met\nverwachtingen.",
       {"bullet1: • Vergroten van self-efficacy en/beroepsinteresse;",
        "bullet1: • Omgaan met/verwachtingen."}},
      {"- Rol ouders\nDe ouders denken mee.", {"bullet1: Rol ouders", "paragraph: De ouders denken mee."}},
      {"- punt\n\nEen zin.", {"bullet1: punt", "paragraph: Een zin."}},
  });
}

TEST_CASE("the depth of a bullet follows its indent, or its sign where the indent is the same") {
  check({
      {"- een\n  - twee\n    - drie\n  - twee\n- een",
       {"bullet1: een", "bullet2: twee", "bullet3: drie", "bullet2: twee", "bullet1: een"}},
      {"1. een\n- twee\n- twee\n2. een", {"bullet1: een", "bullet2: twee", "bullet2: twee", "bullet1: een"}},
      {"• een\n\to twee\n• een", {"bullet1: • een", "bullet2: twee", "bullet1: • een"}},
      {"- een\n\nEen zin.\n\n  - weer een", {"bullet1: een", "paragraph: Een zin.", "bullet1: weer een"}},
  });
}

TEST_CASE("headings are marked, numbered, in capitals, or short and alone") {
  check({
      {"## RELATIE\nDe behoefte aan relatie telt.",
       {"heading2: RELATIE", "paragraph: De behoefte aan relatie telt."}},
      {"### Door een passende **toon** en taal", {"heading3: Door een passende **toon** en taal"}},
      {"# Een #\n" + prose, {"heading1: Een", "paragraph: " + prose}},
      {"3.2 Succeselementen\nDe praktijk is rijk.",
       {"heading2: 3.2 Succeselementen", "paragraph: De praktijk is rijk."}},
      {"3.2.1 Rol van ouders\n" + prose, {"heading3: 3.2.1 Rol van ouders", "paragraph: " + prose}},
      {"2 Methode\n" + prose, {"heading1: 2 Methode", "paragraph: " + prose}},
      {"1. Inleiding\n\n" + prose + "\n\n2. Methode\n\n" + prose,
       {"heading1: 1. Inleiding", "paragraph: " + prose, "heading1: 2. Methode", "paragraph: " + prose}},
      {"1. Een\n\n2. Twee\n\n3. Drie\n", {"bullet1: Een", "bullet1: Twee", "bullet1: Drie"}},
      {"1. PRAKTIJK\n\n" + prose, {"heading1: 1. PRAKTIJK", "paragraph: " + prose}},
      {"COLOFON\nTekst: de school.", {"heading1: COLOFON", "paragraph: Tekst: de school."}},
      {"Hoe het werkt\n\n" + prose, {"heading2: Hoe het werkt", "paragraph: " + prose}},
      {"Tips\n- een\n- twee", {"heading2: Tips", "bullet1: een", "bullet1: twee"}},
      {"Wie doet mee\nDe leerlingen doen mee.",
       {"heading2: Wie doet mee", "paragraph: De leerlingen doen mee."}},
      {"Bij elkaar\n\n" + prose + "\n\nVaste plek\n\n" + prose,
       {"heading2: Bij elkaar", "paragraph: " + prose, "heading2: Vaste plek", "paragraph: " + prose}},
  });
}

TEST_CASE("what only resembles a heading is none") {
  check({
      {"9.30 Ontvangst met koffie.", {"paragraph: 9.30 Ontvangst met koffie."}},
      {"1.500 Leerlingen deden mee.", {"paragraph: 1.500 Leerlingen deden mee."}},
      {"#LOB is leuk.", {"paragraph: #LOB is leuk."}},
      {"LOB\nis leuk.", {"paragraph: LOB/is leuk."}},
      {"Het ging goed.\n\n" + prose, {"paragraph: Het ging goed.", "paragraph: " + prose}},
      {"Dit zijn ze:\n\n" + prose, {"paragraph: Dit zijn ze:", "paragraph: " + prose}},
      {"en toen verder\n\n" + prose, {"paragraph: en toen verder", "paragraph: " + prose}},
      {"info@school.nl\n\n" + prose, {"paragraph: info@school.nl", "paragraph: " + prose}},
      {prose + "\n\nJan de Vries", {"paragraph: " + prose, "paragraph: Jan de Vries"}},
      {"Auteurs\n\nAn Bos\n\nBo Dam\n\nCo Eik\n\n" + prose,
       {"paragraph: Auteurs", "paragraph: An Bos", "paragraph: Bo Dam", "heading2: Co Eik",
        "paragraph: " + prose}},
  });
}

TEST_CASE(
    "a question by itself is a question, and what follows answers it until the next question or heading") {
  check({
      {"Hoe begon het?\n\nMet koffie. Echt waar.\n\nEn met taart.\n\nEn nu?\n\nNu niet meer.\n\n## "
       "Slot\n\nDat was het.",
       {"question: Hoe begon het?", "answer: Met koffie. Echt waar.", "answer: En met taart.",
        "question: En nu?", "answer: Nu niet meer.", "heading2: Slot", "paragraph: Dat was het."}},
      {"Wie betaalt dat?\n‘De provincie en vier gemeenten leggen samen de helft in.’",
       {"question: Wie betaalt dat?", "answer: ‘De provincie en vier gemeenten leggen samen de helft in.’"}},
      {"Wat doe je?\n\n- luisteren\n- kijken\n\nMeer niet.",
       {"question: Wat doe je?", "bullet1: luisteren", "bullet1: kijken", "answer: Meer niet."}},
      {"**Wat kun je doen?**\n\nVeel.", {"question: **Wat kun je doen?**", "answer: Veel."}},
      {"Jullie doen ook onderzoek. Waarnaar?\n\nNaar keuzes.",
       {"question: Jullie doen ook onderzoek. Waarnaar?", "answer: Naar keuzes."}},
      {prose + " " + prose + " Wat wil je later?\n\nGoede vraag.",
       {"paragraph: " + prose + " " + prose + " Wat wil je later?", "paragraph: Goede vraag."}},
      {"Zou dat kunnen? Wij denken van wel.", {"paragraph: Zou dat kunnen? Wij denken van wel."}},
  });
}

TEST_CASE("one quotation from beginning to end is a quote, speech within a sentence is not") {
  check({
      {"‘Kiezen is leren.’", {"quote: ‘Kiezen is leren.’"}},
      {"“Elke mbo’er kiest zelf.”", {"quote: “Elke mbo’er kiest zelf.”"}},
      {"‘Elke mbo’er kiest zelf.’", {"quote: ‘Elke mbo’er kiest zelf.’"}},
      {"„Kiezen is leren.”", {"quote: „Kiezen is leren.”"}},
      {"\"Gewoon, meer praktisch\".", {"quote: \"Gewoon, meer praktisch\"."}},
      {"“Ja”, zegt zij. “Dat is zo.”", {"paragraph: “Ja”, zegt zij. “Dat is zo.”"}},
      {"‘Kiezen’ is ‘leren’", {"paragraph: ‘Kiezen’ is ‘leren’"}},
      {"> Kiezen is\n> leren.\n\nEen zin.", {"quote: Kiezen is/> leren.", "paragraph: Een zin."}},
      {">50% kiest techniek.", {"paragraph: >50% kiest techniek."}},
  });
}

TEST_CASE("lines with cells are table rows") {
  check({
      {"Naam\tJaar\tPlaats\nDe Brug\t2020\tGoes",
       {"table_row: Naam^Jaar^Plaats", "table_row: De Brug^2020^Goes"}},
      {"| Naam | Jaar |\n|------|------|\n| De Brug | 2020 |",
       {"table_row: Naam | Jaar", "table_row: De Brug | 2020"}},
      {"Naam | Jaar | Plaats", {"table_row: Naam | Jaar | Plaats"}},
      {"Titel\tDe Brug gaat open.", {"paragraph: Titel^De Brug gaat open."}},
  });
}

TEST_CASE("only the part asked for is looked at") {
  const auto text = Text::from_utf8("Een.\n\nTwee.\n\nDrie.");
  const auto blocks = plain_blocks(*text, {{6}, {11}});
  CHECK(test::shown(*text, blocks) == Lines{"paragraph: Twee."});
}

TEST_CASE("blocks of any text lie in order and apart, and hold every letter but those of list signs") {
  std::mt19937 random(3);
  const Lines pieces = {"\n",     "\n\n",   " ",  "\t",       "• ", "- ",    "1. ",         "a) ", "o ",
                        "## ",    "> ",     "| ", "3.2 ",     "?",  ".",     "‘",           "’",   "Woord ",
                        "woord ", "WOORD ", "é",  "\xC2\xA0", "–",  "---\n", "\xE2\x80\x8B"};
  for (int round = 0; round < 3000; ++round) {
    std::string utf8;
    for (auto length = random() % 40; length > 0; --length) utf8 += pieces[random() % pieces.size()];
    CAPTURE(utf8);
    const auto text = Text::from_utf8(utf8);
    const auto blocks = plain_blocks(*text, text->whole());
    test::shown(*text, blocks);
    std::string outside = text->utf8();
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
      outside.erase(block->span.begin.value, block->span.end.value - block->span.begin.value);
    }
    CHECK(outside.find("oord") == std::string::npos);
    CHECK(outside.find("OORD") == std::string::npos);
  }
}

TEST_CASE("ten megabytes of one line, of line breaks and of bullets are read") {
  CHECK(blocks_of(std::string(10'000'000, 'x')).size() == 1);
  CHECK(blocks_of(std::string(10'000'000, '\n')).empty());
  std::string bullets;
  for (int i = 0; i < 100'000; ++i) bullets += "- punt dat verder gaat\n";
  const auto text = Text::from_utf8(bullets);
  CHECK(plain_blocks(*text, text->whole()).size() == 100'000);
}
