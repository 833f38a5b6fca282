// Dictionary forms of one folded word: from the lexicon, or, for words it does not know, by their last part
// or ending.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "engine/language/lexicon.h"

namespace codeboom {

// The lemma is the folded word from byte `from` to byte `to`, then the word in `slot`, or `ending` when there
// is none.
struct LemmaCandidate {
  std::size_t from = 0, to = 0;
  std::uint32_t slot = no_slot;
  std::string_view ending;
  friend bool operator==(const LemmaCandidate&, const LemmaCandidate&) = default;
};

struct LemmaCandidates {
  std::array<LemmaCandidate, 16> all;
  std::size_t count = 0;

  std::span<const LemmaCandidate> found() const { return std::span(all).first(count); }
  void add(const LemmaCandidate& candidate);  // once each; the seventeenth is left out
};

// `capital`: it was written with one, so it may be a name.
// Nothing is found when the word is to be taken as it stands.
LemmaCandidates find_lemmas(const Lexicon& lexicon, std::string_view folded, bool capital);

}  // namespace codeboom
