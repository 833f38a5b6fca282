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

void sort_each_once(std::vector<FeatureId>& features) {
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
}

}  // namespace

void first_places(const Words& words, WordRange range, std::vector<bool>& said, std::vector<std::uint32_t>& places) {
  places.clear();
  for (std::uint32_t place = range.begin; place < range.end; ++place) {
    if (said[words.types[place]]) continue;
    said[words.types[place]] = true;
    places.push_back(place);
  }
  for (const std::uint32_t place : places) said[words.types[place]] = false;
}

Example example_of(const CompiledRules& rules, const WordTypes& types, const Words& words, WordRange range) {
  const auto word_at = [&](std::uint32_t place) { return whole_word(types.key(words.types[place])); };
  Example example;
  std::vector<FeatureId> pairs;
  for (std::uint32_t i = range.begin; i + 1 < range.end; ++i) {
    if (in_a_row(words, i)) pairs.push_back(two_words(first_lemma(word_at(i)), first_lemma(word_at(i + 1))));
  }
  sort_each_once(pairs);
  std::vector<bool> said(types.size());
  std::vector<std::uint32_t> places;
  first_places(words, range, said, places);
  for (const std::uint32_t place : places) {
    add_word_features(word_at(place), example.words);
    for (const auto& [name, word_class] : rules.named_sets) {
      if (types.belongs(words.types[place], word_class)) example.sets.push_back(feature_id(FeatureKind::named_set, name));
    }
  }
  example.words.insert(example.words.end(), pairs.begin(), pairs.end());
  sort_each_once(example.sets);
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
  said_.push_back(false);
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
  sort_each_once(features_);
  add_features(sum_, squares);
}

void WordWeights::add_sets(const Words& words) {
  seen_sets_.clear();
  for (const std::uint32_t place : places_) {
    const auto& sets = types_[words.types[place]].sets;
    seen_sets_.insert(seen_sets_.end(), sets.begin(), sets.end());
  }
  std::sort(seen_sets_.begin(), seen_sets_.end());
  seen_sets_.erase(std::unique(seen_sets_.begin(), seen_sets_.end()), seen_sets_.end());
  for (const std::int32_t set : seen_sets_) add(sets_[static_cast<std::size_t>(set)].data(), sum_);
}

std::span<float> WordWeights::log_odds(const Words& words, WordRange range) {
  const LinearModel& model = learned_->model;
  std::fill(sum_.begin(), sum_.end(), 0.0F);
  float squares = 0;
  first_places(words, range, said_, places_);
  for (const std::uint32_t place : places_) {
    const TypeId type = words.types[place];
    squares += types_[type].squares;
    add(weights_of(type), sum_);
  }
  add_pairs(words, range, squares);
  scale_ = squares > 0 ? 1 / std::sqrt(squares) : 0;
  for (std::uint32_t column = 0; column < model.columns; ++column) sum_[column] = sum_[column] * scale_ + model.bias[column];
  add_sets(words);
  return sum_;
}

void WordWeights::share_out(const Words& words, WordRange range, float scale, Shares& shares) {
  const std::size_t labels = learned_->labels.size();
  first_places(words, range, said_, shares.places);
  shares.numbers.resize(shares.places.size() * labels);
  for (std::size_t i = 0; i < shares.places.size(); ++i) {
    const std::span<float> share = shares.of(i, labels);
    const TypeId type = words.types[shares.places[i]];
    const float* const weights = weights_of(type);
    for (std::size_t column = 0; column < labels; ++column) share[column] = weights[column] * scale;
    for (const std::int32_t set : types_[type].sets) add(sets_[static_cast<std::size_t>(set)].data(), share);
  }
}

}  // namespace codeboom
