#include "engine/match/rule_word.h"

#include "engine/language/characters.h"
#include "engine/language/words.h"

namespace codeboom {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// May this character stand in a word of a text? Commas only in numbers, other punctuation only inside.
bool fits_in_word(std::string_view word, std::size_t at) {
  const Character character = character_at(word, at);
  switch (character.kind) {
    case CharacterClass::space:
    case CharacterClass::newline:
    case CharacterClass::quote:
    case CharacterClass::terminator:
      return false;
    case CharacterClass::open_bracket:
      return character.code == '(';
    case CharacterClass::close_bracket:
      return character.code == ')';
    case CharacterClass::punctuation:
      break;
    default:
      return true;
  }
  if (character.code == '%') return true;
  const std::size_t next = at + character.length;
  if (character.code == ',' || character.code == ';') {
    return at > 0 && is_ascii_digit(word[at - 1]) && next < word.size() && is_ascii_digit(word[next]);
  }
  return at > 0 && next < word.size();
}

}  // namespace

std::size_t letter_count(std::string_view word) {
  const std::string folded = fold(word);
  std::size_t count = 0;
  for (std::size_t at = 0; at < folded.size(); at += character_at(folded, at).length) {
    const CharacterClass kind = character_at(folded, at).kind;
    count += kind == CharacterClass::letter || kind == CharacterClass::digit;
  }
  return count;
}

bool can_be_word(std::string_view word) {
  bool has_content = false;
  for (std::size_t at = 0; at < word.size(); at += character_at(word, at).length) {
    if (!fits_in_word(word, at)) return false;
    const CharacterClass kind = character_at(word, at).kind;
    has_content = has_content || is_word_part(kind) || kind == CharacterClass::symbol;
  }
  return has_content;
}

}  // namespace codeboom
