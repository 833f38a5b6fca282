#include "engine/match/word_weights.h"

#include <algorithm>
#include <cmath>

namespace codeboom {
namespace {

// A word as WordTypes keeps it: the form that a coordination leaves out, where there is one, says more than what stands there.
std::string_view whole_word(std::string_view key) {
  const std::size_t line_end = key.find('\n');
  return line_end == std::string_view::npos ? key : key.substr(line_end + 1);
}

bool in_a_row(const Words& words, std::uint32_t first) { return words.marks[first] == Mark::none; }

}  // namespace

Example example_of(const CompiledRules& rules, const WordTypes& types, const Words& words, WordRange range) {
  Example example;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::string_view word = whole_word(types.key(words.types[i]));
    add_word_features(word, example.words);
    if (i + 1 < range.end && in_a_row(words, i)) {
      example.words.push_back(two_words(first_lemma(word), first_lemma(whole_word(types.key(words.types[i + 1])))));
    }
    for (const auto& [name, word_class] : rules.named_sets) {
      if (types.belongs(words.types[i], word_class)) {
        example.sets.push_back(feature_id(FeatureKind::named_set, name));
      }
    }
  }
  std::sort(example.sets.begin(), example.sets.end());
  example.sets.erase(std::unique(example.sets.begin(), example.sets.end()), example.sets.end());
  return example;
}

WordWeights::WordWeights(const CompiledRules& rules, std::shared_ptr<const LearnedPart> learned)
    : rules_(rules), learned_(std::move(learned)), sum_(learned_->model.columns) {
  for (const auto& [name, word_class] : rules_.named_sets) {
    const std::int64_t row = learned_->model.row_of(feature_id(FeatureKind::named_set, name));
    if (row >= 0) set_rows_.emplace_back(word_class, static_cast<std::int32_t>(row));
  }
}

void WordWeights::add_type(const WordTypes& types, TypeId type) {
  const LinearModel& model = learned_->model;
  const std::string_view word = whole_word(types.key(type));
  Type& entry = types_.emplace_back();
  weights_.resize(weights_.size() + model.columns);
  const std::span<float> weights(weights_.data() + std::size_t{type} * model.columns, model.columns);
  std::vector<FeatureId> features;
  add_word_features(word, features);
  for (const FeatureId feature : features) {
    const std::int64_t row = model.row_of(feature);
    if (row < 0) continue;
    const float rarity = model.rarity[static_cast<std::size_t>(row)];
    model.add_row(row, rarity, weights);
    entry.squares += rarity * rarity;
  }
  const auto [place, added] = lemma_numbers_.try_emplace(first_lemma(word), static_cast<std::uint32_t>(lemmas_.size()));
  if (added) lemmas_.push_back(place->first);
  entry.lemma = place->second;
  for (const auto& [word_class, row] : set_rows_) {
    if (types.belongs(type, word_class)) entry.sets.push_back(row);
  }
}

std::int64_t WordWeights::row_of_pair(std::uint32_t one, std::uint32_t next) {
  const auto [place, added] = pair_rows_.try_emplace(std::uint64_t{one} << 32 | next, -1);
  if (added) place->second = learned_->model.row_of(two_words(lemmas_[one], lemmas_[next]));
  return place->second;
}

void WordWeights::add_pairs(const Words& words, WordRange range, float& squares) {
  const LinearModel& model = learned_->model;
  for (std::uint32_t i = range.begin; i + 1 < range.end; ++i) {
    if (!in_a_row(words, i)) continue;
    const std::int64_t row = row_of_pair(types_[words.types[i]].lemma, types_[words.types[i + 1]].lemma);
    if (row < 0) continue;
    const float rarity = model.rarity[static_cast<std::size_t>(row)];
    model.add_row(row, rarity, sum_);
    squares += rarity * rarity;
  }
}

void WordWeights::add_sets(const Words& words, WordRange range) {
  seen_sets_.clear();
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const auto& sets = types_[words.types[i]].sets;
    seen_sets_.insert(seen_sets_.end(), sets.begin(), sets.end());
  }
  std::sort(seen_sets_.begin(), seen_sets_.end());
  seen_sets_.erase(std::unique(seen_sets_.begin(), seen_sets_.end()), seen_sets_.end());
  for (const std::int32_t row : seen_sets_) learned_->model.add_row(row, set_value, sum_);
}

std::span<const float> WordWeights::log_odds(const WordTypes& types, const Words& words, WordRange range) {
  const LinearModel& model = learned_->model;
  std::fill(sum_.begin(), sum_.end(), 0.0F);
  float squares = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const TypeId type = words.types[i];
    while (types_.size() <= type) add_type(types, static_cast<TypeId>(types_.size()));
    squares += types_[type].squares;
    const float* const weights = weights_.data() + std::size_t{type} * model.columns;
    for (std::uint32_t column = 0; column < model.columns; ++column) sum_[column] += weights[column];
  }
  add_pairs(words, range, squares);
  scale_ = squares > 0 ? 1 / std::sqrt(squares) : 0;
  for (std::uint32_t column = 0; column < model.columns; ++column) sum_[column] = sum_[column] * scale_ + model.bias[column];
  add_sets(words, range);
  return sum_;
}

float WordWeights::share_of(TypeId type, std::uint32_t column) const {
  const LinearModel& model = learned_->model;
  float share = weights_[std::size_t{type} * model.columns + column] * scale_;
  for (const std::int32_t row : types_[type].sets) {
    const auto place = static_cast<std::size_t>(row);
    share += set_value * model.scales[place] * static_cast<float>(model.weights[place * model.columns + column]);
  }
  return share;
}

}  // namespace codeboom
