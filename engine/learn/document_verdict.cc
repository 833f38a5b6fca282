#include "engine/learn/document_verdict.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace codeboom {
namespace {

constexpr float least_chance = 0.01F, least_expected = 1e-3F;
constexpr float nearly_certain = 1e-6F;  // so that log-odds stay finite
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

float chance_of(float log_odds) { return 1 / (1 + std::exp(-log_odds)); }

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
  expected_.assign(context.root_count(), 0.0F);
  codable_ = 0;
  const float least = log_odds_of(least_chance);
  for (std::size_t sentence = 0; sentence < context.size(); ++sentence) {
    const std::span<float> here(log_odds_.data() + sentence * columns_, columns_);
    const SeenInDocument& seen = context.seen(sentence);
    add_up(weights, context, seen, here);
    codable_ += chance_of(seen.codable);
    bool has_chance = false;
    for (const std::uint32_t column : seen.with_a_chance) {
      if (here[column] < least || !allowed(sentence, column)) {
        here[column] = no_chance;
        continue;
      }
      const float chance = chance_of(here[column]);
      expected_[context.roots()[column]] += chance;
      if (chance > best_[column].front()) best_sentence_[column] = sentence;
      take(chance, best_[column]);
      has_chance = true;
    }
    has_chance_.push_back(has_chance);
  }
  const SeenOfDocument document = look_at_document(context.size());
  look_at_roots(context, document);
  look_at_labels(document);
  decide(context, weights);
}

SeenOfDocument DocumentVerdict::look_at_document(std::size_t sentences) const {
  float all = 0, largest = 0;
  for (const float expected : expected_) {
    all += expected;
    largest = std::max(largest, expected);
  }
  const float count = std::max(static_cast<float>(sentences), 1.0F);
  return {largest / std::max(all, least_expected), std::log(count), std::log1p(all), codable_ / count};
}

void DocumentVerdict::look_at_roots(const DocumentContext& context, const SeenOfDocument& document) {
  std::vector<float> best(expected_.size(), least_chance);
  for (std::size_t column = 0; column < columns_; ++column) {
    float& of_root = best[context.roots()[column]];
    of_root = std::max(of_root, best_[column].front());
  }
  const float all = std::max(std::expm1(document.all), least_expected);
  root_rows_.clear();
  for (std::size_t root = 0; root < expected_.size(); ++root) {
    root_rows_.push_back(row_of(document, SeenOfRoot{log_odds_of(best[root]), std::log1p(expected_[root]), expected_[root] / all}));
  }
}

void DocumentVerdict::look_at_labels(const SeenOfDocument& document) {
  std::vector<float> chances;  // of labels that have one, and which these are
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < columns_; ++column) {
    if (best_[column].front() == 0) continue;
    float none = 1;
    for (const float chance : best_[column]) none *= 1 - chance;
    chances.push_back(1 - none);
    columns.push_back(column);
  }
  std::vector<std::size_t> order(columns.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return chances[a] > chances[b]; });
  label_rows_.assign(columns_, std::nullopt);
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const SeenOfLabel seen{log_odds_of(chances[order[rank]]), std::log1p(static_cast<float>(rank))};
    label_rows_[columns[order[rank]]] = row_of(document, seen);
  }
}

void DocumentVerdict::decide(const DocumentContext& context, const DocumentWeights& weights) {
  root_chances_.clear();
  for (const RootRow& row : root_rows_) root_chances_.push_back(chance_of(codeboom::log_odds(weights.shown.roots, row)));
  label_chances_.clear();
  std::vector<std::size_t> best_of_root(context.root_count(), nowhere);
  for (std::size_t column = 0; column < columns_; ++column) {
    const auto& row = label_rows_[column];
    label_chances_.push_back(row ? chance_of(codeboom::log_odds(weights.shown.labels, *row)) : 0);
    const std::uint32_t root = context.roots()[column];
    if (best_of_root[root] == nowhere || label_chances_[column] > label_chances_[best_of_root[root]]) best_of_root[root] = column;
  }
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
