#include "codebook/gold.h"

#include "message_keys/codebook.h"
#include "tests/match/fixture.h"

using namespace codeboom;
using namespace codeboom::match_test;

namespace {

Codebook codebook() {
  return valid(parse_codebook("format: codeboom-codebook/1\nid: p\nversion: \"1\"\ncodes:\n  - id: a\n    name: A\n  - id: b\n    name: B\n", "p"));
}

}  // namespace

TEST_CASE("gold phrases are read with their codes in order, each once; blank lines and other fields do not matter") {
  const auto phrases = valid(read_gold("{\"text\":\"één\",\"codes\":[\"b\",\"a\",\"b\"],\"x\":1}\n\n{\"codes\":[],\"text\":\"\"}\r\n", "g", codebook()));
  REQUIRE(phrases.size() == 2);
  CHECK(phrases[0].text == "één");
  CHECK(phrases[0].codes == std::vector<std::uint32_t>{0, 1});
  CHECK(phrases[1].line == 3);
  CHECK(phrases[1].codes.empty());
}

TEST_CASE("a gold line that cannot be read is told with its line and field") {
  const struct {
    const char* line;
    MessageKey key;
    const char* field;
  } wrong[] = {{"text", msg::codings_not_json, "-"},
               {"[1]", msg::codings_not_json, "-"},
               {"{\"codes\":[]}", msg::codings_missing_field, "text"},
               {"{\"text\":\"x\"}", msg::codings_missing_field, "codes"},
               {"{\"text\":5,\"codes\":[]}", msg::codings_bad_field, "text"},
               {"{\"text\":\"x\",\"codes\":\"a\"}", msg::codings_bad_field, "codes"},
               {"{\"text\":\"x\",\"codes\":[1]}", msg::codings_bad_field, "codes"},
               {"{\"text\":\"x\",\"codes\":[\"c\"]}", msg::gold_unknown_code, "-"}};
  for (const auto& [line, key, field] : wrong) {
    INFO(line);
    const auto read = read_gold("{\"text\":\"goed\",\"codes\":[\"a\"]}\n" + std::string(line) + "\n", "g", codebook());
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().message.key == key);
    CHECK(argument_of(read.error(), "line") == "2");
    CHECK(argument_of(read.error(), "field") == field);
  }
}
