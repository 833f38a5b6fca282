// What the rest of a document says about a sentence: practice examples keep to their subject, so a label is likelier where the
// document speaks of it, or of its relatives, in other sentences too.
//
// Shape   sentences in the order of the text; one chance (0-1) per column and sentence.
// Unit    evidence is a log-odds, like the model's own. It is never negative: a document's first word on a subject is not held
//         against it, because the threshold is chosen with the context in place.
// Source  own; the weights were chosen on 18 coded documents (codebook/README.md, "What was tried").
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace codeboom {

struct ContextWeights {
  float same = 0.3F;   // x ln(1 + expected number of other sentences with the label)
  float near = 0.5F;   // x the label's chance in the sentence before or after; of those two away 0.6 of it
  float group = 0.3F;  // x ln(1 + expected number of other sentences with a label of the same group)
  float root = 2;      // x share of the other sentences with a label under the same root
  friend bool operator==(const ContextWeights&, const ContextWeights&) = default;
};

// Log-odds at which a chance is even, and how steeply it rises: rough, the context is a hint.
inline constexpr float even_log_odds = -2, chance_slope = 1.5F;

class DocumentContext {
 public:
  // `groups` and `roots` by column, numbers from 0; a column whose root is none is left out and gets no evidence.
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  DocumentContext(std::vector<std::uint32_t> groups, std::vector<std::uint32_t> roots, const ContextWeights& weights);

  void clear();
  // The next sentence, by the log-odds of its words and rules. Requires: one number per column.
  void add(std::span<const float> log_odds);
  // By column, for a sentence added before. Valid until the next call.
  std::span<const float> evidence(std::size_t sentence);

 private:
  struct Chance {
    std::uint32_t column = 0;
    float chance = 0;
  };
  std::span<const Chance> chances_of(std::size_t sentence) const;
  void sum_up();
  void add_near(std::size_t sentence, std::size_t other, float weight);

  std::vector<std::uint32_t> groups_, roots_;
  ContextWeights weights_;
  std::vector<Chance> chances_;           // those that matter, sentence after sentence
  std::vector<std::size_t> ends_;         // by sentence, into chances_
  std::vector<float> total_;              // by column, of all sentences
  std::vector<float> by_group_, by_root_;  // the same, added up
  // What all sentences say, in log-odds: made at the first question after the last add().
  std::size_t summed_up_ = 0;  // so many sentences are in it
  std::vector<float> of_column_, of_group_;
  std::vector<float> of_group_here_, own_group_, own_root_, near_, evidence_;  // of the sentence asked for
};

// For the columns of these labels. Labels with others below them get no context; a label's group is its parent, or itself where
// that is a root. `parents` by label, -1 for none.
DocumentContext context_of(std::span<const std::uint32_t> labels, std::span<const std::int32_t> parents,
                           const ContextWeights& weights);

}  // namespace codeboom
