#include "engine/measure/cohen.h"

#include <algorithm>
#include <cmath>

#include "engine/measure/chance_corrected.h"
#include "message_keys/measure.h"

namespace codeboom {
namespace {

constexpr double normal_975 = 1.959963984540054;
constexpr std::uint32_t most_weighted_labels = 2000;

struct Margins {
  std::vector<double> first, second;  // shares
  double observed = 0, expected = 0;
  std::vector<double> first_by_chance, second_by_chance;  // agreement of a label with the other coder's shares
};

Margins margins_of(const Confusion& table, const Weights& weights, double units) {
  Margins margins{std::vector<double>(table.labels, 0), std::vector<double>(table.labels, 0), 0, 0, {}, {}};
  for (const Confusion::Cell& cell : table.cells) {
    const double share = static_cast<double>(cell.times) / units;
    margins.first[cell.first] += share;
    margins.second[cell.second] += share;
    margins.observed += share * weights.at(cell.first, cell.second);
  }
  margins.first_by_chance = agreement_with(margins.second, weights);
  margins.second_by_chance = agreement_with(margins.first, weights);
  for (std::size_t i = 0; i < margins.first.size(); ++i) margins.expected += margins.first[i] * margins.first_by_chance[i];
  return margins;
}

double square(double value) { return value * value; }

double standard_error(const Confusion& table, const Weights& weights, const Margins& margins, double kappa, double units) {
  double sum = 0;
  for (const Confusion::Cell& cell : table.cells) {
    const double by_chance = margins.first_by_chance[cell.first] + margins.second_by_chance[cell.second];
    sum += static_cast<double>(cell.times) / units * square(weights.at(cell.first, cell.second) - by_chance * (1 - kappa));
  }
  const double variance = sum - square(kappa - margins.expected * (1 - kappa));
  return std::sqrt(std::max(0.0, variance) / units) / (1 - margins.expected);
}

// Sum over all pairs of labels of p_i p_j (w_ij - (a_i + b_j))^2, written out so that plain kappa needs no pairs.
double null_standard_error(const Weights& weights, const Margins& margins, double units) {
  double sum = 0;
  const std::size_t labels = margins.first.size();
  if (weights.kind == Weights::Kind::identity) {
    double first_mean = 0, second_mean = 0;
    for (std::size_t i = 0; i < labels; ++i) {
      const double a = margins.first_by_chance[i], b = margins.second_by_chance[i];
      sum += margins.first[i] * margins.second[i] * (1 - 2 * (a + b));
      sum += margins.first[i] * a * a + margins.second[i] * b * b;
      first_mean += margins.first[i] * a;
      second_mean += margins.second[i] * b;
    }
    sum += 2 * first_mean * second_mean;
  } else {
    for (Label i = 0; i < labels; ++i) {
      for (Label j = 0; j < labels; ++j) {
        sum += margins.first[i] * margins.second[j] *
               square(weights.at(i, j) - margins.first_by_chance[i] - margins.second_by_chance[j]);
      }
    }
  }
  return std::sqrt(std::max(0.0, sum - square(margins.expected)) / units) / (1 - margins.expected);
}

}  // namespace

CohenKappa cohen_kappa(const Confusion& table, const Weights& weights) {
  const std::uint64_t count = table.units();
  if (count == 0) {
    return {undefined_coefficient(msg::agreement_no_pairs, 0, 0, table.missing), {}, undefined(msg::agreement_no_pairs)};
  }
  const auto units = static_cast<double>(count);
  const Margins margins = margins_of(table, weights, units);
  CohenKappa result{undefined_coefficient(msg::agreement_no_variation, count, 2 * count, table.missing),
                    {},
                    undefined(msg::agreement_no_variation)};
  result.kappa.observed = defined(margins.observed);
  result.kappa.expected = defined(margins.expected);
  const double room = 1 - margins.expected;
  if (room < smallest_room) return result;
  const double kappa = (margins.observed - margins.expected) / room;
  result.kappa.value = defined(kappa);
  const double error = standard_error(table, weights, margins, kappa, units);
  result.kappa.standard_error = error;
  result.kappa.interval = Interval{kappa - normal_975 * error, kappa + normal_975 * error};
  const bool plain = weights.kind == Weights::Kind::identity;
  if (plain || table.labels <= most_weighted_labels)
    result.null_standard_error = null_standard_error(weights, margins, units);
  if (plain) {
    double most = 0;
    for (std::size_t i = 0; i < margins.first.size(); ++i) most += std::min(margins.first[i], margins.second[i]);
    result.maximum = defined((most - margins.expected) / room);
  }
  return result;
}

}  // namespace codeboom
