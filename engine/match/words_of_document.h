// The sentences of a document as the learned part sees them, each with the others as its context. Only engine/match includes
// this.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/learn/document_verdict.h"
#include "engine/match/suppressors.h"
#include "engine/match/word_weights.h"

namespace codeboom {

class WordsOfDocument {
 public:
  // So many sentences are each other's context; a longer document is cut into such pieces, so that memory is bounded.
  static constexpr std::size_t most_sentences = 4096;

  WordsOfDocument(const CompiledRules& rules, std::shared_ptr<const LearnedPart> learned);

  WordWeights& weights() { return weights_; }
  const WordWeights& weights() const { return weights_; }
  // Of the sentences added, in the same order.
  Suppressors& suppressors() { return suppressors_; }
  const Suppressors& suppressors() const { return suppressors_; }

  struct Kept {
    std::uint32_t sentence = 0;
    std::size_t first_hit = 0, end_hit = 0;
    float scale = 0;  // WordWeights::scale()
  };
  void clear();
  // The next sentence and what weights().log_odds(), stacked, said of it. Requires: it has words.
  void add(std::uint32_t sentence, std::uint32_t words, std::span<const Hit> hits, std::span<const float> log_odds);
  bool full() const { return kept_.size() == most_sentences; }
  // Of a sentence alone, by column.
  std::span<const float> resemblance(const Example& example) { return resemblance_.to(example, points_.size()); }
  void judge(const DocumentVerdict::Allowed& allowed) { verdict_.judge(context_, weights_.learned().documents, allowed); }

  // In the order added.
  const std::vector<Kept>& kept() const { return kept_; }
  std::span<const Hit> hits(const Kept& kept) const { return std::span(hits_).subspan(kept.first_hit, kept.end_hit - kept.first_hit); }
  // After judge(): is there anything to say of the sentence?
  bool is_worth_scoring(std::size_t place) const { return verdict_.has_chance(place) || kept_[place].first_hit != kept_[place].end_hit; }
  // By column, after judge(). Valid until the next call.
  std::span<const float> scores(std::size_t place);
  // Of a score, the points that the other sentences gave.
  float points_of_others(std::size_t place, std::size_t column);

 private:
  const CompiledRules& rules_;
  WordWeights weights_;
  Suppressors suppressors_;
  Resemblance resemblance_;
  DocumentContext context_;
  DocumentVerdict verdict_;
  std::vector<std::uint32_t> column_of_;  // by label
  std::vector<Kept> kept_;
  std::vector<Hit> hits_;
  std::vector<float> points_, scores_;  // by column
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  std::size_t seen_place_ = nowhere;    // that seen_ is of
  SeenInDocument seen_;
};

}  // namespace codeboom
