// Cohen's kappa of two coders, plain or weighted, on the units that both judged.
//
// Unit    -1 to 1; parts are agreement.
// Errors  none. Undefined: no unit that both judged; both coders always say the same one thing (no variation). When only one
//         of them varies, kappa is 0.
// Source  Cohen (1960), EPM 20, 37-46 (kappa, its maximum with these margins); Cohen (1968), Psychological Bulletin 70,
//         213-220 (weights); Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, 323-327 (standard errors; the interval
//         is value +/- 1.96 of them).
#pragma once

#include <optional>

#include "engine/measure/coefficient.h"
#include "engine/measure/ratings.h"
#include "engine/measure/weights.h"

namespace codeboom {

struct CohenKappa {
  Coefficient kappa;
  // If the true kappa were 0: z = value / this. With weights it looks at all pairs of labels: none for more than 2,000.
  std::optional<double> null_standard_error;
  Statistic maximum;                          // with these margins; only without weights
};

CohenKappa cohen_kappa(const Confusion& confusion, const Weights& weights = {});

}  // namespace codeboom
