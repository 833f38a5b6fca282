// Krippendorff's own bootstrap of alpha: pairs of values are drawn from those observed, the expected disagreement stays.
//
// Shape   as many pairs as the data hold, unit by unit; a value below -1 counts as -1. Data without any disagreement would
//         give 1 in every sample; these say so by an interval of one point.
// Unit    alpha. About half as wide as an interval that draws units, since pairs within a unit are taken as independent:
//         a report names which of the two it shows.
// Errors  none; empty when alpha is undefined, and for more than 2^32 pairs, which nobody would wait for.
// Source  Krippendorff (2019), Content Analysis, 4th ed., sec. 12.5; the algorithm of Hayes & Krippendorff (2007),
//         Communication Methods and Measures 1, 77-89.
#pragma once

#include "engine/measure/count_bootstrap.h"
#include "engine/measure/krippendorff.h"

namespace codeboom {

Resampled krippendorff_bootstrap(const CountTable& table, const Metric& metric, const BootstrapOptions& options);

}  // namespace codeboom
