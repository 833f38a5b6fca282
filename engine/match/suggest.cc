// From the hits in a sentence to the labels it gets: thresholds, required and suppressing words, back-off, flags.
#include <algorithm>

#include "engine/match/matcher_state.h"

namespace codeboom {
namespace {

constexpr std::size_t most_words_shown = 4;     // of the words that spoke for a label
constexpr float least_shown = 0.1F;             // log-odds that such a word adds

enum class Wanted { given, ranked };

struct Given {
  std::uint32_t label = 0;
  float score = 0;
  bool back_off = false;
  bool is_lent = false;  // the score holds evidence of labels below
};

class SentenceScorer {
 public:
  SentenceScorer(Matcher::State& state, const Text& text, std::span<const Block> blocks, Wanted wanted, Suggestions& result)
      : state_(state), rules_(state.rules.compiled()), text_(text), blocks_(blocks), wanted_(wanted), result_(result) {
    for (auto* const scores : {&state_.rules_score, &state_.words_score, &state_.passed_up}) scores->resize(rules_.labels.size());
    for (auto* const marks : {&state_.is_touched, &state_.has_words, &state_.child_given, &state_.lends}) {
      marks->resize(rules_.labels.size());
    }
  }

  // What was learned says of a sentence, by column; empty without a learned part.
  struct Learned {
    std::span<const float> scores;  // of its words; in a document of all there is, rules too
    std::span<const float> resembles;  // the codebook's own words; of a sentence alone
    float scale = 0;                // WordWeights::scale() of the sentence
    std::size_t place = 0;          // in WordsOfDocument
  };

  void score(std::uint32_t sentence, std::span<const Hit> hits, Learned learned) {
    go_to(sentence);
    learned_ = learned;
    add_up(hits);
    if (!learned.scores.empty()) add_words();
    decide();
    std::sort(given_.begin(), given_.end(), [](const Given& a, const Given& b) {
      return a.score != b.score ? a.score > b.score : a.label < b.label;
    });
    if (!given_.empty()) write(hits);
    clear();
  }

  // Do its required and suppressing words let a sentence of the document be given the label? Requires: asked in the order of sentences.
  bool may_carry(const WordsOfDocument& document, std::size_t place, std::uint32_t label) {
    if (document.suppressors().suppress(place, label)) return false;
    const ChoiceId required = rules_.labels[label].requires_any;
    if (required == none) return true;
    go_to(document.kept()[place].sentence);
    return required_found(required);
  }

 private:
  void go_to(std::uint32_t sentence) {
    look_for_context(sentence);
    sentence_ = sentence;
  }

  // Keeps up with the sentences that held no evidence.
  void look_for_context(std::uint32_t sentence) {
    for (; read_ < sentence; ++read_) {
      if (kind_of(read_) == BlockKind::heading) heading_above_ = read_;
      if (block_of(read_) != block_of(read_ + 1)) look_for_introduction(read_ + 1);
    }
  }

  // At the first sentence of a block: does the block before it ask what this one answers, or announce this list?
  void look_for_introduction(std::uint32_t first) {
    const BlockKind before = kind_of(first - 1), kind = kind_of(first);
    const bool replies = kind == BlockKind::answer || kind == BlockKind::bullet;
    if (before == BlockKind::question) {
      question_ = {first_of_block(first - 1), first};
    } else if (before != BlockKind::answer && before != BlockKind::bullet) {
      question_ = {};
    }
    if (!replies) question_ = {};
    if (kind != BlockKind::bullet) {
      announcement_ = none;
    } else if (before != BlockKind::bullet) {
      announcement_ = ends_in(first - 1, ':') ? first - 1 : none;
    }
  }

  std::uint32_t block_of(std::uint32_t sentence) const { return state_.tokens.sentences[sentence].block; }
  BlockKind kind_of(std::uint32_t sentence) const { return blocks_[block_of(sentence)].kind; }
  std::uint32_t first_of_block(std::uint32_t sentence) const {
    while (sentence > 0 && block_of(sentence - 1) == block_of(sentence)) --sentence;
    return sentence;
  }

  void touch(std::uint32_t label) {
    if (state_.is_touched[label] != 0) return;
    state_.is_touched[label] = 1;
    state_.touched.push_back(label);
  }

