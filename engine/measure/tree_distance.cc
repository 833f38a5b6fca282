#include "engine/measure/tree_distance.h"

#include <algorithm>

namespace codeboom {

double tree_distance(const std::vector<Label>& parents, Label a, Label b, const TreeDistances& distances) {
  if (a == b) return 0;
  if (parents[a] == b || parents[b] == a) return distances.parent;
  return parents[a] != no_label && parents[a] == parents[b] ? distances.sibling : distances.other;
}

double tree_distance(const std::vector<Label>& parents, const LabelSet& a, const LabelSet& b, const TreeDistances& distances) {
  if (a.empty() || b.empty()) return a.empty() && b.empty() ? 0 : 1;
  const auto to_nearest = [&](const LabelSet& from, const LabelSet& to) {
    double sum = 0;
    for (const Label label : from) {
      double nearest = tree_distance(parents, label, to.front(), distances);
      for (const Label other : to) nearest = std::min(nearest, tree_distance(parents, label, other, distances));
      sum += nearest;
    }
    return sum;
  };
  return (to_nearest(a, b) + to_nearest(b, a)) / static_cast<double>(a.size() + b.size());
}

Metric tree_metric(std::vector<Label> parents, TreeDistances distances) {
  return custom_metric(
      [parents = std::move(parents), distances](Label a, Label b) { return tree_distance(parents, a, b, distances); });
}

}  // namespace codeboom
