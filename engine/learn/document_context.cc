#include "engine/learn/document_context.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace codeboom {
namespace {

constexpr float least_log_odds = even_log_odds - 3;  // below it a chance is under one in a hundred: left out

std::size_t count_of(const std::vector<std::uint32_t>& numbers) {
  std::size_t count = 0;
  for (const std::uint32_t number : numbers) {
    if (number != DocumentContext::none) count = std::max<std::size_t>(count, number + 1);
  }
  return count;
}

}  // namespace

DocumentContext::DocumentContext(std::vector<std::uint32_t> groups, std::vector<std::uint32_t> roots,
                                 const ContextWeights& weights)
    : groups_(std::move(groups)),
      roots_(std::move(roots)),
      weights_(weights),
      total_(roots_.size()),
      by_group_(count_of(groups_)),
      by_root_(count_of(roots_)),
      of_column_(roots_.size()),
      of_group_(by_group_.size()),
      of_group_here_(by_group_.size()),
      own_group_(by_group_.size()),
      own_root_(by_root_.size()),
      near_(roots_.size()),
      evidence_(roots_.size()) {}

void DocumentContext::clear() {
  chances_.clear();
  ends_.clear();
  summed_up_ = 0;
  for (auto* const sums : {&total_, &by_group_, &by_root_}) std::fill(sums->begin(), sums->end(), 0.0F);
}

void DocumentContext::add(std::span<const float> log_odds) {
  assert(log_odds.size() == roots_.size());
  for (std::uint32_t column = 0; column < log_odds.size(); ++column) {
    if (roots_[column] == none || log_odds[column] < least_log_odds) continue;
    const float chance = 1 / (1 + std::exp(-chance_slope * (log_odds[column] - even_log_odds)));
    chances_.push_back({column, chance});
    total_[column] += chance;
    by_group_[groups_[column]] += chance;
    by_root_[roots_[column]] += chance;
  }
  ends_.push_back(chances_.size());
}

std::span<const DocumentContext::Chance> DocumentContext::chances_of(std::size_t sentence) const {
  const std::size_t begin = sentence == 0 ? 0 : ends_[sentence - 1];
  return std::span(chances_).subspan(begin, ends_[sentence] - begin);
}

void DocumentContext::add_near(std::size_t sentence, std::size_t other, float weight) {
  if (other >= ends_.size() || other == sentence) return;  // also what lies before the first: it wraps around
  for (const Chance& one : chances_of(other)) near_[one.column] = std::max(near_[one.column], weight * one.chance);
}

void DocumentContext::sum_up() {
  summed_up_ = ends_.size();
  for (std::uint32_t group = 0; group < by_group_.size(); ++group) of_group_[group] = weights_.group * std::log1p(by_group_[group]);
  for (std::uint32_t column = 0; column < roots_.size(); ++column) {
    if (roots_[column] != none) of_column_[column] = weights_.same * std::log1p(total_[column]);
  }
}

std::span<const float> DocumentContext::evidence(std::size_t sentence) {
  if (summed_up_ != ends_.size()) sum_up();
  // Most columns and groups have no chance in the sentence itself: what all sentences say is then what the others say.
  const auto others = [](float all, float own) { return std::max(0.0F, all - own); };  // rounding may leave less than nothing
  std::fill(near_.begin(), near_.end(), 0.0F);
  std::fill(own_root_.begin(), own_root_.end(), 0.0F);
  of_group_here_ = of_group_;
  std::fill(own_group_.begin(), own_group_.end(), 0.0F);
  for (const Chance& one : chances_of(sentence)) {
    own_group_[groups_[one.column]] += one.chance;
    own_root_[roots_[one.column]] += one.chance;
  }
  for (const Chance& one : chances_of(sentence)) {
    const std::uint32_t group = groups_[one.column];
    of_group_here_[group] = weights_.group * std::log1p(others(by_group_[group], own_group_[group]));
  }
  for (std::uint32_t root = 0; root < by_root_.size(); ++root) {
    own_root_[root] = weights_.root * others(by_root_[root], own_root_[root]) / static_cast<float>(ends_.size());
  }
  add_near(sentence, sentence - 1, 1);
  add_near(sentence, sentence + 1, 1);
  add_near(sentence, sentence - 2, 0.6F);
  add_near(sentence, sentence + 2, 0.6F);
  for (std::uint32_t column = 0; column < roots_.size(); ++column) {
    if (roots_[column] == none) continue;  // stays 0
    evidence_[column] = of_column_[column] + weights_.near * near_[column] + of_group_here_[groups_[column]] + own_root_[roots_[column]];
  }
  for (const Chance& one : chances_of(sentence)) {
    evidence_[one.column] += weights_.same * std::log1p(others(total_[one.column], one.chance)) - of_column_[one.column];
  }
  return evidence_;
}

DocumentContext context_of(std::span<const std::uint32_t> labels, std::span<const std::int32_t> parents,
                           const ContextWeights& weights) {
  std::vector<std::uint32_t> groups, roots;
  for (const std::uint32_t label : labels) {
    const auto as_parent = static_cast<std::int32_t>(label);
    if (std::find(parents.begin(), parents.end(), as_parent) != parents.end()) {
      groups.push_back(DocumentContext::none), roots.push_back(DocumentContext::none);
      continue;
    }
    std::uint32_t root = label;
    while (parents[root] >= 0) root = static_cast<std::uint32_t>(parents[root]);
    const std::int32_t parent = parents[label];
    groups.push_back(parent < 0 || static_cast<std::uint32_t>(parent) == root ? label : static_cast<std::uint32_t>(parent));
    roots.push_back(root);
  }
  return {std::move(groups), std::move(roots), weights};
}

}  // namespace codeboom
