#include "reports/set_agreement.h"

#include <algorithm>
#include <memory>

#include "engine/measure/count_bootstrap.h"
#include "message_keys/agreement.h"

namespace codeboom {
namespace {

// Distances are asked for many times over; each is computed once.
Metric looked_up(const std::vector<LabelSet>& sets, const std::function<double(const LabelSet&, const LabelSet&)>& distance_of) {
  auto cells = std::make_shared<std::vector<double>>(sets.size() * sets.size());
  for (std::size_t i = 0; i < sets.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      (*cells)[i * sets.size() + j] = (*cells)[j * sets.size() + i] = distance_of(sets[i], sets[j]);
    }
  }
  return custom_metric([cells, width = sets.size()](Label a, Label b) { return (*cells)[a * width + b]; });
}

double to_nearest(Label label, const LabelSet& others, const std::vector<Label>& parents, const TreeDistances& tree) {
  double nearest = tree.other;
  for (const Label other : others) nearest = std::min(nearest, tree_distance(parents, label, other, tree));
  return nearest;
}

}  // namespace

double tree_jaccard(const LabelSet& a, const LabelSet& b, const std::vector<Label>& parents, const TreeDistances& tree) {
  double sum = 0, codes = 0;
  for (const Label label : a) sum += to_nearest(label, b, parents, tree), ++codes;
  for (const Label label : b) {
    if (std::binary_search(a.begin(), a.end(), label)) continue;
    sum += to_nearest(label, a, parents, tree), ++codes;
  }
  return codes == 0 ? 0 : sum / codes;
}

std::vector<NamedCoefficient> set_agreement(const LinedUp& work, const Codebook& codebook, UnitKind unit, int level,
                                            std::optional<std::uint32_t> within, const TreeDistances& tree,
                                            const BootstrapOptions& bootstrap) {
  SetRatings ratings{static_cast<std::uint32_t>(work.coders.size()), static_cast<std::uint32_t>(codebook.codes.size()), {}};
  std::vector<std::uint32_t> cluster_of;
  for (UnitOfSets& one : sets_of_units(work, codebook, unit, level, within)) {
    cluster_of.push_back(one.document);
    for (auto& codes : one.coders) ratings.cells.push_back(std::move(codes));
  }
  std::vector<Label> parents;
  for (const Code& code : codebook.codes) parents.push_back(code.parent < 0 ? no_label : static_cast<Label>(code.parent));
  const SetsAsLabels labels = sets_as_labels(ratings);
  const auto by = [&](SetDistance kind) {
    return looked_up(labels.sets, [=](const LabelSet& a, const LabelSet& b) { return distance(a, b, kind); });
  };
  const std::vector<Metric> metrics = {nominal_metric(), by(SetDistance::jaccard), by(SetDistance::masi),
                                       looked_up(labels.sets, [&](const LabelSet& a, const LabelSet& b) {
                                         return tree_jaccard(a, b, parents, tree);
                                       })};
  const CountTable table = count_table(labels.ratings);
  std::vector<Coefficient> values;
  std::vector<CountStatistic> statistics;
  for (const Metric& metric : metrics) {
    values.push_back(krippendorff_alpha(table, metric));
    statistics.push_back([&metric](const CountTable& sample) { return krippendorff_alpha(sample, metric).value; });
  }
  if (work.documents.size() > 1 && bootstrap.replicates > 0) {
    const auto samples = resample_clusters(
        clustered(labels.ratings, cluster_of, static_cast<std::uint32_t>(work.documents.size())), statistics, bootstrap);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!values[i].value.value) continue;
      values[i].interval = samples[i].interval(bootstrap.level);
      values[i].interval_kind = IntervalKind::bootstrap_clusters;
    }
  }
  const MessageArguments credit = {{"parent", 1 - tree.parent}, {"sibling", 1 - tree.sibling}};
  return {{"alpha_sets_nominal", {msg::agreeing_sets_nominal, {}}, values[0], Message{msg::agreeing_about_sets_nominal, {}}},
          {"alpha_sets_jaccard", {msg::agreeing_sets_jaccard, {}}, values[1], Message{msg::agreeing_about_sets_jaccard, {}}},
          {"alpha_sets_masi", {msg::agreeing_sets_masi, {}}, values[2], Message{msg::agreeing_about_sets_masi, {}}},
          {"alpha_sets_tree", {msg::agreeing_sets_tree, {}}, values[3], Message{msg::agreeing_about_sets_tree, credit}},
          {"multi_valued_alpha", {msg::agreeing_multi_valued, {}}, multi_valued_alpha(ratings),
           Message{msg::agreeing_about_multi_valued, {}}}};
}

}  // namespace codeboom
