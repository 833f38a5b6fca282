// The parts of the report on coders beside each other.
#pragma once

#include <vector>

#include "reports/disagreement_report.h"
#include "reports/kinds/kinds.h"

namespace codeboom {

// By kind, how many of them are settled, which codes stood against each other, and those with most effect in
// full.
std::vector<ReportElement> disagreements_of(const CodersCompared& compared, const DisagreementReport& found,
                                            UserLanguage language);

}  // namespace codeboom
