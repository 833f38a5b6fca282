// A share of documents from people's codings of a few and the machine's of all, right whatever the
// machine does wrong.
//
// People coded n documents drawn by chance; the machine coded the same n and N more.
//
// Estimate  y + L (g - f): y and f the shares by people and by machine on the n, g by machine on the N
//           more. This is prediction-powered inference with L tuned to the data: b N/(n + N), b =
//           cov(y, f)/var(f), here cut off at 0; with yes and no b is at most 1. It equals y + b (F -
//           f), F the machine's share of all n + N, which is the regression estimator of survey
//           sampling; and, with yes and no, the shares of people's yes among the machine's yes and
//           among its no, weighted by how often the machine says each.
// Variance  of documents as from an endless source: r/n + b^2 v/(n + N), r the variance of y - b f (n -
//           2 degrees of freedom) and v that of f over all n + N. For with y = b f + e the estimate is
//           the mean of e on the n plus b F. Of exactly these n + N documents F is no chance, only
//           which n people coded is: r/n * N/(n + N - 1), as of any mean drawn without replacement.
//           Nothing left to the machine: no width. r is computed with half a document more in each of
//           the four counts: a machine that made no mistake in 65 documents can make one in the next.
//           Without it intervals of good machines are right in 60-90 % of samples instead of 95 %.
// Interval  Wilson's with as many documents as carry the same information, share (1 - share)/variance:
//           near 0 and 1 it covers better than plus and minus 1.96 standard errors. b <= 0: as without
//           the machine.
// Validity  measured by drawing samples: right in 93 to 97 %, and more when the machine hardly errs,
//           with 50 documents or more coded by people and three or more of each of people's and the
//           machine's yes and no. With less there is no interval. Weak: 91 % for a label in 5 % of the
//           documents with 50 coded; 81 % when of a rare label the machine misses one single document
//           and errs nowhere else.
// Unit      shares, 0-1.
// Errors    none. Where too little was seen: an estimate without interval, or neither, and the reason.
// Source    Angelopoulos, Bates, Fannjiang, Jordan & Zrnic (2023), Science 382, 669-674; Angelopoulos,
//           Duchi & Zrnic (2023), PPI++, arXiv 2311.01453 (power tuning); Cochran (1977), Sampling
//           Techniques, 3rd ed., ch. 7 (regression estimator); Franco, Little, Louis & Slud (2019),
//           Journal of Survey Statistics and Methodology 7, 334-364 (effective sample size in Wilson's
//           interval); Brown, Cai & DasGupta (2001), Statistical Science 16, 101-133 (half an
//           observation).
#pragma once

#include <cstdint>

#include "engine/count/estimate.h"

namespace codeboom {

// How many documents people and machine said what of. What the machine learned from these n documents
// must not have been used when it coded them (cross-validation), or it looks better on them than it is.
struct PeopleAndMachine {
  // The n documents that people coded, and the N that only the machine coded.
  std::uint64_t both = 0, only_people = 0, only_machine = 0, neither = 0;
  std::uint64_t machine_with = 0, machine_of = 0;
};

enum class Target {
  source,     // what such documents show in general
  documents,  // these n + N documents
};

struct PredictionPowered {
  Estimate powered;
  Estimate people_only;           // wilson_share of people's codings, with the same target
  Statistic tuning;               // L: 0 takes nothing from the machine
  Statistic standard_error;       // of `powered`
  Statistic effective_documents;  // so many coded by people alone give the same variance
  Statistic width_ratio;          // of the intervals, powered / people_only: below 1 is a gain
};
PredictionPowered prediction_powered(const PeopleAndMachine& counts, Target target,
                                     double level = usual_confidence);

}  // namespace codeboom
