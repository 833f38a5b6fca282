// What the log-odds of all labels together say of each one.
//
// One against the rest, each label is learned without knowing of the others. Where two that speak of nearly the same are both likely,
// or one of them is and its neighbours are not, people choose in ways that can be learned. Only for sentences alone: it says which
// label applies to a sentence that has one, not whether it has one.
//
// Shape   a row per label that speaks, a column per label that it speaks for. Without numbers nothing is added.
// Unit    log-odds per log-odds; a row adds up to 0, so that sentences are not likelier to have a label.
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
  friend bool operator==(const Stacking&, const Stacking&) = default;
};

class StackingLessons {
 public:
  // A sentence to which at least one label applies: the log-odds of its words by a model that had not seen it, and what else speaks
  // for each label, in log-odds. Requires: all three are equally long, for all sentences.
  void add(std::span<const float> log_odds, std::span<const float> otherwise, const std::vector<bool>& applies);
  // Deterministic. Without sentences: nothing.
  Stacking learn() const;

 private:
  std::size_t columns_ = 0;
  std::vector<float> log_odds_, otherwise_, wanted_;  // sentence x column; wanted_: shares that add up to 1
};

}  // namespace codeboom
