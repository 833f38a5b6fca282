#include "engine/match/clauses.h"

#include <algorithm>
#include <boost/container/small_vector.hpp>

namespace codeboom {
namespace {

constexpr std::size_t most_between = 3;  // between a preposition and its noun

enum class Verb : std::uint8_t { none, finite, plural, with_te };

class Divider {
 public:
  Divider(std::span<const WordTraits> words, std::span<const Mark> marks)
      : words_(words), marks_(marks), verbs_(words.size()) {
    for (std::size_t i = 0; i < words.size(); ++i) verbs_[i] = verb_at(i);
    look_ahead();
  }

  void run(std::uint32_t number, std::vector<std::uint32_t>& clauses) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i > 0 && divides(i)) {
        begin_ = i;
        has_verb_ = has_modal_ = false;
        ++number;
      }
      has_verb_ = has_verb_ || verbs_[i] != Verb::none;
      has_modal_ = has_modal_ || takes_infinitive(i);
      clauses.push_back(number);
    }
  }

 private:
  // From each word on, where the next of its kind stands; the number of words when there is none.
  struct Ahead {
    std::size_t boundary, finite, plural, te;
  };

  Verb verb_at(std::size_t i) const {
    const WordTraits word = words_[i];
    if (!has_any(word, Trait::finite | Trait::plural)) return Verb::none;
    const WordTraits before = i > 0 && marks_[i - 1] == Mark::none ? words_[i - 1] : WordTraits{0};
    const WordTraits after = i + 1 < words_.size() && marks_[i] == Mark::none ? words_[i + 1] : WordTraits{0};
    if (has(before, Trait::te)) return Verb::with_te;
    const Verb verb = has(word, Trait::plural) ? Verb::plural : Verb::finite;
    if (!has(word, Trait::doubtful)) return verb;
    if (has(word, Trait::determiner)) {  // "zijn", the verb or whose
      const bool whose =
          has_any(before, Trait::preposition | Trait::coordinator) || (i > 0 && verbs_[i - 1] != Verb::none);
      return whose ? Verb::none : verb;
    }
    if (has(before, Trait::pronoun) && !has(before, Trait::determiner)) return verb;
    if (has_any(before, Trait::determiner | Trait::preposition | Trait::adjectival)) return Verb::none;
    if (verb == Verb::finite) return verb;
    return has_any(after, Trait::determiner | Trait::pronoun) ? verb : Verb::none;
  }

  // "kunnen ... kiezen", "leren kiezen"
  bool takes_infinitive(std::size_t i) const {
    if (verbs_[i] == Verb::none) return false;
    const bool beside = i + 1 < verbs_.size() && marks_[i] == Mark::none && verbs_[i + 1] == Verb::plural;
    return beside || has(words_[i], Trait::modal);
  }

  bool is_boundary(std::size_t i) const {
    return marks_[i - 1] != Mark::none || has(words_[i], Trait::subordinator);
  }

  void look_ahead() {
    const std::size_t count = words_.size();
    ahead_.resize(count + 1, {count, count, count, count});
    for (std::size_t i = count; i-- > 0;) {
      Ahead& here = ahead_[i] = ahead_[i + 1];
      if (i > 0 && is_boundary(i)) here.boundary = i;
      if (verbs_[i] == Verb::finite) here.finite = i;
      if (verbs_[i] == Verb::plural) here.plural = i;
      if (verbs_[i] == Verb::with_te) here.te = i;
    }
  }

  // Where what begins at `i` ends at the latest; a subordinator beside the first word belongs to it ("dat die
  // docent").
  std::size_t end_of(std::size_t i) const {
    const std::size_t end = ahead_[i + 1].boundary;
    const bool beside = end == i + 1 && end < words_.size() && marks_[i] == Mark::none;
    return beside ? ahead_[i + 2].boundary : end;
  }

  bool divides(std::size_t i) const {
    if (marks_[i - 1] >= Mark::colon) return true;
    const bool just_begun =
        i == begin_ + 1 && has_any(words_[begin_], Trait::subordinator | Trait::coordinator);
    if (just_begun) return false;
    if (has(words_[i], Trait::subordinator)) return begins_subordinate(i);
    const bool comma = marks_[i - 1] == Mark::comma;
    if (!comma && !has(words_[i], Trait::coordinator)) return false;
    const std::size_t end = end_of(i);
    const bool verb_follows = ahead_[i].finite < end || (ahead_[i].plural < end && !has_modal_);
    if (verb_follows) return has_verb_;
    return begins_contrast(i) && ahead_[i].plural >= end && ahead_[i].te >= end;
  }

  bool begins_subordinate(std::size_t i) const {
    const std::size_t end = end_of(i);
    const Ahead& next = ahead_[i + 1];
    if (has(words_[i], Trait::om)) return next.te < end;
    if (has(words_[i], Trait::demonstrative) && marks_[i - 1] == Mark::none &&
        has(words_[i - 1], Trait::preposition))
      return false;
    return std::min({next.finite, next.plural, next.te}) < end;
  }

  bool begins_contrast(std::size_t i) const {
    if (has(words_[i], Trait::negation)) return marks_[i - 1] == Mark::comma;
    return has(words_[i], Trait::coordinator) && i + 1 < words_.size() && has(words_[i + 1], Trait::negation);
  }

  std::span<const WordTraits> words_;
  std::span<const Mark> marks_;
  boost::container::small_vector<Verb, 64> verbs_;
  boost::container::small_vector<Ahead, 64> ahead_;
  std::size_t begin_ = 0;                      // of the clause that run() is in
  bool has_verb_ = false, has_modal_ = false;  // that clause, so far
};

}  // namespace

Mark mark_of(std::string_view punctuation) {
  static constexpr std::string_view soft[] = {"'", "\"", "‘", "’", "“", "”", "„",
                                              "‚", "«",  "»", "*", "_", "`"};
  if (std::find(std::begin(soft), std::end(soft), punctuation) != std::end(soft)) return Mark::none;
  return punctuation == "," ? Mark::comma : punctuation == ":" ? Mark::colon : Mark::other;
}

void add_clauses(std::span<const WordTraits> words, std::span<const Mark> marks,
                 std::vector<std::uint32_t>& clauses) {
  const std::uint32_t number = clauses.empty() ? 0 : clauses.back() + 1;
  Divider(words, marks).run(number, clauses);
}

bool is_governed(std::span<const WordTraits> clause) {
  if (clause.empty()) return false;
  if (has(clause[0], Trait::governed)) return true;
  const bool after_first = has_any(clause[0], Trait::preposition | Trait::coordinator);
  return after_first && clause.size() > 1 && has(clause[1], Trait::governed);
}

bool has_preposition(std::span<const WordTraits> words, std::span<const Mark> marks,
                     std::span<const std::uint32_t> clauses, std::size_t word) {
  const auto joins = [&](std::size_t to) {  // does the word before belong to the same words?
    return to > 0 && marks[to - 1] == Mark::none && clauses[to - 1] == clauses[to];
  };
  bool may_join = true;  // "met leerlingen en docenten": once
  for (std::size_t between = 0; between <= most_between && joins(word); ++between) {
    const WordTraits before = words[--word];
    if (has(before, Trait::preposition)) return true;
    if (may_join && has(before, Trait::coordinator) && joins(word)) {
      may_join = false;
      between = 0;
      --word;  // the noun before it
    } else if (!has_any(before, Trait::determiner | Trait::adjectival)) {
      return false;
    }
  }
  return false;
}

}  // namespace codeboom
