// Tokens and sentences of a Dutch text, with their positions in it.
//
// Order of recognition: URL, e-mail, reference (ID#123), number (date, time, percentage, range),
// abbreviation, initial, word, punctuation. Table of cases: tests/language/tokenisation_cases.tsv.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace codeboom {

enum class TokenKind : std::uint8_t { word, number, punctuation, symbol, url, email, reference };
std::string_view name_of(TokenKind kind);

struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  // Index into Tokens::completed, or -1. Set where a coordination leaves out a part: in "vmbo-, havo- en
  // vwo-scholen" the token "vmbo-" is completed as "vmbo-scholen", in "loopbaanoriëntatie en -begeleiding"
  // "-begeleiding" as "loopbaanbegeleiding".
  std::int32_t completed = -1;
  friend bool operator==(const Token&, const Token&) = default;
};

// A sentence never crosses a block. Headings, bullets and table rows are sentences of their own.
struct Sentence {
  std::uint32_t first_token = 0, end_token = 0;  // half-open, never empty
  std::uint32_t block = 0;                       // index into the blocks given
  Span span;                                     // from its first token to its last
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

struct Tokens {
  std::vector<Token> tokens;        // in the order of the text, none overlapping
  std::vector<Sentence> sentences;  // in the order of the text; together they hold every token
  std::vector<std::string> completed;
  void clear() { tokens.clear(), sentences.clear(), completed.clear(); }
};

// White space and markup left in plain text (`##` before a heading, `**` around words) belong to no token.
Tokens tokenise(const Text& text, std::span<const Block> blocks);

// The same into a value that is used again, so that a long run allocates once.
void tokenise_into(Tokens& tokens, const Text& text, std::span<const Block> blocks);

}  // namespace codeboom
