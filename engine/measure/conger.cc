#include <cstddef>

#include "engine/measure/chance_corrected.h"
#include "engine/measure/nominal.h"
#include "message_keys/measure.h"

namespace codeboom {
namespace {

// Each coder's shares of labels over the units which that coder judged; coders who judged nothing are left out.
struct OwnShares {
  std::vector<std::uint32_t> coders;
  std::vector<std::vector<double>> of_coder;
  std::vector<double> units;  // that each judged
};

OwnShares own_shares(const Ratings& ratings) {
  OwnShares shares;
  for (std::uint32_t coder = 0; coder < ratings.coders; ++coder) {
    std::vector<double> counts(ratings.labels, 0);
    double units = 0;
    for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
      const Label label = ratings.unit(unit)[coder];
      if (label == no_label) continue;
      ++counts[label];
      ++units;
    }
    if (units == 0) continue;
    for (double& count : counts) count /= units;
    shares.coders.push_back(coder);
    shares.of_coder.push_back(std::move(counts));
    shares.units.push_back(units);
  }
  return shares;
}

// For each coder and label, the agreement by chance of that label with the other coders, summed over these.
std::vector<std::vector<double>> with_others(const OwnShares& shares, const Weights& weights, std::uint32_t labels) {
  std::vector<double> sum(labels, 0);
  for (const auto& own : shares.of_coder) {
    for (Label label = 0; label < labels; ++label) sum[label] += own[label];
  }
  std::vector<std::vector<double>> result;
  for (const auto& own : shares.of_coder) {
    std::vector<double> others(labels);
    for (Label label = 0; label < labels; ++label) others[label] = sum[label] - own[label];
    result.push_back(agreement_with(others, weights));
  }
  return result;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

Coefficient conger_kappa(const Ratings& ratings, const Weights& weights) {
  const CountTable counts = count_table(ratings);
  const ObservedAgreement observed = observed_agreement(counts, weights);
  if (observed.units == 0) return undefined_coefficient(msg::agreement_no_pairs, 0, 0, counts.missing);
  const OwnShares shares = own_shares(ratings);
  const auto others = with_others(shares, weights, ratings.labels);
  const auto r = static_cast<double>(shares.coders.size());
  std::vector<double> by_chance;  // per coder, its agreement with the others
  double expected = 0;
  for (std::size_t g = 0; g < shares.coders.size(); ++g) {
    by_chance.push_back(product(shares.of_coder[g], others[g]));
    expected += by_chance.back() / (r * (r - 1));
  }

  Coefficient result = chance_corrected(observed, expected, counts.missing);
  if (!result.value.value) return result;
  const double value = *result.value.value, room = 1 - expected;

  // Chance depends on who said what, so units contribute one by one and not as patterns.
  const auto rated = static_cast<double>(observed.rated);
  std::vector<Share> contributions;
  std::vector<LabelCount> unit_counts;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    const auto labels = ratings.unit(unit);
    double expected_here = 0, agreeing = 0, judged = 0;
    for (std::size_t g = 0; g < shares.coders.size(); ++g) {
      const Label label = labels[shares.coders[g]];
      const double own_part = shares.units[g] / rated;
      if (label == no_label) {
        expected_here += by_chance[g];
      } else {
        expected_here += (others[g][label] - (1 - own_part) * by_chance[g]) / own_part;
      }
    }
    unit_counts.clear();
    for (const Label label : labels) {
      if (label == no_label) continue;
      ++judged;
      auto known = unit_counts.begin();
      while (known != unit_counts.end() && known->label != label) ++known;
      if (known == unit_counts.end())
        unit_counts.push_back({label, 1});
      else
        ++known->coders;
    }
    if (judged == 0) continue;
    for (const LabelCount& a : unit_counts) {
      for (const LabelCount& b : unit_counts) {
        agreeing += a.coders * (b.coders - (a.label == b.label ? 1.0 : 0.0)) * weights.at(a.label, b.label);
      }
    }
    double share =
        judged < 2 ? 0
                   : rated / static_cast<double>(observed.units) * (agreeing / (judged * (judged - 1)) - expected) / room;
    share -= 2 * (1 - value) * (expected_here / (r * (r - 1)) - expected) / room;
    contributions.push_back({share, 1});
  }
  add_interval(result, contributions);
  return result;
}

}  // namespace codeboom
