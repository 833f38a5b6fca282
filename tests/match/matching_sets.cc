// Named sets: resolved through each other, and what is wrong with them.
#include "tests/match/rows.h"

namespace codeboom::match_test {
namespace {

std::string compile_error(const std::vector<std::string>& rules, const Sets& sets) {
  const auto compiled = RuleSet::compile(source_of(rules, sets));
  if (compiled) return "no error";
  CHECK(compiled.error().kind == ErrorKind::bad_input);
  return std::string(name_of(compiled.error().message.key)) + " " + argument_of(compiled.error(), "piece");
}

}  // namespace

TEST_CASE("a set stands for its members and those of the sets in it") {
  const Sets sets = {{"docent", {"docent|leraar", "@team", "(juf|meester van groep)"}},
                     {"team", {"mentor", "=LOB'er", "*coach", "/dec.+/"}},
                     {"alles", {"@docent", "@team", "ouder"}},
                     {"niets", {}}};
  check_rows(
      {
          {"@docent", "De leraren en mentoren.", "[leraren] [mentoren]"},
          {"@docent", "De juf van groep acht.", "[juf van groep]"},
          {"@docent", "De juf.", ""},
          {"@docent", "De LOB’er, de lob'er, de loopbaancoach en de decaan.",
           "[LOB’er] [loopbaancoach] [decaan]"},
          {"@alles ..1 praten", "Ouders praten, meester van groep praat.",
           "[Ouders praten] [meester van groep praat]"},
          {"x|@team|y", "Een mentor.", "[mentor]"},
          {"(@team begeleiden)", "De mentor begeleidt.", "[mentor begeleidt]"},
          {"klas !@team", "De klas van de mentor.", ""},
          {"klas !&1 @docent", "De klas, juf van groep acht.", ""},
          {"klas & @niets", "De klas.", ""},
          {"klas !@niets", "De klas.", "[klas]"},
          {"@niets", "De klas.", ""},
          {"klas @niets|acht", "Klas acht.", "[Klas acht]"},
      },
      sets);
}

TEST_CASE("a set that does not exist is an error that names it") {
  CHECK(compile_error({"@docent"}, {}) == "rule.unknown_set docent");
  CHECK(compile_error({"a & (b @docent)"}, {}) == "rule.unknown_set docent");
  CHECK(compile_error({"a !@docent"}, {}) == "rule.unknown_set docent");
  CHECK(compile_error({"@a"}, {{"a", {"x", "@b"}}}) == "rule.unknown_set b");
  CHECK(compile_error({"x"}, {{"a", {"(x @b)"}}}) == "rule.unknown_set b");
}

TEST_CASE(
    "a set that contains itself is an error, also through others, through a phrase and when nothing uses "
    "it") {
  CHECK(compile_error({"@a"}, {{"a", {"@a"}}}) == "rule.set_cycle a");
  CHECK(compile_error({"@a"}, {{"a", {"x|@b"}}, {"b", {"@c"}}, {"c", {"y", "@a"}}}) == "rule.set_cycle a");
  CHECK(compile_error({"@a"}, {{"a", {"(rol @a)"}}}) == "rule.set_cycle a");
  CHECK(compile_error({"@a"}, {{"a", {"(rol @b)"}}, {"b", {"@a"}}}) == "rule.set_cycle a");
  CHECK(compile_error({"x"}, {{"a", {"@b"}}, {"b", {"@a"}}}) == "rule.set_cycle a");
  CHECK(compile_error({"@a"}, {{"a", {"@b", "@b"}}, {"b", {"x"}}}) == "no error");
}

TEST_CASE("the error of a cycle shows the way round") {
  const auto compiled =
      RuleSet::compile(source_of({"@x"}, {{"x", {"@z"}}, {"z", {"@y"}}, {"y", {"k", "@z"}}}));
  REQUIRE_FALSE(compiled.has_value());
  CHECK(argument_of(compiled.error(), "path") == "@z > @y > @z");
}

TEST_CASE("sets are looked up in everything that a label may hold") {
  for (int place = 0; place < 3; ++place) {
    CAPTURE(place);
    RuleSetSource source = source_of({"x"});
    const Choice unknown = choice_of("x|(y @geen)");
    if (place == 0) source.labels[0].requires_any = unknown;
    if (place == 1) source.labels[0].suppressed_by = unknown;
    if (place == 2) source.skip_sections.push_back(unknown);
    const auto compiled = RuleSet::compile(source);
    REQUIRE_FALSE(compiled.has_value());
    CHECK(name_of(compiled.error().message.key) == "rule.unknown_set");
  }
}

TEST_CASE("a regular expression that is not valid is an error that names it") {
  for (const char* expression : {"/(/", "/[a/", "/a**/", "/(?<n/", "/a{2,1}/"}) {
    CAPTURE(expression);
    const std::string inside = std::string(expression).substr(1, std::string(expression).size() - 2);
    CHECK(compile_error({expression}, {}) == "rule.bad_regex " + inside);
    CHECK(compile_error({"x"}, {{"a", {expression}}}) == "rule.bad_regex " + inside);
  }
}

}  // namespace codeboom::match_test
