#include "engine/measure/sets.h"

#include <algorithm>
#include <map>

namespace codeboom {

Ratings of_label(const SetRatings& ratings, Label label) {
  Ratings yes_no{ratings.coders, 2, {}};
  yes_no.cells.reserve(ratings.cells.size());
  for (const auto& set : ratings.cells) {
    yes_no.cells.push_back(!set ? no_label : std::binary_search(set->begin(), set->end(), label) ? 1 : 0);
  }
  return yes_no;
}

std::vector<YesTable> yes_tables(const SetRatings& ratings) {
  std::vector<YesTable> tables(ratings.labels, YesTable(ratings.coders));
  std::vector<std::uint64_t> units_judged(ratings.coders + std::size_t{1}, 0);
  std::map<Label, std::uint32_t> yes;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    std::uint32_t judged = 0;
    yes.clear();
    for (std::size_t coder = 0; coder < ratings.coders; ++coder) {
      const auto& set = ratings.cells[unit * ratings.coders + coder];
      if (!set) continue;
      ++judged;
      for (const Label label : *set) ++yes[label];
    }
    ++units_judged[judged];
    for (const auto& [label, coders] : yes) tables[label].add(judged, coders);
  }
  // The units in which nobody gave a label are those that remain.
  for (YesTable& table : tables) {
    for (std::uint32_t judged = 0; judged <= ratings.coders; ++judged) {
      std::uint64_t rest = units_judged[judged];
      for (std::uint32_t coders = 1; coders <= judged; ++coders) {
        rest -= table.units[judged * (ratings.coders + std::size_t{1}) + coders];
      }
      table.add(judged, 0, rest);
    }
  }
  return tables;
}

double distance(const LabelSet& a, const LabelSet& b, SetDistance kind) {
  if (a == b) return 0;
  if (kind == SetDistance::nominal) return 1;
  LabelSet shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  if (shared.empty()) return 1;
  const auto common = static_cast<double>(shared.size());
  const double jaccard = common / (static_cast<double>(a.size() + b.size()) - common);
  if (kind == SetDistance::jaccard) return 1 - jaccard;
  const bool subset = shared.size() == std::min(a.size(), b.size());
  return 1 - jaccard * (subset ? 2.0 / 3 : 1.0 / 3);
}

SetsAsLabels sets_as_labels(const SetRatings& ratings) {
  std::map<LabelSet, Label> known;
  for (const auto& set : ratings.cells) {
    if (set) known.emplace(*set, 0);
  }
  SetsAsLabels result;
  for (auto& [set, label] : known) {
    label = static_cast<Label>(result.sets.size());
    result.sets.push_back(set);
  }
  result.ratings = {ratings.coders, static_cast<std::uint32_t>(known.size()), {}};
  for (const auto& set : ratings.cells) result.ratings.cells.push_back(set ? known.find(*set)->second : no_label);
  return result;
}

Metric set_metric(std::vector<LabelSet> sets, SetDistance kind) {
  return custom_metric([sets = std::move(sets), kind](Label a, Label b) { return distance(sets[a], sets[b], kind); });
}

Coefficient krippendorff_alpha(const SetRatings& ratings, SetDistance kind) {
  SetsAsLabels labels = sets_as_labels(ratings);
  const CountTable table = count_table(labels.ratings);
  return krippendorff_alpha(table, set_metric(std::move(labels.sets), kind));
}

}  // namespace codeboom
