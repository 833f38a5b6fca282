// What the learned part says of the words of a sentence: found once per word type, added up per sentence. Only engine/match
// includes this.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/learn/learned_part.h"
#include "engine/match/find.h"

namespace codeboom {

// Where each word of the range stands first, in the order of the text. However often it is said in one sentence, it speaks once.
// `said` by type: false before and after.
void first_places(const Words& words, WordRange range, std::vector<bool>& said, std::vector<std::uint32_t>& places);

// What the learned part sees of these words. `sets` are the codebook's named sets.
Example example_of(const CompiledRules& rules, const WordTypes& types, const Words& words, WordRange range);

class WordWeights {
 public:
  WordWeights(const CompiledRules& rules, std::shared_ptr<const LearnedPart> learned);

  const LearnedPart& learned() const { return *learned_; }

  // Requires: the types come in their order, each once, before words of them are asked for.
  void add_type(const WordTypes& types, TypeId type, std::string_view word, const WordForms& forms);

  // The log-odds per column of these words: the same as log_odds(model, example_of(...)), but fast. Valid until the next call; the
  // caller may change them.
  std::span<float> log_odds(const Words& words, WordRange range);

  // 1 / length of the word features of the range that log_odds() was last asked for; what share_of() needs of it.
  float scale() const { return scale_; }
  // What each word of a range with this scale added to each column, by standing there first.
  struct Shares {
    std::vector<std::uint32_t> places;  // first_places()
    std::vector<float> numbers;         // place x label
    std::span<float> of(std::size_t place, std::size_t labels) { return std::span(numbers).subspan(place * labels, labels); }
  };
  void share_out(const Words& words, WordRange range, float scale, Shares& shares);

 private:
  struct Type {
    float squares = 0;              // of the rarity of its features
    std::uint32_t lemma = 0;        // number of its first lemma
    std::vector<std::int32_t> sets;  // it belongs to, numbers into sets_
  };

  float* weights_of(TypeId type) const { return blocks_[type / types_per_block].get() + type % types_per_block * sum_.size(); }
  void add_features(std::span<float> sum, float& squares);
  void add_pairs(const Words& words, WordRange range, float& squares);
  void add_sets(const Words& words);  // those at places_

  const CompiledRules& rules_;
  std::shared_ptr<const LearnedPart> learned_;
  FeatureRows rows_;
  std::vector<Type> types_;
  // types x columns: the features of the word alone, each times its rarity. In blocks, so that a growing vocabulary moves nothing.
  static constexpr std::size_t types_per_block = 256;
  std::vector<std::unique_ptr<float[]>> blocks_;
  struct Lemma {
    std::string text;
    std::uint64_t begun = 0;  // two_words_begun()
  };
  std::vector<Lemma> lemmas_;
  TextMap<std::uint32_t> lemma_numbers_;
  std::vector<std::vector<std::int32_t>> sets_of_class_;  // by class, those that the model knows: numbers into sets_
  std::vector<std::vector<float>> sets_;                  // by column
  std::vector<bool> said_;        // by type: for first_places()
  std::vector<float> sum_;        // of the last sentence
  std::vector<std::uint32_t> places_;  // first_places() of the last sentence
  std::vector<std::int32_t> seen_sets_;
  float scale_ = 0;               // of the last sentence
  std::vector<FeatureId> features_;       // reused
  std::vector<std::int64_t> found_rows_;  // reused
};

}  // namespace codeboom
