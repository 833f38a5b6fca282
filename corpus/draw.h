// Chance that is the same on every machine and repeats with its seed.
//
// Source  bounded numbers: Lemire (2019), ACM TOMACS 29(1), without its rejection-free shortcut, on
// std::mt19937_64, whose
//         numbers the C++ standard fixes; shuffling: Fisher & Yates in the form of Durstenfeld (1964), CACM
//         7(7), 420.
#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace codeboom {

// Unbiased numbers below a bound.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : generator_(seed) {}
  std::uint64_t below(std::uint64_t bound);  // 0 .. bound - 1; requires bound > 0

  template <class Value>
  void shuffle(std::vector<Value>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

 private:
  std::mt19937_64 generator_;
};

}  // namespace codeboom
