// Groups tokens into sentences while they are found.
#pragma once

#include <string_view>

#include "engine/language/characters.h"
#include "engine/language/tokens.h"

namespace codeboom {

// How a token can end the sentence it stands in.
enum class SentenceEnd : std::uint8_t {
  none,
  terminator,      // . ! ? : unless lower case follows
  before_capital,  // etc. and the ellipsis
};

class SentenceBuilder {
 public:
  SentenceBuilder(Tokens& tokens, std::string_view text) : tokens_(tokens), text_(text) {}

  void start_block(std::uint32_t block) {
    close();
    block_ = block;
  }

  // Call before the token that begins at `begin` is added; `spaced`: white space stands before it.
  void before_token(std::size_t begin, bool spaced) {
    if (end_ != SentenceEnd::none) decide(begin, spaced);
  }

  void after_token(SentenceEnd end) {
    if (end != SentenceEnd::none) end_ = end;
  }

  // Ends the sentence here, if one has begun.
  void close();

 private:
  void decide(std::size_t begin, bool spaced);
  bool starts_sentence(std::size_t begin) const;

  Tokens& tokens_;
  std::string_view text_;
  std::uint32_t first_ = 0, block_ = 0;
  SentenceEnd end_ = SentenceEnd::none;
};

}  // namespace codeboom
