// A linear model: how much each feature speaks for or against each label. Labels are columns, opaque numbers from 0.
//
// Shape   one row of weights per feature, one weight per column; weights are kept in 8 bits, with one scale per row.
// Unit    the sum of weights x values and the column's bias is a log-odds: above 0, more likely than not among the examples.
//         It is six times the margin: that made true chances of it on sentences that had not been learned from (codebook/README.md).
// Source  linear support vector machines with squared hinge loss, one against the rest, by dual coordinate descent: Hsieh, Chang,
//         Lin, Keerthi & Sundararajan (2008), ICML 25, 408-415; liblinear.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/learn/features.h"
#include "engine/learn/shared_numbers.h"

namespace codeboom {

struct LinearModel {
  std::uint32_t columns = 0;
  SharedNumbers<FeatureId> features;   // sorted
  SharedNumbers<float> rarity;         // by feature: 1 + ln(examples / examples that have it), half of it for letters; what it counts for
  SharedNumbers<float> scales;         // by feature: weight = scale x the 8 bits
  SharedNumbers<std::int8_t> weights;  // features x columns
  std::vector<float> bias;             // by column

  // The row of a feature, or -1 when the model does not know it.
  std::int64_t row_of(FeatureId feature) const;
  // Adds value x weights of a row to `sum`, one number per column.
  void add_row(std::int64_t row, float value, std::span<float> sum) const;
  friend bool operator==(const LinearModel&, const LinearModel&) = default;
};

// The rows of a model's features, found in about one step: for reading many texts with one model, which must outlive it.
class FeatureRows {
 public:
  explicit FeatureRows(const LinearModel& model);
  // As LinearModel::row_of.
  std::int64_t row_of(FeatureId feature) const;
  // No: the model does not know it. Answers quickly, and yes for one in twenty that it does not know either.
  bool may_know(FeatureId feature) const {
    const std::uint64_t bit = feature >> filter_shift;
    return (filter_[bit / 64] >> (bit % 64) & 1) != 0;
  }
  // The rows of those features that the model knows, in their order. The model lies far apart in memory, so all are asked for
  // before the first is read; the same is done for their weights.
  void find(std::span<const FeatureId> features, std::vector<std::int64_t>& rows) const;

 private:
  std::span<const FeatureId> features_;
  std::span<const std::int8_t> weights_;
  std::size_t columns_;
  std::vector<std::uint32_t> begins_;  // by the first 16 bits of a feature, and the end
  static constexpr int filter_bits = 20, filter_shift = 64 - filter_bits;
  std::vector<std::uint64_t> filter_;  // by the first 20 bits, a bit each: is there such a feature?
};

// A sentence's words count for their rarity, together for 1 (the square root of the sum of squares); a set for this much.
inline constexpr float set_value = 0.1F, letters_value = 0.5F;

struct FeatureValue {
  std::int64_t row = 0;
  float value = 0;
};
// What an example's features count for, by row, each once; those that the model does not know are left out.
std::vector<FeatureValue> values_of(const LinearModel& model, const Example& example);

struct TrainingOptions {
  double cost = 0.4;              // of an example on the wrong side; larger fits the examples more closely
  // A feature of fewer examples is left out. There are many letters and pairs, and rare ones cost more time than they are worth.
  std::uint32_t least_often = 2, least_often_letters = 12, least_often_pairs = 6;
  // One more column, the last: does a sentence of a document show anything at all? Learned from sentences of documents alone, and
  // less closely, because all labels speak in it.
  bool codable = false;
  double codable_cost = 0.1;
};

// `columns` of labels. Deterministic: the same examples in the same order give the same model on every machine. A column without examples, or that
// all examples have, gets no weights and a bias that says no (or yes). Not for two threads at once: liblinear draws from the
// C library's one random generator.
LinearModel train(std::span<const Example> examples, std::uint32_t columns, const TrainingOptions& options);

// The log-odds of each column for an example: the slow and plain way, for training and tests.
std::vector<float> log_odds(const LinearModel& model, const Example& example);

}  // namespace codeboom
