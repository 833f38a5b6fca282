// What holds for the tokens of any text.
#pragma once

#include <string>
#include <vector>

#include "corpus/document.h"
#include "engine/language/tokens.h"

namespace codeboom::tests {

struct Tokenised {
  Text text;
  std::vector<Block> blocks;
  Tokens tokens;
};

Tokenised tokenised(const std::string& utf8);                     // blocks as in plain text
Tokenised tokenised_as(const std::string& utf8, BlockKind kind);  // one block

// Tokens in order and not overlapping, on code point boundaries; sentences partition them and stay in their
// block; every character outside markup that is no white space is in a token.
void check_invariants(const Tokenised& tokenised);

// "Een | app | . | // | Ja | ."
std::string shown(const Tokenised& tokenised);

// What the token that reads `surface` is completed to; empty when it is not.
std::string completion(const Tokenised& tokenised, const std::string& surface);

}  // namespace codeboom::tests
