// What is wrong in a rule: which error, at which piece, at which column.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/match/fixture.h"

namespace codeboom::match_test {
namespace {

struct Wrong {
  const char* rule;
  const char* key;  // without "rule."
  const char* piece;
  const char* column;
};

const std::vector<Wrong>& wrong_rules() {
  static const std::vector<Wrong> rows = {
      {"", "empty", "-", "-"},
      {" \t\n", "empty", "-", "-"},
      {"& b", "expected_term", "&", "1"},
      {"|b", "expected_term", "|", "1"},
      {"a | | b", "expected_term", "|", "5"},
      {"a & & b", "expected_term", "&", "5"},
      {"a &&& b", "expected_term", "&", "5"},
      {"a && &5 b", "expected_term", "&5", "6"},
      {"..3 a", "expected_term", "..3", "1"},
      {"a ..3 ..4 b", "expected_term", "..4", "7"},
      {"a ..3 & b", "expected_term", "&", "7"},
      {"a ..3 !b", "expected_term", "!", "7"},
      {"!b", "expected_term", "!", "1"},
      {"^3", "expected_term", "^3", "1"},
      {"a ! ^3", "expected_term", "^3", "5"},
      {"a !& b", "expected_term", "&", "4"},
      {"a = b", "expected_term", "=", "3"},
      {"a =", "expected_term", "=", "3"},
      {"==a", "expected_term", "=", "1"},
      {"a ()", "expected_term", ")", "4"},
      {"(a|) b", "expected_term", ")", "4"},
      {"(a ..2) b", "expected_term", ")", "7"},
      {"a |", "expected_term_at_end", "|", "3"},
      {"a &", "expected_term_at_end", "&", "3"},
      {"a &5", "expected_term_at_end", "&5", "3"},
      {"a &&", "expected_term_at_end", "&&", "3"},
      {"é ..3", "expected_term_at_end", "..3", "3"},
      {"a !", "expected_term_at_end", "!", "3"},
      {"a !&5", "expected_term_at_end", "&5", "4"},
      {"a (", "expected_term_at_end", "(", "3"},
      {"a .. b", "expected_number", "..", "3"},
      {"a ..0 b", "expected_number", "..0", "3"},
      {"a ..100 b", "expected_number", "..100", "3"},
      {"a ..99999999999999999999 b", "expected_number", "..99999999999999999999", "3"},
      {"zelf..kiezen", "expected_number", "..", "5"},
      {"zelf ...3 kiezen", "expected_number", "..", "6"},
      {"a &0 b", "expected_number", "&0", "3"},
      {"a &100 b", "expected_number", "&100", "3"},
      {"a !&100 b", "expected_number", "&100", "4"},
      {"a ^", "bad_strength", "^", "3"},
      {"a ^0", "bad_strength", "^0", "3"},
      {"a ^4", "bad_strength", "^4", "3"},
      {"a ^33", "bad_strength", "^33", "3"},
      {"ëë ^x", "bad_strength", "^x", "4"},
      {"a !b c", "after_end", "c", "6"},
      {"a !b & c", "after_end", "&", "6"},
      {"a !b ..2 c", "after_end", "..2", "6"},
      {"a ^3 b", "after_end", "b", "6"},
      {"a ^3 | b", "after_end", "|", "6"},
      {"a ^1 ^3", "two_strengths", "^3", "6"},
      {"a ^3 !b ^3", "two_strengths", "^3", "9"},
      {"a (b c", "unclosed_bracket", "(b c", "3"},
      {"(b|c ..2 d", "unclosed_bracket", "(b|c ..2 d", "1"},
      {"a)", "stray_bracket", ")", "2"},
      {") a", "stray_bracket", ")", "1"},
      {"a !b)", "stray_bracket", ")", "5"},
      {"(a b) c)", "stray_bracket", ")", "8"},
      {"(a (b c))", "nested_bracket", "(", "4"},
      {"((a b) c)", "nested_bracket", "(", "2"},
      {"(a & b)", "sign_in_bracket", "&", "4"},
      {"(a &3 b)", "sign_in_bracket", "&3", "4"},
      {"(a && b)", "sign_in_bracket", "&&", "4"},
      {"(a !b)", "sign_in_bracket", "!", "4"},
      {"(a ^3)", "sign_in_bracket", "^3", "4"},
      {"*", "wildcard_short", "*", "1"},
      {"**", "wildcard_short", "**", "1"},
      {"ab*", "wildcard_short", "ab*", "1"},
      {"één ën*", "wildcard_short", "ën*", "5"},
      {"*ab*", "wildcard_short", "*ab*", "1"},
      {"a--*", "wildcard_short", "a--*", "1"},
      {"e\u0301e\u0301*", "wildcard_short", "e\u0301e\u0301*", "1"},
      {"\u00AD\u00ADab*", "wildcard_short", "\u00AD\u00ADab*", "1"},
      {"a loop*baan", "wildcard_inside", "loop*baan", "3"},
      {"loop**", "wildcard_inside", "loop**", "1"},
      {"=loopbaan*", "wildcard_exact", "=loopbaan*", "1"},
      {"=*gesprek", "wildcard_exact", "=*gesprek", "1"},
      {"a /b", "unclosed_regex", "/b", "3"},
      {"a /", "unclosed_regex", "/", "3"},
      {"a //", "unclosed_regex", "//", "3"},
      {"a /b\\/", "unclosed_regex", "/b\\/", "3"},
      {"a /b\\", "unclosed_regex", "/b\\", "3"},
      {"a @", "bad_set_name", "@", "3"},
      {"a @Docent", "bad_set_name", "@Docent", "3"},
      {"ï @coördinator", "bad_set_name", "@coördinator", "3"},
      {"@ docent", "bad_set_name", "@", "1"},
      {"docent, mentor", "not_in_word", "docent,", "1"},
      {"docent,mentor", "not_in_word", "docent,mentor", "1"},
      {"a wat?", "not_in_word", "wat?", "3"},
      {"“goed”", "not_in_word", "“goed”", "1"},
      {"\"goed\"", "not_in_word", "\"goed\"", "1"},
      {"a [b]", "not_in_word", "[b]", "3"},
      {"- docent", "not_in_word", "-", "1"},
      {"doel: kiezen", "not_in_word", "doel:", "1"},
      {"a – b", "not_in_word", "–", "3"},
      {"ouder/ kind", "not_in_word", "ouder/", "1"},
      {"een; twee", "not_in_word", "een;", "1"},
      {"niets…", "not_in_word", "niets…", "1"},
  };
  return rows;
}

}  // namespace

TEST_CASE("every error of a rule names its piece and the column where it stands") {
  for (const Wrong& row : wrong_rules()) {
    CAPTURE(row.rule);
    const auto rule = parse_rule(row.rule);
    REQUIRE_FALSE(rule.has_value());
    const Error& error = rule.error();
    CHECK(error.kind == ErrorKind::bad_input);
    CHECK(name_of(error.message.key) == std::string("rule.") + row.key);
    CHECK(argument_of(error, "piece") == row.piece);
    CHECK(argument_of(error, "column") == row.column);
    CHECK(argument_of(error, "rule") == (row.key == std::string("empty") ? "-" : row.rule));
  }
}

TEST_CASE("the table of errors holds every error that a rule alone can have") {
  std::set<std::string> seen;
  for (const Wrong& row : wrong_rules()) seen.insert(row.key);
  CHECK(seen == std::set<std::string>{"empty", "expected_term", "expected_term_at_end", "expected_number",
                                      "bad_strength", "after_end", "two_strengths", "unclosed_bracket",
                                      "stray_bracket", "nested_bracket", "sign_in_bracket", "wildcard_short",
                                      "wildcard_inside", "wildcard_exact", "unclosed_regex", "bad_set_name",
                                      "not_in_word"});
}

TEST_CASE("an error of a rule is a whole sentence in Dutch and in English") {
  for (const Wrong& row : wrong_rules()) {
    CAPTURE(row.rule);
    const auto rule = parse_rule(row.rule);
    REQUIRE_FALSE(rule.has_value());
    for (const UserLanguage language : {UserLanguage::nl, UserLanguage::en}) {
      const std::string words = in_words(rule.error().message, language);
      CHECK(words.ends_with('.'));
      CHECK(words.find("{rule}") == std::string::npos);
      CHECK(words.find("{piece}") == std::string::npos);
      CHECK(words.find("{column") == std::string::npos);
    }
  }
}

TEST_CASE("a choice alone refuses everything that is more than one choice") {
  const std::vector<Wrong> rows = {
      {"", "empty", "-", "-"},
      {"een twee", "not_one_choice", "twee", "5"},
      {"één ..2 twee", "not_one_choice", "..2", "5"},
      {"een & twee", "not_one_choice", "&", "5"},
      {"een && twee", "not_one_choice", "&&", "5"},
      {"een !twee", "not_one_choice", "!", "5"},
      {"een ^3", "not_one_choice", "^3", "5"},
      {"een)", "not_one_choice", ")", "4"},
      {"een|", "expected_term_at_end", "|", "4"},
      {"(een", "unclosed_bracket", "(een", "1"},
      {"@Een", "bad_set_name", "@Een", "1"},
  };
  for (const Wrong& row : rows) {
    CAPTURE(row.rule);
    const auto choice = parse_choice(row.rule);
    REQUIRE_FALSE(choice.has_value());
    CHECK(name_of(choice.error().message.key) == std::string("rule.") + row.key);
    CHECK(argument_of(choice.error(), "piece") == row.piece);
    CHECK(argument_of(choice.error(), "column") == row.column);
  }
}

}  // namespace codeboom::match_test
