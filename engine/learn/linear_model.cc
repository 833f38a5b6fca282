#include "engine/learn/linear_model.h"

#include <linear.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <memory>

namespace codeboom {
namespace {

constexpr float never = -12, always = 12;  // bias of a column that no example, or every example, has
constexpr int bucket_shift = 64 - 16;      // of a feature's first 16 bits
constexpr double stop_when = 0.5;          // at 0.1, its own default, it makes half as many passes again and finds no more (codebook/README.md)
constexpr double margin_worth = 6;         // in log-odds

struct Vocabulary {
  std::vector<FeatureId> features;  // sorted
  std::vector<float> rarity;
};

std::uint32_t least_often(FeatureId feature, const TrainingOptions& options) {
  if (is_letters(feature)) return options.least_often_letters;
  return is_two_lemmas(feature) ? options.least_often_pairs : options.least_often;
}

Vocabulary vocabulary_of(std::span<const Example> examples, const TrainingOptions& options) {
  std::vector<FeatureId> all, own;
  for (const Example& example : examples) {  // each feature once per example
    own.assign(example.words.begin(), example.words.end());
    own.insert(own.end(), example.sets.begin(), example.sets.end());
    std::sort(own.begin(), own.end());
    all.insert(all.end(), own.begin(), std::unique(own.begin(), own.end()));
  }
  std::sort(all.begin(), all.end());
  Vocabulary result;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && all[end] == all[i]) ++end;
    if (end - i >= least_often(all[i], options)) {
      result.features.push_back(all[i]);
      const float rarity = 1 + std::log(static_cast<float>(examples.size()) / static_cast<float>(end - i));
      result.rarity.push_back(is_letters(all[i]) ? letters_value * rarity : rarity);
    }
    i = end;
  }
  return result;
}

// The examples as liblinear wants them: lists of nodes numbered from 1, each list closed by -1.
struct Problem {
  std::vector<feature_node> nodes;
  std::vector<feature_node*> lists;
  std::vector<double> targets;
  problem all{};
};

Problem make_problem(std::span<const Example> examples, const LinearModel& model) {
  Problem result;
  std::vector<std::size_t> begins;
  const int bias = static_cast<int>(model.features.size()) + 1;
  for (const Example& example : examples) {
    begins.push_back(result.nodes.size());
    for (const FeatureValue& value : values_of(model, example)) {
      result.nodes.push_back({static_cast<int>(value.row) + 1, value.value});
    }
    result.nodes.push_back({bias, 1});
    result.nodes.push_back({-1, 0});
  }
  for (const std::size_t begin : begins) result.lists.push_back(result.nodes.data() + begin);
  result.targets.resize(examples.size());
  result.all = {static_cast<int>(examples.size()), bias, result.targets.data(), result.lists.data(), 1};
  return result;
}

struct FreeModel {
  void operator()(model* trained) const { free_and_destroy_model(&trained); }
};

// Weights by feature, the bias last, in log-odds. Requires: both answers occur.
std::vector<double> train_column(problem& all, double cost) {
  parameter how{};
  how.solver_type = L2R_L2LOSS_SVC_DUAL;
  how.eps = stop_when;
  how.C = cost;
  std::srand(1);
  const std::unique_ptr<model, FreeModel> trained(::train(&all, &how));
  // liblinear's weights speak for the answer it met first.
  const double worth = trained->label[0] == 1 ? margin_worth : -margin_worth;
  std::vector<double> weights(static_cast<std::size_t>(all.n));
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = worth * trained->w[i];
  return weights;
}

// Requires: one target per list.
void add_column(problem& all, std::uint32_t column, double cost, std::vector<float>& weights, LinearModel& result) {
  const auto positive = std::count(all.y, all.y + all.l, 1.0);
  if (positive == 0 || positive == all.l) {
    result.bias.push_back(all.l == 0 ? 0 : positive == 0 ? never : always);
    return;
  }
  const std::vector<double> trained = train_column(all, cost);
  for (std::size_t row = 0; row < result.features.size(); ++row) {
    weights[row * result.columns + column] = static_cast<float>(trained[row]);
  }
  result.bias.push_back(static_cast<float>(trained.back()));
}

// The last column: of sentences in documents alone.
void add_codable(std::span<const Example> examples, Problem& problem, double cost, std::vector<float>& weights, LinearModel& result) {
  std::vector<feature_node*> lists;
  std::vector<double> targets;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (!examples[i].in_document) continue;
    lists.push_back(problem.lists[i]);
    targets.push_back(examples[i].is_coded ? 1 : -1);
  }
  ::problem of_documents{static_cast<int>(lists.size()), problem.all.n, targets.data(), lists.data(), 1};
  add_column(of_documents, result.columns - 1, cost, weights, result);
}

