// What people who coded the same documents found in them: the sentence on agreement in a report's methods.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/measure/coefficient.h"
#include "reports/kinds/kinds.h"

namespace codeboom {

// Each document that two or more of the people coded, by each element (a leaf of the tree) that one of them
// gave there or elsewhere among these documents: does it occur in it or not? Pooled over elements by their
// own shares, as `codeboom agree` does.
struct DoubleCoding {
  std::uint64_t documents = 0, elements = 0;
  Coefficient alpha, agreement;  // Krippendorff's alpha; the share of equal judgements
};
// Requires: at most 64 people.
DoubleCoding double_coding(const Material& material);

// How many documents were coded twice, and how alike; that none were, when none were.
std::vector<Prose> agreement_in_words(const Material& material, UserLanguage language);

}  // namespace codeboom
