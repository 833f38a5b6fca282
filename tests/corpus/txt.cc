#include "corpus/read/read.h"
#include "message_keys/corpus.h"
#include "tests/catch.h"
#include "tests/corpus/blocks.h"
#include "tests/corpus/fields.h"

using namespace codeboom;
using Lines = std::vector<std::string>;

namespace {

Document read(std::string_view utf8) {
  auto document = read_txt(utf8, "map/vb-07.txt");
  REQUIRE(document);
  return *document;
}

}  // namespace

TEST_CASE("a first line above a blank line is the title of a plain text") {
  struct Case {
    std::string text;
    Lines blocks;
    std::string title;
  };
  const std::vector<Case> cases = {
      {"Een dag op pad\n\nWe gaan op pad.",
       {"title: Een dag op pad", "paragraph: We gaan op pad."},
       "Een dag op pad"},
      {"\n\n  Een dag  \r\n \r\nWe gaan.", {"title: Een dag", "paragraph: We gaan."}, "Een dag"},
      {"‘Wij visten in dezelfde vijver’\n\nWe gaan.",
       {"title: ‘Wij visten in dezelfde vijver’", "paragraph: We gaan."},
       "‘Wij visten in dezelfde vijver’"},
      {"Wie praat er: pa of ma?\n\nZij zelf.",
       {"title: Wie praat er: pa of ma?", "paragraph: Zij zelf."},
       "Wie praat er: pa of ma?"},
      {"Op naar later!\n\nWe gaan.", {"title: Op naar later!", "paragraph: We gaan."}, "Op naar later!"},
      {"# Een dag\nWe gaan.", {"title: Een dag", "paragraph: We gaan."}, "Een dag"},
      {"HANDREIKING\n\nWe gaan.", {"title: HANDREIKING", "paragraph: We gaan."}, "HANDREIKING"},
      {"We gaan op pad.\n\nNiet ver.", {"paragraph: We gaan op pad.", "paragraph: Niet ver."}, "vb-07"},
      {"Dit gaat mee:\n\n- brood", {"paragraph: Dit gaat mee:", "bullet1: brood"}, "vb-07"},
      {"Een dag op pad\n", {"paragraph: Een dag op pad"}, "vb-07"},
      {"- brood\n\n- melk", {"bullet1: brood", "bullet1: melk"}, "vb-07"},
      {"## Criteria\n\n### Sector\n\n- vmbo",
       {"heading2: Criteria", "heading3: Sector", "bullet1: vmbo"},
       "Criteria"},
      {"We gaan op pad.\n\nTips\n\n- brood",
       {"paragraph: We gaan op pad.", "heading2: Tips", "bullet1: brood"},
       "Tips"},
  };
  for (const auto& [text, blocks, title] : cases) {
    CAPTURE(text);
    const Document document = read(text);
    CHECK(test::shown(document) == blocks);
    CHECK(document.metadata.title == title);
    CHECK(document.metadata.id == "vb-07");
    CHECK(document.source == "map/vb-07.txt");
    CHECK(document.notes.empty());
  }
}

TEST_CASE("front matter gives a plain text its metadata and is no part of the text") {
  const Document document =
      read("---\nid: a\ntitel: Anders\nsector: mbo\nkleur: rood\n---\n\nEen dag\n\nWe gaan.\n");
  CHECK(document.metadata == test::fields("a", "Anders", {"mbo"}));
  CHECK(document.text.utf8() == "\nEen dag\n\nWe gaan.\n");
  CHECK(test::shown(document) == Lines{"title: Een dag", "paragraph: We gaan."});
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].key == msg::metadata_unknown_field);
}

TEST_CASE("a text without words is a document without blocks, and says so") {
  for (const std::string text : {"", "\n\n", " \t ", "\xEF\xBB\xBF", "---\nid: vb-07\n---\n", "-----\n"}) {
    CAPTURE(text);
    const Document document = read(text);
    CHECK(document.blocks.empty());
    CHECK(document.metadata.id == "vb-07");
    REQUIRE(document.notes.size() == 1);
    CHECK(in_words(document.notes[0], UserLanguage::nl) == "map/vb-07.txt bevat geen tekst.");
  }
}

TEST_CASE("bytes that are no UTF-8 are refused with the file's name") {
  for (const auto reader : {read_txt, read_markdown, read_html}) {
    const auto document = reader("tekst\xFF", "map/a.txt");
    REQUIRE_FALSE(document);
    CHECK(document.error().message ==
          Message{msg::encoding_damaged_utf8, {{"file", "map/a.txt"}, {"byte", std::int64_t{5}}}});
  }
}

TEST_CASE("a stored text keeps every character of a plain text outside its front matter") {
  const std::string text = "Titel\n\n• een\n\to twee\n\n3.2 Kop\n“Zo is ’t.”\n";
  CHECK(read(text).text.utf8() == text);
}
