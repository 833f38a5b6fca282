#include "engine/learn/features.h"

#include <algorithm>
#include <string>

namespace codeboom {
namespace {

std::uint64_t hashed(std::uint64_t hash, std::string_view text) {
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return hash;
}

std::uint64_t begun(FeatureKind kind) {
  const char byte = static_cast<char>(kind);
  return hashed(14695981039346656037u, {&byte, 1});
}

FeatureId marked(std::uint64_t hash, FeatureKind kind) {
  const FeatureId mark = kind == FeatureKind::letters ? 1 : kind == FeatureKind::two_lemmas ? 2 : 0;
  return (hash & ~FeatureId{3}) | mark;
}

constexpr std::size_t letters_length = 4;  // in threes too: nothing gained, and training takes a third longer (codebook/README.md)

// Beginnings of characters in UTF-8, and the end.
std::vector<std::size_t> character_places(std::string_view text) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) places.push_back(i);
  }
  places.push_back(text.size());
  return places;
}

void add_letters(std::string_view folded, std::vector<FeatureId>& features) {
  const std::string framed = "^" + std::string(folded) + "$";
  const std::vector<std::size_t> places = character_places(framed);
  const std::size_t characters = places.size() - 1;
  for (std::size_t first = 0; first + letters_length <= characters; ++first) {
    const std::string_view letters =
        std::string_view(framed).substr(places[first], places[first + letters_length] - places[first]);
    features.push_back(feature_id(FeatureKind::letters, letters));
  }
}

}  // namespace

FeatureId feature_id(FeatureKind kind, std::string_view text) { return marked(hashed(begun(kind), text), kind); }

void add_word_features(std::string_view word, std::vector<FeatureId>& features) {
  add_word_features(word, analyse(word), features);
}

void add_word_features(std::string_view word, const WordForms& forms, std::vector<FeatureId>& features) {
  const auto before = static_cast<std::ptrdiff_t>(features.size());
  for (const std::string& lemma : forms.lemmas) features.push_back(feature_id(FeatureKind::lemma, lemma));
  for (const std::string& part : compound_parts(word)) features.push_back(feature_id(FeatureKind::lemma, part));
  add_letters(forms.search_forms.front(), features);
  std::sort(features.begin() + before, features.end());
  features.erase(std::unique(features.begin() + before, features.end()), features.end());
}

std::string first_lemma(std::string_view word) { return analyse(word).lemmas.front(); }

std::uint64_t two_words_begun(std::string_view first_lemma_of_one) {
  return hashed(hashed(begun(FeatureKind::two_lemmas), first_lemma_of_one), "_");
}

FeatureId two_words(std::uint64_t begun, std::string_view first_lemma_of_next) {
  return marked(hashed(begun, first_lemma_of_next), FeatureKind::two_lemmas);
}

FeatureId two_words(std::string_view first_lemma_of_one, std::string_view first_lemma_of_next) {
  return two_words(two_words_begun(first_lemma_of_one), first_lemma_of_next);
}

}  // namespace codeboom
