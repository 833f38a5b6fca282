#include "corpus/metadata.h"
#include "message_keys/corpus.h"
#include "tests/catch.h"
#include "tests/corpus/fields.h"

using namespace codeboom;
using test::fields;

namespace {

std::string with_separator(std::string table, char separator) {
  for (char& c : table) {
    if (c == '\t') c = separator;
  }
  return table;
}

}  // namespace

TEST_CASE("a table with tabs, commas or semicolons gives the same metadata") {
  const std::string table =
      "id\ttitel\tthema\tjaar\tregio\n"
      "vb-1\tEen dag\t\"Visie, beleid en kwaliteit; Doorstromen\"\t2020\tZeeland\n"
      "\"vb-2\"\t\"Een \"\"echte\"\" dag\"\t\t\t\n"
      "\n"
      "vb-3\t\"twee\nregels\"\tDoorstromen\t2021\t\"\"\n";
  const std::map<std::string, Metadata> expected = {
      {"vb-1", fields("vb-1", "Een dag", {}, {"Visie, beleid en kwaliteit", "Doorstromen"}, "Zeeland", 2020)},
      {"vb-2", fields("vb-2", "Een \"echte\" dag")},
      {"vb-3", fields("vb-3", "twee\nregels", {}, {"Doorstromen"}, "", 2021)},
  };
  for (const char separator : {'\t', ',', ';'}) {
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
      const auto read = read_metadata_table(mark + with_separator(table, separator), "m.tsv");
      REQUIRE(read);
      CHECK(read->by_id == expected);
      CHECK(read->notes.empty());
    }
  }
}

TEST_CASE("line ends of any system, a missing last line end and short rows are read") {
  for (const std::string table :
       {"id,regio,jaar\r\na,Zeeland\r\nb,,2020\r\n", "id,regio,jaar\na,Zeeland,\nb,,2020",
        "ID , Regio,JAAR\n\n a , Zeeland \n\"b\",\"\",\"2020\""}) {
    CAPTURE(table);
    const auto read = read_metadata_table(table, "m.csv");
    REQUIRE(read);
    CHECK(read->by_id == std::map<std::string, Metadata>{{"a", fields("a", "", {}, {}, "Zeeland")},
                                                         {"b", fields("b", "", {}, {}, "", 2020)}});
  }
}

TEST_CASE("columns that name no field are noted and skipped") {
  const auto read = read_metadata_table("kleur\tid\trood\nx\ta\ty\n", "m.tsv");
  REQUIRE(read);
  CHECK(read->by_id.size() == 1);
  REQUIRE(read->notes.size() == 2);
  CHECK(in_words(read->notes[0], UserLanguage::nl) ==
        "m.tsv, regel 1: het veld “kleur” is onbekend en overgeslagen.");
}

TEST_CASE("a table that is wrong is refused with file and line") {
  struct Case {
    std::string table;
    MessageKey key;
    std::string words;
  };
  const std::vector<Case> cases = {
      {"", msg::metadata_table_no_id_column, "m.tsv: regel 1"},
      {"titel\tjaar\nEen\t2020\n", msg::metadata_table_no_id_column, "m.tsv: regel 1"},
      {"id\tregio\na\t\xFF\n", msg::encoding_damaged_utf8, "m.tsv is beschadigde UTF-8: op bytepositie 11 "},
      {"id\tjaar\tid\n", msg::metadata_table_repeated_column, "m.tsv: regel 1 noemt het veld “id”"},
      {"id\tjaar\tjaar\n", msg::metadata_table_repeated_column, "m.tsv: regel 1 noemt het veld “jaar”"},
      {"id\tjaar\na\t2020\nb\tooit\n", msg::metadata_at_line, "m.tsv, regel 3: “ooit” is geen jaartal"},
      {"id\tregio\n\tZeeland\n", msg::metadata_table_empty_id, "m.tsv, regel 2: "},
      {"id\tregio\na\t\nb\t\na\tx\n", msg::metadata_table_repeated_id,
       "m.tsv, regel 4: a staat al op regel 2"},
      {"id,regio\na,Zeeland,Vlissingen\n", msg::metadata_table_too_many_cells, "m.tsv, regel 2: 3 cellen"},
      {"id\tregio\n\"a\nb\"\tx\nc\t\"open\nx\ty\n", msg::metadata_table_unclosed_quote, "m.tsv, regel 4: "},
  };
  for (const auto& [table, key, words] : cases) {
    CAPTURE(table);
    const auto read = read_metadata_table(table, "m.tsv");
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::bad_input);
    CHECK(name_of(read.error().message.key) == name_of(key));
    CHECK_THAT(in_words(read.error().message, UserLanguage::nl), Catch::Matchers::StartsWith(words));
  }
}

TEST_CASE("fields that the table gives replace those of the document, others stay") {
  const auto table = read_metadata_table("id\ttitel\tregio\tjaar\tsector\na\tNieuw\t\t2021\tmbo\n", "m.tsv");
  REQUIRE(table);
  Document document;
  document.metadata = {"a",        "Oud", {"vmbo"}, {"Doorstromen"}, "Zeeland", 2020, "praktijkvoorbeeld",
                       "interview"};
  apply(*table, document);
  CHECK(document.metadata ==
        Metadata{"a", "Nieuw", {"mbo"}, {"Doorstromen"}, "Zeeland", 2021, "praktijkvoorbeeld", "interview"});
  Document other;
  other.metadata.id = "b";
  apply(*table, other);
  CHECK(other.metadata == fields("b"));
}
