#include "engine/match/modality.h"

#include <cassert>

namespace codeboom {
namespace {

constexpr Flags not_known = 0xFFFF;

}  // namespace

void Modality::start_document() {
  known_.assign(words_.clauses.empty() ? 0 : words_.clauses.back() + 1, not_known);
}

Flags Modality::flags_at(WordRange sentence, WordRange words) {
  assert(sentence.begin <= words.begin && words.begin < words.end && words.end <= sentence.end);
  Flags flags = 0;
  for (std::uint32_t word = words.begin; word < words.end;) {
    const WordRange clause = clause_of(sentence, word);
    flags |= flags_of_clause(clause);
    if (is_governed_by_last(sentence, clause))
      flags |= flags_of_clause(clause_of(sentence, clause.begin - 1));
    word = clause.end;
  }
  return flags;
}

WordRange Modality::clause_of(WordRange sentence, std::uint32_t word) const {
  WordRange clause{word, word + 1};
  const auto same = [&](std::uint32_t other) { return words_.clauses[other] == words_.clauses[word]; };
  while (clause.begin > sentence.begin && same(clause.begin - 1)) --clause.begin;
  while (clause.end < sentence.end && same(clause.end)) ++clause.end;
  return clause;
}

bool Modality::is_governed_by_last(WordRange sentence, WordRange clause) const {
  if (clause.begin == sentence.begin) return false;
  if (words_.marks[clause.begin - 1] == Mark::colon) return true;
  return is_governed(std::span(words_.traits).subspan(clause.begin, clause.end - clause.begin));
}

Flags Modality::flags_of_clause(WordRange clause) {
  Flags& flags = known_[words_.clauses[clause.begin]];
  if (flags != not_known) return flags;
  flags = 0;
  for (const Said& said : rules_.said) {
    if (finder_.occurs(said.words, clause)) flags |= static_cast<Flags>(said.flag);
  }
  return flags;
}

}  // namespace codeboom
