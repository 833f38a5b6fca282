#include "reports/set_agreement.h"

#include <functional>
#include <memory>
#include <span>

#include "message_keys/agreement.h"

namespace codeboom {
namespace {

using DistanceOfSets = std::function<double(const LabelSet&, const LabelSet&)>;

// Distances are asked for many times over; each is computed once.
Metric looked_up(const std::vector<LabelSet>& sets, const DistanceOfSets& distance_of) {
  auto cells = std::make_shared<std::vector<double>>(sets.size() * sets.size());
  for (std::size_t i = 0; i < sets.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      (*cells)[i * sets.size() + j] = (*cells)[j * sets.size() + i] = distance_of(sets[i], sets[j]);
    }
  }
  return custom_metric([cells, width = sets.size()](Label a, Label b) { return (*cells)[a * width + b]; });
}

struct Judged {
  SetRatings ratings;
  std::vector<std::uint32_t> document_of;  // by unit
};

Judged judged(std::vector<UnitOfSets> units, std::size_t coders, std::size_t codes) {
  Judged result{{static_cast<std::uint32_t>(coders), static_cast<std::uint32_t>(codes), {}}, {}};
  for (UnitOfSets& one : units) {
    result.document_of.push_back(one.document);
    for (auto& set : one.coders) result.ratings.cells.push_back(std::move(set));
  }
  return result;
}

// Alpha with each of these distances, and its interval.
std::vector<Coefficient> alphas(const Judged& judged, std::span<const DistanceOfSets> distances, std::size_t documents,
                                const Sampling& sampling) {
  const SetsAsLabels labels = sets_as_labels(judged.ratings);
  const CountTable table = count_table(labels.ratings);
  std::vector<Metric> metrics;
  for (const DistanceOfSets& distance_of : distances) metrics.push_back(looked_up(labels.sets, distance_of));
  std::vector<Coefficient> values;
  std::vector<CountStatistic> statistics;
  for (const Metric& metric : metrics) {
    values.push_back(krippendorff_alpha(table, metric));
    statistics.push_back([&metric](const CountTable& sample) { return krippendorff_alpha(sample, metric).value; });
  }
  const bool units = sampling.drawn == IntervalKind::bootstrap_units;
  if ((units ? judged.document_of.size() : documents) < 2 || sampling.bootstrap.replicates == 0) return values;
  const auto samples = units ? resample_units(table, statistics, sampling.bootstrap)
                             : resample_clusters(clustered(labels.ratings, judged.document_of, static_cast<std::uint32_t>(documents)),
                                                 statistics, sampling.bootstrap);
  for (std::size_t i = 0; i < values.size(); ++i) set_interval(values[i], samples[i], sampling);
  return values;
}

}  // namespace

std::vector<NamedCoefficient> set_agreement(const LinedUp& work, const Codebook& codebook, UnitKind unit, int level,
                                            std::optional<std::uint32_t> within, const TreeDistances& tree, const Sampling& sampling) {
  const std::size_t coders = work.coders.size(), codes = codebook.codes.size(), documents = work.documents.size();
  std::vector<Label> parents;
  for (const Code& code : codebook.codes) parents.push_back(code.parent < 0 ? no_label : static_cast<Label>(code.parent));
  const auto by = [](SetDistance kind) { return [kind](const LabelSet& a, const LabelSet& b) { return distance(a, b, kind); }; };
  const DistanceOfSets rolled_up[] = {by(SetDistance::nominal), by(SetDistance::jaccard), by(SetDistance::masi)};
  const DistanceOfSets along_the_tree[] = {[&](const LabelSet& a, const LabelSet& b) { return tree_distance(parents, a, b, tree); }};
  const Judged at_level = judged(sets_of_units(work, codebook, unit, level, within), coders, codes);
  const Judged as_given = judged(sets_as_given(work, codebook, unit, within), coders, codes);
  const auto values = alphas(at_level, rolled_up, documents, sampling);
  const auto of_tree = alphas(as_given, along_the_tree, documents, sampling);
  const MessageArguments credit = {{"parent", 1 - tree.parent}, {"sibling", 1 - tree.sibling}};
  return {{"alpha_sets_nominal", {msg::agreeing_sets_nominal, {}}, values[0], Message{msg::agreeing_about_sets_nominal, {}}},
          {"alpha_sets_jaccard", {msg::agreeing_sets_jaccard, {}}, values[1], Message{msg::agreeing_about_sets_jaccard, {}}},
          {"alpha_sets_masi", {msg::agreeing_sets_masi, {}}, values[2], Message{msg::agreeing_about_sets_masi, {}}},
          {"alpha_sets_tree", {msg::agreeing_sets_tree, {}}, of_tree[0], Message{msg::agreeing_about_sets_tree, credit}},
          {"multi_valued_alpha",
           {msg::agreeing_multi_valued, {}},
           multi_valued_alpha(at_level.ratings),
           Message{msg::agreeing_about_multi_valued, {}}}};
}

}  // namespace codeboom
