// Agreement of coders who said yes or no to the same units, for one label or for several labels together.
//
// Every coefficient here is 1 - observed / expected disagreement, and both are sums over labels: so several
// labels are pooled by averaging what was observed and what chance would give, each label by its own shares.
// A label that nobody gave then weighs nothing where chance follows from the shares, while one table of all
// decisions would count rare and frequent labels as if coders had agreed on which is which. Positive
// agreement pools counts instead: 2 both / (first + second) over all labels.
//
// Shape   patterns of units: who judged and who said yes, bit by bit, and how often; any order, repeats are
// allowed. Coders are the
//         bits 0 .. coders - 1. Tables of several labels cover the same units.
// Unit    value at most 1; `observed` and `expected` as reported are agreement, for alpha disagreement.
// `units` are those that two or
//         more judged.
// Errors  none. Undefined: no unit that two judged; no variation; positive agreement when nobody said yes;
// Cohen, Scott and S for
//         other than two coders; Light when a pair has no variation.
// Source  De Vries, Elliott, Kanouse & Teleki (2008), Field Methods 20(3), 272-282 (pooled kappa). Positive
// agreement: Fleiss (1975),
//         Biometrics 31, 651-659, of many coders as pairs of judgements. The others as nominal.h, gwet.h and
//         krippendorff.h, which these agree with on two labels.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "engine/measure/coefficient.h"

namespace codeboom {

struct YesNoPattern {
  std::uint64_t judged = 0, yes = 0;
  std::uint64_t times = 0;
  friend bool operator==(const YesNoPattern&, const YesNoPattern&) = default;
};
using YesNoTable = std::vector<YesNoPattern>;

enum class YesNoMeasure {
  percent_agreement,
  cohen_kappa,
  fleiss_kappa,
  krippendorff_alpha,
  positive_agreement,
  gwet_ac1,
  scott_pi,
  bennett_s,
  conger_kappa,
  light_kappa,
  randolph_kappa
};
inline constexpr std::array<YesNoMeasure, 11> yes_no_measures = {
    YesNoMeasure::percent_agreement,  YesNoMeasure::cohen_kappa,        YesNoMeasure::fleiss_kappa,
    YesNoMeasure::krippendorff_alpha, YesNoMeasure::positive_agreement, YesNoMeasure::gwet_ac1,
    YesNoMeasure::scott_pi,           YesNoMeasure::bennett_s,          YesNoMeasure::conger_kappa,
    YesNoMeasure::light_kappa,        YesNoMeasure::randolph_kappa};
std::string_view name_of(YesNoMeasure measure);  // as the enumerators are called

// Does it exist for so many coders?
bool applies(YesNoMeasure measure, std::uint32_t coders);

Coefficient yes_no_agreement(YesNoMeasure measure, std::uint32_t coders, std::span<const YesNoTable> labels);

// The same in steps, for samples: what a label adds can be added up over labels.
struct YesNoParts {
  double observed = 0, expected = 0;  // disagreement
  YesNoParts& operator+=(const YesNoParts& other) {
    observed += other.observed;
    expected += other.expected;
    return *this;
  }
};
// How many parts a measure has: one per pair of coders for Light, else 1.
std::size_t part_count(YesNoMeasure measure, std::uint32_t coders);
// Adds what one label has to `sum`. Requires: as many as part_count.
void add_parts(YesNoMeasure measure, std::uint32_t coders, const YesNoTable& table,
               std::span<YesNoParts> sum);
Statistic value_of(YesNoMeasure measure, std::span<const YesNoParts> sum);

}  // namespace codeboom
