// What is said of words of a text: that it is not so (negation), is aimed at (goal), may come (wish) or fails
// (problem).
//
// Words and phrases that say so are listed in built_in_words.h; a codebook's sets `ontkenning`, `doel`,
// `wens` and `probleem` replace them. They say it of every word of their clause, and of the clause behind it
// when that belongs to it ("er is geen budget | om gesprekken te voeren", "ons doel: | elk jaar een
// gesprek"). Only engine/match includes this; the learned part may ask the same.
#pragma once

#include <vector>

#include "corpus/coding.h"
#include "engine/match/find.h"

namespace codeboom {

class Modality {
 public:
  Modality(const CompiledRules& rules, const Finder& finder, const Words& words)
      : rules_(rules), finder_(finder), words_(words) {}

  // Call when the words are those of another document.
  void start_document();

  // Any of negation, goal, wish and problem. Requires: `words` is not empty and lies in `sentence`.
  Flags flags_at(WordRange sentence, WordRange words);

 private:
  WordRange clause_of(WordRange sentence, std::uint32_t word) const;
  bool is_governed_by_last(WordRange sentence, WordRange clause) const;
  Flags flags_of_clause(WordRange clause);

  const CompiledRules& rules_;
  const Finder& finder_;
  const Words& words_;
  std::vector<Flags> known_;  // by clause
};

}  // namespace codeboom
