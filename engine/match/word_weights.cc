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

WordWeights::WordWeights(const CompiledRules& rules, std::shared_ptr<const LearnedPart> learned)
    : rules_(rules), learned_(std::move(learned)), rows_(learned_->model), sets_of_class_(rules.triggers.size()), sum_(learned_->model.columns) {
  for (const auto& [name, word_class] : rules_.named_sets) {
    const std::int64_t row = rows_.row_of(feature_id(FeatureKind::named_set, name));
    if (row < 0) continue;
    sets_of_class_[word_class].push_back(static_cast<std::int32_t>(sets_.size()));
    learned_->model.add_row(row, set_value, sets_.emplace_back(learned_->model.columns));
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
  add_features(weights, entry.squares);
  const auto [place, added] = lemma_numbers_.try_emplace(forms.lemmas.front(), static_cast<std::uint32_t>(lemmas_.size()));
  if (added) lemmas_.push_back({place->first, two_words_begun(place->first)});
  entry.lemma = place->second;
  for (const ClassId word_class : types.classes(type)) {
    entry.sets.insert(entry.sets.end(), sets_of_class_[word_class].begin(), sets_of_class_[word_class].end());
  }
  std::sort(entry.sets.begin(), entry.sets.end());
}

// What the model says of features_, each by its rarity, and the squares of these.
void WordWeights::add_features(std::span<float> sum, float& squares) {
  const LinearModel& model = learned_->model;
  rows_.find(features_, found_rows_);
  for (const std::int64_t row : found_rows_) {
    const float rarity = model.rarity[static_cast<std::size_t>(row)];
    model.add_row(row, rarity, sum);
    squares += rarity * rarity;
  }
}

void WordWeights::add_pairs(const Words& words, WordRange range, float& squares) {
  features_.clear();
  for (std::uint32_t i = range.begin; i + 1 < range.end; ++i) {
    if (!in_a_row(words, i)) continue;
    const FeatureId pair = two_words(lemmas_[types_[words.types[i]].lemma].begun, lemmas_[types_[words.types[i + 1]].lemma].text);
    if (rows_.may_know(pair)) features_.push_back(pair);  // most pairs are unknown
  }
  add_features(sum_, squares);
}

void WordWeights::add_sets(const Words& words, WordRange range) {
  seen_sets_.clear();
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const auto& sets = types_[words.types[i]].sets;
    seen_sets_.insert(seen_sets_.end(), sets.begin(), sets.end());
  }
  std::sort(seen_sets_.begin(), seen_sets_.end());
  seen_sets_.erase(std::unique(seen_sets_.begin(), seen_sets_.end()), seen_sets_.end());
  for (const std::int32_t set : seen_sets_) add(sets_[static_cast<std::size_t>(set)].data(), sum_);
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
  for (const std::int32_t set : types_[type].sets) share += sets_[static_cast<std::size_t>(set)][column];
  return share;
}

}  // namespace codeboom
