// Rules and sentences made up from a seed: the same on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/match/rule.h"

namespace codeboom::match_test {

// SplitMix64; the distributions of the standard library differ between machines.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t limit);
  bool one_in(std::uint32_t chances) { return below(chances) == 0; }
  template <class Values>
  const auto& pick(const Values& values) {
    return values[below(static_cast<std::uint32_t>(std::size(values)))];
  }

 private:
  std::uint64_t state_;
};

struct RuleShape {
  std::vector<std::string> words;     // lemma terms
  std::vector<std::string> patterns;  // other terms, as written: "=PTA", "*gesprek", "/a+/"
  std::vector<std::string> sets;      // names
  std::uint32_t most_operands = 3;
  std::uint32_t most_steps = 3;
};

Rule random_rule(Dice& dice, const RuleShape& shape);
Choice random_choice(Dice& dice, const RuleShape& shape);

// Any signs and words, most of them no rule.
std::string random_signs(Dice& dice, std::uint32_t pieces);

// Words with punctuation between, ending in a full stop, question mark or nothing.
std::string random_sentence(Dice& dice, const std::vector<std::string>& words, std::uint32_t length);

}  // namespace codeboom::match_test
