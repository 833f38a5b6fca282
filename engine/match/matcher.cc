#include "engine/match/matcher.h"

#include <algorithm>

#include "engine/match/matcher_state.h"

namespace codeboom {
namespace {

constexpr std::uint32_t shortest_content_word = 4;  // bytes; shorter ones are mostly articles and prepositions

}  // namespace

Matcher::Matcher(RuleSet rules, std::shared_ptr<const LearnedPart> learned)
    : state_(std::make_unique<State>(std::move(rules), std::move(learned))) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

const Tokens& Matcher::tokens() const { return state_->tokens; }

void Matcher::State::read(const Text& text, std::span<const Block> blocks) {
  tokenise_into(tokens, text, blocks);
  words.clear();
  sentences.clear();
  for (const Sentence& sentence : tokens.sentences) {
    WordRange range{static_cast<std::uint32_t>(words.size()), 0};
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = tokens.tokens[i];
      if (token.kind == TokenKind::punctuation) {
        if (words.size() > range.begin) {
          words.marks.back() = std::max(words.marks.back(), mark_of(text[token.span]));
        }
        continue;
      }
      const std::string_view completed =
          token.completed < 0 ? std::string_view() : tokens.completed[static_cast<std::size_t>(token.completed)];
      words.types.push_back(types.type_of(text[token.span], completed));
      words.traits.push_back(types.traits(words.types.back()));
      words.tokens.push_back(i);
      words.marks.push_back(Mark::none);
    }
    range.end = static_cast<std::uint32_t>(words.size());
    add_clauses(std::span(words.traits).subspan(range.begin), std::span(words.marks).subspan(range.begin), words.clauses);
    sentences.push_back(range);
  }
  finder.start_document();
  modality.start_document();
}

bool Matcher::State::under_skipped_heading(std::span<const Block> blocks, std::uint32_t sentence) {
  const Block& block = blocks[tokens.sentences[sentence].block];
  if (block.kind != BlockKind::heading) return skipping_level != 0;
  const int level = std::max(block.level, 1);
  if (skipping_level != 0 && level > skipping_level) return true;
  const auto& sections = rules.compiled().skip_sections;
  const bool skip = std::any_of(sections.begin(), sections.end(),
                                [&](ChoiceId choice) { return finder.occurs(choice, sentences[sentence]); });
  skipping_level = skip ? level : 0;
  return skip;
}

std::vector<Match> Matcher::matches(const Text& text, std::span<const Block> blocks) {
  State& state = *state_;
  state.read(text, blocks);
  std::vector<Match> matches;
  state.for_each_sentence(blocks, [&](std::uint32_t sentence, std::span<const Hit> hits) {
    for (const Hit& hit : hits) {
      const bool same = !matches.empty() && matches.back().rule == hit.rule && matches.back().sentence == sentence;
      if (!same) matches.push_back({hit.rule, sentence, {}});
      matches.back().spans.push_back(state.span_of(hit.words));
    }
  });
  return matches;
}

std::vector<Span> Matcher::unknown_words() const {
  std::vector<Span> unknown;
  for (std::uint32_t word = 0; word < state_->words.size(); ++word) {
    const TypeId type = state_->words.types[word];
    const Span span = state_->span_of({word, word + 1});
    if (state_->types.has_classes(type) || span.end.value - span.begin.value < shortest_content_word) continue;
    const std::string lemma = first_lemma(state_->types.key(type));
    const bool learned = state_->learned_words && state_->learned_words->weights().learned().model.row_of(feature_id(FeatureKind::lemma, lemma)) >= 0;
    if (!learned) unknown.push_back(span);
  }
  return unknown;
}

std::vector<Example> Matcher::examples(const Text& text, std::span<const Block> blocks) {
  state_->read(text, blocks);
  std::vector<Example> examples;
  for (const WordRange sentence : state_->sentences) {
    examples.push_back(example_of(state_->rules.compiled(), state_->types, state_->words, sentence));
  }
  return examples;
}

}  // namespace codeboom
