#include "engine/language/sentences.h"

namespace codeboom {
namespace {

bool is_closing(const Character& character) {
  using enum CharacterClass;
  return character.kind == close_bracket || character.kind == quote || character.kind == apostrophe;
}

bool is_opening(const Character& character) {
  using enum CharacterClass;
  return character.kind == open_bracket || character.kind == quote || character.kind == apostrophe ||
         character.code == '*';
}

}  // namespace

// With the characters that open a quotation or bracket taken off.
bool SentenceBuilder::starts_sentence(std::size_t begin) const {
  using enum CharacterClass;
  constexpr int most_opening = 4;
  const Character first = character_at(text_, begin);
  // 's Middags, 't Is: lower case, but only a sentence begins so.
  if (first.kind == apostrophe && end_ == SentenceEnd::terminator && begin + 1 < text_.size()) {
    const Character after = character_at(text_, begin + first.length);
    if (after.kind == letter) return true;
  }
  std::size_t at = begin;
  for (int i = 0; i < most_opening && at < text_.size(); ++i) {
    const Character character = character_at(text_, at);
    if (!is_opening(character)) break;
    at += character.length;
  }
  if (at >= text_.size()) return false;
  const Character character = character_at(text_, at);
  if (character.kind == letter) {
    return end_ == SentenceEnd::before_capital ? is_upper_case(character.code)
                                               : !is_lower_case(character.code);
  }
  if (end_ == SentenceEnd::before_capital) return false;
  return character.kind == digit || character.kind == symbol || character.code == 0x2022;
}

void SentenceBuilder::decide(std::size_t begin, bool spaced) {
  const Character first = character_at(text_, begin);
  if (!spaced) {
    using enum CharacterClass;
    if (is_closing(first) || first.kind == digit)
      return;  // belongs to the sentence; the end is still near (zin.”1)
    const bool forgotten_space = end_ == SentenceEnd::terminator && is_upper_case(first.code);
    if (forgotten_space) {
      close();
    } else if (first.kind != terminator && first.kind != full_stop) {
      end_ = SentenceEnd::none;
    }
    return;
  }
  if (starts_sentence(begin)) {
    close();
  } else {
    end_ = SentenceEnd::none;
  }
}

void SentenceBuilder::close() {
  end_ = SentenceEnd::none;
  const auto count = static_cast<std::uint32_t>(tokens_.tokens.size());
  if (first_ == count) return;
  const Span span{tokens_.tokens[first_].span.begin, tokens_.tokens.back().span.end};
  tokens_.sentences.push_back({first_, count, block_, span});
  first_ = count;
}

}  // namespace codeboom
