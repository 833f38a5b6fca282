#include "engine/language/tokens.h"

#include <algorithm>
#include <array>

#include "engine/language/characters.h"
#include "engine/language/ellipsis.h"
#include "engine/language/recognise.h"
#include "engine/language/sentences.h"

namespace codeboom {
namespace {

using enum CharacterClass;

constexpr std::array<bool, 256> is_ascii_letter = [] {
  std::array<bool, 256> letters{};
  for (unsigned i = 0; i < 128; ++i) letters[i] = characters::ascii[i] == letter;
  return letters;
}();

// Bytes at which a word ends without a further look.
constexpr std::array<bool, 256> ends_word = [] {
  std::array<bool, 256> ends{};
  for (unsigned i = 0; i < 128; ++i) {
    const CharacterClass kind = characters::ascii[i];
    ends[i] =
        kind == space || kind == newline || kind == close_bracket || kind == quote || kind == terminator;
  }
  for (const char byte : {',', ';', ':'}) ends[static_cast<unsigned char>(byte)] = true;
  return ends;
}();

class Tokeniser {
 public:
  Tokeniser(Tokens& tokens, std::string_view text) : tokens_(tokens), text_(text), sentences_(tokens, text) {}

  void read(const Block& block, std::uint32_t index);
  void finish();

 private:
  void read_token();
  void read_word();
  void read_word_on(std::size_t begin, std::size_t stop);
  bool read_site(std::size_t begin, std::size_t stop);
  bool read_email(std::size_t begin);
  bool read_abbreviation(std::size_t begin, std::size_t stop);
  bool is_abbreviation_here(const AbbreviationMatch& match, std::size_t begin) const;
  void read_number();
  bool goes_on_as_word(std::size_t end) const;
  void read_apostrophe();
  void read_hyphen();
  void read_open_bracket();
  void read_run(SentenceEnd end);
  void read_format();
  void read_punctuation(const Character& character);
  bool skip_markup();
  void end_line();

  void add(std::size_t begin, std::size_t end, TokenKind kind, SentenceEnd sentence_end = SentenceEnd::none);
  void add_word(std::size_t begin, std::size_t end);
  bool is_genitive(std::size_t begin, std::size_t apostrophe_at) const;
  bool at_block_start() const { return tokens_.tokens.size() == block_first_token_; }
  std::string_view last_word() const;
  char byte(std::size_t at) const { return at < block_.size() ? block_[at] : ' '; }
  std::size_t after_spaces(std::size_t at) const {
    return std::min(block_.find_first_not_of(' ', at), block_.size());
  }

