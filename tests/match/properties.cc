// What holds for any rules and any text.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tests/match/fixture.h"
#include "tests/match/random_rules.h"
#include "tests/match/slow_matcher.h"

namespace codeboom::match_test {
namespace {

const RuleShape& shape() {
  static const RuleShape few_words{
      .words = {"docent", "mentor", "samenwerken", "kiezen", "zelf", "gesprek", "ouder", "werken", "samen"},
      .patterns = {"=PTA", "=kiest", "loopbaan*", "*gesprek", "*keuze*", "/[a-m]e?.*/", "=docenten"},
      .sets = {"mens", "doen", "alles"}};
  return few_words;
}

const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> words = {
      "docent", "docenten",    "mentor", "samenwerken", "samen", "werken", "werkt",
      "te",     "kiezen",      "kiest",  "zelf",        "Zelf",  "PTA",    "gesprek",
      "ouder",  "studiekeuze", "en",     "hier",        "samen", "werken", "loopbaangesprek"};
  return words;
}

RuleSetSource random_source(Dice& dice, std::uint32_t rules, std::uint32_t labels = 1) {
  RuleSetSource source;
  for (const char* member : {"docent|mentor", "ouder"}) source.sets["mens"].push_back(choice_of(member));
  for (const char* member : {"kiezen", "(samen werken)", "samenwerken"})
    source.sets["doen"].push_back(choice_of(member));
  for (const char* member : {"@mens", "@doen|zelf"}) source.sets["alles"].push_back(choice_of(member));
  for (std::uint32_t i = 0; i < labels; ++i) {
    LabelOptions& label = source.labels.emplace_back();
    if (i > 0 && !dice.one_in(4)) label.parent = static_cast<std::int32_t>(dice.below(i));
    label.threshold = static_cast<float>(1 + dice.below(5));
    if (dice.one_in(4)) label.requires_any = random_choice(dice, shape());
    if (dice.one_in(4)) label.suppressed_by = random_choice(dice, shape());
  }
  for (; rules > 0; --rules) source.rules.push_back({dice.below(labels), random_rule(dice, shape())});
  return source;
}

Page random_page(Dice& dice) {
  static constexpr BlockKind kinds[] = {BlockKind::paragraph, BlockKind::paragraph, BlockKind::heading,
                                        BlockKind::bullet, BlockKind::question};
  std::vector<Piece> pieces;
  for (std::uint32_t block = 1 + dice.below(4); block > 0; --block) {
    std::string text;
    for (std::uint32_t sentence = 1 + dice.below(4); sentence > 0; --sentence) {
      // Places of words are kept differently from the 64th on.
      const std::uint32_t words = dice.one_in(12) ? 60 + dice.below(12) : 1 + dice.below(12);
      text += (text.empty() ? "" : " ") + random_sentence(dice, vocabulary(), words);
    }
    pieces.push_back({dice.pick(kinds), 1, text});
  }
  return page_of(pieces);
}

// What one rule found, readable in a failed test.
std::string only(const std::vector<Match>& matches, std::uint32_t rule, const Text& text) {
  std::string shown;
  for (const Match& match : matches) {
    if (match.rule != rule) continue;
    shown += "sentence " + std::to_string(match.sentence) + ":";
    for (const Span span : match.spans) {
      shown += " " + std::to_string(span.begin.value) + "[" + std::string(text[span]) + "]";
    }
    shown += "\n";
  }
  return shown;
}

}  // namespace

TEST_CASE("in a set of many rules each finds what it finds alone, and what the slow way finds") {
  Dice dice(1);
  std::size_t found = 0;
  for (int round = 0; round < 30; ++round) {
    const RuleSetSource source = random_source(dice, 40);
    Matcher together = matcher_of(source);
    for (int pages = 0; pages < 4; ++pages) {
      const Page page = random_page(dice);
      CAPTURE(page.text.utf8());
      const SlowPage slow = slow_page(page.text, page.blocks);
      const auto matches = together.matches(page.text, page.blocks);
      found += matches.size();
      for (std::uint32_t rule = 0; rule < source.rules.size(); ++rule) {
        CAPTURE(print_rule(*source.rules[rule].rule));
        RuleSetSource one = source;
        one.rules = {source.rules[rule]};
        const std::string of_rule = only(matches, rule, page.text);
        REQUIRE(of_rule == only(slow_matches(*source.rules[rule].rule, source, slow), 0, page.text));
        if (pages == 0)
          REQUIRE(of_rule == only(matcher_of(one).matches(page.text, page.blocks), 0, page.text));
      }
    }
  }
  CHECK(found > 1500);  // or the rules were too strange to find anything
}

TEST_CASE("the order of the rules does not change what each finds") {
  Dice dice(2);
  for (int round = 0; round < 40; ++round) {
    const RuleSetSource source = random_source(dice, 30);
    std::vector<std::uint32_t> order(source.rules.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::uint32_t i = 0; i < order.size(); ++i) std::swap(order[i], order[dice.below(i + 1)]);
    RuleSetSource shuffled = source;
    for (std::uint32_t i = 0; i < order.size(); ++i) shuffled.rules[i] = source.rules[order[i]];
    const Page page = random_page(dice);
    const auto matches = matcher_of(source).matches(page.text, page.blocks);
    const auto other = matcher_of(shuffled).matches(page.text, page.blocks);
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      REQUIRE(only(other, i, page.text) == only(matches, order[i], page.text));
    }
  }
}

