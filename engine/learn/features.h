// What the learned part sees of a word: its lemmas, the parts of a compound, and its letters in fours.
//
// A feature is a 64-bit hash of its kind and its text, so that a model needs no dictionary and features of a word can be found
// once per word type.
// Source  FNV-1a (Fowler, Noll & Vo), 64 bits, of which we keep 62.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/language/words.h"

namespace codeboom {

using FeatureId = std::uint64_t;

enum class FeatureKind : char {
  lemma = 'l',        // the dictionary form; also each part of a compound
  letters = 'c',      // 4 letters of the word between ^ and $
  two_lemmas = 'b',   // two words in a row
  named_set = 's'     // a set of the codebook that a word of the sentence belongs to
};

// The last two bits say whether the feature is letters or two lemmas: a model treats them otherwise (linear_model.h).
FeatureId feature_id(FeatureKind kind, std::string_view text);
constexpr bool is_letters(FeatureId feature) { return (feature & 3) == 1; }
constexpr bool is_two_lemmas(FeatureId feature) { return (feature & 3) == 2; }

// What a sentence holds. The columns are the labels that apply, opaque numbers; empty: none does.
struct Example {
  std::vector<FeatureId> words;  // the features of its words, each word and each two in a row once, in any order
  std::vector<FeatureId> sets;   // those of the sentence as a whole: sorted, each once
  std::vector<std::uint32_t> columns;
  bool in_document = false;  // a sentence of a coded document, not one that someone thought worth coding
  bool is_coded = false;     // it carries a label, if only one without a column
};

// Adds the features of one word, each once: lemmas, parts of a compound, letters. Requires: a word, not punctuation; its forms as analyse()
// gives them.
void add_word_features(std::string_view word, const WordForms& forms, std::vector<FeatureId>& features);
void add_word_features(std::string_view word, std::vector<FeatureId>& features);

// What stands for a word in the feature of two words in a row: its first lemma.
std::string first_lemma(std::string_view word);
FeatureId two_words(std::string_view first_lemma_of_one, std::string_view first_lemma_of_next);
// The same in two steps, for a word that is followed by many.
std::uint64_t two_words_begun(std::string_view first_lemma_of_one);
FeatureId two_words(std::uint64_t begun, std::string_view first_lemma_of_next);

}  // namespace codeboom
