// What holds for tokens holds for every document that is shipped.
#include <algorithm>

#include "corpus/read/read.h"
#include "tests/catch.h"
#include "tests/language/token_checks.h"

using namespace codeboom;

namespace {

std::vector<std::string> shipped_documents() {
  const auto found = find_documents({std::string(CODEBOOM_SOURCE_DIR) + "/corpus/voorbeelden"});
  REQUIRE(found.has_value());
  return *found;
}

}  // namespace

TEST_CASE("the tokens of every shipped document partition its text and are the text at their place") {
  const auto paths = shipped_documents();
  CHECK(paths.size() >= 30);
  for (const std::string& path : paths) {
    INFO(path);
    const auto document = read_document(path);
    REQUIRE(document.has_value());
    const tests::Tokenised tokenised{document->text, document->blocks, tokenise(document->text, document->blocks)};
    CHECK(tokenised.tokens.tokens.size() > 250);
    tests::check_invariants(tokenised);
    for (const Token& token : tokenised.tokens.tokens) {
      const CodePointSpan points = document->text.to_code_points(token.span);
      const auto back = document->text.to_bytes(points);
      REQUIRE(back.has_value());
      const std::string_view surface = document->text[*back];
      CHECK(surface == document->text[token.span]);
      CHECK(surface.find_first_of(" \n\t") == std::string_view::npos);
      CHECK_FALSE(surface.empty());
    }
  }
}
