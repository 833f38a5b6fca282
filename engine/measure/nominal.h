// Agreement of any number of coders: observed, and corrected for chance in the ways that the literature names.
//
// Shape   units with fewer than two values count for chance where the author says so (Fleiss, Gwet), never for agreement.
//         `Coefficient::units` are the units with at least two values.
// Unit    value at most 1; parts are agreement.
// Errors  none. Undefined: without a unit that two coders judged; where chance alone would always agree (no variation).
// Source  parts, and standard errors by linearisation over units with a t interval that stops at 1: Gwet (2014), Handbook of
//         Inter-Rater Reliability, 4th ed., ch. 2 and 5, for the coefficients of
//         Fleiss (1971) Psychological Bulletin 76, 378-382; Conger (1980) Psychological Bulletin 88, 322-328 (= Hubert 1977);
//         Brennan & Prediger (1981) EPM 41, 687-699 (= Bennett's S 1954, PABAK for two labels, Randolph 2005 for many coders);
//         Light (1971) Psychological Bulletin 76, 365-377; Scott (1955) POQ 19, 321-325; Holsti (1969).
#pragma once

#include "engine/measure/coefficient.h"
#include "engine/measure/ratings.h"
#include "engine/measure/weights.h"

namespace codeboom {

// The mean over units of the share of pairs of coders that agree.
Coefficient percent_agreement(const CountTable& table, const Weights& weights = {});
// The share of units that all coders judged, and all alike.
Coefficient unanimous_agreement(const Ratings& ratings);
// The mean over pairs of coders of the share of units on which they agree: another number when values are missing.
Coefficient pairwise_agreement(const Ratings& ratings);
// Twice the agreements over all decisions of two coders. Equals percent agreement when both judged the same units.
Coefficient holsti(const Ratings& ratings);  // requires two coders

// Chance: the labels' mean shares over units.
Coefficient fleiss_kappa(const CountTable& table, const Weights& weights = {});
// Chance: every label equally likely; `table.labels` is the declared number. Randolph's free-marginal kappa, Bennett's S.
Coefficient brennan_prediger(const CountTable& table, const Weights& weights = {});
// Chance: each pair of coders' own shares.
Coefficient conger_kappa(const Ratings& ratings, const Weights& weights = {});
// The mean of Cohen's kappa over pairs of coders, each on the units that both judged. Undefined when one of them is.
Coefficient light_kappa(const Ratings& ratings, const Weights& weights = {});
// Two coders; chance: their pooled shares on the units that both judged.
Coefficient scott_pi(const Confusion& confusion, const Weights& weights = {});
Coefficient bennett_s(const Confusion& confusion, const Weights& weights = {});

}  // namespace codeboom
