// The sentences of a document as the learned part sees them, each with the others as its context. Only engine/match includes
// this.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/match/word_weights.h"

namespace codeboom {

class WordsOfDocument {
 public:
  // So many sentences are each other's context; a longer document is cut into such pieces, so that memory is bounded.
  static constexpr std::size_t most_sentences = 4096;

  WordsOfDocument(const CompiledRules& rules, std::shared_ptr<const LearnedPart> learned);

  WordWeights& weights() { return weights_; }
  const WordWeights& weights() const { return weights_; }

  struct Kept {
    std::uint32_t sentence = 0;
    std::size_t first_hit = 0, end_hit = 0;
    float scale = 0;  // WordWeights::scale()
  };
  void clear();
  void add(std::uint32_t sentence, std::span<const Hit> hits, std::span<const float> log_odds);
  bool full() const { return kept_.size() == most_sentences; }

  // In the order added.
  const std::vector<Kept>& kept() const { return kept_; }
  std::span<const Hit> hits(const Kept& kept) const { return std::span(hits_).subspan(kept.first_hit, kept.end_hit - kept.first_hit); }
  // By column: of the words alone, and of the other sentences.
  std::span<const float> log_odds(std::size_t place) const;
  std::span<const float> context(std::size_t place) { return context_.evidence(place); }

 private:
  const CompiledRules& rules_;
  WordWeights weights_;
  DocumentContext context_;
  std::vector<std::uint32_t> column_of_;  // by label
  std::vector<Kept> kept_;
  std::vector<Hit> hits_;
  std::vector<float> log_odds_, with_rules_, points_;
};

}  // namespace codeboom
