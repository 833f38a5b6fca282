// Two coders who each said yes or no to the same units, for one label: the four counts and what follows from them.
//
// Unit    no unit: 0 to 1; Cohen's kappa -1 to 1.
// Errors  none. Undefined: precision when the first coder never says yes, recall when the second never does, F1 when neither
//         does, kappa when there are no units or when both always say the same one thing (no variation).
// Source  Cohen (1960), Educational and Psychological Measurement 20(1), 37-46; F1: van Rijsbergen (1979), Information
//         Retrieval, ch. 7, equal to positive specific agreement (Fleiss 1975, Biometrics 31, 651-659).
#pragma once

#include <cstdint>

#include "engine/measure/statistic.h"

namespace codeboom {

struct TwoCoders {
  std::uint64_t both = 0, only_first = 0, only_second = 0, neither = 0;

  std::uint64_t units() const { return both + only_first + only_second + neither; }
  std::uint64_t first() const { return both + only_first; }
  std::uint64_t second() const { return both + only_second; }

  void add(bool first_says, bool second_says, std::uint64_t times = 1);
  TwoCoders& operator+=(const TwoCoders& other);
  friend bool operator==(const TwoCoders&, const TwoCoders&) = default;
};

// The second coder is the one compared with.
Statistic precision(const TwoCoders& counts);
Statistic recall(const TwoCoders& counts);
Statistic f1(const TwoCoders& counts);

// With its parts: what was observed and what chance would give.
struct Kappa {
  Statistic kappa;
  Statistic observed, expected;
};
Kappa cohen_kappa(const TwoCoders& counts);

}  // namespace codeboom
