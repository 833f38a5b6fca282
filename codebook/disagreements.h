// Where two coders differ: each difference once, with its kind and what either of them said there.
//
// Codings of the same code that overlap belong together, also when one coder made two of what is one for the other: if all places
// are equal they agree, else they differ in the boundary only. Of what is left, a coding of one and a coding of the other with
// another code are one difference when they share at least half of the shorter; those that coincide most go together. What then
// is left only one of them gave.
// Shape   by document, then by place. Exchanging the coders exchanges the sides, and `missed` with `extra`; nothing else.
// Errors  none.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "codebook/units.h"

namespace codeboom {

enum class DisagreementKind {
  missed,        // only the first coder coded it
  extra,         // only the second did
  other_code,    // both coded it, with codes that are no family
  parent_child,  // one gave a code, the other a code above it
  sibling,       // two codes with one parent
  boundary,      // the same code, from or to another place
  swapped        // other codes, and elsewhere in the document the same two the other way round
};
inline constexpr std::array<DisagreementKind, 7> disagreement_kinds = {
    DisagreementKind::missed,  DisagreementKind::extra,    DisagreementKind::other_code, DisagreementKind::parent_child,
    DisagreementKind::sibling, DisagreementKind::boundary, DisagreementKind::swapped};
std::string_view name_of(DisagreementKind kind);  // as the enumerators are called

// What one coder said there.
struct Side {
  std::optional<std::uint32_t> code;  // none: nothing
  std::vector<Span> spans;            // in the order of the text; more than one only when the boundaries differ
  friend bool operator==(const Side&, const Side&) = default;
};

struct Disagreement {
  std::uint32_t document = 0;  // place in LinedUp::documents
  std::array<std::uint32_t, 2> coders{};  // places in LinedUp::coders
  DisagreementKind kind = DisagreementKind::missed;
  std::array<Side, 2> sides;
  friend bool operator==(const Disagreement&, const Disagreement&) = default;
};

// From the first to the last character that either coded.
Span place_of(const Disagreement& disagreement);

struct Agreed {
  std::uint32_t document = 0;
  PlacedCode coding;
  friend bool operator==(const Agreed&, const Agreed&) = default;
};

struct PairOfCoders {
  std::vector<Agreed> agreed;
  std::vector<Disagreement> disagreements;
};

// In the documents that both coded.
PairOfCoders compare(const LinedUp& work, const Codebook& codebook, std::uint32_t first, std::uint32_t second);

// How often one coder gave a code where the other gave another one, the same, or none. Each agreement on the code counts once,
// also when its boundary differs.
struct CodePair {
  std::optional<std::uint32_t> first, second;
  std::uint64_t times = 0;
  friend bool operator==(const CodePair&, const CodePair&) = default;
};

// Rolled up to a level; a code above it stands for itself. Sorted: differing pairs first, most frequent first.
std::vector<CodePair> code_pairs(const PairOfCoders& pair, const Codebook& codebook, int level);

}  // namespace codeboom
