// What the log-odds of all labels together say of each one.
//
// One against the rest, each label is learned without knowing of the others. Where two that speak of nearly the same are both likely,
// or one of them is and its neighbours are not, people choose in ways that can be learned. Sentences alone, of which it is known that
// they have a label, are learned from apart from those of documents, most of which have none.
//
// Shape   a row per label that speaks, a column per label that it speaks for. Without numbers nothing is added.
// Unit    log-odds per log-odds; learned from sentences that all have a label, a row adds up to 0.
// Source  stacked generalization: Wolpert (1992), Neural Networks 5, 241-259; here a softmax regression that starts from what each
//         label says of itself, by stochastic gradient descent.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace codeboom {

struct Stacking {
  std::uint32_t columns = 0;
  std::vector<float> weights;  // columns x columns, or none

  // Adds to the log-odds of each label what all of them say of it. Linear: the same for parts of log-odds, added up.
  void add_to(std::span<float> log_odds) const;
  // Of which what comes to one label.
  float added_to(std::uint32_t label, std::span<const float> log_odds) const;
  friend bool operator==(const Stacking&, const Stacking&) = default;
};

struct StackingOptions {
  bool may_have_none = false;  // sentences without a label are lessons too: none is one choice more, with log-odds of 0
  float worth = 0.5F;          // what is counted of what is learned; the rest does not hold for sentences of another kind
};

class StackingLessons {
 public:
  explicit StackingLessons(const StackingOptions& options = {}) : options_(options) {}

  // A sentence: the log-odds of its words by a model that had not seen it, and what else speaks for each label, in log-odds.
  // Requires: all three are equally long, for all sentences; a label applies, unless it may have none.
  void add(std::span<const float> log_odds, std::span<const float> otherwise, const std::vector<bool>& applies);
  // Deterministic. Without sentences: nothing.
  Stacking learn() const;

 private:
  StackingOptions options_;
  std::size_t columns_ = 0;
  std::vector<float> log_odds_, otherwise_, wanted_;  // sentence x column; wanted_: shares that add up to 1, or to 0 for none
};

}  // namespace codeboom
