#include "engine/learn/stacking.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace codeboom {
namespace {

// Chosen on sentences of writers that were not learned from (codebook/README.md).
constexpr float first_rate = 0.001F;    // of learning; in the end 0
constexpr float decay = 0.006F;         // of the numbers, per sentence and rate
constexpr std::size_t passes = 4, most_seen = 500000, at_once = 16;

void add_times(float factor, const float* __restrict row, std::size_t count, float* __restrict sum) {
  for (std::size_t i = 0; i < count; ++i) sum[i] += factor * row[i];
}

// Adds every row of a square matrix to `sum`, each times its factor. Four rows at a time: a sum is read and written once for them, and
// they are added in their order, so what comes out is the same to the bit.
void add_rows(const float* __restrict factors, const float* __restrict matrix, std::size_t columns, float* __restrict sum) {
  std::size_t row = 0;
  for (; row + 4 <= columns; row += 4) {
    const float* const first = matrix + row * columns;
    const float *const second = first + columns, *const third = second + columns, *const fourth = third + columns;
    const float a = factors[row], b = factors[row + 1], c = factors[row + 2], d = factors[row + 3];
    for (std::size_t i = 0; i < columns; ++i) sum[i] = (((sum[i] + a * first[i]) + b * second[i]) + c * third[i]) + d * fourth[i];
  }
  for (; row < columns; ++row) add_times(factors[row], matrix + row * columns, columns, sum);
}

// Softmax, of these alone or with none, whose log-odds are 0.
void to_shares(std::span<float> log_odds, bool or_none) {
  const float largest = *std::max_element(log_odds.begin(), log_odds.end());
  const float most = or_none ? std::max(largest, 0.0F) : largest;
  float sum = or_none ? std::exp(-most) : 0;
  for (float& one : log_odds) sum += one = std::exp(one - most);
  for (float& one : log_odds) one /= sum;
}

// A step that visits all places of a list, neighbours far apart.
std::size_t step_through(std::size_t count) {
  std::size_t step = static_cast<std::size_t>(0.618 * static_cast<double>(count)) + 1;  // the golden section
  while (std::gcd(step, count) != 1) ++step;
  return step;
}

}  // namespace

void Stacking::add_to(std::span<float> log_odds) const {
  if (weights.empty()) return;
  assert(log_odds.size() >= columns);
  const std::vector<float> spoken(log_odds.begin(), log_odds.begin() + columns);
  add_rows(spoken.data(), weights.data(), columns, log_odds.data());
}

float Stacking::added_to(std::uint32_t label, std::span<const float> log_odds) const {
  if (weights.empty()) return 0;
  assert(log_odds.size() >= columns && label < columns);
  float sum = 0;
  for (std::uint32_t row = 0; row < columns; ++row) sum += log_odds[row] * weights[std::size_t{row} * columns + label];
  return sum;
}

void StackingLessons::add(std::span<const float> log_odds, std::span<const float> otherwise, const std::vector<bool>& applies) {
  assert(wanted_.empty() || log_odds.size() == columns_);
  const auto labels = std::count(applies.begin(), applies.end(), true);
  assert(labels > 0 || options_.may_have_none);
  columns_ = log_odds.size();
  log_odds_.insert(log_odds_.end(), log_odds.begin(), log_odds.end());
  otherwise_.insert(otherwise_.end(), otherwise.begin(), otherwise.end());
  for (const bool one : applies) wanted_.push_back(one ? 1 / static_cast<float>(labels) : 0);
}

Stacking StackingLessons::learn() const {
  if (columns_ == 0) return {};
  const std::size_t columns = columns_, sentences = wanted_.size() / columns;
  const std::size_t seen = std::min(passes * sentences, most_seen), step = step_through(sentences);
  std::vector<float> weights(columns * columns), shares(at_once * columns);
  std::vector<std::size_t> batch;
  std::size_t next = 0;
  for (std::size_t done = 0; done < seen; done += batch.size()) {
    batch.clear();
    for (std::size_t i = 0; i < std::min(at_once, seen - done); ++i) {
      batch.push_back(next * columns);
      next = (next + step) % sentences;
    }
    const float rate = first_rate * (1 - static_cast<float>(done) / static_cast<float>(seen));
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const std::span<float> share(shares.data() + i * columns, columns);
      for (std::size_t column = 0; column < columns; ++column) share[column] = log_odds_[batch[i] + column] + otherwise_[batch[i] + column];
      add_rows(log_odds_.data() + batch[i], weights.data(), columns, share.data());
      to_shares(share, options_.may_have_none);
      for (std::size_t column = 0; column < columns; ++column) share[column] -= wanted_[batch[i] + column];
    }
    const float kept = 1 - rate * decay * static_cast<float>(batch.size());
    for (float& weight : weights) weight *= kept;
    for (std::size_t i = 0; i < batch.size(); ++i) {
      for (std::size_t row = 0; row < columns; ++row) {
        add_times(-rate * log_odds_[batch[i] + row], shares.data() + i * columns, columns, weights.data() + row * columns);
      }
    }
  }
  for (float& weight : weights) weight *= options_.worth;
  return {static_cast<std::uint32_t>(columns), std::move(weights)};
}

}  // namespace codeboom
