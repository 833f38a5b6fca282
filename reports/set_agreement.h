// Agreement on the sets of codes that coders gave a unit, taken as wholes.
//
// Unit    alpha; the distance decides much of it and is named with it. Intervals are percentile intervals over documents.
// Source  engine/measure/sets.h. Ours: Jaccard with the distances of a tree, where a code that the other coder did not give still
//         counts for part when the other gave its parent, its child or a sibling: the mean over all codes of either coder of the
//         distance to the nearest code of the other. Without credit it is Jaccard, for single codes the distance of the tree.
#pragma once

#include <vector>

#include "codebook/units.h"
#include "engine/measure/bootstrap.h"
#include "engine/measure/sets.h"
#include "engine/measure/tree_distance.h"
#include "reports/coefficient_formats.h"

namespace codeboom {

std::vector<NamedCoefficient> set_agreement(const LinedUp& work, const Codebook& codebook, UnitKind unit, int level,
                                            std::optional<std::uint32_t> within, const TreeDistances& tree,
                                            const BootstrapOptions& bootstrap);

double tree_jaccard(const LabelSet& a, const LabelSet& b, const std::vector<Label>& parents, const TreeDistances& tree);

}  // namespace codeboom
