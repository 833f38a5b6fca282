// A declared distance between labels that form a tree, as a metric for alpha: no disagreement is worse than another unless
// someone says so, and this says how much.
//
// Shape   `parents`: of each label its parent, `no_label` for a root.
// Unit    distance 0 (the same label) to 1; it stands in the place of the squared difference.
// Source  ours: there is no standard coefficient for trees. Declare it with the result.
#pragma once

#include <vector>

#include "engine/measure/sets.h"

namespace codeboom {

struct TreeDistances {
  double parent = 0.5;   // a label and its parent
  double sibling = 0.5;  // two labels of one parent; two roots are no siblings
  double other = 1;
};

double tree_distance(const std::vector<Label>& parents, Label a, Label b, const TreeDistances& distances = {});
// Between sets of labels: each label with the nearest of the other set, averaged over all labels of both. Two empty sets do not differ,
// an empty one differs by 1 from all others. With distance 1 for all different labels this is 1 - 2 |A and B| / (|A| + |B|).
double tree_distance(const std::vector<Label>& parents, const LabelSet& a, const LabelSet& b,
                     const TreeDistances& distances = {});
Metric tree_metric(std::vector<Label> parents, TreeDistances distances = {});

}  // namespace codeboom