  void add_up(std::span<const Hit> hits) {
    for (std::size_t i = 0; i < hits.size(); ++i) {
      if (i > 0 && hits[i].rule == hits[i - 1].rule) continue;  // a rule counts once per sentence
      const CompiledRule& rule = rules_.rules[hits[i].rule];
      touch(rule.label);
      state_.rules_score[rule.label] += rule.strength;
    }
  }

  // Every label of the learned part has a words score; those that may come of it are looked at.
  void add_words() {
    const LearnedPart& learned = this->learned();
    for (std::size_t column = 0; column < learned.labels.size(); ++column) {
      const std::uint32_t label = learned.labels[column];
      const float score = learned_.scores[column];
      if (wanted_ == Wanted::given && state_.is_touched[label] == 0 && score < rules_.labels[label].threshold) continue;
      state_.words_score[label] = wanted_ == Wanted::given ? score : learned.points * score + points_of_resemblance(column) + learned.offsets_alone[column];
      state_.has_words[label] = 1;
      touch(label);
    }
  }

  float points_of_resemblance(std::size_t column) const {
    const LearnedPart& learned = this->learned();
    return learned_.resembles.empty() ? 0 : learned.points * learned.resemblance_worth * learned_.resembles[column];
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
    const float own = own_score(label);
    const float lent = state_.child_given[label] == 0 ? state_.passed_up[label] : 0;
    const float total = own + lent;
    // What a document was found to show was asked before.
    const bool was_asked = wanted_ == Wanted::given && state_.has_words[label] != 0;
    const bool allowed = (total > 0 || wanted_ == Wanted::ranked) && (was_asked || this->allowed(options));
    if (wanted_ == Wanted::ranked) {
      if (allowed) given_.push_back({label, total, false, false});
      return;
    }
    const bool gives = allowed && total >= options.threshold;
    if (gives) given_.push_back({label, total, own < options.threshold, lent > 0});
    if (options.parent < 0) return;
    const auto parent = static_cast<std::uint32_t>(options.parent);
    const bool child_given = gives || state_.child_given[label] != 0;
    if (!child_given && !(allowed && total > 0)) return;
    if (child_given) {
      state_.child_given[parent] = 1;
    } else if (learned_.scores.empty()) {
      // Beside a learned part nothing is lent: log-odds of several labels do not add up to those of their parent.
      state_.passed_up[parent] += total;
      state_.lends[label] = 1;
    } else {
      return;
    }
    if (state_.is_touched[parent] == 0) {
      touch(parent);
      std::push_heap(state_.touched.begin(), state_.touched.end());
    }
  }

  float own_score(std::uint32_t label) const {
    if (state_.has_words[label] == 0) return state_.rules_score[label];
    if (wanted_ == Wanted::given) return state_.words_score[label];
    return std::min(state_.rules_score[label], learned().most_rule_points) + state_.words_score[label];
  }

  bool allowed(const CompiledLabel& options) {
    return !is_suppressed(options.suppressed_by) && (options.requires_any == none || required_found(options.requires_any));
  }

  bool is_suppressed(ChoiceId choice) const { return choice != none && state_.finder.occurs(choice, state_.sentences[sentence_]); }

