// What one rule finds, the slow way: straight from the contract, every combination tried, nothing compiled or
// kept. Knows quotation marks, brackets, dashes and . ? , : ; as punctuation, and separable verbs whose
// particle is no preposition. Takes the division into clauses as it is: that has its own tests.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/match/matcher.h"

namespace codeboom::match_test {

struct SlowWord {
  Span span;
  std::string written;
  std::vector<std::string> search_forms, lemmas;
  bool parted = false;  // from the word after it
  std::uint32_t clause = 0;
};
using SlowSentence = std::vector<SlowWord>;
using SlowPage = std::vector<std::vector<SlowSentence>>;  // by block

SlowPage slow_page(const Text& text, std::span<const Block> blocks);

// As Matcher::matches for a set that holds this rule alone.
std::vector<Match> slow_matches(const Rule& rule, const RuleSetSource& source, const SlowPage& page);

}  // namespace codeboom::match_test
