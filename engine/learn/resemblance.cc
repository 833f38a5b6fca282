#include "engine/learn/resemblance.h"

#include <algorithm>
#include <cmath>

namespace codeboom {
namespace {

// The word features of an example, by row, together of length 1.
std::vector<FeatureValue> direction_of(const LinearModel& model, const Example& example) {
  Example words;
  words.words = example.words;
  std::vector<FeatureValue> values = values_of(model, words);
  float squares = 0;
  for (const FeatureValue& one : values) squares += one.value * one.value;
  for (FeatureValue& one : values) one.value /= std::sqrt(squares);
  return values;
}

}  // namespace

CodebookPieces pieces_of(const LinearModel& model, std::span<const Example> examples) {
  std::vector<std::uint32_t> columns, ends, rows;
  std::vector<float> numbers;
  for (const Example& example : examples) {
    const auto values = direction_of(model, example);
    if (values.empty() || example.columns.size() != 1) continue;
    for (const FeatureValue& one : values) {
      rows.push_back(static_cast<std::uint32_t>(one.row));
      numbers.push_back(one.value);
    }
    columns.push_back(example.columns.front());
    ends.push_back(static_cast<std::uint32_t>(rows.size()));
  }
  return {std::move(columns), std::move(ends), std::move(rows), std::move(numbers)};
}

Resemblance::Resemblance(const LinearModel& model, const CodebookPieces& pieces) : model_(model), pieces_(pieces) {}

std::span<const float> Resemblance::to(const Example& example, std::size_t columns) {
  of_row_.resize(model_.features.size());
  resembles_.assign(columns, 0.0F);
  const auto values = direction_of(model_, example);
  for (const FeatureValue& one : values) of_row_[static_cast<std::size_t>(one.row)] = one.value;
  std::size_t at = 0;
  for (std::size_t piece = 0; piece < pieces_.columns.size(); ++piece) {
    float cosine = 0;
    for (; at < pieces_.ends[piece]; ++at) cosine += pieces_.values[at] * of_row_[pieces_.rows[at]];
    float& nearest = resembles_[pieces_.columns[piece]];
    nearest = std::max(nearest, cosine);
  }
  for (const FeatureValue& one : values) of_row_[static_cast<std::size_t>(one.row)] = 0;
  return resembles_;
}

}  // namespace codeboom