  // In the sentence, the one before, the heading above, the question that this answers or the line that announces the list.
  bool required_found(ChoiceId choice) const {
    const auto found_in = [&](std::uint32_t sentence) {
      return sentence != none && state_.finder.occurs(choice, state_.sentences[sentence]);
    };
    if (found_in(sentence_) || (sentence_ > 0 && found_in(sentence_ - 1))) return true;
    if (found_in(heading_above_) || found_in(announcement_)) return true;
    for (std::uint32_t asked = question_.begin; asked < question_.end; ++asked) {
      if (found_in(asked)) return true;
    }
    return false;
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
    const Flags question = is_question() ? static_cast<Flags>(Flag::question) : Flags{0};
    for (const Given& given : given_) {
      Suggestion suggestion;
      suggestion.span = state_.tokens.sentences[sentence_].span;
      suggestion.label = given.label;
      suggestion.score = given.score;
      suggestion.chance = state_.has_words[given.label] != 0 ? chance_of(given.score) : 0;
      suggestion.flags = question;
      if (given.back_off) suggestion.flags |= static_cast<Flags>(Flag::back_off);
      suggestion.first_evidence = static_cast<std::uint32_t>(result_.evidence.size());
      for (const Hit& hit : hits) {
        if (!counts_for(rules_.rules[hit.rule].label, given)) continue;
        const CompiledRule& rule = rules_.rules[hit.rule];
        result_.evidence.push_back({state_.span_of(hit.words), hit.rule, rule.strength});
        const bool elsewhere = hit.words.begin < words.begin || hit.words.end > words.end;  // by &&
        if (!elsewhere) suggestion.flags |= state_.modality.flags_at(words, hit.words);
      }
      if (state_.has_words[given.label] != 0) suggestion.flags |= add_words_shown(given.label);
      suggestion.end_evidence = static_cast<std::uint32_t>(result_.evidence.size());
      result_.suggestions.push_back(suggestion);
    }
  }

  const LearnedPart& learned() const { return state_.learned_words->weights().learned(); }

  float chance_of(float score) const {
    const LearnedPart& learned = this->learned();
    const Calibration& calibration = wanted_ == Wanted::ranked ? learned.alone : learned.in_documents;
    return static_cast<float>(calibration.chance(static_cast<double>(score)).value_or(0));
  }

