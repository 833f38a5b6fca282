// From the hits in a sentence to the labels it gets: thresholds, required and suppressing words, back-off, flags.
#include <algorithm>

#include "engine/match/matcher_state.h"

namespace codeboom {
namespace {

constexpr std::uint32_t negation_distance = 5;  // words between it and the evidence

struct Given {
  std::uint32_t label = 0;
  float score = 0;
  bool back_off = false;
  bool is_lent = false;  // the score holds evidence of labels below
};

class SentenceScorer {
 public:
  SentenceScorer(Matcher::State& state, const Text& text, std::span<const Block> blocks, Suggestions& result)
      : state_(state), rules_(state.rules.compiled()), text_(text), blocks_(blocks), result_(result) {
    state_.own_score.resize(rules_.labels.size());
    state_.passed_up.resize(rules_.labels.size());
    state_.child_given.resize(rules_.labels.size());
    state_.lends.resize(rules_.labels.size());
  }

  void score(std::uint32_t sentence, std::span<const Hit> hits) {
    look_for_heading(sentence);
    sentence_ = sentence;
    add_up(hits);
    decide();
    std::sort(given_.begin(), given_.end(), [](const Given& a, const Given& b) {
      return a.score != b.score ? a.score > b.score : a.label < b.label;
    });
    if (!given_.empty()) write(hits);
    clear();
  }

 private:
  void look_for_heading(std::uint32_t sentence) {
    for (std::uint32_t i = sentence_; i < sentence; ++i) {
      if (blocks_[state_.tokens.sentences[i].block].kind == BlockKind::heading) heading_above_ = i;
    }
  }

  void touch(std::uint32_t label) {
    if (state_.own_score[label] == 0 && state_.passed_up[label] == 0 && state_.child_given[label] == 0) {
      state_.touched.push_back(label);
    }
  }

  void add_up(std::span<const Hit> hits) {
    for (std::size_t i = 0; i < hits.size(); ++i) {
      if (i > 0 && hits[i].rule == hits[i - 1].rule) continue;  // a rule counts once per sentence
      const CompiledRule& rule = rules_.rules[hits[i].rule];
      touch(rule.label);
      state_.own_score[rule.label] += rule.strength;
    }
  }

  // Children stand behind their parents, so from the last label to the first each is decided before its parent.
  void decide() {
    given_.clear();
    std::make_heap(state_.touched.begin(), state_.touched.end());
    while (!state_.touched.empty()) {
      std::pop_heap(state_.touched.begin(), state_.touched.end());
      const std::uint32_t label = state_.touched.back();
      state_.touched.pop_back();
      seen_.push_back(label);
      decide(label);
    }
  }

  void decide(std::uint32_t label) {
    const CompiledLabel& options = rules_.labels[label];
    const float own = state_.own_score[label];
    const float lent = state_.child_given[label] == 0 ? state_.passed_up[label] : 0;
    const float total = own + lent;
    const bool allowed = total > 0 && this->allowed(options);
    const bool gives = allowed && total >= options.threshold;
    if (gives) given_.push_back({label, total, own < options.threshold, lent > 0});
    if (options.parent < 0) return;
    const auto parent = static_cast<std::uint32_t>(options.parent);
    const bool child_given = gives || state_.child_given[label] != 0;
    if (!child_given && !(allowed && total > 0)) return;
    const bool known = state_.own_score[parent] != 0 || state_.passed_up[parent] != 0 || state_.child_given[parent] != 0;
    if (child_given) {
      state_.child_given[parent] = 1;
    } else {
      state_.passed_up[parent] += total;
      state_.lends[label] = 1;
    }
    if (!known) {
      state_.touched.push_back(parent);
      std::push_heap(state_.touched.begin(), state_.touched.end());
    }
  }

  bool allowed(const CompiledLabel& options) const {
    const WordRange words = state_.sentences[sentence_];
    if (options.suppressed_by != none && state_.finder.occurs(options.suppressed_by, words)) return false;
    return options.requires_any == none || required_found(options.requires_any);
  }

  bool required_found(ChoiceId choice) const {
    if (state_.finder.occurs(choice, state_.sentences[sentence_])) return true;
    if (sentence_ > 0 && state_.finder.occurs(choice, state_.sentences[sentence_ - 1])) return true;
    return heading_above_ != none && state_.finder.occurs(choice, state_.sentences[heading_above_]);
  }

  // A rule counts for its own label and, where that label lent its evidence, for those above that took it.
  bool counts_for(std::uint32_t label, const Given& given) const {
    while (label != given.label) {
      if (!given.is_lent || state_.lends[label] == 0) return false;
      label = static_cast<std::uint32_t>(rules_.labels[label].parent);
    }
    return true;
  }

  void write(std::span<const Hit> hits) {
    const WordRange words = state_.sentences[sentence_];
    const std::vector<WordRange> negations = state_.finder.places(rules_.negation, words);
    const NearPlaces near_negation(negations);
    const Flags question = is_question() ? static_cast<Flags>(Flag::question) : Flags{0};
    for (const Given& given : given_) {
      Suggestion suggestion;
      suggestion.span = state_.tokens.sentences[sentence_].span;
      suggestion.label = given.label;
      suggestion.score = given.score;
      suggestion.flags = question;
      if (given.back_off) suggestion.flags |= static_cast<Flags>(Flag::back_off);
      suggestion.first_evidence = static_cast<std::uint32_t>(result_.evidence.size());
      for (const Hit& hit : hits) {
        if (!counts_for(rules_.rules[hit.rule].label, given)) continue;
        result_.evidence.push_back({state_.span_of(hit.words), hit.rule});
        if (near_negation.any_within(negation_distance, hit.words)) suggestion.flags |= static_cast<Flags>(Flag::negation);
      }
      suggestion.end_evidence = static_cast<std::uint32_t>(result_.evidence.size());
      result_.suggestions.push_back(suggestion);
    }
  }

  bool is_question() const {
    const Sentence& sentence = state_.tokens.sentences[sentence_];
    if (blocks_[sentence.block].kind == BlockKind::question) return true;
    for (std::uint32_t i = sentence.end_token; i-- > sentence.first_token;) {  // closing quotes may follow the mark
      if (state_.tokens.tokens[i].kind != TokenKind::punctuation) return false;
      if (text_[state_.tokens.tokens[i].span].front() == '?') return true;
    }
    return false;
  }

  void clear() {
    for (const std::uint32_t label : seen_) {
      state_.own_score[label] = state_.passed_up[label] = 0;
      state_.child_given[label] = state_.lends[label] = 0;
    }
    seen_.clear();
  }

  Matcher::State& state_;
  const CompiledRules& rules_;
  const Text& text_;
  std::span<const Block> blocks_;
  Suggestions& result_;
  std::uint32_t sentence_ = 0;
  std::uint32_t heading_above_ = none;
  std::vector<Given> given_;
  std::vector<std::uint32_t> seen_;
};

}  // namespace

void Matcher::suggest(const Text& text, std::span<const Block> blocks, Suggestions& result) {
  result.clear();
  state_->read(text, blocks);
  SentenceScorer scorer(*state_, text, blocks, result);
  state_->for_each_hit(blocks, [&](std::uint32_t sentence, std::span<const Hit> hits) { scorer.score(sentence, hits); });
}

}  // namespace codeboom
