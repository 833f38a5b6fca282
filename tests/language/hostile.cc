// Input that no person writes: every property still holds, and nothing takes more than linear time.
#include "engine/language/words.h"
#include "tests/catch.h"
#include "tests/language/token_checks.h"

namespace codeboom::tests {
namespace {

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

constexpr std::size_t megabyte = 1'000'000;

}  // namespace

TEST_CASE("a megabyte of anything keeps the properties of tokens") {
  const std::vector<std::string> pieces = {
      "a",      "1",         ".",        "-",        "'",      "(",      "a.",     "a-",     "-a",
      "a'",     "(a",        "(a)",      "a(b)",     "[",      "#",      "*",      "@",      "a@",
      "a.a@",   "www.",      "http://a", "a/",       "1/",     "1,",     "1-",     "ID#",    "e.d.",
      "a.b.",   "!?",        "\"",       "…",        "\u00AD", "\u200D", "\u200B", "\u0301", "e\u0301",
      "😀",      "👩\u200D",   "🇳",        "العربية ", "漢字",   "ß",      "İ",      "’",      "„",
      "–",      "\u00A0",    "\t",       "\n",       "a\n\n",  "• ",     "## ",    "**",     "| ",
      "a- en ", "a, -b en ", "a_b&C",    "\uFEFF",   "t/m",    "en/of/",
  };
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    const std::string text = repeated(piece, megabyte);
    check_invariants(tokenised_as(text, BlockKind::paragraph));
  }
}

TEST_CASE("mixed signs keep the properties of tokens") {
  // Every piece next to every other one, as a paragraph, a table row and plain text.
  const std::vector<std::string> pieces = {
      "a",      "Z", "1", ".", "-", "'",  "’",  "(",   ")",    "[",    "]",  "#",  "*",      "@",
      "/",      "%", ",", "!", "…", "\"", "|",  "&",   "_",    " ",    "\n", "\t", "\u00AD", "\u200D",
      "\u0301", "é", "😀", "ع", "•", "–",  "en", "ID#", "www.", "etc.", "'s", "-en"};
  for (const std::string& first : pieces) {
    std::string text;
    for (const std::string& second : pieces) {
      for (const std::string& third : pieces) text += first + second + third + first + " ";
    }
    CAPTURE(first);
    check_invariants(tokenised_as(text, BlockKind::paragraph));
    check_invariants(tokenised_as(text, BlockKind::table_row));
    check_invariants(tokenised(text));
  }
}

TEST_CASE("empty text and blocks without words have no sentences") {
  CHECK(tokenised("").tokens.sentences.empty());
  CHECK(tokenised_as(" \n\t ", BlockKind::paragraph).tokens.tokens.empty());
  CHECK(tokenised_as("## ", BlockKind::heading).tokens.sentences.empty());
}

TEST_CASE("any string can be analysed as a word") {
  const std::vector<std::string> words = {"",      "-",      "--",     "()",    "(",       ")",      "'",
                                          "'s",    "\u00AD", "\u0301", "😀",     "العربية", "a-",     "(a)",
                                          "((a))", "]a[",    "-(-)-",  "ge",    "geed",    "geeerd", "'tje",
                                          "-en",   ".",      "İ",      "\u200D"};
  for (const std::string& word : words) {
    CAPTURE(word);
    const WordForms forms = analyse(word);
    CHECK(!forms.search_forms.empty());
    CHECK(!forms.lemmas.empty());
    CHECK(!lemmas_of(word).empty());
    compound_parts(word);
    separable_verb(word);
  }
}

TEST_CASE("a word of a megabyte is its own lemma") {
  for (const char* piece : {"a", "les", "-", "a-", "é", "(a)", "'", "loopbaan", "ge"}) {
    const std::string word = repeated(piece, megabyte);
    CAPTURE(piece);
    CHECK(analyse(word).lemmas.size() <= 2);
    CHECK(lemmas_of(word).size() <= 2);
    CHECK(compound_parts(word).size() <= megabyte);
  }
}

}  // namespace codeboom::tests
