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
      suppressors_(rules),
      resemblance_(learned->model, learned->pieces),
      context_(context_of(learned->labels, parents_of(rules))),
      column_of_(rules.labels.size(), none),
      points_(learned->labels.size()),
      scores_(learned->labels.size()) {
  for (std::uint32_t column = 0; column < learned->labels.size(); ++column) column_of_[learned->labels[column]] = column;
}

void WordsOfDocument::clear() {
  kept_.clear(), hits_.clear(), suppressors_.clear();
  seen_place_ = nowhere;
  context_.clear();
}

void WordsOfDocument::add(std::uint32_t sentence, std::uint32_t words, std::span<const Hit> hits, std::span<const float> log_odds) {
  kept_.push_back({sentence, hits_.size(), hits_.size() + hits.size(), weights_.scale()});
  hits_.insert(hits_.end(), hits.begin(), hits.end());
  std::fill(points_.begin(), points_.end(), 0.0F);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (i > 0 && hits[i].rule == hits[i - 1].rule) continue;  // a rule counts once per sentence
    const CompiledRule& rule = rules_.rules[hits[i].rule];
    if (column_of_[rule.label] != none) points_[column_of_[rule.label]] += rule.strength;
  }
  for (float& points : points_) points = std::min(points, weights_.learned().most_rule_points);
  const float codable = log_odds.size() > points_.size() ? log_odds.back() : 0;
  context_.add(log_odds.first(points_.size()), points_, codable, words);
}

std::span<const float> WordsOfDocument::scores(std::size_t place) {
  verdict_.margins(place, scores_);
  for (float& score : scores_) score = weights_.learned().score_of(score);
  return scores_;
}

float WordsOfDocument::points_of_others(std::size_t place, std::size_t column) {
  const LearnedPart& learned = weights_.learned();
  if (place != seen_place_) seen_ = context_.seen(place);  // valid until another is asked for
  seen_place_ = place;
  return learned.document_points() * from_others(learned.documents, seen_, column);
}

}  // namespace codeboom
