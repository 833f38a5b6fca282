// What a word does in a Dutch sentence, as far as it shows without its context: found once per word type.
#pragma once

#include <cstdint>
#include <string_view>

namespace codeboom {

enum class Trait : std::uint16_t {
  finite = 1,            // a finite verb
  plural = 2,            // a plural of a verb, which is its infinitive too
  doubtful = 4,          // the verb can be a noun or adjective as well
  modal = 8,             // an infinitive may follow: kunnen, gaan, laten
  te = 16,               //
  subordinator = 32,     // begins a clause when a verb follows: dat, omdat, waarin, om
  governed = 64,         // a subordinator whose clause belongs to the clause before it: dat, die, om, waarin
  coordinator = 128,     // en, of, maar, want, dus
  preposition = 256,     //
  determiner = 512,      // article, possessive, numeral
  adjectival = 1024,     // has an adjective's ending, as docenten in "nieuwe docenten"
  pronoun = 2048,        // beside which a verb stands: wij, ze, er, zich
  negation = 4096,       // may begin a contrast: niet, geen, zonder
  demonstrative = 8192,  // dat, die
  om = 16384,
};
using WordTraits = std::uint16_t;  // set of Trait

constexpr WordTraits operator|(Trait a, Trait b) {
  return static_cast<WordTraits>(static_cast<WordTraits>(a) | static_cast<WordTraits>(b));
}
constexpr WordTraits operator|(WordTraits a, Trait b) {
  return static_cast<WordTraits>(a | static_cast<WordTraits>(b));
}
constexpr bool has(WordTraits traits, Trait trait) { return (traits & static_cast<WordTraits>(trait)) != 0; }
constexpr bool has_any(WordTraits traits, WordTraits of) { return (traits & of) != 0; }

// `word` as it is written.
WordTraits traits_of(std::string_view word);

}  // namespace codeboom
