// The parts of the report on certainty: how sure each share is, what the machine adds, what has not been seen
// yet.
#pragma once

#include <vector>

#include "engine/count/incidence.h"
#include "reports/kinds/counted.h"

namespace codeboom {

// The share of each element with two intervals, and with how many documents of the whole that are.
std::vector<ReportElement> shares_with_intervals(const Counted& counted, const ReportRequest& request);

// People's shares beside those with the help of the machine, which coded documents that people did not; or
// why there are none.
std::vector<ReportElement> shares_with_machine(const Material& material, const ReportRequest& request);

// How fast new codes stopped coming, over seeded orders of the documents, and what further documents would
// bring.
std::vector<ReportElement> saturation_of(const Counted& counted, const ReportRequest& request);

// How many codes were probably missed, what the documents cover, and how many more it takes for 90 and 95 per
// cent.
std::vector<ReportElement> missed_codes(const Counted& counted, const ReportRequest& request);

// The codes as they were given, per document.
std::vector<LabelsOfDocument> labels_of(const Counted& counted);

}  // namespace codeboom
