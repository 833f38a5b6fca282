#include "corpus/metadata.h"

#include "message_keys/corpus.h"
#include "tests/catch.h"
#include "tests/corpus/fields.h"

using namespace codeboom;
using test::fields;
using Strings = std::vector<std::string>;

TEST_CASE("a field has Dutch and English names in any case") {
  for (const std::string name : {"title", "titel", "TITEL", " Title "}) {
    Metadata metadata;
    CHECK(*set_field(metadata, name, " Op pad "));
    CHECK(metadata.title == "Op pad");
  }
  for (const std::string name : {"jaar", "Year"}) {
    Metadata metadata;
    CHECK(*set_field(metadata, name, "2023"));
    CHECK(metadata.jaar == 2023);
  }
  Metadata metadata;
  CHECK(*set_field(metadata, "id", "vb-01"));
  CHECK(*set_field(metadata, "Theme", "Doorstromen"));
  CHECK(*set_field(metadata, "region", "Zeeland"));
  CHECK(*set_field(metadata, "soort", "praktijkvoorbeeld"));
  CHECK(*set_field(metadata, "vorm", "interview"));
  CHECK(metadata ==
        fields("vb-01", "", {}, {"Doorstromen"}, "Zeeland", {}, "praktijkvoorbeeld", "interview"));
  for (const std::string name : {"", "titels", "keywords", "jaar2"})
    CHECK_FALSE(*set_field(metadata, name, "x"));
}

TEST_CASE("sectors are read in every spelling and kept in one") {
  struct Case {
    std::string given;
    Strings sectors;
  };
  const std::vector<Case> cases = {
      {"vmbo", {"vmbo"}},
      {"VMBO", {"vmbo"}},
      {"havo", {"havo/vwo"}},
      {"vwo", {"havo/vwo"}},
      {"havo/vwo", {"havo/vwo"}},
      {"havo / vwo", {"havo/vwo"}},
      {"havo, vwo", {"havo/vwo"}},
      {"hbo", {"ho"}},
      {"wo", {"ho"}},
      {"hbo/wo", {"ho"}},
      {"ho", {"ho"}},
      {"vmbo; mbo", {"vmbo", "mbo"}},
      {"mbo, vmbo,mbo;", {"mbo", "vmbo"}},
      {"havo/vwo; ho", {"havo/vwo", "ho"}},
  };
  for (const auto& [given, sectors] : cases) {
    CAPTURE(given);
    Metadata metadata;
    REQUIRE(set_field(metadata, "sector", given));
    CHECK(metadata.sector == sectors);
  }
}

TEST_CASE("a sector or year that does not exist is refused with what is allowed") {
  for (const std::string given : {"vo", "po", "vmbo; vo", "voortgezet onderwijs"}) {
    Metadata metadata;
    const auto set = set_field(metadata, "sector", given);
    REQUIRE_FALSE(set);
    CHECK(set.error().kind == ErrorKind::bad_input);
    const std::string words = in_words(set.error().message, UserLanguage::nl);
    CHECK(words.find("vmbo, havo/vwo, mbo, ho") != std::string::npos);
    CHECK(metadata.sector.empty());
  }
  for (const std::string given :
       {"23", "20231", "2 23", "1899", "2101", "jaar", "-2023", "2023-2024", "２０２３"}) {
    CAPTURE(given);
    Metadata metadata;
    const auto set = set_field(metadata, "jaar", given);
    REQUIRE_FALSE(set);
    CHECK(set.error().message == Message{msg::metadata_bad_year, {{"value", given}}});
    CHECK_FALSE(metadata.jaar);
  }
}

TEST_CASE("themes are separated by semicolons, keep their commas, and stand once") {
  Metadata metadata;
  REQUIRE(set_field(metadata, "thema", "Visie, beleid en kwaliteit; Doorstromen ;;Doorstromen"));
  CHECK(metadata.thema == Strings{"Visie, beleid en kwaliteit", "Doorstromen"});
}

TEST_CASE("an empty value leaves the field as it was, and values are composed") {
  Metadata metadata;
  REQUIRE(set_field(metadata, "regio", "Frysl\xC3\xA2n"));
  CHECK(*set_field(metadata, "regio", "  "));
  CHECK(metadata.regio == "Fryslân");
  REQUIRE(set_field(metadata, "regio", "Frysla\xCC\x82n"));
  CHECK(metadata.regio == "Frysl\xC3\xA2n");
  CHECK_FALSE(set_field(metadata, "regio", "\xFF"));
}

