#include "engine/learn/document_weights.h"

#include <linear.h>

#include <algorithm>
#include <array>
#include <memory>

namespace codeboom {
namespace {

constexpr std::size_t weight_count = 10;  // besides the base and those of roots

// In the order of a row: what is seen, and what it is worth.
std::array<float, weight_count> values_of(const SeenInDocument& seen, std::size_t column) {
  return {seen.words[column], seen.rules[column], seen.same[column],  seen.near[column], seen.group[column],
          seen.root[column],  seen.share[column], seen.lead[column], seen.length,       seen.codable};
}

std::array<float*, weight_count> places_in(DocumentWeights& weights) {
  return {&weights.words, &weights.rules, &weights.same, &weights.near,   &weights.group,
          &weights.root,  &weights.share, &weights.lead, &weights.length, &weights.codable};
}

struct FreeModel {
  void operator()(model* trained) const { free_and_destroy_model(&trained); }
};

}  // namespace

void add_up(const DocumentWeights& weights, const DocumentContext& context, const SeenInDocument& seen, std::span<float> log_odds) {
  const float of_sentence = weights.base + weights.length * seen.length + weights.codable * seen.codable;
  std::fill(log_odds.begin(), log_odds.end(), no_chance);
  for (const std::uint32_t column : seen.with_a_chance) {
    const std::uint32_t root = context.roots()[column];
    const float of_root = root < weights.of_root.size() ? weights.of_root[root] : 0;
    log_odds[column] = of_sentence + of_root + weights.words * seen.words[column] + weights.rules * seen.rules[column] +
                       weights.lead * seen.lead[column] + from_others(weights, seen, column);
  }
}

float from_others(const DocumentWeights& weights, const SeenInDocument& seen, std::size_t column) {
  return weights.same * seen.same[column] + weights.near * seen.near[column] + weights.group * seen.group[column] +
         weights.root * seen.root[column] + weights.share * seen.share[column];
}

void DocumentLessons::add(const DocumentContext& context, const SeenInDocument& seen, const std::vector<bool>& applies) {
  roots_ = context.root_count();
  for (const std::uint32_t column : seen.with_a_chance) {
    const auto values = values_of(seen, column);
    values_.insert(values_.end(), values.begin(), values.end());
    for (std::uint32_t root = 0; root < roots_; ++root) values_.push_back(context.roots()[column] == root ? 1 : 0);
    applies_.push_back(applies[column]);
  }
}

DocumentWeights DocumentLessons::learn(const DocumentWeights& defaults) const {
  if (std::find(applies_.begin(), applies_.end(), true) == applies_.end()) return defaults;
  if (std::find(applies_.begin(), applies_.end(), false) == applies_.end()) return defaults;
  const std::size_t width = weight_count + roots_;
  const int bias = static_cast<int>(width) + 1;
  std::vector<feature_node> nodes;
  std::vector<std::size_t> begins;
  std::vector<double> targets;
  for (std::size_t row = 0; row < applies_.size(); ++row) {
    begins.push_back(nodes.size());
    for (std::size_t i = 0; i < width; ++i) {
      if (const float value = values_[row * width + i]; value != 0) nodes.push_back({static_cast<int>(i) + 1, value});
    }
    nodes.push_back({bias, 1});
    nodes.push_back({-1, 0});
    targets.push_back(applies_[row] ? 1 : -1);
  }
  std::vector<feature_node*> lists;
  for (const std::size_t begin : begins) lists.push_back(nodes.data() + begin);
  problem all{static_cast<int>(lists.size()), bias, targets.data(), lists.data(), 1};
  parameter how{};
  how.solver_type = L2R_LR;  // Newton's method: draws nothing at random
  how.eps = 1e-3;
  how.C = 1;
  set_print_string_function([](const char*) {});
  const std::unique_ptr<model, FreeModel> trained(::train(&all, &how));
  const double sign = trained->label[0] == 1 ? 1 : -1;
  const auto weight = [&](std::size_t i) { return static_cast<float>(sign * trained->w[i]); };
  DocumentWeights weights = defaults;
  const auto places = places_in(weights);
  for (std::size_t i = 0; i < weight_count; ++i) *places[i] = weight(i);
  weights.of_root.clear();
  for (std::uint32_t root = 0; root < roots_; ++root) weights.of_root.push_back(weight(weight_count + root));
  weights.base = weight(width);
  return weights;
}

}  // namespace codeboom
