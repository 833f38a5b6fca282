// How alike two divisions of one text into consecutive parts are: boundary similarity and its predecessors.
//
// Shape   a division is the lengths of its parts in order, each at least 1; both have the same sum (sentences).
// Unit    0 to 1. B and S: 1 is identical. WindowDiff and Pk are errors: 0 is identical.
// Errors  none. Undefined: no text, texts of different length, no place for a boundary or a window. B is 1 by
//         definition when there is no boundary on either side.
// Source  B: Fournier (2013), ACL, 1702-1712. S: Fournier & Inkpen (2012), NAACL, 152-161. WindowDiff: Pevzner &
//         Hearst (2002), Computational Linguistics 28(1), 19-36. Pk: Beeferman, Berger & Lafferty (1999), Machine
//         Learning 34, 177-210. Window: half the mean length of the reference's parts, rounded (half to
//         even), at least 2. pi with B: Fournier (2013) after Artstein & Poesio (2008).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/measure/coefficient.h"

namespace codeboom {

using Division = std::vector<std::int64_t>;

// What differs between two divisions. A near miss is a boundary that the other put less than `reach` places
// further.
struct BoundaryEdits {
  std::uint64_t matches = 0, only_one = 0;
  std::vector<std::int64_t> near_misses;  // the distance of each
};

inline constexpr std::int64_t default_reach = 2;  // n_t of Fournier: one place off is a near miss

BoundaryEdits boundary_edits(const Division& a, const Division& b, std::int64_t reach = default_reach);

Statistic boundary_similarity(const Division& a, const Division& b, std::int64_t reach = default_reach);
Statistic segmentation_similarity(const Division& a, const Division& b, std::int64_t reach = default_reach);

enum class TextEnds {
  as_they_are,
  padded
};  // padded: every place is in as many windows (Lamprier et al. 2007)
Statistic window_diff(const Division& hypothesis, const Division& reference,
                      TextEnds ends = TextEnds::as_they_are);
Statistic p_k(const Division& hypothesis, const Division& reference);

// Fleiss' pi with B as agreement: `texts` holds one division per coder for each text, all texts by the same
// coders.
Coefficient boundary_pi(std::span<const std::vector<Division>> texts, std::int64_t reach = default_reach);

}  // namespace codeboom
