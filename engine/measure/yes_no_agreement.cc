#include "engine/measure/yes_no_agreement.h"

#include <algorithm>
#include <bit>
#include <cassert>

#include "engine/measure/chance_corrected.h"
#include "message_keys/measure.h"
#include "message_keys/unitising.h"

namespace codeboom {
namespace {

double count(std::uint64_t bits) { return std::popcount(bits); }

// Sums over units that do not ask who said what.
struct Sums {
  double units = 0;              // judged by two or more
  double disagreeing = 0;        // sum over these of the share of pairs of coders that differ
  double rated = 0, shares = 0;  // units judged by anyone; of these the share of yes
  double values = 0, yes = 0;    // in units judged by two or more
  double differing = 0;          // yes x no / (judged - 1)
  double yes_pairs = 0,
         yes_differing = 0;  // ordered pairs of judgements of which the first is yes; and the second no
};

Sums sums_of(const YesNoTable& table) {
  Sums sums;
  for (const YesNoPattern& pattern : table) {
    const double judged = count(pattern.judged), yes = count(pattern.yes),
                 times = static_cast<double>(pattern.times);
    if (judged == 0) continue;
    sums.rated += times;
    sums.shares += times * yes / judged;
    if (judged < 2) continue;
    const double differing = yes * (judged - yes);
    sums.units += times;
    sums.disagreeing += times * 2 * differing / (judged * (judged - 1));
    sums.values += times * judged;
    sums.yes += times * yes;
    sums.differing += times * differing / (judged - 1);
    sums.yes_pairs += times * yes * (judged - 1);
    sums.yes_differing += times * differing;
  }
  return sums;
}

// Two coders on the units that both judged.
struct PairCounts {
  double units = 0, first = 0, second = 0, differing = 0;
};

PairCounts pair_counts(const YesNoTable& table, std::uint32_t first, std::uint32_t second) {
  PairCounts counts;
  for (const YesNoPattern& pattern : table) {
    const auto has = [&](std::uint64_t bits, std::uint32_t coder) { return (bits >> coder & 1) != 0; };
    if (!has(pattern.judged, first) || !has(pattern.judged, second)) continue;
    const auto times = static_cast<double>(pattern.times);
    const bool one = has(pattern.yes, first), other = has(pattern.yes, second);
    counts.units += times;
    counts.first += one ? times : 0;
    counts.second += other ? times : 0;
    counts.differing += one != other ? times : 0;
  }
  return counts;
}

double differ_by_chance(double first, double second) { return first * (1 - second) + second * (1 - first); }

YesNoParts cohen_parts(const PairCounts& counts) {
  if (counts.units == 0) return {};
  return {counts.differing / counts.units,
          differ_by_chance(counts.first / counts.units, counts.second / counts.units)};
}

// Each pair of coders' own shares, of the units that each judged.
double conger_expected(const YesNoTable& table, std::uint32_t coders) {
  std::vector<double> shares;
  for (std::uint32_t coder = 0; coder < coders; ++coder) {
    double judged = 0, yes = 0;
    for (const YesNoPattern& pattern : table) {
      if ((pattern.judged >> coder & 1) != 0) judged += static_cast<double>(pattern.times);
      if ((pattern.yes >> coder & 1) != 0) yes += static_cast<double>(pattern.times);
    }
    if (judged > 0) shares.push_back(yes / judged);
  }
  double sum = 0, pairs = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    for (std::size_t j = i + 1; j < shares.size(); ++j, ++pairs)
      sum += differ_by_chance(shares[i], shares[j]);
  }
  return pairs == 0 ? 0 : sum / pairs;
}

YesNoParts scott_parts(const PairCounts& counts) {
  if (counts.units == 0) return {};
  const double share = (counts.first + counts.second) / (2 * counts.units);
  return {counts.differing / counts.units, 2 * share * (1 - share)};
}

void add_pairs(std::uint32_t coders, const YesNoTable& table, std::span<YesNoParts> sum) {
  std::size_t place = 0;
  for (std::uint32_t first = 0; first < coders; ++first) {
    for (std::uint32_t second = first + 1; second < coders; ++second)
      sum[place++] += cohen_parts(pair_counts(table, first, second));
  }
}

}  // namespace

std::string_view name_of(YesNoMeasure measure) {
  constexpr std::string_view names[] = {"percent_agreement",  "cohen_kappa",        "fleiss_kappa",
                                        "krippendorff_alpha", "positive_agreement", "gwet_ac1",
                                        "scott_pi",           "bennett_s",          "conger_kappa",
                                        "light_kappa",        "randolph_kappa"};
  return names[static_cast<std::size_t>(measure)];
}

