// The kinds of report that need more than the chosen codebook's codings: other codebooks, the machine, a crosswalk.
#pragma once

#include "app/command.h"
#include "corpus/project.h"
#include "reports/kinds/kinds.h"

namespace codeboom {

// What a kind is made of.
struct ReportSource {
  const Project& project;
  const Options& options;
  const ReportRequest& request;
  const Material& material;  // with the codebook that was chosen
  UserLanguage language;
};

Result<Report> summary_kind(const ReportSource& source);
Result<Report> checklist_kind(const ReportSource& source);
Result<Report> crosswalk_kind(const ReportSource& source);
Result<Report> goals_kind(const ReportSource& source);
Result<Report> intake_kind(const ReportSource& source);
// Of the coders that --coder names. A report that there is nothing to compare is no error.
Result<Report> comparison_kind(const ReportSource& source);

}  // namespace codeboom
