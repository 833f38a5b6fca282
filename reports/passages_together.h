// Agreement on free passages of all codes together, as one division of the text.
//
// Shape   u, |u and cu with its coverage; per code (k)u; on request gamma and gamma-cat. Where passages of one coder with different
//         codes overlap they do not divide the text: then the alphas do not exist, and gamma does.
// Unit    characters (code points). Intervals by drawing documents; gamma has none.
// Errors  none; undefined values say why.
// Source  engine/measure/unitising.h and gamma.h. Disorders of documents are added up, each weighed by its number of passages.
#pragma once

#include <vector>

#include "reports/unit_agreement.h"

namespace codeboom {

struct PassagesTogether {
  std::vector<NamedCoefficient> coefficients;
  Statistic coverage;           // of cu
  std::vector<Coefficient> ku;  // one per code, in the order given
};

// `work` holds only codings of these codes or of codes elsewhere: rolled_up() to their level. Requires: sorted codes.
PassagesTogether passages_together(const LinedUp& work, const std::vector<std::uint32_t>& codes, Scope scope,
                                   const BootstrapOptions& bootstrap);

}  // namespace codeboom
