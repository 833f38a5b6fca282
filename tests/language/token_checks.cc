#include "tests/language/token_checks.h"

#include <algorithm>
#include <array>

#include "corpus/read/read.h"
#include "tests/catch.h"

namespace codeboom::tests {
namespace {

std::string_view text_between(const Tokenised& tokenised, std::uint32_t begin, std::uint32_t end) {
  return tokenised.text[Span{{begin}, {end}}];
}

// Between tokens stands white space, or the markup of headings and bold words.
bool is_no_content(std::string_view between) {
  static constexpr std::array<std::string_view, 5> spaces = {"\u00A0", "\u2003", "\u3000", "\u2028",
                                                             "\u1680"};
  while (!between.empty()) {
    const auto space =
        std::ranges::find_if(spaces, [&](std::string_view s) { return between.starts_with(s); });
    if (space == spaces.end() && std::string_view(" \t\n*#").find(between.front()) == std::string_view::npos)
      return false;
    between.remove_prefix(space == spaces.end() ? 1 : space->size());
  }
  return true;
}

bool is_boundary(const std::string& utf8, std::uint32_t at) {
  return at == utf8.size() || (static_cast<unsigned char>(utf8[at]) & 0xC0) != 0x80;
}

void check_tokens(const Tokenised& tokenised) {
  const std::vector<Token>& tokens = tokenised.tokens.tokens;
  const std::string& utf8 = tokenised.text.utf8();
  bool sound = true;
  std::uint32_t last = 0;
  for (const Token& token : tokens) {
    sound &= token.span.begin < token.span.end && last <= token.span.begin.value;
    sound &= is_boundary(utf8, token.span.begin.value) && is_boundary(utf8, token.span.end.value);
    sound &= token.completed < static_cast<std::int32_t>(tokenised.tokens.completed.size());
    last = token.span.end.value;
  }
  CHECK(sound);
  CHECK(last <= utf8.size());
}

void check_coverage(const Tokenised& tokenised) {
  const std::vector<Token>& tokens = tokenised.tokens.tokens;
  std::size_t next = 0;
  bool covered = true;
  for (const Block& block : tokenised.blocks) {
    std::uint32_t at = block.span.begin.value;
    for (; next < tokens.size() && tokens[next].span.end <= block.span.end; ++next) {
      covered &= is_no_content(text_between(tokenised, at, tokens[next].span.begin.value));
      at = tokens[next].span.end.value;
    }
    covered &= is_no_content(text_between(tokenised, at, block.span.end.value));
  }
  CHECK(covered);
  CHECK(next == tokens.size());
}

void check_sentences(const Tokenised& tokenised) {
  const std::vector<Token>& tokens = tokenised.tokens.tokens;
  std::uint32_t next = 0;
  bool sound = true;
  for (const Sentence& sentence : tokenised.tokens.sentences) {
    sound &= sentence.first_token == next && sentence.first_token < sentence.end_token;
    sound &= sentence.end_token <= tokens.size() && sentence.block < tokenised.blocks.size();
    if (!sound) break;
    sound &= sentence.span.begin == tokens[sentence.first_token].span.begin;
    sound &= sentence.span.end == tokens[sentence.end_token - 1].span.end;
    const Span block = tokenised.blocks[sentence.block].span;
    sound &= block.begin <= sentence.span.begin && sentence.span.end <= block.end;
    next = sentence.end_token;
  }
  CHECK(sound);
  CHECK(next == tokens.size());
}

}  // namespace

Tokenised tokenised(const std::string& utf8) {
  Tokenised result;
  result.text = Text::from_utf8(utf8).value();
  result.blocks = plain_blocks(result.text, result.text.whole());
  result.tokens = tokenise(result.text, result.blocks);
  return result;
}

Tokenised tokenised_as(const std::string& utf8, BlockKind kind) {
  Tokenised result;
  result.text = Text::from_utf8(utf8).value();
  result.blocks = {{kind, 0, result.text.whole()}};
  result.tokens = tokenise(result.text, result.blocks);
  return result;
}

void check_invariants(const Tokenised& tokenised) {
  check_tokens(tokenised);
  check_coverage(tokenised);
  check_sentences(tokenised);
}

std::string shown(const Tokenised& tokenised) {
  std::string line;
  for (const Sentence& sentence : tokenised.tokens.sentences) {
    if (!line.empty()) line += " | // | ";
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (i > sentence.first_token) line += " | ";
      line += tokenised.text[tokenised.tokens.tokens[i].span];
    }
  }
  return line;
}

std::string completion(const Tokenised& tokenised, const std::string& surface) {
  for (const Token& token : tokenised.tokens.tokens) {
    if (tokenised.text[token.span] != surface || token.completed < 0) continue;
    return tokenised.tokens.completed[static_cast<std::size_t>(token.completed)];
  }
  return "";
}

}  // namespace codeboom::tests
