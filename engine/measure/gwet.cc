#include "engine/measure/gwet.h"

#include "engine/measure/chance_corrected.h"
#include "message_keys/measure.h"

namespace codeboom {

Coefficient gwet_ac(const CountTable& table, const Weights& given) {
  Weights weights = given;
  weights.labels = table.labels;
  const ObservedAgreement observed = observed_agreement(table, weights);
  if (observed.units > 0 && table.labels < 2) {
    return undefined_coefficient(msg::agreement_one_label, observed.units, observed.values, table.missing);
  }
  const auto q = static_cast<double>(table.labels);
  const double factor = total(weights) / (q * (q - 1));
  const std::vector<double> shares = mean_shares(table);
  double expected = 0;
  for (const double share : shares) expected += factor * share * (1 - share);
  std::vector<double> of_pattern;
  of_pattern.reserve(table.patterns.size());
  for (const CountTable::Pattern& pattern : table.patterns) {
    double sum = 0;
    for (const LabelCount& count : table.of(pattern)) sum += count.coders * (1 - shares[count.label]);
    of_pattern.push_back(pattern.judged == 0 ? 0 : factor * sum / pattern.judged);
  }
  return chance_corrected(table, observed, expected, of_pattern);
}

}  // namespace codeboom
