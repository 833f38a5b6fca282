// How many labels there are that no coded document showed, and how many more documents it takes to see them.
//
// Shape   from IncidenceCounts: T documents, S_obs labels seen, Q1 of them in one document, Q2 in two,
//         U occurrences; A = (T - 1)/T.
// Errors  none. Fewer than two documents or no labels: undefined, with the reason. No label in one
//         document only: nothing seems to be missed, and no interval follows from that.
// Source  Chao (1987), Biometrics 43, 783-791; Colwell et al. (2012), Journal of Plant Ecology 5, 3-21;
//         Chao & Jost (2012), Ecology 93, 2533-2547; Chao et al. (2014), Ecological Monographs 84,
//         45-67; Chao et al. (2009), Ecology 90, 1125-1133; Chao & Lin (2012), Biometrics 68, 912-921.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/count/estimate.h"
#include "engine/count/incidence.h"

namespace codeboom {

// A lower bound of the number of labels in use, seen or not, with Chao's log-normal interval, which
// never goes below what was seen.
enum class Chao2Form {
  classic,         // S_obs + A Q1^2 / (2 Q2); the bias-corrected form when Q2 = 0
  bias_corrected,  // S_obs + A Q1 (Q1 - 1) / (2 (Q2 + 1))
};
struct Richness {
  Estimate labels;
  Statistic standard_error;
};
Richness chao2(const IncidenceCounts& counts, Chao2Form form, double level = usual_confidence);

// The same when the documents were drawn from a population of N without replacement, q = T/N: S_obs +
// Q1^2 / (2 Q2 T/(T - 1) + Q1 q/(1 - q)). No interval: its error has no closed form. Undefined also
// when the population is smaller than the sample.
Statistic chao2_of_population(const IncidenceCounts& counts, std::uint64_t population);

// What share of all occurrences of labels belongs to labels that were seen: the chance that the next
// one met is known. 1 - Q1/U B, B = (T - 1) Q1 / ((T - 1) Q1 + 2 Q2), or when Q2 = 0 B = (T - 1)(Q1 -
// 1) / ((T - 1)(Q1 - 1) + 2).
Statistic coverage(const IncidenceCounts& counts);
// Turing's simpler 1 - Q1/U, for comparison (Good 1953, Biometrika 40, 237-264).
Statistic turing_coverage(const IncidenceCounts& counts);

// After t more documents: labels, S_obs + Q0 (1 - B^t), with Q0 the labels missed by the classic form;
// and coverage, 1 - Q1/U B^(t + 1). Beyond twice the documents coded the publications advise against
// it: `far`.
struct Extrapolated {
  Statistic labels, coverage;
  bool far = false;
};
Extrapolated extrapolated(const IncidenceCounts& counts, std::uint64_t more_documents);

// The smallest number of further documents that reaches a goal by extrapolation; 0 when it is reached
// already.
struct FurtherDocuments {
  std::optional<std::uint64_t> documents;
  MessageKey gap{};  // why there is no number; meaningful only without one
  bool far = false;  // more than twice the documents coded in all
};
// Requires 0 < goal < 1.
FurtherDocuments documents_for_coverage(const IncidenceCounts& counts, double goal);
// All estimated labels but at most `missed` of them. Requires missed > 0: the last one takes for ever.
FurtherDocuments documents_for_all_but(const IncidenceCounts& counts, double missed);

}  // namespace codeboom
