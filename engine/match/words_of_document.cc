#include "engine/match/words_of_document.h"

#include <algorithm>

namespace codeboom {
namespace {

std::vector<std::int32_t> parents_of(const CompiledRules& rules) {
  std::vector<std::int32_t> parents;
  for (const CompiledLabel& label : rules.labels) parents.push_back(label.parent);
  return parents;
}

}  // namespace

WordsOfDocument::WordsOfDocument(const CompiledRules& rules, std::shared_ptr<const LearnedPart> learned)
    : rules_(rules),
      weights_(rules, learned),
      context_(context_of(learned->labels, parents_of(rules), learned->context)),
      column_of_(rules.labels.size(), none),
      with_rules_(learned->labels.size()),
      points_(learned->labels.size()) {
  for (std::uint32_t column = 0; column < learned->labels.size(); ++column) column_of_[learned->labels[column]] = column;
}

void WordsOfDocument::clear() {
  kept_.clear(), hits_.clear(), log_odds_.clear();
  context_.clear();
}

void WordsOfDocument::add(std::uint32_t sentence, std::span<const Hit> hits, std::span<const float> log_odds) {
  kept_.push_back({sentence, hits_.size(), hits_.size() + hits.size(), weights_.scale()});
  hits_.insert(hits_.end(), hits.begin(), hits.end());
  log_odds_.insert(log_odds_.end(), log_odds.begin(), log_odds.end());
  std::fill(points_.begin(), points_.end(), 0.0F);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (i > 0 && hits[i].rule == hits[i - 1].rule) continue;  // a rule counts once per sentence
    const CompiledRule& rule = rules_.rules[hits[i].rule];
    if (column_of_[rule.label] != none) points_[column_of_[rule.label]] += rule.strength;
  }
  const LearnedPart& learned = weights_.learned();
  for (std::size_t column = 0; column < log_odds.size(); ++column) {
    with_rules_[column] = log_odds[column] + std::min(points_[column], learned.most_rule_points) / learned.points;
  }
  context_.add(with_rules_);
}

std::span<const float> WordsOfDocument::log_odds(std::size_t place) const {
  const std::size_t columns = with_rules_.size();
  return std::span(log_odds_).subspan(place * columns, columns);
}

}  // namespace codeboom
