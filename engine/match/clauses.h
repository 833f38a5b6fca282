// Which words of a sentence stand in one clause, and which clause governs which. By rule and without a parser: it
// is right for most sentences, and where it cannot tell it leaves the words together.
//
// A clause ends
//   1. at a colon, semicolon, dash or bracket, always;
//   2. before a subordinating word (dat, die, omdat, als, waarin, om ...) when a verb follows before the next mark
//      or subordinating word; for `om` that is "te"; `dat` and `die` after a preposition only point ("in die les");
//   3. at a comma, and before en, of, maar, want and dus, when the clause has had its verb and another finite verb
//      follows before the next mark or subordinating word. A comma in an enumeration therefore ends nothing. An
//      infinitive is taken for the plural that it also is, but not after kunnen, gaan and the like, or a verb with
//      an infinitive beside it ("kunnen kiezen en oefenen", "leren kiezen en oefenen");
//   4. at a comma, or before maar, when a negation begins what follows and that has no verb: a contrast ("met
//      bedrijven, niet met ouders").
// What can be a verb as well as a noun ("vragen", "plannen") is a verb only where the word beside it says so.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/match/word_traits.h"

namespace codeboom {

// What stands between a word and the next one.
enum class Mark : std::uint8_t {
  none,
  comma,
  colon,
  other,  // semicolon, dash, bracket
};
// Quotation marks, emphasis and a bracket glued to a word do not part two words that belong together.
Mark mark_of(std::string_view punctuation);

// Adds the number of its clause for each word of one sentence. Numbers go on from the last one there, so that
// no two sentences share a clause. Shape  `words` and `marks`: one per word; the last mark does not matter.
// Linear in the words.
void add_clauses(std::span<const WordTraits> words, std::span<const Mark> marks,
                 std::vector<std::uint32_t>& clauses);

// Does a clause that begins with these words say what the clause before it is about? "Er is geen geld | om te
// beginnen", "wij hopen | dat het lukt", "een mentor | met wie je praat".
bool is_governed(std::span<const WordTraits> clause);

// Does a preposition govern the word at `word`? Looks back over at most three articles, numerals, possessives
// and adjectives, and over one noun with en or of ("met leerlingen en docenten"), but not past a mark or out
// of the clause.
bool has_preposition(std::span<const WordTraits> words, std::span<const Mark> marks,
                     std::span<const std::uint32_t> clauses, std::size_t word);

}  // namespace codeboom
