// Finds rules in documents and adds their evidence up to suggestions.
//
// All work on a word is done once per word type: its forms, lemmas and the rules that can start at it are kept in the
// matcher. Memory grows with the vocabulary, not with the corpus.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "corpus/coding.h"
#include "corpus/document.h"
#include "engine/language/tokens.h"
#include "engine/learn/learned_part.h"
#include "engine/match/rule_set.h"

namespace codeboom {

// One place where a rule holds. Overlapping hits of one rule in one sentence are merged.
struct Match {
  std::uint32_t rule = 0;  // its place in the RuleSetSource
  std::uint32_t sentence = 0;
  std::vector<Span> spans;  // in the order of the text; one per operand, merged where they touch
  friend bool operator==(const Match&, const Match&) = default;
};

// For one thread; several matchers may share a RuleSet. The same document gives the same result in any matcher.
class Matcher {
 public:
  struct State;  // engine/match/matcher_state.h; nobody else's business
  // With a learned part its words count as evidence beside the rules.
  explicit Matcher(RuleSet rules, std::shared_ptr<const LearnedPart> learned = nullptr);
  Matcher(Matcher&&) noexcept;
  ~Matcher();

  // Every match, in the order of sentences, then rules.
  std::vector<Match> matches(const Text& text, std::span<const Block> blocks);

  // Sentences whose labels reach their thresholds, best first within a sentence, with the evidence.
  void suggest(const Text& text, std::span<const Block> blocks, Suggestions& result);

  // The same whatever the thresholds: every label that a rule or the learned part says anything about, and nothing lent to
  // parents. For ranking, training and measuring.
  void rank(const Text& text, std::span<const Block> blocks, Suggestions& result);

  // What the learned part would see of each sentence, without columns.
  std::vector<Example> examples(const Text& text, std::span<const Block> blocks);

  // Words of the last text, of four letters or more, of which no rule, no set and nothing learned knows the form or the lemma.
  std::vector<Span> unknown_words() const;

  // The tokens of the last text given.
  const Tokens& tokens() const;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace codeboom