TEST_CASE("front matter gives fields and where the text begins") {
  struct Case {
    std::string given;
    Metadata metadata;
    std::string text;
  };
  const std::vector<Case> cases = {
      {"", fields(), ""},
      {"tekst\n---\n", fields(), "tekst\n---\n"},
      {"----\ntekst", fields(), "----\ntekst"},
      {" ---\nid: a\n---\n", fields(), " ---\nid: a\n---\n"},
      {"---\n---\ntekst", fields(), "tekst"},
      {"---\n\n---", fields(), ""},
      {"---\nid: a\n---\ntekst", fields("a"), "tekst"},
      {"\xEF\xBB\xBF---\r\nid: a\r\n---\r\ntekst", fields("a"), "tekst"},
      {"---  \nTitel: \"Een: twee\"\njaar: 2020\nsector: [vmbo, hbo]\n--- \n\ntekst",
       fields("", "Een: twee", {"vmbo", "ho"}, {}, "", 2020), "\ntekst"},
      {"---\nthema:\n  - Visie, beleid en kwaliteit\n  - Doorstromen\nregio:\nsoort: ~\n---\n",
       fields("", "", {}, {"Visie, beleid en kwaliteit", "Doorstromen"}), ""},
      {"---\nsector: havo/vwo; mbo\n# een opmerking\n---\nx", fields("", "", {"havo/vwo", "mbo"}), "x"},
  };
  for (const auto& [given, metadata, text] : cases) {
    CAPTURE(given);
    const auto read = read_front_matter(given, "a.txt");
    REQUIRE(read);
    CHECK(read->metadata == metadata);
    CHECK(given.substr(read->end_byte) == text);
    CHECK(read->notes.empty());
  }
}

TEST_CASE("an unknown field in front matter is noted with its line") {
  const auto read = read_front_matter("---\nid: a\nkleur: {rood: 1}\n---\n", "a.txt");
  REQUIRE(read);
  CHECK(read->metadata.id == "a");
  CHECK(read->notes ==
        std::vector<Message>{{msg::metadata_unknown_field,
                              {{"file", "a.txt"}, {"line", std::int64_t{3}}, {"field", "kleur"}}}});
}

TEST_CASE("front matter that is wrong is refused with file and line") {
  struct Case {
    std::string given;
    MessageKey key;
    std::string words;
  };
  const std::vector<Case> cases = {
      {"---\nid: a\ntekst zonder einde", msg::front_matter_unclosed, "a.txt: regel 1 "},
      {"---", msg::front_matter_unclosed, "a.txt: regel 1 "},
      {"---\nid: a\xFF\n---\n", msg::encoding_damaged_utf8, "a.txt is beschadigde UTF-8: op bytepositie 9 "},
      {"---\nid: a\ntitel: \"een\" twee\n---\n", msg::front_matter_bad_yaml, "a.txt, regel 3: "},
      {"---\nid: a\n  b: [\n---\n", msg::front_matter_bad_yaml, "a.txt, regel "},
      {"---\nid: a\njaar: ooit\n---\n", msg::metadata_at_line, "a.txt, regel 3: “ooit” is geen jaartal"},
      {"---\n\n\nsector: vo\n---\n", msg::metadata_at_line, "a.txt, regel 4: “vo” is geen sector"},
      {"---\nid: a\ntitel: {een: twee}\n---\n", msg::front_matter_not_a_value, "a.txt, regel 3: bij “titel”"},
      {"---\nthema: [[a]]\n---\n", msg::front_matter_not_a_value, "a.txt, regel 2: bij “thema”"},
      {"---\n- een\n- twee\n---\n", msg::front_matter_not_fields, "a.txt, regel 2: "},
      {"---\nzomaar tekst\n---\n", msg::front_matter_not_fields, "a.txt, regel 2: "},
      {"---\n? [a, b]\n: c\n---\n", msg::front_matter_not_fields, "a.txt, regel 2: "},
      {"---\n" + std::string(100'000, '[') + "\n---\n", msg::front_matter_bad_yaml, "a.txt, regel "},
      {"---\nthema: &a [*a]\n---\n", msg::front_matter_not_a_value, "a.txt, regel 2: bij “thema”"},
  };
  for (const auto& [given, key, words] : cases) {
    CAPTURE(given.substr(0, 60));
    const auto read = read_front_matter(given, "a.txt");
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::bad_input);
    CHECK(name_of(read.error().message.key) == name_of(key));
    CHECK_THAT(in_words(read.error().message, UserLanguage::nl), Catch::Matchers::StartsWith(words));
  }
}
