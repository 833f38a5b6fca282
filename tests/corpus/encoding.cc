#include "corpus/encoding.h"

#include "message_keys/corpus.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

std::string as_utf16(std::u16string_view text, Encoding encoding) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += encoding == Encoding::utf16_little_endian ? low : high;
    bytes += encoding == Encoding::utf16_little_endian ? high : low;
  }
  return bytes;
}

const std::string filler =
    "Op deze school kiezen leerlingen zelf hun stage en bespreken zij die met hun mentor. ";

}  // namespace

TEST_CASE("UTF-8 passes unchanged, with or without a byte order mark") {
  for (const std::string text :
       {"", "tekst", "één 🎓 mbo’er", "\xEF\xBB\xBF", "\xEF\xBB\xBFtekst", "a\r\nb\f\n"}) {
    const auto decoded = decode(text, "a.txt");
    REQUIRE(decoded);
    CHECK(decoded->encoding == Encoding::utf8);
    CHECK(decoded->utf8 == text);
  }
}

TEST_CASE("UTF-16 is recognised by its byte order mark and by its zero bytes") {
  const std::u16string text =
      u"Eén 🎓: ‘kiezen’ voor mbo’ers, o.a. in ’s-Gravenhage en op de €-markt van morgen.";
  const std::string expected =
      "Eén 🎓: ‘kiezen’ voor mbo’ers, o.a. in ’s-Gravenhage en op de €-markt van morgen.";
  for (const Encoding encoding : {Encoding::utf16_little_endian, Encoding::utf16_big_endian}) {
    for (const bool marked : {true, false}) {
      const auto decoded = decode(as_utf16((marked ? u"\uFEFF" : u"") + text, encoding), "a.txt");
      REQUIRE(decoded);
      CHECK(decoded->encoding == encoding);
      CHECK(decoded->utf8 == expected);
    }
  }
  CHECK(decode(std::string("a\0", 2), "a.txt")->utf8 == "a");
  CHECK(decode(std::string("\xFE\xFF", 2), "a.txt")->utf8.empty());
}

TEST_CASE("damaged UTF-16 is refused at the byte where it goes wrong") {
  struct Case {
    std::u16string text;
    std::size_t cut;  // bytes taken off the end
    std::int64_t position;
  };
  const std::vector<Case> cases = {
      {u"\uFEFF"
       u"abc\xD83C",
       0, 8},  // half a pair at the end
      {u"\uFEFF"
       u"ab\xD83C"
       u"cd",
       0, 6},  // half a pair before another character
      {u"\uFEFF"
       u"a\xDF93"
       u"b",
       0, 4},  // the second half alone
      {u"\uFEFF"
       u"a\xDF93\xD83C"
       u"b",
       0, 4},  // the halves swapped
      {u"\uFEFF"
       u"abc",
       1, 6},  // half a unit
  };
  for (const auto& [text, cut, position] : cases) {
    for (const Encoding encoding : {Encoding::utf16_little_endian, Encoding::utf16_big_endian}) {
      std::string bytes = as_utf16(text, encoding);
      bytes.resize(bytes.size() - cut);
      const auto decoded = decode(bytes, "a.txt");
      REQUIRE_FALSE(decoded);
      CHECK(decoded.error().message ==
            Message{msg::encoding_damaged_utf16, {{"file", "a.txt"}, {"byte", position}}});
    }
  }
}

TEST_CASE("Windows-1252 is recognised by the letters and signs of Dutch text") {
  struct Case {
    std::string bytes, utf8;
  };
  const std::vector<Case> cases = {
      {"Een mbo\x92"
       "er",
       "Een mbo’er"},
      {"co\xF6rdinatie, idee\xEBn, caf\xE9, \xE9\xE9n, pasfoto\x92s",
       "coördinatie, ideeën, café, één, pasfoto’s"},
      {"\x93Kiezen\x94 \x97 \x91leren\x92 \x85 \x80 5 \x95 punt", "“Kiezen” — ‘leren’ … € 5 • punt"},
      {"\x93"
       "CAF\xC9\x94",
       "“CAFÉ”"},  // É and ” together happen to be valid UTF-8
      {"na\xEFve gar\xE7on \xE0 30\xB0", "naïve garçon à 30°"},
      {"mbo\xB4"
       "er",
       "mbo´er"},
  };
  for (const auto& [bytes, utf8] : cases) {
    CAPTURE(utf8);
    const auto decoded = decode(bytes, "a.txt");
    REQUIRE(decoded);
    CHECK(decoded->encoding == Encoding::windows_1252);
    CHECK(decoded->utf8 == utf8);
  }
}