bool applies(YesNoMeasure measure, std::uint32_t coders) {
  const bool for_two = measure == YesNoMeasure::cohen_kappa || measure == YesNoMeasure::scott_pi ||
                       measure == YesNoMeasure::bennett_s;
  return coders == 2 || !for_two;
}

std::size_t part_count(YesNoMeasure measure, std::uint32_t coders) {
  return measure == YesNoMeasure::light_kappa ? std::size_t{coders} * (coders - 1) / 2 : 1;
}

void add_parts(YesNoMeasure measure, std::uint32_t coders, const YesNoTable& table,
               std::span<YesNoParts> sum) {
  assert(sum.size() == part_count(measure, coders) && applies(measure, coders));
  if (measure == YesNoMeasure::light_kappa) return add_pairs(coders, table, sum);
  if (measure == YesNoMeasure::cohen_kappa) return void(sum[0] += cohen_parts(pair_counts(table, 0, 1)));
  if (measure == YesNoMeasure::scott_pi) return void(sum[0] += scott_parts(pair_counts(table, 0, 1)));
  const Sums sums = sums_of(table);
  if (sums.units == 0) return;
  const double observed = sums.disagreeing / sums.units, share = sums.shares / sums.rated;
  switch (measure) {
    case YesNoMeasure::percent_agreement:
      sum[0] += {observed, 1};
      break;
    case YesNoMeasure::fleiss_kappa:
      sum[0] += {observed, 2 * share * (1 - share)};
      break;
    case YesNoMeasure::krippendorff_alpha:
      sum[0] += {2 * sums.differing / sums.values,
                 2 * sums.yes * (sums.values - sums.yes) / (sums.values * (sums.values - 1))};
      break;
    case YesNoMeasure::positive_agreement:
      sum[0] += {sums.yes_differing, sums.yes_pairs};
      break;
    case YesNoMeasure::gwet_ac1:
      sum[0] += {observed, 1 - 2 * share * (1 - share)};
      break;
    case YesNoMeasure::conger_kappa:
      sum[0] += {observed, conger_expected(table, coders)};
      break;
    default:  // S and Randolph: yes and no are equally likely
      sum[0] += {observed, 0.5};
  }
}

Statistic value_of(YesNoMeasure measure, std::span<const YesNoParts> sum) {
  double value = 0;
  for (const YesNoParts& part : sum) {
    if (part.expected == 0) {
      return undefined(measure == YesNoMeasure::positive_agreement  ? msg::unitising_label_unused
                       : measure == YesNoMeasure::percent_agreement ? msg::agreement_no_pairs
                       : sum.size() > 1                             ? msg::agreement_pair_undefined
                                                                    : msg::agreement_no_variation);
    }
    value += 1 - part.observed / part.expected;
  }
  return sum.empty() ? undefined(msg::agreement_no_pairs) : defined(value / static_cast<double>(sum.size()));
}

Coefficient yes_no_agreement(YesNoMeasure measure, std::uint32_t coders, std::span<const YesNoTable> labels) {
  Coefficient result = undefined_coefficient(msg::agreement_no_pairs, 0, 0, 0);
  for (const YesNoTable& table : labels) {
    std::uint64_t units = 0;
    for (const YesNoPattern& pattern : table) {
      const auto judged = static_cast<std::uint64_t>(std::popcount(pattern.judged));
      units += judged < 2 ? 0 : pattern.times;
      result.values += judged < 2 ? 0 : judged * pattern.times;
      result.missing += (coders - judged) * pattern.times;
    }
    result.units = std::max(result.units, units);
  }
  if (result.units == 0 || !applies(measure, coders)) return result;
  std::vector<YesNoParts> sum(part_count(measure, coders));
  for (const YesNoTable& table : labels) add_parts(measure, coders, table, sum);
  result.value = value_of(measure, sum);
  const auto count = static_cast<double>(labels.size());
  switch (measure) {
    case YesNoMeasure::percent_agreement:
    case YesNoMeasure::positive_agreement:
      result.observed = result.value;
      result.expected = undefined(msg::agreement_no_chance);
      break;
    case YesNoMeasure::light_kappa:
      result.observed = result.expected = undefined(msg::agreement_no_parts);
      break;
    case YesNoMeasure::krippendorff_alpha:
      result.parts = Parts::disagreement;
      result.observed = defined(sum[0].observed / count);
      result.expected = defined(sum[0].expected / count);
      break;
    default:
      result.observed = defined(1 - sum[0].observed / count);
      result.expected = defined(1 - sum[0].expected / count);
  }
  return result;
}

}  // namespace codeboom
