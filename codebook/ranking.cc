#include "codebook/ranking.h"

#include <algorithm>
#include <map>


namespace codeboom {

std::string_view name_of(Strength strength) {
  constexpr std::string_view names[] = {"weak", "likely", "strong"};
  return names[static_cast<std::size_t>(strength)];
}

Strength RankedSuggestion::strength() const {
  if (!chance) return given ? Strength::likely : Strength::weak;
  return *chance >= strong_chance ? Strength::strong : *chance >= likely_chance ? Strength::likely : Strength::weak;
}

Ranker::Ranker(const Codebook& codebook, const MachineCoder& coder)
    : codebook_(codebook), rule_ids_(rule_ids(codebook)), matcher_(coder.matcher()) {}

std::vector<RankedSuggestion> Ranker::rank(const Text& text, std::size_t most) {
  const std::vector<Block> blocks{{BlockKind::paragraph, 0, text.whole()}};
  Suggestions found;
  if (text.whole().begin != text.whole().end) matcher_.rank(text, blocks, found);
  std::map<std::uint32_t, const Suggestion*> best;
  for (const Suggestion& suggestion : found.suggestions) {
    const Suggestion*& place = best[suggestion.label];
    if (place == nullptr || suggestion.score > place->score) place = &suggestion;
  }
  std::vector<const Suggestion*> order;
  for (auto one = best.begin(); one != best.end(); ++one) {
    const auto next = std::next(one);  // depth first: codes below follow at once
    const bool has_one_below = next != best.end() && is_within(codebook_, next->first, one->first);
    if (!has_one_below) order.push_back(one->second);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const Suggestion* a, const Suggestion* b) { return a->score > b->score; });
  order.resize(std::min(order.size(), most));
  std::vector<RankedSuggestion> ranked;
  for (const Suggestion* suggestion : order) {
    RankedSuggestion one{suggestion->label, static_cast<double>(suggestion->score), {}, false, {}, suggestion->flags};
    if (suggestion->chance > 0) one.chance = static_cast<double>(suggestion->chance);
    one.given = suggestion->score >= codebook_.codes[suggestion->label].threshold;
    for (std::uint32_t i = suggestion->first_evidence; i < suggestion->end_evidence; ++i) {
      one.evidence.push_back(named(found.evidence[i], rule_ids_));
    }
    ranked.push_back(std::move(one));
  }
  return ranked;
}

std::vector<std::string> Ranker::unknown_words(const Text& text) const {
  std::vector<std::string> words;
  for (const Span span : matcher_.unknown_words()) words.emplace_back(text[span]);
  return words;
}

}  // namespace codeboom
