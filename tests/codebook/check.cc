#include "codebook/check.h"

#include "message_keys/codebook.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

CodebookCheck check_of(const std::string& codes) {
  const auto codebook = parse_codebook("format: codeboom-codebook/1\nid: p\nversion: \"1\"\nsets:\n  ongebruikt: [niets]\ncodes:\n" + codes, "p");
  if (!codebook) FAIL(in_words(codebook.error().message, UserLanguage::en));
  const auto check = check_codebook(*codebook);
  REQUIRE(check.has_value());
  return *check;
}

bool warns(const CodebookCheck& check, MessageKey key) {
  for (const Message& warning : check.warnings) {
    if (warning.key == key) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("examples that do what they should leave nothing to report") {
  const auto check = check_of(
      "  - id: a\n    name: A\n    definition: d\n    examples: {positive: [Een podcast., Een vlog.], negative: [Een boek.]}\n"
      "    rules: ['podcast|vlog ^3']\n");
  CHECK(check.examples == 3);
  CHECK(check.not_run == 0);
  CHECK(check.faults.empty());
}

TEST_CASE("a missed example and a false alarm are told with what fired") {
  const auto check = check_of(
      "  - id: a\n    name: A\n    definition: d\n    examples: {positive: [Een podcast., Een krant.], negative: [Een vlog.]}\n"
      "    rules: ['podcast', 'vlog ^3']\n");
  REQUIRE(check.faults.size() == 3);
  CHECK(check.faults[0].kind == ExampleFault::Kind::missed);
  CHECK(check.faults[0].score == 2);
  CHECK(check.faults[0].rules == std::vector<std::string>{"a#1"});
  CHECK(check.faults[1].rules.empty());
  CHECK(check.faults[2].kind == ExampleFault::Kind::false_alarm);
  CHECK(check.faults[2].rules == std::vector<std::string>{"a#2"});
}

TEST_CASE("an example of a parent may be found by a child, and codes without rules are not run") {
  const auto check = check_of(
      "  - id: a\n    name: A\n    definition: d\n    examples: {positive: [Een podcast., Twee podcasts.], negative: [Een boek.]}\n"
      "    codes:\n      - {id: a.b, name: B, rules: ['podcast ^3']}\n"
      "  - id: c\n    name: C\n    examples: {positive: [Iets.], negative: []}\n");
  CHECK(check.examples == 3);
  CHECK(check.not_run == 1);
  CHECK(check.faults.empty());
}

TEST_CASE("what looks wrong in a codebook is warned about") {
  const auto check = check_of("  - {id: a, name: A, rules: ['x ^1', 'x ^1']}\n");
  CHECK(warns(check, msg::codebook_no_definition));
  CHECK(warns(check, msg::codebook_no_examples));
  CHECK(warns(check, msg::codebook_double_rule));
  CHECK(warns(check, msg::codebook_rule_without_threshold));
  CHECK(warns(check, msg::codebook_unused_set));
}
