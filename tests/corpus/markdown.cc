#include "corpus/read/read.h"
#include "message_keys/corpus.h"
#include "tests/catch.h"
#include "tests/corpus/blocks.h"
#include "tests/corpus/fields.h"

using namespace codeboom;
using Lines = std::vector<std::string>;

namespace {

Document read(std::string_view utf8) {
  auto document = read_markdown(utf8, "a.md");
  REQUIRE(document);
  return *document;
}

std::string repeated(const std::string& piece, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += piece;
  return result;
}

}  // namespace

TEST_CASE("Markdown becomes readable text without its signs") {
  struct Case {
    std::string markdown, text;
    Lines blocks;
  };
  const std::vector<Case> cases = {
      {"# Een *dag*\n\nWe **gaan** op `pad`.",
       "Een dag\n\nWe gaan op pad.",
       {"title: Een dag", "paragraph: We gaan op pad."}},
      {"Een\n===\nTwee\n---\n###### Drie",
       "Een\n\nTwee\n\nDrie",
       {"title: Een", "heading2: Twee", "heading6: Drie"}},
      {"[woorden](http://a.nl \"titel\") en ![een foto](a.png)",
       "woorden en een foto",
       {"paragraph: woorden en een foto"}},
      {"<https://a.nl> en https://b.nl",
       "https://a.nl en https://b.nl",
       {"paragraph: https://a.nl en https://b.nl"}},
      {"~~weg~~ ***alles***", "weg alles", {"paragraph: weg alles"}},
      {"een\ntwee  \ndrie", "een\ntwee\ndrie", {"paragraph: een/twee/drie"}},
      {"- een\n  - twee\n- drie", "een\ntwee\ndrie", {"bullet1: een", "bullet2: twee", "bullet1: drie"}},
      {"1. een\n\n   uitleg\n\n2. twee",
       "een\n\nuitleg\n\ntwee",
       {"bullet1: een", "paragraph: uitleg", "bullet1: twee"}},
      {"> citaat\n> verder\n>\n> - punt",
       "citaat\nverder\n\npunt",
       {"quote: citaat/verder", "bullet1: punt"}},
      {"| a | b |\n|---|:-:|\n| *1* |  |\n| | 2 |",
       "a\tb\n1\n2",
       {"table_row: a^b", "table_row: 1", "table_row: 2"}},
      {"    regel 1\n    regel 2\n\n```c\nint x;\n```",
       "regel 1\nregel 2\n\nint x;",
       {"paragraph: regel 1/regel 2", "paragraph: int x;"}},
      {"een\n\n---\n\ntwee", "een\n\ntwee", {"paragraph: een", "paragraph: twee"}},
      {"\\# geen kop\n\n\\- geen punt",
       "# geen kop\n\n- geen punt",
       {"paragraph: # geen kop", "bullet1: geen punt"}},
      {"&eacute;&#233;&#xE9;e\xCC\x81 &amp; &lt;b&gt; &geen; &nbsp;x",
       "éééé & <b> &geen; \xC2\xA0x",
       {"paragraph: éééé & <b> &geen; \xC2\xA0x"}},
      {"a <b>vet</b><br>b <!-- weg --> c", "a vet\nb  c", {"paragraph: a vet/b  c"}},
      {"<div>\n<p>een</p><script>weg()</script>\ntwee\n</div>\n\ndrie",
       "een\n\ntwee\n\ndrie",
       {"paragraph: een", "paragraph: twee", "paragraph: drie"}},
  };
  for (const auto& [markdown, text, blocks] : cases) {
    CAPTURE(markdown);
    const Document document = read(markdown);
    CHECK(document.text.utf8() == text);
    CHECK(test::shown(document) == blocks);
  }
}

TEST_CASE("questions, quotations and bullets typed by hand are recognised in Markdown too") {
  const Document document =
      read("## Gesprek\n\nWat is het doel?\n\nLeren kiezen.\n\n• een\n• twee\n\n## Slot\n\n“Dat was het.”");
  CHECK(test::shown(document) == Lines{"heading2: Gesprek", "question: Wat is het doel?",
                                       "answer: Leren kiezen.", "bullet1: • een", "bullet1: • twee",
                                       "heading2: Slot", "quote: “Dat was het.”"});
  CHECK(document.metadata.title == "Gesprek");
}

TEST_CASE("front matter, title and emptiness of Markdown are as in plain text") {
  const Document document = read("---\njaar: 2020\n---\n# Een dag\n");
  CHECK(document.metadata == test::fields("a", "Een dag", {}, {}, "", 2020));
  CHECK(test::shown(document) == Lines{"title: Een dag"});
  for (const std::string text : {"", "\n\n---\n\n", "<!-- niets -->", "[a]: http://a.nl"}) {
    CAPTURE(text);
    const Document empty = read(text);
    CHECK(empty.blocks.empty());
    REQUIRE(empty.notes.size() == 1);
    CHECK(empty.notes[0].key == msg::read_empty_document);
  }
  CHECK_FALSE(read_markdown("---\njaar: 2020\n# Een dag\n", "a.md"));
}

TEST_CASE("hostile Markdown is read or refused, and never for long") {
  for (const std::string& text :
       {repeated("> ", 5000), repeated("- ", 5000) + "x", repeated("[", 50'000), repeated("*a_", 50'000),
        repeated("`", 50'000), repeated("![a](", 20'000), repeated("<a ", 50'000),
        repeated("&#x1F393;", 50'000), std::string(1'000'000, 'x'), repeated("<div>\n\n", 20'000),
        std::string(100, '\0')}) {
    CAPTURE(text.substr(0, 20));
    const auto document = read_markdown(text, "a.md");
    if (document) test::shown(*document);
    CHECK((document || document.error().kind == ErrorKind::bad_input));
  }
  // A few bytes for each of very many empty cells.
  const auto table = read_markdown(
      "|" + repeated("a|", 5000) + "\n|" + repeated("---|", 5000) + "\n" + repeated("|a\n", 5000), "a.md");
  REQUIRE_FALSE(table);
  CHECK(table.error().message.key == msg::read_too_complex);
}
