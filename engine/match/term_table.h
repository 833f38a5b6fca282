// Numbers for the single-word terms of a rule set. Sets are spelled out in thousands of choices, so what a term costs is paid once.
// Only engine/match includes this.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/language/words.h"
#include "engine/match/compiled.h"
#include "engine/match/rule.h"

namespace codeboom {

using TermId = std::uint32_t;

class TermTable {
 public:
  // The same number for terms that match the same words.
  TermId number_of(const Term& term);

  std::size_t size() const { return terms_.size(); }
  const Term& operator[](TermId id) const { return terms_[id]; }

  // When the term is the lemma of a separable verb.
  std::optional<SeparableVerb> separable(TermId id) const;

 private:
  std::vector<Term> terms_;
  static constexpr std::size_t kinds = static_cast<std::size_t>(Term::Kind::regex) + 1;
  std::array<TextMap<TermId>, kinds> as_written_, as_compared_;  // by kind
  boost::unordered_flat_map<TermId, SeparableVerb> separable_;
};

}  // namespace codeboom
