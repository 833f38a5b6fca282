// A few weights from many rows of numbers, each with whether it held: logistic regression.
//
// Unit    the sum of weights x numbers, plus what is added to all, is a log-odds.
// Source  L2-regularised logistic regression by a trust region Newton method, which draws nothing at random: liblinear (L2R_LR).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace codeboom {

class Lessons {
 public:
  // Counts as so many rows. Requires: all rows are equally long.
  void add(std::span<const float> row, bool holds, std::uint32_t times);
  // A weight per number, and last what is added to all. Nothing unless some rows hold and some do not. Deterministic.
  std::optional<std::vector<float>> learn() const;

 private:
  std::size_t width_ = 0;
  std::vector<float> numbers_;  // row after row
  std::vector<bool> holds_;
  std::vector<std::uint32_t> times_;
};

}  // namespace codeboom
