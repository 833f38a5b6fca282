#include "engine/measure/tree_distance.h"

namespace codeboom {

double tree_distance(const std::vector<Label>& parents, Label a, Label b, const TreeDistances& distances) {
  if (a == b) return 0;
  if (parents[a] == b || parents[b] == a) return distances.parent;
  return parents[a] != no_label && parents[a] == parents[b] ? distances.sibling : distances.other;
}

Metric tree_metric(std::vector<Label> parents, TreeDistances distances) {
  return custom_metric(
      [parents = std::move(parents), distances](Label a, Label b) { return tree_distance(parents, a, b, distances); });
}

}  // namespace codeboom
