// Where compiled rules hold in the words of one document. Only engine/match includes this.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/container/small_vector.hpp>
#include <vector>

#include "engine/match/clauses.h"
#include "engine/match/word_types.h"

namespace codeboom {

// The words of a document in order, without its punctuation.
struct Words {
  std::vector<TypeId> types;
  std::vector<std::uint32_t> tokens;   // the token that a word is
  std::vector<WordTraits> traits;
  std::vector<Mark> marks;             // what follows the word; adjacency stops at any
  std::vector<std::uint32_t> clauses;  // the number of its clause
  std::size_t size() const { return types.size(); }
  void clear() { types.clear(), tokens.clear(), traits.clear(), marks.clear(), clauses.clear(); }
};

// Half-open, in words of the document.
struct WordRange {
  std::uint32_t begin = 0, end = 0;
  friend auto operator<=>(const WordRange&, const WordRange&) = default;
};

// Answers whether one of many places is near, without looking at each. Requires: sorted places, which outlive it.
class NearPlaces {
 public:
  explicit NearPlaces(std::span<const WordRange> places);
  // At most `words` words between, on either side; 0 between what overlaps.
  bool any_within(std::uint32_t words, WordRange place) const;

 private:
  std::span<const WordRange> places_;
  std::vector<std::uint32_t> furthest_end_;  // of this place and all before it
};

// A rule held at these words.
struct Hit {
  std::uint32_t rule = 0;
  WordRange words;
  friend auto operator<=>(const Hit&, const Hit&) = default;
};

class Finder {
 public:
  // For each word of a range, and its end: how far a match that begins there reaches, or 0 when none does. Most sentences
  // are shorter than 48 words and cost no allocation.
  using Reach = boost::container::small_vector<std::uint32_t, 48>;

  Finder(const CompiledRules& rules, const WordTypes& types, const Words& words)
      : rules_(rules),
        types_(types),
        words_(words),
        last_woken_(rules.rules.size(), none),
        places_(rules.triggers.size()) {}

  // All hits in one sentence, sorted by rule and place, overlapping hits of one rule merged. `sentences` are those of the
  // block, for rules with &&; `sentence` is the place of ours among them; `sentence_number` differs for each call.
  // Requires: the sentences of a block are asked for one after the other, from the first.
  void find(std::span<const WordRange> sentences, std::size_t sentence, std::uint32_t sentence_number,
            std::vector<Hit>& hits);

  // Call when the words are those of another document.
  void start_document() { forget_sentence(); }

  // The sentence that find() looked at last is asked about most: afterwards occurs() knows where its words stand.
  void know(WordRange sentence) {
    if (sentence == known_sentence_) return;
    forget_sentence();
    know_sentence(sentence);
  }

  // Does the choice occur in these words?
  bool occurs(ChoiceId choice, WordRange range) const;

  // Every place of the choice in these words, in order: for each beginning the longest.
  std::vector<WordRange> places(ChoiceId choice, WordRange range) const;

 private:
  // A sentence of the block where the operands of a paragraph rule after && were found.
  struct Elsewhere {
    std::size_t sentence = 0;
    std::vector<WordRange> places;
  };

  bool has_preposition(std::uint32_t word) const {
    return codeboom::has_preposition(words_.traits, words_.marks, words_.clauses, word);
  }
  bool adjacent(std::uint32_t word) const { return words_.marks[word] == Mark::none; }
  bool in_sentence(ClassId id) const { return places_[id] != 0; }
  bool may_hold(std::uint32_t rule, std::uint32_t woken_by) const;
  bool stands_at(ClassId id, std::uint32_t word) const;
  void know_sentence(WordRange range);
  void forget_sentence();
  bool knows(WordRange range) const { return known_sentence_.begin <= range.begin && range.end <= known_sentence_.end; }
  bool knows_places() const { return known_sentence_.end - known_sentence_.begin <= most_places; }
  std::uint64_t known_places(ClassId id, WordRange range) const;
  template <class Use>
  void for_each_place(ClassId id, WordRange range, Use use) const;
  bool occurs_in(ClassId id, WordRange range) const;
  std::uint32_t end_of_words(const CompiledSequence& steps, std::size_t step, std::uint32_t begin, std::uint32_t end) const;
  Reach reach_of(const CompiledChoice& choice, WordRange range, const Reach& after) const;
  Reach reach_of(const CompiledSequence& steps, WordRange range, Reach after) const;
  Reach across_gap(int gap, WordRange range, const Reach& after) const;
  std::uint32_t split_verb_end(const SplitVerb& split, std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t verb_then_particle(const SplitVerb& split, std::uint32_t begin, std::uint32_t end) const;
  bool clause_ends_after(std::uint32_t word, std::uint32_t end) const;
  std::vector<WordRange> places_of_sequence(SequenceId sequence, WordRange range) const;
  void find_complex(std::uint32_t rule, std::span<const WordRange> sentences, std::size_t sentence, std::vector<Hit>& hits);
  const std::vector<Elsewhere>& elsewhere(std::uint32_t rule, std::size_t first, std::size_t end,
                                          std::span<const WordRange> sentences);
  std::vector<WordRange> conjunction(const CompiledRule& rule, std::size_t first, std::size_t end, WordRange sentence) const;
  WordRange clauses_of(WordRange place) const;
  void keep_in_clause(std::vector<WordRange>& these, std::span<const WordRange> those) const;
  void keep_joined(const Joiner& joiner, std::vector<WordRange>& these, std::span<const WordRange> those) const;
  void drop_excluded(const CompiledRule& rule, WordRange sentence, std::vector<WordRange>& places) const;

  const CompiledRules& rules_;
  const WordTypes& types_;
  const Words& words_;
  std::vector<std::uint32_t> last_woken_;        // by rule: the sentence that last woke it
  // Of the sentence that find() looks at: by class where its words stand, the first word of the sentence in the lowest bit. The
  // highest bit is for all words from there on; few sentences are longer.
  static constexpr std::uint32_t most_places = 64;
  std::vector<std::uint64_t> places_;
  std::vector<ClassId> classes_here_;  // those of its words
  WordRange known_sentence_;           // the sentence, or none
  boost::unordered_flat_map<std::uint64_t, std::vector<Elsewhere>> elsewhere_;  // of this block, by rule and operand
};

}  // namespace codeboom
