#include "engine/learn/document_verdict.h"

#include <algorithm>
#include <cmath>

namespace codeboom {
namespace {

constexpr float least_chance = 0.01F;
constexpr float nearly_certain = 1e-6F;  // so that log-odds stay finite
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

float log_odds_of(float chance) {
  const float kept = std::clamp(chance, nearly_certain, 1 - nearly_certain);
  return std::log(kept / (1 - kept));
}

}  // namespace

void DocumentVerdict::take(float chance, Best& best) const {
  if (chance <= best.back()) return;
  best.back() = chance;
  for (std::size_t place = counted - 1; place > 0 && best[place] > best[place - 1]; --place) {
    std::swap(best[place], best[place - 1]);
  }
}

void DocumentVerdict::judge(DocumentContext& context, const DocumentWeights& weights, const Allowed& allowed) {
  enough_ = log_odds_of(weights.sentence_chance);
  columns_ = context.columns();
  log_odds_.resize(context.size() * columns_);
  best_.assign(columns_, Best{});
  best_sentence_.assign(columns_, nowhere);
  has_chance_.clear();
  const float least = log_odds_of(least_chance);
  for (std::size_t sentence = 0; sentence < context.size(); ++sentence) {
    const std::span<float> here(log_odds_.data() + sentence * columns_, columns_);
    const SeenInDocument& seen = context.seen(sentence);
    add_up(weights, context, seen, here);
    bool has_chance = false;
    for (const std::uint32_t column : seen.with_a_chance) {
      if (here[column] < least || !allowed(sentence, column)) {
        here[column] = no_chance;
        continue;
      }
      const float chance = 1 / (1 + std::exp(-here[column]));
      if (chance > best_[column].front()) best_sentence_[column] = sentence;
      take(chance, best_[column]);
      has_chance = true;
    }
    has_chance_.push_back(has_chance);
  }
  decide(context, weights);
}

void DocumentVerdict::decide(const DocumentContext& context, const DocumentWeights& weights) {
  label_chances_.clear();
  std::vector<float> no_root(context.root_count(), 1.0F);
  std::vector<std::size_t> best_of_root(context.root_count(), nowhere);
  for (std::size_t column = 0; column < columns_; ++column) {
    float none = 1;
    for (const float chance : best_[column]) none *= 1 - chance;
    label_chances_.push_back(1 - none);
    const std::uint32_t root = context.roots()[column];
    no_root[root] *= none;
    if (best_of_root[root] == nowhere || label_chances_[column] > label_chances_[best_of_root[root]]) best_of_root[root] = column;
  }
  root_chances_.clear();
  for (const float none : no_root) root_chances_.push_back(1 - none);
  margin_of_best_.clear();
  for (std::size_t column = 0; column < columns_; ++column) {
    const std::uint32_t root = context.roots()[column];
    const float by_root = log_odds_of(root_chances_[root]) - log_odds_of(weights.root_chance);
    const float by_label = log_odds_of(label_chances_[column]) - log_odds_of(weights.label_chance);
    // A document that shows a root shows at least the likeliest label under it.
    margin_of_best_.push_back(best_of_root[root] == column ? by_root : std::min(by_root, by_label));
  }
}

void DocumentVerdict::margins(std::size_t sentence, std::span<float> margins) const {
  const auto here = log_odds(sentence);
  for (std::size_t column = 0; column < columns_; ++column) {
    if (here[column] == no_chance) {
      margins[column] = no_chance;
    } else {
      const float best = margin_of_best_[column];
      margins[column] = best_sentence_[column] == sentence ? best : std::min(best, here[column] - enough_);
    }
  }
}

std::span<const float> DocumentVerdict::log_odds(std::size_t sentence) const {
  return std::span(log_odds_).subspan(sentence * columns_, columns_);
}

}  // namespace codeboom
