// What the tokeniser asks of a character: one table look-up for ASCII, ICU for everything else.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codeboom {

enum class CharacterClass : std::uint8_t {
  space,
  newline,
  letter,  // also marks, and format characters inside words
  digit,
  apostrophe,  // straight and curly
  hyphen,
  full_stop,
  open_bracket,  // round and square
  close_bracket,
  quote,       // double, and low or angled ones
  terminator,  // ! ? and the ellipsis
  punctuation,
  symbol,
  format,  // invisible: soft hyphen, joiners, direction marks
};

struct Character {
  char32_t code = 0;
  std::uint8_t length = 1;  // bytes
  CharacterClass kind = CharacterClass::space;
};

namespace characters {

constexpr CharacterClass class_of_ascii(unsigned char byte) {
  using enum CharacterClass;
  if (byte == '\n') return newline;
  if (byte <= ' ' || byte == 0x7F) return space;
  if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return letter;
  if (byte >= '0' && byte <= '9') return digit;
  switch (byte) {
    case '\'':
      return apostrophe;
    case '-':
      return hyphen;
    case '.':
      return full_stop;
    case '(':
    case '[':
      return open_bracket;
    case ')':
    case ']':
      return close_bracket;
    case '"':
      return quote;
    case '!':
    case '?':
      return terminator;
    case '$':
    case '+':
    case '<':
    case '=':
    case '>':
    case '^':
    case '`':
    case '|':
    case '~':
      return symbol;
    default:
      return punctuation;
  }
}

constexpr std::array<CharacterClass, 128> ascii = [] {
  std::array<CharacterClass, 128> classes{};
  for (unsigned i = 0; i < 128; ++i) classes[i] = class_of_ascii(static_cast<unsigned char>(i));
  return classes;
}();

Character decode(std::string_view text, std::size_t at);

}  // namespace characters

// Requires: at < text.size(), on a code point boundary of valid UTF-8.
inline Character character_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1, characters::ascii[byte]};
  return characters::decode(text, at);
}

inline bool is_word_part(CharacterClass kind) {
  return kind == CharacterClass::letter || kind == CharacterClass::digit || kind == CharacterClass::format;
}

bool is_upper_case(char32_t code);
bool is_lower_case(char32_t code);

// Where the character before `at` begins. Requires: 0 < at.
std::size_t previous_character(std::string_view text, std::size_t at);

}  // namespace codeboom
