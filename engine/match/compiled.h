// The inside of a RuleSet: rules as numbers. Only engine/match includes this.
//
// A *class* is a set of single-word terms ("docent", "*gesprek"); a word type belongs to the classes that one of its
// forms or lemmas matches. Classes are found once per word type; matching in running text compares numbers only.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/coding.h"
#include "engine/match/rule_set.h"

namespace codeboom {

using ClassId = std::uint32_t;
using ChoiceId = std::uint32_t;
using SequenceId = std::uint32_t;
inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using TextMap = boost::unordered_flat_map<std::string, Value, TextHash, std::equal_to<>>;

// A word as an exact term is compared: soft hyphens gone, curly apostrophes straight.
std::string exact_form(std::string_view word);

// Regular expressions, hidden: Boost.Regex with ICU.
class WordPattern {
 public:
  static Result<WordPattern> compile(const std::string& expression);
  bool matches(std::string_view word) const;  // the whole word; case counts
  const std::string& expression() const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

// Which classes a word belongs to, by the kind of term.
struct ClassIndex {
  TextMap<std::vector<ClassId>> lemma, exact, begins, ends;
  std::vector<std::size_t> begins_lengths, ends_lengths;  // bytes; sorted, each once
  struct Contains {
    std::string text;
    std::vector<ClassId> classes;
  };
  std::vector<Contains> contains;
  std::vector<std::pair<WordPattern, ClassId>> patterns;
};

// Verb and particle of a separable verb, found apart: "samen te werken", "werken ... samen".
struct SplitVerb {
  ClassId particle = none, verb = none;
  bool particle_ends_clause = false;  // the particle is a preposition too ("aan"): only where the clause ends
  friend auto operator<=>(const SplitVerb&, const SplitVerb&) = default;
};

struct CompiledPhrase {
  SequenceId sequence = 0;
  ClassId rarest = none;  // of what its steps can begin with, the one of fewest words: most sentences lack it
  friend auto operator<=>(const CompiledPhrase&, const CompiledPhrase&) = default;
};

struct CompiledChoice {
  ClassId first = none;  // every word that can begin a match of the choice
  ClassId words = none;
  std::vector<CompiledPhrase> phrases;
  std::vector<SplitVerb> split_verbs;
  std::vector<ChoiceId> doers;  // count only where no preposition governs them
  bool one_word() const { return words != none && phrases.empty() && split_verbs.empty() && doers.empty(); }
};

struct CompiledStep {
  int gap = 0;
  ChoiceId choice = 0;
  ClassId first = none;  // that of the choice, here because it is asked for most
};
using CompiledSequence = std::vector<CompiledStep>;

// A rule of single words is tried at each place where it can begin when that takes few steps; otherwise it is evaluated over the whole
// sentence at once, which takes the same time whatever the words are.
inline bool has_few_ways(const CompiledSequence& sequence) {
  constexpr int most_ways = 256;
  constexpr std::size_t most_steps = 64;
  int ways = 1;
  for (const CompiledStep& step : sequence) {
    ways *= step.gap + 1;
    if (ways > most_ways) return false;
  }
  return sequence.size() <= most_steps;
}

struct CompiledExclusion {
  Joiner where;
  ChoiceId choice = 0;
};

struct CompiledRule {
  std::uint32_t label = 0;
  float strength = 2;
  std::vector<SequenceId> operands;
  std::vector<Joiner> joiners;
  std::vector<CompiledExclusion> exclusions;
  // A sentence that holds the rule (the part before a first &&) holds a word of each of these, besides the one that wakes it.
  // Those of few words first.
  std::vector<ClassId> required;
};

// What is asked first of a rule that a word wakes: a word of this class, anywhere in the sentence or, where `within` is not 0, at
// most so far after the word that wakes it. All rules' needs lie together, because most end here.
struct FirstNeed {
  ClassId words = none;  // none: nothing
  std::uint32_t within = 0;
};

struct CompiledLabel {
  std::int32_t parent = -1;
  float threshold = 3;
  ChoiceId requires_any = none, suppressed_by = none;
};

// What these words say of their clause.
struct Said {
  Flag flag = Flag::negation;
  ChoiceId words = none;
};

// What can begin at a word of a class.
struct Triggers {
  std::vector<std::uint32_t> single;    // rules that one word of this class fulfils
  std::vector<std::uint32_t> sequence;  // rules of one sequence of single words that begins with this class
  std::vector<std::uint32_t> other;     // rules that cannot hold in a sentence without a word of this class
};

struct CompiledRules {
  ClassIndex index;
  std::vector<CompiledChoice> choices;
  std::vector<CompiledSequence> sequences;
  std::vector<CompiledRule> rules;
  std::vector<FirstNeed> first_needs;  // by rule
  std::vector<CompiledLabel> labels;
  std::vector<Triggers> triggers;  // by ClassId
  std::vector<ChoiceId> skip_sections;
  std::vector<std::pair<std::string, ClassId>> named_sets;  // single words of each set, sorted by name
  std::vector<Said> said;        // by flag
  ClassId te = none;             // the word "te"
  ClassId clause_start = none;   // conjunctions that begin a clause
};

}  // namespace codeboom
