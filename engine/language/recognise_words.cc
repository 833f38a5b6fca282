#include <algorithm>

#include "engine/language/characters.h"
#include "engine/language/lexicon.h"
#include "engine/language/recognise.h"
#include "engine/language/words.h"

namespace codeboom {
namespace {

using enum CharacterClass;

CharacterClass class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? character_at(text, at).kind : space;
}

bool is_letter_at(std::string_view text, std::size_t at) { return is_word_part(class_at(text, at)); }

std::size_t word_parts_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Character character = character_at(text, at);
    if (!is_word_part(character.kind)) break;
    at += character.length;
  }
  return at;
}

char closing(char open) { return open == '(' ? ')' : ']'; }

struct Bracket {
  std::size_t end = 0;    // 0: none that could be glued to a word
  bool capitals = false;  // nothing but capitals in it: an abbreviation
};

// "(studie)", "(LOB-)", "(-wo)", "(s)": no spaces, at least one letter, not long.
Bracket bracket_at(std::string_view text, std::size_t begin) {
  constexpr std::size_t longest_content = 30;
  bool letters = false, capitals = true;
  std::size_t at = begin + 1;
  while (at < text.size() && at - begin <= longest_content) {
    const Character character = character_at(text, at);
    if (character.kind == close_bracket) {
      if (text[at] != closing(text[begin]) || !letters) return {};
      return {at + 1, capitals};
    }
    if (!is_word_part(character.kind) && character.kind != hyphen && character.kind != apostrophe) return {};
    if (character.kind == letter) {
      letters = true;
      capitals &= !is_lower_case(character.code);
    }
    at += character.length;
  }
  return {};
}

// "Loopbaanoriëntatie(LOB)" lacks a space; "leerling(groep)en" does not.
std::size_t inner_bracket_end(std::string_view text, std::size_t begin, std::size_t at) {
  const Bracket bracket = bracket_at(text, at);
  if (bracket.end == 0) return 0;
  const bool after_lower_case = is_lower_case(character_at(text, previous_character(text, at)).code);
  return bracket.capitals && after_lower_case && at > begin && bracket.end - at > 3 ? 0 : bracket.end;
}

// A hyphen at the end belongs to the word: "vmbo-, havo- en". A dash does not.
std::size_t hyphen_end(std::string_view text, std::size_t at) {
  const std::size_t next = at + character_at(text, at).length;
  if (is_letter_at(text, next)) return next;
  const CharacterClass after = class_at(text, next);
  if (after == open_bracket && bracket_at(text, next).end != 0) return next;
  return after == hyphen || after == symbol ? 0 : next;
}

// "R&D", "snake_case".
bool joins(std::string_view text, std::size_t at) {
  if (text[at] == '_') return is_letter_at(text, at + 1);
  if (text[at] != '&' || at + 1 >= text.size()) return false;
  const char before = text[at - 1], after = text[at + 1];
  return before >= 'A' && before <= 'Z' && after >= 'A' && after <= 'Z';
}

// What belongs to the word at `at`, where its letters stop; `at` when nothing does.
std::size_t joint_end(std::string_view text, std::size_t begin, std::size_t at) {
  const Character character = character_at(text, at);
  switch (character.kind) {
    case apostrophe:
      return is_letter_at(text, at + character.length) ? at + character.length : at;
    case hyphen:
      return std::max(hyphen_end(text, at), at);
    case open_bracket:
      return std::max(inner_bracket_end(text, begin, at), at);
    case punctuation:
      return at > begin && joins(text, at) ? at + 1 : at;
    default:
      return at;
  }
}

}  // namespace

std::size_t word_end(std::string_view text, std::size_t begin, std::size_t from) {
  std::size_t at = word_parts_end(text, from);
  while (at < text.size()) {
    const std::size_t joined = joint_end(text, begin, at);
    if (joined == at) break;
    at = word_parts_end(text, joined);
  }
  return at;
}

std::size_t leading_bracket_end(std::string_view text, std::size_t begin) {
  const std::size_t end = bracket_at(text, begin).end;
  if (end == 0 || end >= text.size()) return 0;
  if (is_letter_at(text, end)) return end;
  const Character next = character_at(text, end);
  return next.kind == hyphen && is_letter_at(text, end + next.length) ? end : 0;
}

std::size_t apostrophe_word_end(std::string_view text, std::size_t begin) {
  const std::size_t first = begin + character_at(text, begin).length;
  if (first >= text.size()) return 0;
  if (class_at(text, first) == digit) {
    const std::size_t end = word_parts_end(text, first);
    return end == first + 2 ? end : 0;
  }
  if (std::string_view("stnmkrSTNMKR").find(text[first]) == std::string_view::npos) return 0;
  const std::size_t end = first + 1;
  const Character next = end < text.size() ? character_at(text, end) : Character{};
  if (next.kind == hyphen && is_letter_at(text, end + next.length)) return word_end(text, begin, end);
  return is_word_part(next.kind) || next.kind == apostrophe ? 0 : end;
}

std::size_t slash_word_end(std::string_view text, std::size_t begin, std::size_t slash) {
  constexpr std::size_t longest = 12;
  if (slash - begin > longest) return 0;
  const std::size_t end = word_parts_end(text.substr(0, std::min(text.size(), slash + longest)), slash + 1);
  const std::uint32_t slot = find_slot(lexicon(), fold(text.substr(begin, end - begin)));
  if (slot == no_slot) return 0;
  return static_cast<Abbreviation>(slot_field::abbreviation.get(lexicon().slots[slot])) == Abbreviation::slash
             ? end
             : 0;
}

std::size_t symbol_end(std::string_view text, std::size_t begin) {
  constexpr char32_t joiner = 0x200D, keycap = 0x20E3;
  const auto is_regional = [](char32_t code) { return code >= 0x1F1E6 && code <= 0x1F1FF; };
  const auto is_modifier = [](char32_t code) {
    return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0x1F3FB && code <= 0x1F3FF);
  };
  const Character first = character_at(text, begin);
  std::size_t end = begin + first.length;
  if (is_regional(first.code) && end < text.size()) {
    const Character second = character_at(text, end);
    if (is_regional(second.code)) return end + second.length;
  }
  while (end < text.size()) {
    const Character next = character_at(text, end);
    const std::size_t after = end + next.length;
    if (is_modifier(next.code) || next.code == keycap) {
      end = after;
    } else if (next.code == joiner && class_at(text, after) == symbol) {
      end = after + character_at(text, after).length;
    } else {
      break;
    }
  }
  return end;
}

}  // namespace codeboom
