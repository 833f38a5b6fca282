#include "engine/learn/document_context.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace codeboom {
namespace {

// Log-odds at which a chance is even: rough, what comes of it is weighed by what was learned.
constexpr float even_log_odds = -1.5F;
constexpr float two_away = 0.7F;
constexpr float least_expected = 1e-3F;  // so that nothing is divided by 0

std::size_t count_of(const std::vector<std::uint32_t>& numbers) {
  return numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end()) + std::size_t{1};
}

// As std::log1p, which is four times as slow and differs only where it does not matter: far below one expected sentence.
float ln_of_one_more(float expected) { return std::log(1 + expected); }

// Rounding may leave less than nothing.
float less(float all, float own) { return std::max(0.0F, all - own); }

}  // namespace

DocumentContext::DocumentContext(std::vector<std::uint32_t> groups, std::vector<std::uint32_t> roots)
    : groups_(std::move(groups)), roots_(std::move(roots)) {
  for (auto* const by_column : {&total_, &same_, &near_, &group_, &root_, &share_, &lead_}) {
    by_column->resize(roots_.size());
  }
  for (auto* const by_group : {&by_group_, &own_group_}) by_group->resize(count_of(groups_));
  for (auto* const by_root : {&by_root_, &own_root_}) by_root->resize(count_of(roots_));
}

void DocumentContext::clear() {
  for (auto* const kept : {&words_, &rules_, &codable_, &length_}) kept->clear();
  chances_.clear();
  with_chance_.clear();
  ends_.clear();
  expected_ = 0;
  for (auto* const sums : {&total_, &by_group_, &by_root_}) std::fill(sums->begin(), sums->end(), 0.0F);
}

void DocumentContext::add(std::span<const float> words, std::span<const float> rules, float codable, std::uint32_t length) {
  assert(words.size() == columns() && rules.size() == columns() && length > 0);
  words_.insert(words_.end(), words.begin(), words.end());
  rules_.insert(rules_.end(), rules.begin(), rules.end());
  codable_.push_back(codable);
  length_.push_back(std::log(static_cast<float>(length)));
  for (std::uint32_t column = 0; column < columns(); ++column) {
    const float log_odds = rough_log_odds(words[column], rules[column]);
    if (log_odds < least_log_odds) continue;
    const float chance = 1 / (1 + std::exp(even_log_odds - log_odds));
    chances_.push_back({column, chance});
    with_chance_.push_back(column);
    total_[column] += chance;
    by_group_[groups_[column]] += chance;
    by_root_[roots_[column]] += chance;
    expected_ += chance;
  }
  ends_.push_back(chances_.size());
}

std::span<const DocumentContext::Chance> DocumentContext::chances_of(std::size_t sentence) const {
  const std::size_t begin = sentence == 0 ? 0 : ends_[sentence - 1];
  return std::span(chances_).subspan(begin, ends_[sentence] - begin);
}

void DocumentContext::look_near(std::size_t sentence, std::size_t other, float weight) {
  if (other >= ends_.size() || other == sentence) return;  // also what lies before the first: it wraps around
  for (const Chance& one : chances_of(other)) near_[one.column] = std::max(near_[one.column], weight * one.chance);
}

void DocumentContext::look_around(std::size_t sentence) {
  const auto own = chances_of(sentence);
  float own_expected = 0;
  for (const Chance& one : own) {
    own_group_[groups_[one.column]] += one.chance;
    own_root_[roots_[one.column]] += one.chance;
    own_expected += one.chance;
  }
  const auto sentences = static_cast<float>(size());
  const float others_expected = std::max(less(expected_, own_expected), least_expected);
  for (const Chance& one : own) {
    const std::uint32_t group = groups_[one.column], root = roots_[one.column];
    const float under_root = less(by_root_[root], own_root_[root]);
    same_[one.column] = ln_of_one_more(less(total_[one.column], one.chance));
    group_[one.column] = ln_of_one_more(less(by_group_[group], own_group_[group]));
    root_[one.column] = under_root / sentences;
    share_[one.column] = under_root / others_expected;
  }
  for (const Chance& one : own) own_group_[groups_[one.column]] = own_root_[roots_[one.column]] = 0;
}

void DocumentContext::look_ahead_of_others() {
  float best = -INFINITY, second = -INFINITY;
  const auto take = [&](std::uint32_t column) {
    const float here = lead_[column] = rough_log_odds(seen_.words[column], seen_.rules[column]);
    second = std::max(second, std::min(best, here));
    best = std::max(best, here);
  };
  if (seen_.with_a_chance.size() > 1) {  // then the best two are among these
    for (const std::uint32_t column : seen_.with_a_chance) take(column);
  } else if (!seen_.with_a_chance.empty()) {
    for (std::uint32_t column = 0; column < columns(); ++column) take(column);
  }
  if (columns() < 2) second = best;
  bool is_first = true;  // of equals
  for (const std::uint32_t column : seen_.with_a_chance) {
    float& lead = lead_[column];
    const bool leads = is_first && lead == best;
    if (leads) is_first = false;
    lead -= leads ? second : best;
  }
}

const SeenInDocument& DocumentContext::seen(std::size_t sentence) {
  std::fill(near_.begin(), near_.end(), 0.0F);
  look_near(sentence, sentence - 1, 1);
  look_near(sentence, sentence + 1, 1);
  look_near(sentence, sentence - 2, two_away);
  look_near(sentence, sentence + 2, two_away);
  look_around(sentence);
  const auto of_sentence = [&](const std::vector<float>& all) {
    return std::span(all).subspan(sentence * columns(), columns());
  };
  const std::size_t begin = sentence == 0 ? 0 : ends_[sentence - 1];
  const auto with_a_chance = std::span(with_chance_).subspan(begin, ends_[sentence] - begin);
  seen_ = {with_a_chance, of_sentence(words_), of_sentence(rules_), same_, near_, group_, root_, share_, lead_, length_[sentence], codable_[sentence]};
  look_ahead_of_others();
  return seen_;
}

DocumentContext context_of(std::span<const std::uint32_t> labels, std::span<const std::int32_t> parents) {
  std::vector<std::uint32_t> groups, roots, numbers;  // numbers: the roots met, in their order
  for (const std::uint32_t label : labels) {
    std::uint32_t root = label;
    while (parents[root] >= 0) root = static_cast<std::uint32_t>(parents[root]);
    const std::int32_t parent = parents[label];
    groups.push_back(parent < 0 || static_cast<std::uint32_t>(parent) == root ? label : static_cast<std::uint32_t>(parent));
    const auto number = std::find(numbers.begin(), numbers.end(), root);
    roots.push_back(static_cast<std::uint32_t>(number - numbers.begin()));
    if (number == numbers.end()) numbers.push_back(root);
  }
  return {std::move(groups), std::move(roots)};
}

}  // namespace codeboom
