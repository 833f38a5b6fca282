// A rule: how to find something in a sentence. Parsed, printed, nothing compiled.
//
// The grammar, in EBNF (white space separates, and is free around the signs):
//
//   rule      = clause , { exclusion | strength } ;           at most one strength
//   clause    = sequence , { joiner , sequence } ;
//   joiner    = "&" , [ number ] | "&," | "&&" ;      same sentence | within so many words | same clause | same paragraph
//   sequence  = choice , { [ gap ] , choice } ;           without a gap: adjacent
//   gap       = ".." , number ;                           at most so many words between
//   choice    = atom , { "|" , atom } ;
//   atom      = [ ">" ] , ( term | "@" , name | "(" , plain , ")" ) ;     ">": as the doer, under no preposition
//   plain     = plain choice , { [ gap ] , plain choice } ;   a phrase: terms and sets, no brackets
//   exclusion = ( "!" , [ "&" , number ] | "!," ) , choice ;      in the sentence | within so many words | in the clause
//   strength  = "^" , ( "1" | "2" | "3" ) ;
//   term      = "=" , word | [ "*" ] , word , [ "*" ] | "/" , regular expression , "/" ;
//   word      = letters and digits with inner - ' . and brackets glued to them, as the tokeniser keeps them;
//               no other punctuation: "docent," is an error, for no word of a text looks like it
//   name      = lower-case letters, digits, "-" and "_" ;
//   number    = 1 to 99
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"

namespace codeboom {

struct Term {
  enum class Kind { lemma, exact, begins, ends, contains, regex };
  Kind kind = Kind::lemma;
  std::string text;  // without the signs, as written
  friend bool operator==(const Term&, const Term&) = default;
};

struct Sequence;

// Exactly one of the three: a term, a set, or a phrase in brackets. As the doer: no preposition but "door" governs its first
// word ("docenten helpen", not "hulp aan docenten").
struct Atom {
  enum class Kind { term, set, phrase };
  Kind kind = Kind::term;
  Term term;
  std::string set;
  std::vector<Sequence> phrase;  // one element when kind is phrase
  bool as_doer = false;
  friend bool operator==(const Atom&, const Atom&);
};

using Choice = std::vector<Atom>;

struct Step {
  int gap = 0;  // words that may stand between this step and the one before
  Choice choice;
  friend bool operator==(const Step&, const Step&) = default;
};

struct Sequence {
  std::vector<Step> steps;  // never empty
  friend bool operator==(const Sequence&, const Sequence&) = default;
};

struct Joiner {
  enum class Kind { sentence, within, clause, paragraph };
  Kind kind = Kind::sentence;
  int words = 0;  // Kind::within
  friend bool operator==(const Joiner&, const Joiner&) = default;
};

struct Exclusion {
  Joiner where;  // never in the paragraph
  Choice choice;
  friend bool operator==(const Exclusion&, const Exclusion&) = default;
};

struct Rule {
  std::vector<Sequence> operands;  // never empty
  std::vector<Joiner> joiners;     // one fewer than operands
  std::vector<Exclusion> exclusions;
  int strength = 2;  // 1 weak, 2 normal, 3 strong
  friend bool operator==(const Rule&, const Rule&) = default;
};

// Errors: bad_input that names the offending piece, its column (code points, from 1) and what was expected there.
Result<Rule> parse_rule(std::string_view text);

// One choice, as a member of a set, `requires` and `suppressed_by` are written: "docent|mentor", "@ouder", "(rol spelen)".
Result<Choice> parse_choice(std::string_view text);

// The canonical form: parse_rule(print_rule(rule)) == rule.
std::string print_rule(const Rule& rule);
std::string print_choice(const Choice& choice);

}  // namespace codeboom
