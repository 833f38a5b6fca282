// The canonical form, and that nothing is lost in it.
#include <string>
#include <vector>

#include "tests/match/fixture.h"
#include "tests/match/random_rules.h"

namespace codeboom::match_test {

TEST_CASE("a rule is printed in its canonical form") {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"docent", "docent"},
      {"  docent|  mentor ", "docent|mentor"},
      {"zelf..3 kiezen", "zelf ..3 kiezen"},
      {"a&b", "a & b"},
      {"a&5 b", "a &5 b"},
      {"a&&b", "a && b"},
      {"a&,b", "a &, b"},
      {"a!,b|c !d", "a !, b|c !d"},
      {">a|>@b >(c  d)", ">a|>@b >(c d)"},
      {"> a", "> a"},
      {"( rol   spelen )|taak", "(rol spelen)|taak"},
      {"rol ^3 ! spelen", "rol !spelen ^3"},
      {"rol !& 5", "-"},
      {"rol !&5 x ^2", "rol !&5 x"},
      {"=PTA *gesprek loopbaan* *keuze* /a\\/b/", "=PTA *gesprek loopbaan* *keuze* /a\\/b/"},
      {"(studie)keuze|(open dag)", "(studie)keuze|(open dag)"},
  };
  for (const auto& [written, printed] : rows) {
    CAPTURE(written);
    const auto rule = parse_rule(written);
    CHECK((rule ? print_rule(*rule) : "-") == printed);
  }
}

TEST_CASE("a rule that is printed and parsed is the same rule") {
  const RuleShape shape{.words = {"docent", "één-op-één", "mbo'er", "d.m.v.", "21e", "5", "(studie)keuze",
                                  "leerling(en)", "10,5", "en/of"},
                        .patterns = {"=PTA", "=mbo’er", "loopbaan*", "*gesprek", "*keuze*", "lob-*",
                                     "/(leer|werk)plek/", "/a\\/b & c/", "=21e"},
                        .sets = {"docent", "vo_2", "a-b"},
                        .most_operands = 5,
                        .most_steps = 5};
  Dice dice(20250701);
  for (int i = 0; i < 5000; ++i) {
    const Rule rule = random_rule(dice, shape);
    const std::string printed = print_rule(rule);
    CAPTURE(printed);
    const Rule parsed = rule_of(printed);
    REQUIRE(parsed == rule);
    REQUIRE(print_rule(parsed) == printed);
    const Choice choice = random_choice(dice, shape);
    CAPTURE(print_choice(choice));
    REQUIRE(choice_of(print_choice(choice)) == choice);
  }
}

TEST_CASE("whatever is typed is a rule or an error, and a rule prints to itself") {
  Dice dice(7);
  int rules = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random_signs(dice, 1 + dice.below(12));
    CAPTURE(text);
    const auto rule = parse_rule(text);
    static_cast<void>(parse_choice(text));
    if (!rule) continue;
    ++rules;
    REQUIRE(rule_of(print_rule(*rule)) == *rule);
  }
  CHECK(rules > 500);
}

}  // namespace codeboom::match_test
