// Gamma: how much better coders' spans can be aligned than spans put in the text by chance; and gamma-cat, the same
// for the labels of what was aligned.
//
// Unit    observed and expected are disorder (gamma: see best_alignment.h; gamma-cat: the share of differing labels
//         among aligned pairs, each weighed by how well it coincides). 1 for identical coders, about 0 for chance.
// Errors  none. Undefined: fewer than two coders, no spans, an alignment that is out of reach, chance without
//         disorder; gamma-cat also when no two spans are aligned.
// Source  Mathet, Widloecher & Metivier (2015), Computational Linguistics 41(3), 437-479; gamma-cat: Mathet (2017),
//         Computational Linguistics 43(3), 661-681, sec. 4.2. Chance is `shuffle`: every chance coder is a real coder,
//         drawn with replacement, whose spans are moved along the stretch from the first span to the last by a drawn
//         distance; those that leave it at the end come back at the beginning; distances differ by at least half
//         the mean length of a span, as in the authors' own program (their paper says the whole). Another sampler
//         gives another gamma: it is named wherever gamma is shown.
#pragma once

#include <cstdint>

#include "engine/measure/best_alignment.h"
#include "engine/measure/bootstrap.h"
#include "engine/measure/coefficient.h"

namespace codeboom {

struct GammaOptions {
  Dissimilarity dissimilarity;
  std::uint64_t seed = 1;
  // This many chance continua; 0: 30, and then as many more as bring the 95 % error of the expected disorder
  // under `precision` of it, at most `most_samples`.
  std::uint32_t samples = 0;
  double precision = 0.01;
  std::uint32_t most_samples = 1000;
};

struct Gamma {
  Coefficient gamma,
      gamma_cat;              // the interval tells the error of sampling chance only (IntervalKind::chance_samples)
  std::uint32_t samples = 0;  // chance continua that were compared
  std::uint32_t unitary_alignments = 0;
};

// Requires: no fault_in.
Gamma gamma_agreement(const Continuum& continuum, const GammaOptions& options);

// One continuum as chance would make it: the same number of coders. Requires: at least one span.
Continuum shuffled(const Continuum& continuum, Draw& draw);

}  // namespace codeboom
