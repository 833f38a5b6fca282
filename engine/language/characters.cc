#include "engine/language/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace codeboom {
namespace characters {
namespace {

CharacterClass class_of_category(char32_t code) {
  using enum CharacterClass;
  const auto character = static_cast<UChar32>(code);
  switch (u_charType(character)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return letter;
    case U_DECIMAL_DIGIT_NUMBER:
      return digit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
      return space;
    case U_FORMAT_CHAR:
      return format;
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return quote;
    case U_DASH_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
      return punctuation;
    default:
      return symbol;
  }
}

CharacterClass class_of(char32_t code) {
  using enum CharacterClass;
  switch (code) {
    case 0x2019:
    case 0x2018:
    case 0x02BC:
      return apostrophe;
    case 0x2010:
    case 0x2011:
      return hyphen;
    case 0x2026:
    case 0x203D:
      return terminator;
    default:
      return class_of_category(code);
  }
}

}  // namespace

Character decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  // U+00C0 to U+017F: letters but for the signs of multiplication and division.
  if (lead >= 0xC3 && lead <= 0xC5 && at + 1 < text.size()) {
    const auto code = static_cast<char32_t>((lead & 0x1F) << 6 | (text[at + 1] & 0x3F));
    const bool sign = code == 0xD7 || code == 0xF7;
    return {code, 2, sign ? CharacterClass::symbol : CharacterClass::letter};
  }
  UChar32 code = 0;
  std::size_t next = at;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), next, text.size(), code);
  const auto character = static_cast<char32_t>(code);
  return {character, static_cast<std::uint8_t>(next - at), class_of(character)};
}

}  // namespace characters

bool is_upper_case(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  return u_isupper(static_cast<UChar32>(code)) != 0 || u_istitle(static_cast<UChar32>(code)) != 0;
}

bool is_lower_case(char32_t code) {
  if (code < 0x80) return code >= 'a' && code <= 'z';
  return u_islower(static_cast<UChar32>(code)) != 0;
}

std::size_t previous_character(std::string_view text, std::size_t at) {
  --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace codeboom
