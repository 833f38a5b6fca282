// The kinds of report, each made of the same material: one source file per kind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codebook/crosswalk.h"
#include "codebook/settling.h"
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

// Without --level, kinds that list the tree go down to here: below it most codes occur in few documents.
inline constexpr int usual_tree_level = 2;

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

// What the documents show of other frameworks, and which elements these lack. Requires: the material's codebook is `loaded.from`, of any
// version.
Report make_crosswalk_report(const Material& material, const LoadedCrosswalk& loaded, const ReportRequest& request);

// What is done, in sentences with their quotations: of the documents in view, of each value of `request.by`, or of one document.
struct SummaryScope {
  const Material& material;                // in view
  const Material* elsewhere = nullptr;     // the project's other documents, coded alike, to compare with
  std::optional<std::uint32_t> document{}; // place in the material: a summary of that one alone
};
Report make_summary_report(const SummaryScope& scope, const ReportRequest& request);

// What was coded with the codebooks of activities and of their features, in the same documents in the same order.
struct LobActivities {
  const Material& activities;
  const Material& features;
};
// By activity and feature: documents in which the feature was coded in the activity's paragraph or in the sentence after it.
std::vector<std::vector<std::uint64_t>> activities_with_features(const LobActivities& lob);

// Each leaf as a question to tick, with examples; beside the elements of effective LOB when there is a crosswalk from this codebook; and the
// table of LOB activities, when there is one. Requires: the crosswalk begins in the material's codebook, of any version.
Report make_checklist_report(const Material& material, const LoadedCrosswalk* crosswalk, const LobActivities* activities,
                             const ReportRequest& request);

// The goals as a tree, with how many documents pursue each and in which words.
Report make_goals_report(const Material& material, const ReportRequest& request);

// Coders beside each other, lined up, and what was settled of where they differ.
struct SettledAs {
  std::string consensus;           // the coder's name
  std::vector<Settled> documents;  // by document of the work
};
struct CodersCompared {
  const Codebook& codebook;
  const LinedUp& work;
  std::vector<std::string> others = {};  // coders of the project that are not compared
  std::vector<SettledAs> settled = {};
  std::uint32_t replicates = 1000;       // draws for the intervals
};
// How far they agree, per document and per sentence, and where they differ. Requires: two coders or more, and a document.
Report make_comparison_report(const CodersCompared& compared, const Material& material, const ReportRequest& request);
// The same when there is nothing to compare, which it says.
Report make_comparison_report(const Message& why_not, const Material& material, const ReportRequest& request);

// What a new example should tell: the questions with explanation and an example answer; or, of each document, what it tells, where, and
// what to ask; with a table of what all documents tell.
enum class IntakePart { guide, documents };
Report make_intake_report(const Material& material, IntakePart part, const ReportRequest& request);

}  // namespace codeboom
