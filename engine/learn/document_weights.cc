#include "engine/learn/document_weights.h"

#include <algorithm>
#include <array>

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

void DocumentLessons::add(const DocumentContext& context, const SeenInDocument& seen, const std::vector<bool>& applies,
                          std::uint32_t times) {
  roots_ = context.root_count();
  std::vector<float> row;
  for (const std::uint32_t column : seen.with_a_chance) {
    const auto values = values_of(seen, column);
    row.assign(values.begin(), values.end());
    for (std::uint32_t root = 0; root < roots_; ++root) row.push_back(context.roots()[column] == root ? 1 : 0);
    lessons_.add(row, applies[column], times);
  }
}

DocumentWeights DocumentLessons::learn(const DocumentWeights& defaults) const {
  const auto learned = lessons_.learn();
  if (!learned) return defaults;
  DocumentWeights weights = defaults;
  const auto places = places_in(weights);
  for (std::size_t i = 0; i < weight_count; ++i) *places[i] = (*learned)[i];
  weights.of_root.assign(learned->begin() + weight_count, learned->end() - 1);
  weights.base = learned->back();
  return weights;
}

}  // namespace codeboom
