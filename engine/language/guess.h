// A lemma for a word that the lexicon does not know, from its ending: forms of known nouns, new loan words,
// verbs made of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/language/lemmas.h"

namespace codeboom {

// A known noun of which this is a plural or diminutive that the lexicon lacks: its slot.
std::optional<std::uint32_t> noun_by_ending(const Lexicon& lexicon, std::string_view folded);

std::optional<LemmaCandidate> guess_lemma(const Lexicon& lexicon, std::string_view folded);

}  // namespace codeboom
