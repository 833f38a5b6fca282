// What the learned part says of the words of a sentence: found once per word type, added up per sentence. Only engine/match
// includes this.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <memory>
#include <span>
#include <vector>

#include "engine/learn/learned_part.h"
#include "engine/match/find.h"

namespace codeboom {

// What the learned part sees of these words. `sets` are the codebook's named sets.
Example example_of(const CompiledRules& rules, const WordTypes& types, const Words& words, WordRange range);

class WordWeights {
 public:
  WordWeights(const CompiledRules& rules, std::shared_ptr<const LearnedPart> learned);

  const LearnedPart& learned() const { return *learned_; }

  // The log-odds per column of these words: the same as log_odds(model, example_of(...)), but fast.
  std::span<const float> log_odds(const WordTypes& types, const Words& words, WordRange range);

  // What one word of the range that log_odds() was last asked for added to a column.
  float share_of(TypeId type, std::uint32_t column) const;

 private:
  struct Type {
    float squares = 0;              // of the rarity of its features
    std::uint32_t lemma = 0;        // number of its first lemma
    std::vector<std::int32_t> sets;  // rows of the sets it belongs to
  };

  void add_type(const WordTypes& types, TypeId type);
  std::int64_t row_of_pair(std::uint32_t one, std::uint32_t next);
  void add_pairs(const Words& words, WordRange range, float& squares);
  void add_sets(const Words& words, WordRange range);

  const CompiledRules& rules_;
  std::shared_ptr<const LearnedPart> learned_;
  std::vector<Type> types_;
  std::vector<float> weights_;  // types x columns: the features of the word alone, each times its rarity
  std::vector<std::string> lemmas_;
  TextMap<std::uint32_t> lemma_numbers_;
  boost::unordered_flat_map<std::uint64_t, std::int64_t> pair_rows_;
  std::vector<std::pair<ClassId, std::int32_t>> set_rows_;  // those that the model knows
  std::vector<float> sum_;        // of the last sentence
  std::vector<std::int32_t> seen_sets_;
  float scale_ = 0;               // 1 / length of the last sentence's word features
};

}  // namespace codeboom
