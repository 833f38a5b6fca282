#include "engine/measure/nominal.h"

#include <algorithm>
#include <cassert>

#include "engine/measure/chance_corrected.h"
#include "engine/measure/cohen.h"
#include "engine/measure/patterns.h"
#include "message_keys/measure.h"

namespace codeboom {
namespace {

Coefficient uncorrected(Statistic value, std::uint64_t units, std::uint64_t values, std::uint64_t missing) {
  Coefficient result = undefined_coefficient(msg::agreement_no_chance, units, values, missing);
  result.value = result.observed = value;
  return result;
}

struct Judged {
  std::uint64_t units = 0, values = 0, missing = 0;
};

Judged judged_by_two(const Ratings& ratings) {
  Judged judged;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    std::uint64_t values = 0;
    for (const Label label : ratings.unit(unit)) values += label != no_label;
    judged.missing += ratings.coders - values;
    if (values < 2) continue;
    ++judged.units;
    judged.values += values;
  }
  return judged;
}

// Calls work(first, second) for each pair of coders.
template <class Work>
void for_each_pair(const Ratings& ratings, Work work) {
  for (std::uint32_t first = 0; first < ratings.coders; ++first) {
    for (std::uint32_t second = first + 1; second < ratings.coders; ++second) work(first, second);
  }
}

std::uint64_t agreements(const Confusion& table) {
  std::uint64_t sum = 0;
  for (const Confusion::Cell& cell : table.cells) sum += cell.first == cell.second ? cell.times : 0;
  return sum;
}

CountTable counts_of(const Confusion& table) {
  PatternTable patterns(table.labels);
  for (const Confusion::Cell& cell : table.cells) {
    if (cell.first == cell.second) {
      const LabelCount same[] = {{cell.first, 2}};
      patterns.add(same, cell.times);
    } else {
      const LabelCount different[] = {{std::min(cell.first, cell.second), 1}, {std::max(cell.first, cell.second), 1}};
      patterns.add(different, cell.times);
    }
  }
  patterns.add_missing(table.missing);
  return patterns.take();
}

}  // namespace

Coefficient percent_agreement(const CountTable& table, const Weights& weights) {
  const ObservedAgreement observed = observed_agreement(table, weights);
  if (observed.units == 0) return undefined_coefficient(msg::agreement_no_pairs, 0, 0, table.missing);
  Coefficient result = uncorrected(defined(observed.mean), observed.units, observed.values, table.missing);
  std::vector<Share> contributions;
  const double scale = static_cast<double>(observed.rated) / static_cast<double>(observed.units);
  for (std::size_t i = 0; i < table.patterns.size(); ++i) {
    if (table.patterns[i].judged > 0) contributions.push_back({scale * observed.of_pattern[i], table.patterns[i].times});
  }
  add_interval(result, contributions);
  if (result.interval) result.interval->low = std::max(0.0, result.interval->low);  // a share
  return result;
}

Coefficient unanimous_agreement(const Ratings& ratings) {
  std::uint64_t complete = 0, unanimous = 0;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    const auto labels = ratings.unit(unit);
    bool all_judged = ratings.coders > 1, same = true;
    for (const Label label : labels) {
      all_judged = all_judged && label != no_label;
      same = same && label == labels.front();
    }
    complete += all_judged;
    unanimous += all_judged && same;
  }
  return uncorrected(ratio(static_cast<double>(unanimous), static_cast<double>(complete), msg::agreement_no_pairs), complete,
                     complete * ratings.coders, judged_by_two(ratings).missing);
}

Coefficient pairwise_agreement(const Ratings& ratings) {
  const Judged judged = judged_by_two(ratings);
  double sum = 0, pairs = 0;
  for_each_pair(ratings, [&](std::uint32_t first, std::uint32_t second) {
    const Confusion table = confusion(ratings, first, second);
    if (table.cells.empty()) return;
    sum += static_cast<double>(agreements(table)) / static_cast<double>(table.units());
    ++pairs;
  });
  return uncorrected(ratio(sum, pairs, msg::agreement_no_pairs), judged.units, judged.values, judged.missing);
}

Coefficient holsti(const Ratings& ratings) {
  assert(ratings.coders == 2);
  const Confusion table = confusion(ratings, 0, 1);
  std::uint64_t decisions = 0;
  for (const Label label : ratings.cells) decisions += label != no_label;
  return uncorrected(
      ratio(2 * static_cast<double>(agreements(table)), static_cast<double>(decisions), msg::agreement_no_pairs),
      table.units(), 2 * table.units(), table.missing);
}

Coefficient fleiss_kappa(const CountTable& table, const Weights& weights) {
  const ObservedAgreement observed = observed_agreement(table, weights);
  const std::vector<double> shares = mean_shares(table), by_chance = agreement_with(shares, weights);
  double expected = 0;
  for (std::size_t label = 0; label < shares.size(); ++label) expected += shares[label] * by_chance[label];
  std::vector<double> of_pattern;
  of_pattern.reserve(table.patterns.size());
  for (const CountTable::Pattern& pattern : table.patterns) {
    double sum = 0;
    for (const LabelCount& count : table.of(pattern)) sum += count.coders * by_chance[count.label];
    of_pattern.push_back(pattern.judged == 0 ? 0 : sum / pattern.judged);
  }
  return chance_corrected(table, observed, expected, of_pattern);
}

Coefficient brennan_prediger(const CountTable& table, const Weights& given) {
  Weights weights = given;
  weights.labels = table.labels;
  const ObservedAgreement observed = observed_agreement(table, weights);
  if (observed.units > 0 && table.labels < 2) {
    return undefined_coefficient(msg::agreement_one_label, observed.units, observed.values, table.missing);
  }
  const auto q = static_cast<double>(table.labels);
  return chance_corrected(table, observed, total(weights) / (q * q), {});
}

Coefficient light_kappa(const Ratings& ratings, const Weights& weights) {
  const Judged judged = judged_by_two(ratings);
  Coefficient result = undefined_coefficient(msg::agreement_no_pairs, judged.units, judged.values, judged.missing);
  double sum = 0, pairs = 0;
  bool all_defined = true;
  for_each_pair(ratings, [&](std::uint32_t first, std::uint32_t second) {
    const Statistic kappa = cohen_kappa(confusion(ratings, first, second), weights).kappa.value;
    all_defined = all_defined && kappa.value;
    sum += kappa.value.value_or(0);
    ++pairs;
  });
  result.observed = result.expected = undefined(msg::agreement_no_parts);
  if (pairs > 0 && judged.units > 0) {
    result.value = all_defined ? defined(sum / pairs) : undefined(msg::agreement_pair_undefined);
  }
  return result;
}

Coefficient scott_pi(const Confusion& confusion, const Weights& weights) {
  return fleiss_kappa(counts_of(confusion), weights);
}

Coefficient bennett_s(const Confusion& confusion, const Weights& weights) {
  return brennan_prediger(counts_of(confusion), weights);
}

}  // namespace codeboom