TEST_CASE("what is neither is refused with file, byte and advice") {
  struct Case {
    std::string bytes;
    MessageKey key;
    std::int64_t position;
  };
  const std::string eens = filler + "E\xC3\xA9n, twee\xC3\xABn. ";
  const auto after = static_cast<std::int64_t>(eens.size());
  const std::vector<Case> cases = {
      {eens + "caf\xC3 en \xC3\xA9\xC3\xA9n", msg::encoding_damaged_utf8, after + 3},
      {eens + "\xFF", msg::encoding_damaged_utf8, after},
      {eens + "\xE2\x80", msg::encoding_damaged_utf8, after},
      {"\xC3\xAB\xFF", msg::encoding_damaged_utf8, 2},
      {"\xEF\xBB\xBFtekst\xFF", msg::encoding_damaged_utf8, 8},
      {"mbo\xE2\x80"
       "er",
       msg::encoding_unknown, 3},                    // half a quotation mark of UTF-8
      {"tekst \x81", msg::encoding_unknown, 6},      // undefined in Windows-1252
      {"co\x94rdinatie", msg::encoding_unknown, 2},  // ö of DOS
      {"idee\x89n", msg::encoding_unknown, 4},       // ë of DOS
      {"na\x95ve", msg::encoding_unknown, 2},        // ï of an old Macintosh
      {std::string("\0", 1), msg::encoding_not_text, 0},
      {std::string("PK\x03\x04\x14\0\0\0\x08\0", 10), msg::encoding_not_text, 2},
      {std::string("%PDF\n\x01\x02\x03\xFF\xFE", 10), msg::encoding_not_text, 5},
      {std::string("\xFF\xFE\0\0a\0\0\0", 8), msg::encoding_not_text, 2},  // UTF-32
  };
  for (const auto& [bytes, key, position] : cases) {
    CAPTURE(bytes);
    const auto decoded = decode(bytes, "map/a.txt");
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().kind == ErrorKind::bad_input);
    CHECK(name_of(decoded.error().message.key) == name_of(key));
    CHECK(decoded.error().message.arguments == MessageArguments{{"file", "map/a.txt"}, {"byte", position}});
    const std::string words = in_words(decoded.error().message, UserLanguage::nl);
    CHECK(words.find("map/a.txt") == 0);
    CHECK(words.find("UTF-8") != std::string::npos);
  }
}

TEST_CASE("a stray control character does not make a text binary") {
  const auto decoded = decode(filler + std::string("\0", 1) + filler, "a.txt");
  REQUIRE(decoded);
  CHECK(decoded->encoding == Encoding::utf8);
}

TEST_CASE("a file that declares Windows-1252 is read as such, but not its undefined bytes") {
  CHECK(decode_windows_1252("co\xF6p \xC3", "a.html")->utf8 == "coöp Ã");
  const auto undefined = decode_windows_1252("abc\x9D", "a.html");
  REQUIRE_FALSE(undefined);
  CHECK(undefined.error().message ==
        Message{msg::encoding_unknown, {{"file", "a.html"}, {"byte", std::int64_t{3}}}});
}

TEST_CASE("encodings have the names that people know") {
  CHECK(name_of(Encoding::utf8) == "UTF-8");
  CHECK(name_of(Encoding::utf16_little_endian) == "UTF-16LE");
  CHECK(name_of(Encoding::utf16_big_endian) == "UTF-16BE");
  CHECK(name_of(Encoding::windows_1252) == "Windows-1252");
}
