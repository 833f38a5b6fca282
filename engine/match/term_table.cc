#include "engine/match/term_table.h"

namespace codeboom {
namespace {

std::string compared(const Term& term) {
  return term.kind == Term::Kind::exact || term.kind == Term::Kind::regex ? term.text : fold(term.text);
}

}  // namespace

TermId TermTable::number_of(const Term& term) {
  const auto kind = static_cast<std::size_t>(term.kind);
  TextMap<TermId>& as_written = as_written_[kind];
  if (const auto known = as_written.find(term.text); known != as_written.end()) return known->second;
  const auto [place, added] = as_compared_[kind].try_emplace(compared(term), static_cast<TermId>(terms_.size()));
  if (added) {
    terms_.push_back(term);
    auto separable = term.kind == Term::Kind::lemma ? separable_verb(fold(term.text)) : std::nullopt;
    if (separable) separable_.emplace(place->second, std::move(*separable));
  }
  return as_written[term.text] = place->second;
}

std::optional<SeparableVerb> TermTable::separable(TermId id) const {
  const auto verb = separable_.find(id);
  return verb == separable_.end() ? std::nullopt : std::optional(verb->second);
}

}  // namespace codeboom
