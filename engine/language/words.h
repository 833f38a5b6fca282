// What the program knows of one Dutch word, without its context: forms to search, lemmas, parts of a
// compound.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codeboom {

// For comparing: lower case, accents and soft hyphens gone, curly apostrophes straight, the ligature of ij as
// two letters. Source  Unicode case folding and NFD (ICU); a fast path for ASCII.
std::string fold(std::string_view word);

struct WordForms {
  // Folded. The word itself first; then what brackets stand for: "(studie)keuze" -> studiekeuze, keuze; the
  // word without an open hyphen ("vmbo-" -> vmbo); and "studie-keuze" as studiekeuze, when the lexicon has
  // that.
  std::vector<std::string> search_forms;
  // Folded, sorted, never empty: dictionary forms of all search forms (infinitive, singular, base form of an
  // adjective). Several when the word is ambiguous; the folded word itself when nothing else is known. An
  // unknown compound is lemmatised on its last part.
  std::vector<std::string> lemmas;
};
WordForms analyse(std::string_view word);

// The same into a value that is used again.
void analyse_into(WordForms& forms, std::string_view word);

// The lemmas alone, written as the dictionary writes them (accents kept): what `codeboom words` prints.
std::vector<std::string> lemmas_of(std::string_view word);

// The parts of a compound as lemmas ("ouderavond" -> ouder, avond); empty when the word is none or is
// unknown. A hint, for people and for the learned part: rules do not use it. Source  hunspell-nl: words with
// compound flags; linking -s-, -e-, -en-.
std::vector<std::string> compound_parts(std::string_view word);

// "samenwerken" -> samen + werken; empty when the lemma is not a separable infinitive that the lexicon knows.
struct SeparableVerb {
  std::string particle, verb;  // both folded
  friend bool operator==(const SeparableVerb&, const SeparableVerb&) = default;
};
std::optional<SeparableVerb> separable_verb(std::string_view lemma);

// Version of the lexicon's data and rules: part of the provenance of every coding.
std::string_view lexicon_version();

}  // namespace codeboom
