// Everything the builder knows of every word, by folded form; the ways in and the rules all write here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/language/lexicon_format.h"

namespace codeboom {

struct Link {
  std::string lemma;  // folded
  WordClass word_class = WordClass::noun;
  friend auto operator<=>(const Link&, const Link&) = default;
};

struct Word {
  std::string written;                                       // as the sources write it
  bool lower_case = false;                                   // some source writes it without a capital
  bool name = false;                                         // some source writes it with a capital
  bool noun = false, adjective = false, infinitive = false;  // a dictionary form of this class
  bool noun_of_adjective = false;  // a noun in -e that may just be an adjective's form
  bool participle = false;
  std::string inflected;   // of an adjective: the form in -e
  bool compared = false;   // an adjective with a comparative
  bool part_only = false;  // known as a noun only because it stands in compounds
  bool takes_t = false, past_with_d = false, past_with_t = false;  // a verb's stem, and its endings
  bool begins = false, begins_with_s = false, ends = false, whole = false, never_part = false;
  bool particle = false;
  bool fixed = false;               // its links are all there is
  std::size_t particle_length = 0;  // of a separable infinitive
  Abbreviation abbreviation = Abbreviation::none;
  std::vector<Link> links;
};

// Ordered, so that every build writes the same file.
using Vocabulary = std::map<std::string, Word, std::less<>>;

// The word, added when it is new. Of several ways to write one folded form the plainest wins: lower case,
// then fewest accents.
Word& add_word(Vocabulary& words, std::string_view written);

const Word* find_word(const Vocabulary& words, std::string_view folded);

// `written` is a form of the lemma, added when it is new; no link is made when they fold to the same. How the
// form is written does not change: forms made by rule have lost their accents.
Word& link_form(Vocabulary& words, std::string_view written, std::string_view lemma, WordClass word_class);

// False for what the word lists hold but running text does not need: phrases, Roman numbers, streets, lone
// affixes.
bool is_wanted(std::string_view written);

bool starts_with_capital(std::string_view written);

}  // namespace codeboom
