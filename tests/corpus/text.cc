#include "corpus/text.h"

#include <random>

#include "corpus/utf8.h"
#include "message_keys/corpus.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

Text made(std::string_view utf8) {
  const auto text = Text::from_utf8(utf8);
  REQUIRE(text);
  return *text;
}

// Characters of one to four bytes that no normalisation touches, with line breaks between them.
std::string random_text(std::mt19937& random, std::size_t code_points) {
  const std::u32string alphabet = U"aZ \n\té\u00df\u20ac\u2019\u4e2d\U0001F393\U0001D538";
  std::string utf8;
  for (std::size_t i = 0; i < code_points; ++i) append_utf8(utf8, alphabet[random() % alphabet.size()]);
  return utf8;
}

}  // namespace

TEST_CASE("a stored text has line feeds, no byte order mark, no control characters and composed letters") {
  struct Case {
    std::string given, stored;
  };
  const std::vector<Case> cases = {
      {"", ""},
      {"een\r\ntwee\rdrie\n", "een\ntwee\ndrie\n"},
      {"\r\r\n\n\r", "\n\n\n\n"},
      {"\xEF\xBB\xBFtekst", "tekst"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF", ""},
      {"a\xEF\xBB\xBF"
       "b",
       "a\xEF\xBB\xBF"
       "b"},
      {std::string("a\0b\x01\x1F\x7F\tc", 8), "a b   \tc"},
      {"a\xC2\x85\xC2\x9F"
       "b",
       "a  b"},
      {"a\x0C\x0B"
       "b",
       "a  b"},
      {"e\xCC\x81\xC3\xA9", "\xC3\xA9\xC3\xA9"},      // e + acute = é
      {"\xE2\x84\xAB", "\xC3\x85"},                   // the Ångström sign
      {"\xE2\x80\x80x", "\xE2\x80\x82x"},             // en quad
      {"i\xCC\x88\xCC\xA3", "\xE1\xBB\x8B\xCC\x88"},  // marks are put in order
      {"\xE1\x84\x80\xE1\x85\xA1", "\xEA\xB0\x80"},   // Hangul
      {"mbo\xE2\x80\x99"
       "er \xC4\xB3s",
       "mbo\xE2\x80\x99"
       "er \xC4\xB3s"},  // the ligature of ij stays
  };
  for (const auto& [given, stored] : cases) {
    CAPTURE(given);
    const Text text = made(given);
    CHECK(text.utf8() == stored);
    CHECK(made(text.utf8()) == text);
  }
}

TEST_CASE("the first invalid byte is named by its position") {
  struct Case {
    std::string bytes;
    std::int64_t position;
  };
  const std::vector<Case> cases = {
      {"\x80", 0},
      {"een\xFFtwee", 3},
      {"e\xC3", 1},  // the end is cut off
      {"e\xE2\x82", 1},
      {"e\xF0\x9F\x8E", 1},
      {"caf\xC3(", 3},  // no continuation
      {"\xE2\x28\xA1", 0},
      {"\xC3\xA9\xC3\xA9\xA9", 4},  // one continuation too many
      {"x\xC0\xAF", 1},             // overlong: two bytes
      {"x\xC1\xBF", 1},
      {"x\xE0\x9F\xBF", 1},      // three
      {"x\xF0\x8F\xBF\xBF", 1},  // four
      {"xy\xED\xA0\x80", 2},     // surrogates
      {"xy\xED\xBF\xBF", 2},
      {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},
      {std::string(1000, 'a') + "\xE9", 1000},
      {"\xEF\xBB\xBFtekst\xFF", 8},  // counted from the start of the file
  };
  for (const auto& [bytes, position] : cases) {
    CAPTURE(bytes);
    const auto text = Text::from_utf8(bytes);
    REQUIRE_FALSE(text);
    CHECK(text.error().kind == ErrorKind::bad_input);
    CHECK(text.error().message == Message{msg::text_invalid_utf8, {{"byte", position}}});
  }
}

TEST_CASE("the largest and smallest code point of every length is valid") {
  for (const char32_t code_point :
       {U'\u0080', U'\u07FF', U'\u0800', U'\uD7FF', U'\uE000', U'\uFFFD', U'\U00010000', U'\U0010FFFF'}) {
    std::string utf8;
    append_utf8(utf8, code_point);
    CAPTURE(static_cast<std::uint32_t>(code_point));
    CHECK(scan_utf8(utf8).valid_until == utf8.size());
    CHECK(first_code_point(utf8).value == code_point);
    CHECK(last_code_point("a" + utf8).value == code_point);
    CHECK(utf8_sequence_length(utf8, 0) == utf8.size());
  }
}

TEST_CASE("the fast path leaves exactly what composing would leave") {
  // A character that the scan believes to be composed stands between all kinds of others; an accent forces
  // the slow path.
  std::string alone;
  for (char32_t code_point = 0xA0; code_point < 0x30000; ++code_point) {
    if (code_point == 0xD800) code_point = 0xE000;
    alone.clear();
    append_utf8(alone, code_point);
    if (scan_utf8(alone).may_need_composing) continue;
    CAPTURE(static_cast<std::uint32_t>(code_point));
    const std::string forced = alone + alone + "a" + alone + "\n\xE2\x84\xAB";
    const std::string stored = made(forced).utf8();
    CHECK(stored.substr(0, stored.size() - 2) == forced.substr(0, forced.size() - 3));
  }
}

TEST_CASE("a long text that must be composed is composed across the pieces it is done in") {
  std::string given, composed;
  while (given.size() < 3'000'000) {
    given +=
        "Een idee\xCC\x88"
        "n-cafe\xCC\x81 \xE2\x80\x99s avonds\n";
    composed +=
        "Een ide\xC3\xAB"
        "n-caf\xC3\xA9 \xE2\x80\x99s avonds\n";
  }
  CHECK((made(given).utf8() == composed));
}

TEST_CASE("positions of random texts agree with counting one by one, both ways") {
  std::mt19937 random(2025);
  for (const std::size_t length : {0u, 1u, 2u, 63u, 64u, 65u, 127u, 255u, 256u, 257u, 1000u, 5000u}) {
    const std::string utf8 = random_text(random, length);
    const Text text = made(utf8);
    REQUIRE(text.utf8() == utf8);
    CHECK(text.code_points() == length);
    std::uint32_t bytes = 0, line = 1;
    for (std::uint32_t code_points = 0; code_points <= length; ++code_points) {
      REQUIRE(text.to_code_points(ByteOffset{bytes}).value == code_points);
      REQUIRE(text.to_bytes(CodePointOffset{code_points})->value == bytes);
      REQUIRE(text.line_of({bytes}) == line);
      if (bytes == utf8.size()) break;
      line += utf8[bytes] == '\n' ? 1 : 0;
      bytes += static_cast<std::uint32_t>(utf8_sequence_length(utf8, bytes));
    }
  }
}

TEST_CASE("a span keeps its words when its unit changes and changes back") {
  const Text text = made("Eén 🎓-dag, €5\nvoor mbo’ers");
  const auto span = text.to_bytes(CodePointSpan{{4}, {9}});
  REQUIRE(span);
  CHECK(text[*span] == "🎓-dag");
  CHECK(text.to_code_points(*span) == CodePointSpan{{4}, {9}});
  CHECK(text[text.whole()] == text.utf8());
}

TEST_CASE("positions that no text has are refused") {
  const Text text = made("één");
  const auto beyond = text.to_bytes(CodePointOffset{4});
  REQUIRE_FALSE(beyond);
  CHECK(beyond.error().message ==
        Message{msg::text_position_beyond_end, {{"position", std::int64_t{4}}, {"length", std::int64_t{3}}}});
  const auto swapped = text.to_bytes(CodePointSpan{{2}, {1}});
  REQUIRE_FALSE(swapped);
  CHECK(swapped.error().message ==
        Message{msg::text_positions_swapped, {{"begin", std::int64_t{2}}, {"end", std::int64_t{1}}}});
  CHECK_FALSE(text.to_bytes(CodePointSpan{{0}, {4}}));
  CHECK(text.to_bytes(CodePointOffset{3})->value == 5);
}

// Source: FIPS 180-4 examples (SHA-256 of the empty message and of "abc").
TEST_CASE("the content hash is SHA-256 of the stored text") {
  CHECK(content_hash(Text{}) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(content_hash(made("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(content_hash(made("e\xCC\x81\r\n")) == content_hash(made("\xC3\xA9\n")));
  CHECK(content_hash(made("abc")) != content_hash(made("abc\n")));
}
