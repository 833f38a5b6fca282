// What coders said of each unit of the documents that are compared: the units of agreement, per code and as sets of codes.
//
// Units are the document (is the code anywhere in it), the sentence (do the coder's codings cover it) and, for measures of
// free spans, the stretch of text. A coding counts for its code and for all codes above it; at a level of the tree it counts for
// the code of that level, and codings of a code above the level, which might be any code below it, are left out there.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "codebook/coders.h"

namespace codeboom {

enum class UnitKind { document, sentence, span };
std::string_view name_of(UnitKind unit);  // "document", "sentence", "span"

// The tree -----------------------------------------------------------------------------------------------------

int deepest_level(const Codebook& codebook);

// The code that stands for `code` at this level (1 at the top): itself or an ancestor; a leaf above the level stands for itself.
// None for a code above the level that has codes below it.
std::optional<std::uint32_t> at_depth(const Codebook& codebook, std::uint32_t code, int level);

// The codes that stand for themselves at this level, `within` a branch when one is named.
std::vector<std::uint32_t> codes_at(const Codebook& codebook, int level, std::optional<std::uint32_t> within = {});

// The same documents with every coding rolled up to a level; what cannot be is left out and counted.
struct RolledUp {
  LinedUp work;
  std::uint64_t above = 0;  // codings left out
};
RolledUp rolled_up(const LinedUp& work, const Codebook& codebook, int level);

// Units --------------------------------------------------------------------------------------------------------

// The sentences of a span, by place: those it covers (compared.h); when it covers none, the one that holds most of it.
std::vector<std::uint32_t> sentences_of(Span span, const std::vector<Span>& sentences);

// Which of the coders said yes, bit by bit, and in how many units it was just these.
struct Pattern {
  std::uint64_t yes = 0;
  std::uint64_t units = 0;
  friend bool operator==(const Pattern&, const Pattern&) = default;
};

// What the coders said of one code (or branch) in one document. The units add up to all units of the document.
using Patterns = std::vector<Pattern>;  // sorted by `yes`, each once

struct YesNo {
  std::uint64_t coders = 0;           // bit by bit: who coded the document
  std::uint64_t units = 0;            // of the document
  std::map<std::uint32_t, Patterns> codes;  // of the codes that anyone gave there; of any other code all units are {0, units}
};

// Of one document, and of all that are compared. A coding counts for its code and for every code above it.
// Requires: unit is document or sentence.
YesNo yes_no(const LinedUpDocument& document, const Codebook& codebook, UnitKind unit);
std::vector<YesNo> yes_no(const LinedUp& work, const Codebook& codebook, UnitKind unit);

// The same of each unit apart, document after document: `units` is then 1.
std::vector<YesNo> yes_no_by_unit(const LinedUp& work, const Codebook& codebook, UnitKind unit);

// The patterns of a code in a document, also when nobody gave it.
Patterns patterns_of(const YesNo& document, std::uint32_t code);

// Sets of codes: one unit per document or sentence, by document; a coder who did not code the document has none.
struct UnitOfSets {
  std::uint32_t document = 0;                                    // place in LinedUp::documents
  std::vector<std::optional<std::vector<std::uint32_t>>> coders;  // sorted codes
};
// `level`: rolled up to it, as at_depth().
std::vector<UnitOfSets> sets_of_units(const LinedUp& work, const Codebook& codebook, UnitKind unit, int level,
                                      std::optional<std::uint32_t> within = {});
// The codes as they were given, at whatever level.
std::vector<UnitOfSets> sets_as_given(const LinedUp& work, const Codebook& codebook, UnitKind unit,
                                      std::optional<std::uint32_t> within = {});

}  // namespace codeboom
