// What a Matcher keeps between documents. Only engine/match includes this.
#pragma once

#include "engine/match/find.h"
#include "engine/match/matcher.h"
#include "engine/match/modality.h"
#include "engine/match/words_of_document.h"

namespace codeboom {

struct Matcher::State {
  State(RuleSet set, std::shared_ptr<const LearnedPart> learned)
      : rules(std::move(set)), types(rules.compiled()), finder(rules.compiled(), types, words), modality(rules.compiled(), finder, words) {
    if (!learned) return;
    learned_words.emplace(rules.compiled(), std::move(learned));
    types.on_new_type([this](TypeId type, std::string_view word, const WordForms& forms) {
      learned_words->weights().add_type(types, type, word, forms);
    });
  }

  // Tokens, words and sentence ranges of a document.
  void read(const Text& text, std::span<const Block> blocks);

  // Calls use(sentence, hits) for each sentence that is coded, in order, also when it holds no hit.
  template <class Use>
  void for_each_sentence(std::span<const Block> blocks, Use use);

  bool under_skipped_heading(std::span<const Block> blocks, std::uint32_t sentence);
  Span span_of(WordRange range) const {
    return {tokens.tokens[words.tokens[range.begin]].span.begin, tokens.tokens[words.tokens[range.end - 1]].span.end};
  }

  RuleSet rules;
  WordTypes types;
  Words words;
  Finder finder;
  Modality modality;
  std::optional<WordsOfDocument> learned_words;
  Tokens tokens;
  std::vector<WordRange> sentences;  // by sentence; empty ranges where a sentence is punctuation only
  std::vector<Hit> hits;
  std::uint32_t sentence_number = 0;  // over all documents
  int skipping_level = 0;             // of the heading whose section is skipped; 0: none
  // For suggest(), per label; all zero between sentences.
  std::vector<float> rules_score, words_score, passed_up;
  std::vector<std::uint8_t> is_touched, has_words, child_given, lends;  // lends: what it has went to its parent
  std::vector<std::uint32_t> touched;
};

template <class Use>
void Matcher::State::for_each_sentence(std::span<const Block> blocks, Use use) {
  skipping_level = 0;
  for (std::size_t first = 0; first < tokens.sentences.size();) {
    std::size_t end = first + 1;
    while (end < tokens.sentences.size() && tokens.sentences[end].block == tokens.sentences[first].block) ++end;
    if (!under_skipped_heading(blocks, static_cast<std::uint32_t>(first))) {
      const std::span<const WordRange> block_sentences(sentences.data() + first, end - first);
      for (std::size_t i = first; i < end; ++i) {
        finder.find(block_sentences, i - first, sentence_number++, hits);
        use(static_cast<std::uint32_t>(i), std::span<const Hit>(hits));
      }
    }
    first = end;
  }
}

}  // namespace codeboom
