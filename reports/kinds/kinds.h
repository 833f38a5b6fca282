// The kinds of report, each made of the same material: one source file per kind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/published_study.h"
#include "reports/kinds/material.h"
#include "reports/report.h"
#include "reports/tally.h"

namespace codeboom {

// What a user asked for. A kind that has no use for a field ignores it; the command refuses options that no chosen kind uses.
struct ReportRequest {
  UserLanguage language = UserLanguage::nl;
  std::vector<MetadataField> by;      // crossed with; empty: what the kind does by itself
  bool by_coder = false;              // and with who coded
  std::optional<int> level;           // of the tree; empty: what the kind does by itself
  std::optional<std::uint64_t> population;  // documents that there are in all; empty: those in the project
  std::uint64_t seed = 1;             // of everything that is drawn
  std::string condition;              // what limits the documents in view, as the user put it; empty: nothing
  std::vector<MadeWith> made_with;    // the data, the program, the command: the kind adds its own settings
};

// What every report on coded documents says of itself: the codebook, whose codings count, the documents in view; after `request.made_with`.
std::vector<MadeWith> made_with(const Material& material, const ReportRequest& request);

// The sentence that says whose codings these are; with a warning where they are a machine's suggestions.
Prose whose_codings(const Material& material, const ReportRequest& request);

// The kinds ------------------------------------------------------------------------------------------------------

Report make_tally_report(const Material& material, const ReportRequest& request);
Report make_tally_report(const PublishedStudy& study, const ReportRequest& request);
Report make_crosstab_report(const Material& material, const ReportRequest& request);
Report make_certainty_report(const Material& material, const ReportRequest& request);
Report make_certainty_report(const PublishedStudy& study, const ReportRequest& request);

}  // namespace codeboom