  // The words that spoke most for the label, in the order of the text. What is said of them.
  Flags add_words_shown(std::uint32_t label) {
    const LearnedPart& learned = this->learned();
    const auto column = static_cast<std::uint32_t>(
        std::find(learned.labels.begin(), learned.labels.end(), label) - learned.labels.begin());
    const WordRange words = state_.sentences[sentence_];
    const bool in_document = wanted_ == Wanted::given;
    const float points = in_document ? learned.document_points() * learned.documents.words : learned.points;
    std::vector<std::pair<float, std::uint32_t>> spoke;
    WordWeights::Shares& shares = shares_of_words();
    for (std::size_t i = 0; i < shares.places.size(); ++i) {
      const std::span<const float> by_column = shares.of(i, learned.labels.size());
      const float share = by_column[column] + (in_document ? learned.stacking_in_documents.added_to(column, by_column) : 0);
      if (share >= least_shown) spoke.emplace_back(-share, shares.places[i]);
    }
    std::sort(spoke.begin(), spoke.end());
    spoke.resize(std::min(spoke.size(), most_words_shown));
    std::sort(spoke.begin(), spoke.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    Flags flags = 0;
    for (const auto& [share, word] : spoke) {
      flags |= state_.modality.flags_at(words, {word, word + 1});
      result_.evidence.push_back({state_.span_of({word, word + 1}), words_evidence, -share * points});
    }
    if (const float points_here = points_of_resemblance(column); points_here >= least_shown) {
      result_.evidence.push_back({state_.tokens.sentences[sentence_].span, codebook_evidence, points_here});
    }
    const float of_others = in_document ? state_.learned_words->points_of_others(learned_.place, column) : 0;
    if (of_others >= least_shown) {
      result_.evidence.push_back({state_.tokens.sentences[sentence_].span, context_evidence, of_others});
    }
    return flags;
  }

  // What each word added to each column, found once a sentence. In a sentence alone, where every column is asked for, also by what it
  // says of the other labels.
  WordWeights::Shares& shares_of_words() {
    if (!shares_.places.empty()) return shares_;
    state_.learned_words->weights().share_out(state_.words, state_.sentences[sentence_], learned_.scale, shares_);
    if (wanted_ == Wanted::given) return shares_;
    const std::size_t labels = learned().labels.size();
    for (std::size_t i = 0; i < shares_.places.size(); ++i) learned().stacking_alone.add_to(shares_.of(i, labels));
    return shares_;
  }

  bool is_question() const { return kind_of(sentence_) == BlockKind::question || ends_in(sentence_, '?'); }

  bool ends_in(std::uint32_t number, char mark) const {
    const Sentence& sentence = state_.tokens.sentences[number];
    for (std::uint32_t i = sentence.end_token; i-- > sentence.first_token;) {  // closing quotes may follow the mark
      if (state_.tokens.tokens[i].kind != TokenKind::punctuation) return false;
      if (text_[state_.tokens.tokens[i].span].front() == mark) return true;
    }
    return false;
  }

  void clear() {
    for (const std::uint32_t label : seen_) {
      state_.rules_score[label] = state_.words_score[label] = state_.passed_up[label] = 0;
      state_.is_touched[label] = state_.has_words[label] = state_.child_given[label] = state_.lends[label] = 0;
    }
    seen_.clear();
    shares_.places.clear();
  }

  Matcher::State& state_;
  const CompiledRules& rules_;
  const Text& text_;
  std::span<const Block> blocks_;
  Wanted wanted_;
  Suggestions& result_;
  Learned learned_;
  std::uint32_t sentence_ = 0;
  std::uint32_t read_ = 0;              // what stands before it has been looked at for context
  std::uint32_t heading_above_ = none;
  std::uint32_t announcement_ = none;   // the sentence with a colon before the list that we are in
  struct Sentences {
    std::uint32_t begin = 0, end = 0;
  };
  Sentences question_;                  // that the block we are in answers
  std::vector<Given> given_;
  std::vector<std::uint32_t> seen_;
  WordWeights::Shares shares_;          // of sentence_; no places until asked for
};

}  // namespace

void Matcher::suggest(const Text& text, std::span<const Block> blocks, Suggestions& result) {
  result.clear();
  state_->read(text, blocks);
  SentenceScorer scorer(*state_, text, blocks, Wanted::given, result);
  // Loose sentences say nothing of how often sentences of a document carry no label at all: without documents, rules alone code.
  if (!state_->learned_words || !state_->learned_words->weights().learned().knows_documents) {
    state_->for_each_sentence(blocks, [&](std::uint32_t sentence, std::span<const Hit> hits) {
      if (!hits.empty()) scorer.score(sentence, hits, {});
    });
    return;
  }
  WordsOfDocument& document = *state_->learned_words;
  Suggestions none_asked;
  SentenceScorer asked(*state_, text, blocks, Wanted::given, none_asked);  // reads along before the other
  const std::vector<std::uint32_t>& labels = document.weights().learned().labels;
  const auto score_kept = [&] {
    document.judge([&](std::size_t place, std::size_t column) {
      return asked.may_carry(document, place, labels[column]);
    });
    for (std::size_t place = 0; place < document.kept().size(); ++place) {
      if (!document.is_worth_scoring(place)) continue;
      const auto& kept = document.kept()[place];
      scorer.score(kept.sentence, document.hits(kept), {document.scores(place), {}, kept.scale, place});
    }
    document.clear();
  };
  document.clear();
  state_->for_each_sentence(blocks, [&](std::uint32_t sentence, std::span<const Hit> hits) {
    const WordRange words = state_->sentences[sentence];
    if (words.begin == words.end) return;
    const std::span<float> log_odds = document.weights().log_odds(state_->words, words);
    document.weights().learned().stacking_in_documents.add_to(log_odds);
    document.add(sentence, words.end - words.begin, hits, log_odds);
    document.suppressors().keep(state_->finder, words);
    if (document.full()) score_kept();
  });
  score_kept();
}

void Matcher::rank(const Text& text, std::span<const Block> blocks, Suggestions& result) {
  result.clear();
  state_->read(text, blocks);
  SentenceScorer scorer(*state_, text, blocks, Wanted::ranked, result);
  state_->for_each_sentence(blocks, [&](std::uint32_t sentence, std::span<const Hit> hits) {
    const WordRange words = state_->sentences[sentence];
    const bool learned = state_->learned_words && words.begin != words.end;
    if (!learned) return scorer.score(sentence, hits, {});
    WordWeights& weights = state_->learned_words->weights();
    const std::span<float> log_odds = weights.log_odds(state_->words, words);
    weights.learned().stacking_alone.add_to(log_odds);
    const Example example = example_of(state_->rules.compiled(), state_->types, state_->words, words);
    scorer.score(sentence, hits, {log_odds, state_->learned_words->resemblance(example), weights.scale(), 0});
  });
}

}  // namespace codeboom
