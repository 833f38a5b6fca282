// Coders who gave each unit a set of labels.
//
// Shape   units x coders, unit by unit; the empty set ("none of the labels") differs from no value ("did not judge").
// Unit    alpha as in krippendorff.h. The distance itself stands in the place of the squared difference.
// Errors  none; undefined as alpha is. The distance decides much of the result: a report names it.
// Source  Jaccard: 1 - |A and B| / |A or B|. MASI: Passonneau (2006), LREC, 831-836: 1 - J x M with M = 1 for equal sets, 2/3 for
//         a subset, 1/3 for an overlap. Two empty sets do not differ; an empty one differs from all others by 1. Multi-valued
//         alpha: Krippendorff & Craggs (2016), Communication Methods and Measures 10, 181-198.
#pragma once

#include <optional>
#include <vector>

#include "engine/measure/krippendorff.h"

namespace codeboom {

using LabelSet = std::vector<Label>;  // ascending, each once

struct SetRatings {
  std::uint32_t coders = 0;
  std::uint32_t labels = 0;
  std::vector<std::optional<LabelSet>> cells;

  std::size_t units() const { return coders == 0 ? 0 : cells.size() / coders; }
  friend bool operator==(const SetRatings&, const SetRatings&) = default;
};

// Is this label in the set? 1 or 0: the way to a coefficient per code.
Ratings of_label(const SetRatings& ratings, Label label);
// The same for every label at once, in one pass over the data: cheap however many labels there are.
std::vector<YesTable> yes_tables(const SetRatings& ratings);

enum class SetDistance { nominal, jaccard, masi };
double distance(const LabelSet& a, const LabelSet& b, SetDistance kind);  // 0 to 1

// Each different set as one label, for coefficients that know no sets.
struct SetsAsLabels {
  Ratings ratings;
  std::vector<LabelSet> sets;  // which set a label of these ratings is
};
SetsAsLabels sets_as_labels(const SetRatings& ratings);
Metric set_metric(std::vector<LabelSet> sets, SetDistance kind);

Coefficient krippendorff_alpha(const SetRatings& ratings, SetDistance kind);
// Chance from how often single labels occur and how large sets are, instead of from the sets that happened to be given.
Coefficient multi_valued_alpha(const SetRatings& ratings);

}  // namespace codeboom
