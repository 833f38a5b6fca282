// Agreement of coders who said yes or no to units, per code and for several codes together, with intervals.
//
// Shape   a row is a list of codes. Several codes are pooled: for each its own observed disagreement and its own by chance, both
//         added up over the codes, and then the coefficient. One table of all decisions would count rare and frequent codes as if
//         coders agreed on which is which. All rows share the same samples.
// Unit    as each coefficient's. What is drawn for the intervals is the caller's choice: whole documents, since sentences of one
//         document are no independent observations, or single units. No analytic standard errors, for the same reason.
// Errors  none; undefined values say why.
// Source  engine/measure/yes_no_agreement.h. Pooling: De Vries, Elliott, Kanouse & Teleki (2008), Field Methods 20(3), 272-282, for
//         kappa; here for all.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "codebook/units.h"
#include "engine/measure/count_bootstrap.h"
#include "engine/measure/yes_no_agreement.h"
#include "reports/ratings_agreement.h"

namespace codeboom {

std::optional<YesNoMeasure> measure_named(std::string_view name);
Message name_for_people(YesNoMeasure measure);
Message about(YesNoMeasure measure);
Message heading(YesNoMeasure measure);  // of a narrow column

// Of two coders Cohen's kappa, of more Fleiss'; with Scope::all every measure that so many coders allow.
std::vector<YesNoMeasure> measures_for(std::size_t coders, Scope scope);

struct CoderCount {
  std::uint64_t yes = 0, judged = 0;  // units, once per code
  friend bool operator==(const CoderCount&, const CoderCount&) = default;
};

struct RowAgreement {
  std::uint64_t units = 0;                               // judged by two or more
  std::vector<CoderCount> coders;                        // how often each said yes: prevalence and bias
  std::vector<Coefficient> measures;                     // in the order asked for
  std::optional<std::pair<double, double>> alpha_below;  // share of the draws in which alpha was under .667, and under .8
};

// How intervals come about. `drawn` says what the clusters are: IntervalKind::bootstrap_clusters or bootstrap_units.
struct Sampling {
  BootstrapOptions bootstrap;
  IntervalKind drawn = IntervalKind::bootstrap_clusters;
};

// `clusters`: what is drawn as a whole. Requires: no empty row; every measure applies to so many coders.
std::vector<RowAgreement> agreement_of(const std::vector<YesNo>& clusters, std::uint32_t coders,
                                       const std::vector<std::vector<std::uint32_t>>& rows, const std::vector<YesNoMeasure>& measures,
                                       const Sampling& sampling);

// Gives a coefficient the interval of its samples, if it has a value and they suffice.
void set_interval(Coefficient& coefficient, const Resampled& samples, const Sampling& sampling);

}  // namespace codeboom