  Tokens& tokens_;
  std::string_view text_;   // of the whole document
  std::string_view block_;  // the document up to the end of the block
  SentenceBuilder sentences_;
  std::vector<std::uint32_t> open_words_;  // tokens with a hyphen at an edge
  std::size_t at_ = 0;
  std::size_t at_sign_ = 0;  // the next @, or the end of the block
  std::size_t block_first_token_ = 0;
  BlockKind kind_ = BlockKind::paragraph;
  bool line_start_ = true, open_quote_ = false;
};

void Tokeniser::add(std::size_t begin, std::size_t end, TokenKind kind, SentenceEnd sentence_end) {
  const bool spaced = at_block_start() || tokens_.tokens.back().span.end.value != begin;
  sentences_.before_token(begin, spaced);
  tokens_.tokens.push_back(
      {{{static_cast<std::uint32_t>(begin)}, {static_cast<std::uint32_t>(end)}}, kind, -1});
  sentences_.after_token(sentence_end);
  at_ = end;
  line_start_ = false;
}

void Tokeniser::add_word(std::size_t begin, std::size_t end) {
  if (block_[begin] == '-' || block_[end - 1] == '-')
    open_words_.push_back(static_cast<std::uint32_t>(tokens_.tokens.size()));
  add(begin, end, TokenKind::word);
}

std::string_view Tokeniser::last_word() const {
  if (at_block_start()) return {};
  const Span span = tokens_.tokens.back().span;
  return text_.substr(span.begin.value, span.end.value - span.begin.value);
}

void Tokeniser::read(const Block& block, std::uint32_t index) {
  sentences_.start_block(index);
  block_ = text_.substr(0, block.span.end.value);
  at_ = block.span.begin.value;
  at_sign_ = std::min(block_.find('@', at_), block_.size());
  block_first_token_ = tokens_.tokens.size();
  kind_ = block.kind;
  line_start_ = true;
  open_quote_ = false;
  while (at_ < block_.size()) read_token();
}

void Tokeniser::finish() {
  sentences_.close();
  std::size_t sentence = 0;
  for (const std::uint32_t token : open_words_) {
    while (tokens_.sentences[sentence].end_token <= token) ++sentence;
    complete_ellipsis(tokens_, text_, tokens_.sentences[sentence], token);
  }
}

void Tokeniser::read_token() {
  if (is_ascii_letter[static_cast<unsigned char>(block_[at_])]) return read_word();
  if (block_[at_] == ' ') {
    ++at_;
    return;
  }
  const Character character = character_at(block_, at_);
  switch (character.kind) {
    case space:
      if (character.code == '\t' && kind_ == BlockKind::table_row) sentences_.close();
      at_ += character.length;
      return;
    case newline:
      return end_line();
    case letter:
      return read_word();
    case digit:
      return read_number();
    case apostrophe:
      return read_apostrophe();
    case hyphen:
      return read_hyphen();
    case open_bracket:
      return read_open_bracket();
    case full_stop:
      return read_run(byte(at_ + 1) == '.' ? SentenceEnd::before_capital : SentenceEnd::terminator);
    case terminator:
      return read_run(character.code > 0x7F ? SentenceEnd::before_capital : SentenceEnd::terminator);
    case format:
      return read_format();
    case close_bracket:
    case quote:
    case symbol:
    case punctuation:
      return read_punctuation(character);
  }
}

// A blank line ends a sentence, and so does a line of a table.
void Tokeniser::end_line() {
  ++at_;
  line_start_ = true;
  const std::size_t next = block_.find_first_not_of(" \t", at_);
  const bool blank = next != std::string_view::npos && block_[next] == '\n';
  if (blank || kind_ == BlockKind::table_row) sentences_.close();
}

void Tokeniser::read_word() {
  const std::size_t begin = at_, size = block_.size();
  std::size_t stop = begin;
  while (stop < size && is_ascii_letter[static_cast<unsigned char>(block_[stop])]) ++stop;
  if (at_sign_ < begin) at_sign_ = std::min(block_.find('@', begin), size);
  if (at_sign_ != size && read_email(begin)) return;
  if (stop == size || (ends_word[static_cast<unsigned char>(block_[stop])] && block_[stop] != ':')) {
    return add(begin, stop, TokenKind::word);
  }
  read_word_on(begin, stop);
}

// The letters stop at something that may belong to the word, or make it something else.
void Tokeniser::read_word_on(std::size_t begin, std::size_t stop) {
  const char after = block_[stop];
  if (after == ':' || after == '.') {
    if (const std::size_t end = url_end(block_, begin)) return add(begin, end, TokenKind::url);
  }
  if (after == '#') {
    if (const std::size_t end = reference_end(block_, begin)) return add(begin, end, TokenKind::reference);
  }
  if (after == '/' && stop > begin) {
    if (const std::size_t end = slash_word_end(block_, begin, stop)) return add(begin, end, TokenKind::word);
  }
  std::size_t end = word_end(block_, begin, stop);
  if (byte(end) == '.' && (read_site(begin, end) || read_abbreviation(begin, end))) return;
  if (end < block_.size() && is_genitive(begin, end)) end += character_at(block_, end).length;
  add_word(begin, end);
}

bool Tokeniser::read_email(std::size_t begin) {
  const std::size_t end = email_end(block_, begin, at_sign_);
  if (end == 0) return false;
  add(begin, end, TokenKind::email);
  return true;
}

bool Tokeniser::read_site(std::size_t begin, std::size_t stop) {
  if (stop + 1 >= block_.size() || !is_word_part(character_at(block_, stop + 1).kind)) return false;
  const std::size_t end = site_end(block_, begin);
  if (end <= stop) return false;
  add(begin, end, TokenKind::url);
  return true;
}

bool Tokeniser::read_abbreviation(std::size_t begin, std::size_t stop) {
  // "a. Lezen" at the head of a paragraph numbers it.
  if (at_block_start() && stop == begin + 1 && byte(stop + 1) == ' ') {
    add(begin, stop + 1, TokenKind::word);
    return true;
  }
  const AbbreviationMatch match = abbreviation_at(block_, begin, stop);
  if (match.end == 0 || !is_abbreviation_here(match, begin)) return false;
  const bool ends = match.kind == Abbreviation::may_end;
  add(begin, match.end, TokenKind::word, ends ? SentenceEnd::before_capital : SentenceEnd::none);
  return true;
}

bool Tokeniser::is_abbreviation_here(const AbbreviationMatch& match, std::size_t begin) const {
  const std::size_t next = after_spaces(match.end);
  const bool before_number = next < block_.size() && character_at(block_, next).kind == digit;
  switch (match.kind) {
    case Abbreviation::none:
    case Abbreviation::slash:
      return false;
    case Abbreviation::before_number:
      return before_number;
    case Abbreviation::month:
      return before_number || (!at_block_start() && tokens_.tokens.back().kind == TokenKind::number);
    case Abbreviation::after_et:
      return last_word() == "et";
    case Abbreviation::may_end:
      return true;
    case Abbreviation::never_ends:
      break;
  }
  // "plan B. De school": a letter that names something is no initial.
  static constexpr std::array lettered = {"bijlage", "categorie", "groep",    "klas",  "model",    "niveau",
                                          "optie",   "plan",      "profiel",  "route", "scenario", "type",
                                          "variant", "versie",    "vitamine", "vraag"};
  const bool letter_alone = match.end == begin + 2;
  return !letter_alone || std::ranges::find(lettered, last_word()) == lettered.end();
}

// "Hans' boek", unless a quotation is open that the apostrophe could close.
bool Tokeniser::is_genitive(std::size_t begin, std::size_t apostrophe_at) const {
  if (open_quote_ || apostrophe_at == begin) return false;
  const Character sign = character_at(block_, apostrophe_at);
  if (sign.kind != apostrophe || !is_upper_case(character_at(block_, begin).code)) return false;
  if (std::string_view("sxz").find(block_[apostrophe_at - 1]) == std::string_view::npos) return false;
  const std::size_t next = apostrophe_at + sign.length;
  return byte(next) == ' ' && next + 1 < block_.size() && is_lower_case(character_at(block_, next + 1).code);
}

// Letters make a word of a number (16-jarige, 1-op-1), and so does an open hyphen in "10- en 12-jarigen".
bool Tokeniser::goes_on_as_word(std::size_t end) const {
  if (end >= block_.size()) return false;
  const Character sign = character_at(block_, end);
  if (is_word_part(sign.kind)) return true;
  if (sign.kind != hyphen && sign.kind != apostrophe) return false;
  const std::size_t next = end + sign.length;
  if (next >= block_.size()) return false;
  if (is_word_part(character_at(block_, next).kind)) return true;
  const std::string_view after = block_.substr(next);
  return sign.kind == hyphen &&
         (after.starts_with(" en ") || after.starts_with(" of ") || after.starts_with(" tot "));
}

void Tokeniser::read_number() {
  const std::size_t begin = at_;
  if (at_sign_ < begin) at_sign_ = std::min(block_.find('@', begin), block_.size());
  if (at_sign_ != block_.size() && read_email(begin)) return;
  std::size_t end = number_end(block_, begin);
  if (end == begin) end = word_end(block_, begin, begin);  // digits of another script
  if (const std::size_t ordinal = ordinal_end(block_, end)) return add(begin, ordinal, TokenKind::number);
  if (goes_on_as_word(end)) {
    end = word_end(block_, begin, end);
    if (byte(end) == '.' && read_site(begin, end)) return;
    return add_word(begin, end);
  }
  // "1. Inleiding": the full stop numbers, it ends nothing.
  constexpr std::size_t longest_number = 3;
  if (at_block_start() && end - begin <= longest_number && byte(end) == '.' && byte(end + 1) == ' ') ++end;
  add(begin, end, TokenKind::number);
}

void Tokeniser::read_apostrophe() {
  if (const std::size_t end = apostrophe_word_end(block_, at_)) {
    const bool year = character_at(block_, end - 1).kind == digit;
    return add(at_, end, year ? TokenKind::number : TokenKind::word);
  }
  const std::size_t end = at_ + character_at(block_, at_).length;
  const bool after_space = at_block_start() || tokens_.tokens.back().span.end.value != at_;
  open_quote_ = after_space && byte(end) != ' ' && byte(end) != '\n';
  add(at_, end, TokenKind::punctuation);
}

// "-begeleiding" within a line; at the start of one it is a bullet, alone it is a dash.
void Tokeniser::read_hyphen() {
  const std::size_t begin = at_, after = begin + character_at(block_, begin).length;
  const char before = begin == 0 ? ' ' : block_[begin - 1];
  const bool separate = std::string_view(" \n\t([,/").find(before) != std::string_view::npos;
  if (!line_start_ && separate && after < block_.size() && character_at(block_, after).kind != digit) {
    const std::size_t end = word_end(block_, begin, after);
    if (end > after) return add_word(begin, end);
  }
  read_run(SentenceEnd::none);
}

void Tokeniser::read_open_bracket() {
  if (const std::size_t bracket = leading_bracket_end(block_, at_))
    return add_word(at_, word_end(block_, at_, bracket));
  add(at_, at_ + 1, TokenKind::punctuation);
}

// One sign of punctuation, or the same ASCII one several times over; ? and ! together count as the same.
void Tokeniser::read_run(SentenceEnd end) {
  const char first = block_[at_];
  const auto same = [&](char next) {
    return next == first || ((first == '?' || first == '!') && (next == '?' || next == '!'));
  };
  std::size_t after = at_ + character_at(block_, at_).length;
  if (static_cast<unsigned char>(first) < 0x80) {
    while (after < block_.size() && same(block_[after])) ++after;
  }
  add(at_, after, TokenKind::punctuation, end);
}

// Invisible characters belong to the word after them.
void Tokeniser::read_format() {
  std::size_t end = at_;
  while (end < block_.size() && character_at(block_, end).kind == format)
    end += character_at(block_, end).length;
  if (end < block_.size() && character_at(block_, end).kind == letter)
    return add_word(at_, word_end(block_, at_, end));
  add(at_, end, TokenKind::symbol);
}

void Tokeniser::read_punctuation(const Character& character) {
  if (character.kind == punctuation && skip_markup()) return;
  constexpr std::u32string_view bullets = U"\u2022\u2023\u2043\u25AA\u25CF\u25E6\u00B7";
  if (line_start_ && bullets.find(character.code) != std::u32string_view::npos) sentences_.close();
  const bool cell = character.code == '|' && kind_ == BlockKind::table_row;
  if (character.kind == symbol) {
    add(at_, symbol_end(block_, at_), TokenKind::symbol);
  } else if (character.kind == punctuation) {
    read_run(SentenceEnd::none);
  } else {
    add(at_, at_ + character.length, TokenKind::punctuation);
  }
  if (cell) sentences_.close();
}

// "## " before a heading, "**" around words.
bool Tokeniser::skip_markup() {
  const char sign = block_[at_];
  const bool heading = sign == '#' && line_start_;
  if (sign != '*' && !heading) return false;
  const std::size_t end = std::min(block_.find_first_not_of(sign, at_), block_.size());
  constexpr std::size_t deepest_heading = 6;
  if (heading ? end - at_ > deepest_heading || byte(end) != ' ' : end - at_ < 2) return false;
  at_ = end;
  return true;
}

}  // namespace

std::string_view name_of(TokenKind kind) {
  static constexpr std::array<std::string_view, 7> names = {"word", "number", "punctuation", "symbol",
                                                            "url",  "email",  "reference"};
  return names[static_cast<std::size_t>(kind)];
}

void tokenise_into(Tokens& tokens, const Text& text, std::span<const Block> blocks) {
  tokens.clear();
  Tokeniser tokeniser(tokens, text.utf8());
  for (std::size_t i = 0; i < blocks.size(); ++i) tokeniser.read(blocks[i], static_cast<std::uint32_t>(i));
  tokeniser.finish();
}

Tokens tokenise(const Text& text, std::span<const Block> blocks) {
  Tokens tokens;
  tokenise_into(tokens, text, blocks);
  return tokens;
}

}  // namespace codeboom
