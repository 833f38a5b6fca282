// Agreement on the sets of codes that coders gave a unit, taken as wholes.
//
// Shape   nominal, Jaccard, MASI and multi-valued: codes rolled up to the level; what was coded above it is left out. With the distance
//         of the tree codes count as they were given, at whatever level: a parent is near its child.
// Unit    alpha; the distance decides much of it and is named with it. Multi-valued alpha has no interval.
// Source  engine/measure: sets.h, tree_distance.h.
#pragma once

#include <vector>

#include "engine/measure/tree_distance.h"
#include "reports/unit_agreement.h"

namespace codeboom {

std::vector<NamedCoefficient> set_agreement(const LinedUp& work, const Codebook& codebook, UnitKind unit, int level,
                                            std::optional<std::uint32_t> within, const TreeDistances& tree, const Sampling& sampling);

}  // namespace codeboom