void round_to_bits(const std::vector<float>& weights, LinearModel& model) {
  const std::size_t columns = model.columns;
  std::vector<std::int8_t> bits(weights.size());
  std::vector<float> scales;
  for (std::size_t row = 0; row < model.features.size(); ++row) {
    float largest = 0;
    for (std::size_t i = 0; i < columns; ++i) largest = std::max(largest, std::abs(weights[row * columns + i]));
    const float scale = largest / 127;
    scales.push_back(scale);
    for (std::size_t i = 0; i < columns && scale > 0; ++i) {
      bits[row * columns + i] = static_cast<std::int8_t>(std::lround(weights[row * columns + i] / scale));
    }
  }
  model.scales = std::move(scales);
  model.weights = std::move(bits);
}

}  // namespace

std::int64_t LinearModel::row_of(FeatureId feature) const {
  const auto found = std::lower_bound(features.begin(), features.end(), feature);
  return found == features.end() || *found != feature ? -1 : found - features.begin();
}

FeatureRows::FeatureRows(const LinearModel& model)
    : features_(model.features), weights_(model.weights), columns_(model.columns), begins_((1u << 16) + 1), filter_((1u << filter_bits) / 64) {
  std::size_t row = 0;
  for (std::size_t bucket = 0; bucket < begins_.size(); ++bucket) {
    while (row < features_.size() && features_[row] >> bucket_shift < bucket) ++row;
    begins_[bucket] = static_cast<std::uint32_t>(row);
  }
  for (const FeatureId feature : features_) {
    const std::uint64_t bit = feature >> filter_shift;
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
}

std::int64_t FeatureRows::row_of(FeatureId feature) const {
  const std::size_t bucket = feature >> bucket_shift;
  const auto begin = features_.begin() + begins_[bucket], end = features_.begin() + begins_[bucket + 1];
  const auto found = std::lower_bound(begin, end, feature);
  return found == end || *found != feature ? -1 : found - features_.begin();
}

void FeatureRows::find(std::span<const FeatureId> features, std::vector<std::int64_t>& rows) const {
  constexpr std::size_t cache_line = 64;
  for (const FeatureId feature : features) __builtin_prefetch(features_.data() + begins_[feature >> bucket_shift]);
  rows.clear();
  for (const FeatureId feature : features) {
    const std::int64_t row = row_of(feature);
    if (row < 0) continue;
    rows.push_back(row);
    const std::int8_t* const weights = weights_.data() + static_cast<std::size_t>(row) * columns_;
    for (std::size_t i = 0; i < columns_; i += cache_line) __builtin_prefetch(weights + i);
  }
}

void LinearModel::add_row(std::int64_t row, float value, std::span<float> sum) const {
  assert(sum.size() == columns);
  const float factor = value * scales[static_cast<std::size_t>(row)];
  const std::int8_t* const bits = weights.data() + static_cast<std::size_t>(row) * columns;
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += factor * static_cast<float>(bits[i]);
}

LinearModel train(std::span<const Example> examples, std::uint32_t columns, const TrainingOptions& options) {
  set_print_string_function([](const char*) {});
  LinearModel result;
  result.columns = columns + (options.codable ? 1 : 0);
  Vocabulary vocabulary = vocabulary_of(examples, options);
  result.features = std::move(vocabulary.features);
  result.rarity = std::move(vocabulary.rarity);
  Problem problem = make_problem(examples, result);
  std::vector<float> weights(result.features.size() * result.columns);
  for (std::uint32_t column = 0; column < columns; ++column) {
    for (std::size_t i = 0; i < examples.size(); ++i) {
      const auto& labels = examples[i].columns;
      problem.targets[i] = std::find(labels.begin(), labels.end(), column) != labels.end() ? 1 : -1;
    }
    add_column(problem.all, column, options.cost, weights, result);
  }
  if (options.codable) add_codable(examples, problem, options.codable_cost, weights, result);
  round_to_bits(weights, result);
  return result;
}

std::vector<FeatureValue> values_of(const LinearModel& model, const Example& example) {
  std::vector<FeatureValue> values;
  float squares = 0;
  for (const FeatureId feature : example.words) {
    const std::int64_t row = model.row_of(feature);
    if (row < 0) continue;
    const float rarity = model.rarity[static_cast<std::size_t>(row)];
    values.push_back({row, rarity});
    squares += rarity * rarity;
  }
  for (FeatureValue& value : values) value.value /= std::sqrt(squares);
  for (const FeatureId feature : example.sets) {
    if (const std::int64_t row = model.row_of(feature); row >= 0) values.push_back({row, set_value});
  }
  std::stable_sort(values.begin(), values.end(), [](const FeatureValue& a, const FeatureValue& b) { return a.row < b.row; });
  std::size_t last = 0;
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i].row == values[last].row) {
      values[last].value += values[i].value;
    } else {
      values[++last] = values[i];
    }
  }
  if (!values.empty()) values.resize(last + 1);
  return values;
}

std::vector<float> log_odds(const LinearModel& model, const Example& example) {
  std::vector<float> sum = model.bias;
  for (const FeatureValue& value : values_of(model, example)) model.add_row(value.row, value.value, sum);
  return sum;
}

}  // namespace codeboom
