// Gwet's AC1, and AC2 with weights: chance agreement from how hard units are to classify.
//
// Shape   as in nominal.h; the number of labels is the declared one.
// Unit    value at most 1; parts are agreement.
// Errors  none. Undefined without a unit that two coders judged, and with only one label.
// Source  Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29-48; Gwet (2014), Handbook of
//         Inter-Rater Reliability, 4th ed., ch. 5 (missing values, weights, standard error).
#pragma once

#include "engine/measure/coefficient.h"
#include "engine/measure/ratings.h"
#include "engine/measure/weights.h"

namespace codeboom {

Coefficient gwet_ac(const CountTable& table, const Weights& weights = {});

}  // namespace codeboom
