#include "engine/match/word_weights.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace codeboom {
namespace {

// A word as WordTypes keeps it: the form that a coordination leaves out, where there is one, says more than what stands there.
std::string_view whole_word(std::string_view key) {
  const std::size_t line_end = key.find('\n');
  return line_end == std::string_view::npos ? key : key.substr(line_end + 1);
}

void add(const float* weights, std::span<float> sum) {
  for (std::size_t column = 0; column < sum.size(); ++column) sum[column] += weights[column];
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

WordWeights::Row WordWeights::row_times(const LinearModel& model, std::int64_t row, float value) {
  Row result{std::vector<float>(model.columns), value * value};
  model.add_row(row, value, result.weights);
  return result;
}

WordWeights::WordWeights(const CompiledRules& rules, std::shared_ptr<const LearnedPart> learned)
    : rules_(rules), learned_(std::move(learned)), rows_(learned_->model), sum_(learned_->model.columns) {
  for (const auto& [name, word_class] : rules_.named_sets) {
    const std::int64_t row = rows_.row_of(feature_id(FeatureKind::named_set, name));
    if (row < 0) continue;
    set_rows_.emplace_back(word_class, static_cast<std::int32_t>(sets_.size()));
    sets_.push_back(row_times(learned_->model, row, set_value));
  }
}

void WordWeights::add_type(const WordTypes& types, TypeId type, std::string_view word, const WordForms& forms) {
  assert(type == types_.size());
  const LinearModel& model = learned_->model;
  Type& entry = types_.emplace_back();
  if (type / types_per_block == blocks_.size()) {
    blocks_.push_back(std::make_unique<float[]>(types_per_block * model.columns));
  }
  const std::span<float> weights(weights_of(type), model.columns);
  features_.clear();
  add_word_features(word, forms, features_);
  rows_.find(features_, found_rows_);
  for (const std::int64_t row : found_rows_) {
    const float rarity = model.rarity[static_cast<std::size_t>(row)];
    model.add_row(row, rarity, weights);
    entry.squares += rarity * rarity;
  }
  const auto [place, added] = lemma_numbers_.try_emplace(forms.lemmas.front(), static_cast<std::uint32_t>(lemmas_.size()));
  if (added) lemmas_.push_back(place->first);
  entry.lemma = place->second;
  for (const auto& [word_class, set] : set_rows_) {
    if (types.belongs(type, word_class)) entry.sets.push_back(set);
  }
}

std::int32_t WordWeights::pair_of(std::uint32_t one, std::uint32_t next) {
  const auto [place, added] = pair_numbers_.try_emplace(std::uint64_t{one} << 32 | next, -1);
  if (!added) return place->second;
  const std::int64_t row = rows_.row_of(two_words(lemmas_[one], lemmas_[next]));
  if (row >= 0) {
    place->second = static_cast<std::int32_t>(pairs_.size());
    pairs_.push_back(row_times(learned_->model, row, learned_->model.rarity[static_cast<std::size_t>(row)]));
  }
  return place->second;
}

void WordWeights::add_pairs(const Words& words, WordRange range, float& squares) {
  for (std::uint32_t i = range.begin; i + 1 < range.end; ++i) {
    if (!in_a_row(words, i)) continue;
    const std::int32_t number = pair_of(types_[words.types[i]].lemma, types_[words.types[i + 1]].lemma);
    if (number < 0) continue;
    const Row& pair = pairs_[static_cast<std::size_t>(number)];
    add(pair.weights.data(), sum_);
    squares += pair.squares;
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
  for (const std::int32_t set : seen_sets_) add(sets_[static_cast<std::size_t>(set)].weights.data(), sum_);
}

std::span<const float> WordWeights::log_odds(const Words& words, WordRange range) {
  const LinearModel& model = learned_->model;
  std::fill(sum_.begin(), sum_.end(), 0.0F);
  float squares = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const TypeId type = words.types[i];
    squares += types_[type].squares;
    add(weights_of(type), sum_);
  }
  add_pairs(words, range, squares);
  scale_ = squares > 0 ? 1 / std::sqrt(squares) : 0;
  for (std::uint32_t column = 0; column < model.columns; ++column) sum_[column] = sum_[column] * scale_ + model.bias[column];
  add_sets(words, range);
  return sum_;
}

float WordWeights::share_of(TypeId type, std::uint32_t column, float scale) const {
  float share = weights_of(type)[column] * scale;
  for (const std::int32_t set : types_[type].sets) share += sets_[static_cast<std::size_t>(set)].weights[column];
  return share;
}

}  // namespace codeboom
