// What a looser form of a rule looks like, and that it finds no less.
#include "engine/match/looser.h"

#include <set>
#include <string>
#include <vector>

#include "tests/match/fixture.h"
#include "tests/match/random_rules.h"

namespace codeboom::match_test {
namespace {

std::string printed_forms(const Rule& rule) {
  std::string shown;
  for (const Rule& form : looser_forms(rule)) shown += (shown.empty() ? "" : " / ") + print_rule(form);
  return shown;
}

std::set<std::uint32_t> sentences_of(const std::string& rule, const Page& page) {
  Matcher matcher = matcher_of(source_of({rule}));
  std::set<std::uint32_t> sentences;
  for (const Match& match : matcher.matches(page.text, page.blocks)) sentences.insert(match.sentence);
  return sentences;
}

}  // namespace

TEST_CASE("a looser form differs from its rule in one place") {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"=PTA", "PTA"},
      {"app", ""},
      {"vlog", "*vlog / vlog*"},
      {"één", ""},
      {"*gesprek", ""},
      {"@docent", ""},
      {"/a+/", ""},
      {"vlog ^3", "*vlog ^3 / vlog* ^3"},
      {"app|=wat", "app|wat"},
      {"app wat", "app ..2 wat"},
      {"app ..3 wat ..97 nu", "app ..6 wat ..97 nu / app ..3 wat ..99 nu"},
      {"app ..99 wat", ""},
      {"(app =wat)", "(app wat) / (app ..2 =wat)"},
      {"app &5 wat", "app & wat / wat / app"},
      {"app & wat", "app && wat / wat / app"},
      {"app && wat", "wat / app"},
      {"app & app", "app && app / app"},
      {"app & wat &5 nu", "app && wat &5 nu / app & wat & nu / wat &5 nu / app & nu / app & wat"},
      {"app &5 wat &9 nu", "app & wat &9 nu / app &5 wat & nu / wat &9 nu / app &9 nu / app &5 wat"},
      {"app !wat !&5 nu", "app !&5 nu / app !wat"},
      {"app !=WAT ^1", "app ^1"},
      {"=leerling(en)", "leerling(en)"},
  };
  for (const auto& [rule, forms] : rows) {
    CAPTURE(rule);
    CHECK(printed_forms(rule_of(rule)) == forms);
  }
}

TEST_CASE("a looser form finds every sentence that its rule finds") {
  const RuleShape shape{.words = {"docent", "leerling", "vlog", "praten", "boek"},
                        .patterns = {"=vlog", "*gesprek", "=docenten"},
                        .sets = {},
                        .most_operands = 1,
                        .most_steps = 3};
  const std::vector<std::string> words = {"docent", "docenten", "leerlingen", "vlog", "praat", "boek", "gesprek", "de"};
  Dice dice(11);
  int found = 0;
  for (int i = 0; i < 300; ++i) {
    Rule rule = random_rule(dice, shape);
    rule.exclusions.clear();  // a longer match may come near what they exclude
    std::string text;
    for (int sentence = 0; sentence < 6; ++sentence) text += random_sentence(dice, words, 8) + ". ";
    const Page page = paragraph(text);
    const auto strict = sentences_of(print_rule(rule), page);
    found += static_cast<int>(strict.size());
    for (const Rule& form : looser_forms(rule)) {
      INFO(print_rule(rule) << " | " << print_rule(form) << " | " << text);
      const auto loose = sentences_of(print_rule(form), page);
      REQUIRE(std::includes(loose.begin(), loose.end(), strict.begin(), strict.end()));
    }
  }
  CHECK(found > 30);
}

TEST_CASE("every looser form can be printed and parsed, and none stands twice") {
  const RuleShape shape{.words = {"docent", "één-op-één", "mbo'er", "(studie)keuze", "leerling(en)", "10,5", "en/of"},
                        .patterns = {"=PTA", "=mbo’er", "loopbaan*", "*keuze*", "/(leer|werk)plek/", "=(studie)keuze"},
                        .sets = {"docent"},
                        .most_operands = 4,
                        .most_steps = 4};
  Dice dice(20261127);
  for (int i = 0; i < 500; ++i) {
    const Rule rule = random_rule(dice, shape);
    std::set<std::string> printed{print_rule(rule)};
    for (const Rule& form : looser_forms(rule)) {
      CAPTURE(print_rule(form));
      REQUIRE(rule_of(print_rule(form)) == form);
      REQUIRE(printed.insert(print_rule(form)).second);
    }
  }
}

}  // namespace codeboom::match_test
