// Rules and texts made to be slow. Nothing here looks at a clock: what explodes does not end before the test
// runner's limit.
#include <string>
#include <vector>

#include "tests/match/labels.h"

namespace codeboom::match_test {
namespace {

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (; times > 0; --times) text += piece;
  return text;
}

// One sentence.
const Page& long_sentence() {
  static const Page page = paragraph(repeated("docent ", 100000) + "mentor.");
  return page;
}

std::size_t spans_of(const std::string& rule, const Page& page, const Sets& sets = {}) {
  Matcher matcher = matcher_of(source_of({rule}, sets));
  std::size_t spans = 0;
  for (const Match& match : matcher.matches(page.text, page.blocks)) spans += match.spans.size();
  return spans;
}

}  // namespace

TEST_CASE("gaps in a very long sentence do not multiply") {
  CHECK(spans_of("docent ..99 mentor", long_sentence()) == 1);
  CHECK(spans_of("docent ..99 docent ..99 docent ..99 docent ..99 mentor", long_sentence()) == 1);
  CHECK(spans_of("docent ..99 docent ..99 docent ..99 docent ..99 ouder", long_sentence()) == 0);
  CHECK(spans_of("docent" + repeated(" ..99 docent", 40) + " ouder", long_sentence()) == 0);
  CHECK(spans_of("docent" + repeated(" ..1 docent", 60) + " ouder", long_sentence()) == 0);
  CHECK(spans_of("docent" + repeated(" docent", 60) + " ouder", long_sentence()) == 0);
  CHECK(spans_of("(docent ..99 docent) ..99 (docent ..99 docent|mentor) ..99 ouder", long_sentence()) == 0);
  CHECK(spans_of("docent" + repeated("|(docent ..9 docent)", 20) + " ouder", long_sentence()) == 0);
}

TEST_CASE("words near each other in a very long sentence are not looked up pair by pair") {
  CHECK(spans_of("docent &5 mentor", long_sentence()) == 7);
  CHECK(spans_of("mentor &5 docent", long_sentence()) == 7);
  CHECK(spans_of("docent &99 docent", long_sentence()) == 100000);
  CHECK(spans_of("docent &3 docent &3 docent &3 mentor", long_sentence()) == 13);
  CHECK(spans_of("docent !&5 mentor", long_sentence()) == 99994);
  CHECK(spans_of("docent !&5 docent", long_sentence()) == 0);
  CHECK(spans_of("mentor !&5 ouder !ouder", long_sentence()) == 1);
  CHECK(spans_of("docent & mentor", long_sentence()) == 100001);
}

TEST_CASE("negations in a very long sentence are not looked up pair by pair") {
  const Page page = paragraph(repeated("geen docent ", 30000) + ".");
  Matcher matcher = matcher_of(source_of({"docent ^3"}));
  Suggestions result;
  matcher.suggest(page.text, page.blocks, result);
  REQUIRE(result.suggestions.size() == 1);
  CHECK(result.evidence.size() == 30000);
  const Page far = paragraph(repeated("docent ", 30000) + repeated("en ", 10) + repeated("niet ", 30000));
  matcher.suggest(far.text, far.blocks, result);
  REQUIRE(result.suggestions.size() == 1);
  CHECK_FALSE(has(result.suggestions[0].flags, Flag::negation));
}

TEST_CASE("a very long paragraph is not searched again for each of its sentences") {
  const Page page = paragraph(repeated("De docent. De mentor. ", 10000));
  CHECK(spans_of("docent && mentor", page) == 20000);
  CHECK(spans_of("docent && ouder", page) == 0);
  CHECK(spans_of("mentor && docent ..9 de && docent", page) == 0);
}

TEST_CASE("the heading above is not searched for again for each sentence of a very long document") {
  const Page page = paragraph(repeated("De docent. ", 30000));
  CHECK(suggested({{{"docent ^3"}, 3, -1, "ouder"}}, page) == "");
}

TEST_CASE("a rule of very many steps, alternatives, operands or exclusions is a rule") {
  const Page page = paragraph("De docent en de mentor.");
  CHECK(spans_of("docent" + repeated(" ..99 docent", 20000), page) == 0);
  CHECK(spans_of("docent" + repeated(" docent", 20000), page) == 0);
  CHECK(spans_of("docent" + repeated(" & mentor", 20000), page) == 2);
  CHECK(spans_of("docent" + repeated(" &9 mentor", 5000), page) == 2);
  CHECK(spans_of("docent" + repeated(" && mentor", 5000), page) == 2);
  CHECK(spans_of("docent" + repeated(" !ouder", 5000), page) == 1);
  CHECK(spans_of("docent" + repeated("|mentor", 20000), page) == 2);
  CHECK(spans_of(std::string(100000, 'x'), page) == 0);
  CHECK(spans_of("*" + std::string(100000, 'x') + "*", page) == 0);
}

TEST_CASE("thousands of alternatives in a set are found, each") {
  std::string terms, text;
  std::vector<std::string> members;
  for (int i = 0; i < 1000; ++i) {
    const std::string number = std::to_string(1000 + i);
    terms += (i > 0 ? "|woord" : "woord") + number;
    members.push_back("begin" + number + "*|*eind" + number + "|*midden" + number + "*|(twee woord" + number +
                      ")");
    text += "woord" + number + " begin" + number + "x xeind" + number + " xmidden" + number + "x twee woord" +
            number + " ";
  }
  const Page page = paragraph(text);
  CHECK(spans_of(terms, page) == 2000);
  CHECK(spans_of("@veel", page, {{"veel", members}}) == 4000);
  CHECK(spans_of("@veel ..1 @veel", page, {{"veel", members}}) == 1);
}

TEST_CASE("sets that hold others twice, many times over, do not double each time") {
  RuleSetSource source = source_of({"@s0", "(@p0)"});
  for (int i = 0; i < 60; ++i) {
    const std::string next = std::to_string(i + 1);
    source.sets["s" + std::to_string(i)] = {choice_of("@s" + next), choice_of("@s" + next + "|@s" + next)};
    source.sets["p" + std::to_string(i)] = {choice_of("(@p" + next + " @p" + next + ")")};
  }
  source.sets["s60"] = source.sets["p60"] = {choice_of("docent")};
  Matcher matcher = matcher_of(source);
  CHECK(found_by(matcher, paragraph("De docent docent.")) == "[docent] [docent]");
}

TEST_CASE("a chain of sets may be long") {
  RuleSetSource source = source_of({"@s0"});
  for (int i = 0; i < 1000; ++i)
    source.sets["s" + std::to_string(i)] = {choice_of("@s" + std::to_string(i + 1))};
  source.sets["s1000"] = {choice_of("docent")};
  Matcher matcher = matcher_of(source);
  CHECK(found_by(matcher, paragraph("De docent.")) == "[docent]");
}

TEST_CASE("a regular expression that explodes on a word does not match it") {
  CHECK(found("/(a+)+b/", std::string(60, 'a') + "c docent") == "");
  CHECK(found("/((a|aa)+)+b/", std::string(200, 'a') + "! docent") == "");
  CHECK(found("docent|/(a+)+b/", std::string(60, 'a') + "c docent") == "[docent]");
}

}  // namespace codeboom::match_test
