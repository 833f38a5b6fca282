// Where a token ends that begins at a given byte: one function per kind, in the order in which they are
// tried.
//
// Unit    bytes of `text`; `text` ends where the block ends.
// Errors  none: 0 means "it is not one of these".
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/language/lexicon_format.h"

namespace codeboom {

// http://..., www...., and names of sites without either (expertisepuntlob.nl/praktijk). Final punctuation
// stays out.
std::size_t url_end(std::string_view text, std::size_t begin);
std::size_t site_end(std::string_view text, std::size_t begin);

// Requires: `at_sign` is the place of an @ at or after `begin`.
std::size_t email_end(std::string_view text, std::size_t begin, std::size_t at_sign);

// ID#1288, ID# 1351.
std::size_t reference_end(std::string_view text, std::size_t begin);

// Digits with . , : - between them, dates with /, percentages, "1.500,-". 0 when letters follow, as in
// "16-jarige". Requires: a digit at begin.
std::size_t number_end(std::string_view text, std::size_t begin);

// "2e", "1ste": what ordinals add to `end` of their digits.
std::size_t ordinal_end(std::string_view text, std::size_t end);

// The word that begins here, with what belongs to it: inner ' - & _, brackets glued to it, a hyphen at its
// end. `from` is a place in it from which to look on; begin <= from.
std::size_t word_end(std::string_view text, std::size_t begin, std::size_t from);

// "(studie)" before "keuze": the end of the bracket, when a letter or a hyphen is glued to it.
std::size_t leading_bracket_end(std::string_view text, std::size_t begin);

// 's, 't, m'n is a word as it is; 's-Hertogenbosch; '90.
std::size_t apostrophe_word_end(std::string_view text, std::size_t begin);

struct AbbreviationMatch {
  std::size_t end = 0;
  Abbreviation kind = Abbreviation::none;
};
// Letters and full stops from `begin`, as the lexicon lists them (m.b.t.) or one by one (E.E.M.). `word_end`
// is the first full stop.
AbbreviationMatch abbreviation_at(std::string_view text, std::size_t begin, std::size_t word_end);

// "t/m". `word_end` is the slash.
std::size_t slash_word_end(std::string_view text, std::size_t begin, std::size_t word_end);

// Symbols that show as one: a flag, a face with its skin tone, a family.
std::size_t symbol_end(std::string_view text, std::size_t begin);

}  // namespace codeboom
