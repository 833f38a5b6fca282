// Blocks as lines that a test can be read from: kind, level where there is one, and the words with "/" for a
// line break.
#pragma once

#include <string>
#include <vector>

#include "corpus/document.h"
#include "tests/catch.h"

namespace codeboom::test {

inline std::string shown(const Text& text, const Block& block) {
  std::string words(text[block.span]);
  for (char& c : words) {
    if (c == '\n') c = '/';
    if (c == '\t') c = '^';
  }
  const std::string level = block.level == 0 ? "" : std::to_string(block.level);
  return std::string(name_of(block.kind)) + level + ": " + words;
}

// Checks what document.h says of blocks: in order, apart, not empty, without white space around them.
inline std::vector<std::string> shown(const Text& text, const std::vector<Block>& blocks) {
  std::vector<std::string> lines;
  ByteOffset end{0};
  for (const Block& block : blocks) {
    REQUIRE(block.span.begin >= end);
    REQUIRE(block.span.begin < block.span.end);
    REQUIRE(block.span.end <= text.whole().end);
    const std::string_view words = text[block.span];
    CHECK(words.find_first_of(" \n\t") != 0);
    CHECK(words.find_last_of(" \n\t") != words.size() - 1);
    end = block.span.end;
    lines.push_back(shown(text, block));
  }
  return lines;
}

inline std::vector<std::string> shown(const Document& document) {
  return shown(document.text, document.blocks);
}

}  // namespace codeboom::test
