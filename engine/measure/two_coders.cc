#include "engine/measure/two_coders.h"

#include "message_keys/engine.h"

namespace codeboom {

void TwoCoders::add(bool first_says, bool second_says, std::uint64_t times) {
  if (first_says) {
    (second_says ? both : only_first) += times;
  } else {
    (second_says ? only_second : neither) += times;
  }
}

TwoCoders& TwoCoders::operator+=(const TwoCoders& other) {
  both += other.both;
  only_first += other.only_first;
  only_second += other.only_second;
  neither += other.neither;
  return *this;
}

Statistic precision(const TwoCoders& counts) {
  return ratio(static_cast<double>(counts.both), static_cast<double>(counts.first()), msg::measure_never_given);
}

Statistic recall(const TwoCoders& counts) {
  return ratio(static_cast<double>(counts.both), static_cast<double>(counts.second()), msg::measure_never_present);
}

Statistic f1(const TwoCoders& counts) {
  return ratio(2 * static_cast<double>(counts.both), static_cast<double>(counts.first() + counts.second()),
               msg::measure_neither);
}

Kappa cohen_kappa(const TwoCoders& counts) {
  const auto n = static_cast<double>(counts.units());
  if (n == 0) {
    const Statistic none = undefined(msg::measure_no_units);
    return {none, none, none};
  }
  const double first = static_cast<double>(counts.first()) / n, second = static_cast<double>(counts.second()) / n;
  const double observed = static_cast<double>(counts.both + counts.neither) / n;
  const double expected = first * second + (1 - first) * (1 - second);
  // Both coders constant and the same: from the counts, since the floating-point sum may miss 1 by a rounding.
  const bool constant = counts.both == counts.units() || counts.neither == counts.units();
  return {constant ? undefined(msg::measure_no_variation) : defined((observed - expected) / (1 - expected)),
          defined(observed), defined(expected)};
}

}  // namespace codeboom
