// The unitising alpha of 1995, only to recompute what was published with it. It misjudges more than two coders and
// can rise when coders grow apart (Mathet et al. 2015); for new work there is unitising.h.
//
// Unit    observed and expected are mean squared differences as a share of the squared length.
// Errors  none. Undefined: fewer than two coders, no spans, spans of one coder with the same label that overlap.
// Source  Krippendorff (1995), Sociological Methodology 25, 47-76; Krippendorff (2004), Content Analysis, 2nd ed.,
//         p. 251-256. Of the 1995 example only A and D can be recomputed: the printed B and C hold slips of arithmetic.
#pragma once

#include <vector>

#include "engine/measure/coefficient.h"
#include "engine/measure/continuum.h"

namespace codeboom {

struct Unitising1995 {
  Coefficient overall;  // from the sums of the observed and of the expected, not the mean of the alphas
  std::vector<Coefficient> labels;
};

// Requires: no fault_in.
Unitising1995 unitising_1995(const Continuum& continuum);

}  // namespace codeboom