TEST_CASE("a matcher that has read other documents gives what a fresh one gives") {
  Dice dice(3);
  for (int round = 0; round < 15; ++round) {
    const RuleSetSource source = random_source(dice, 40, 12);
    const RuleSet rules = valid(RuleSet::compile(source));
    Matcher used(rules);
    Suggestions of_used;
    for (int pages = 0; pages < 20; ++pages) {
      const Page page = random_page(dice);
      CAPTURE(page.text.utf8());
      Matcher fresh(rules);
      Suggestions of_fresh;
      if (dice.one_in(2)) static_cast<void>(used.matches(page.text, page.blocks));
      used.suggest(page.text, page.blocks, of_used);
      fresh.suggest(page.text, page.blocks, of_fresh);
      REQUIRE(of_used == of_fresh);
      REQUIRE(used.matches(page.text, page.blocks) == fresh.matches(page.text, page.blocks));
      REQUIRE(used.tokens().tokens == tokenise(page.text, page.blocks).tokens);
    }
  }
}

TEST_CASE("every suggestion has its evidence, its threshold and the score of its rules") {
  Dice dice(4);
  std::size_t seen = 0;
  for (int round = 0; round < 140; ++round) {
    const RuleSetSource source = random_source(dice, 40, 12);
    const Page page = random_page(dice);
    CAPTURE(page.text.utf8());
    Matcher matcher = matcher_of(source);
    Suggestions result;
    matcher.suggest(page.text, page.blocks, result);
    std::optional<Suggestion> last;
    for (const Suggestion& suggestion : result.suggestions) {
      ++seen;
      REQUIRE(suggestion.score >= source.labels[suggestion.label].threshold);
      REQUIRE(suggestion.first_evidence < suggestion.end_evidence);
      std::vector<std::uint32_t> rules;
      for (std::uint32_t i = suggestion.first_evidence; i < suggestion.end_evidence; ++i) {
        rules.push_back(result.evidence.at(i).rule);
      }
      REQUIRE(std::is_sorted(rules.begin(), rules.end()));
      rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
      int score = 0;
      bool borrowed = false;
      for (const std::uint32_t rule : rules) {
        score += source.rules[rule].rule->strength;
        borrowed = borrowed || source.rules[rule].label != suggestion.label;
      }
      REQUIRE(suggestion.score == static_cast<float>(score));
      if (has(suggestion.flags, Flag::back_off)) REQUIRE(borrowed);
      if (last && last->span == suggestion.span) {
        REQUIRE((last->score > suggestion.score ||
                 (last->score == suggestion.score && last->label < suggestion.label)));
      } else if (last) {
        REQUIRE(last->span.end.value <= suggestion.span.begin.value);
      }
      last = suggestion;
    }
  }
  CHECK(seen > 500);
}

TEST_CASE("matches are places in the text, in order, whatever the rules and the text") {
  Dice dice(5);
  int texts = 0;
  for (int round = 0; round < 400; ++round) {
    RuleSetSource source = random_source(dice, 10, 3);
    for (int i = 0; i < 30; ++i) {
      if (auto rule = parse_rule(random_signs(dice, 1 + dice.below(8))))
        source.rules.push_back({0, std::move(*rule)});
    }
    source.sets["set"].push_back(choice_of("docent"));
    auto rules = RuleSet::compile(source);
    if (!rules) continue;  // a regular expression that is none
    Matcher matcher(std::move(*rules));
    for (int i = 0; i < 10; ++i) {
      std::string written =
          random_signs(dice, 1 + dice.below(40)) + random_sentence(dice, vocabulary(), dice.below(9));
      written.erase(
          std::remove_if(written.begin(), written.end(), [](char c) { return c == '\xFF' || c == '\xC3'; }),
          written.end());
      const auto text = Text::from_utf8(written);
      if (!text || text->utf8().empty()) continue;
      ++texts;
      CAPTURE(text->utf8());
      const std::vector<Block> blocks{{BlockKind::paragraph, 0, text->whole()}};
      std::pair<std::uint32_t, std::uint32_t> last{0, 0};
      for (const Match& match : matcher.matches(*text, blocks)) {
        const std::pair<std::uint32_t, std::uint32_t> place{match.sentence, match.rule};
        REQUIRE((last <= place && match.sentence < matcher.tokens().sentences.size()));
        last = place;
        std::uint32_t from = 0;
        REQUIRE_FALSE(match.spans.empty());
        for (const Span span : match.spans) {
          REQUIRE(
              (from <= span.begin.value && span.begin < span.end && span.end.value <= text->utf8().size()));
          from = span.end.value;
        }
      }
      Suggestions result;
      matcher.suggest(*text, blocks, result);
    }
  }
  CHECK(texts >= 2000);
}

}  // namespace codeboom::match_test
