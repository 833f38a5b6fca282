// The parts of the tally report beside the tally: how it was done, when and in what form, which documents.
#pragma once

#include <vector>

#include "reports/kinds/counted.h"

namespace codeboom {

// Population, sample, coders, documents coded twice, agreement, codebook and its history in this project.
std::vector<ReportElement> methods_of(const Material& material, const ReportRequest& request);

// What the shares say and of which documents; in a report with intervals and in one without.
Prose meaning_of(const Counted& counted, const Whole& whole, UserLanguage language);

// A column a year and a cloud of forms, each with its table; a sentence where the documents do not say.
std::vector<ReportElement> years_and_forms(const Counted& counted, UserLanguage language);

// Which documents they are, with how many elements each has.
std::vector<ReportElement> appendix_of(const Counted& counted, const Material& material,
                                       UserLanguage language);
// As the study lists them, and then those that it cites without listing them.
std::vector<ReportElement> appendix_of(const Counted& counted, const PublishedStudy& study,
                                       UserLanguage language);

}  // namespace codeboom
