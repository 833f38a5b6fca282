// What the reports that count are made of: the tree with, per code, the documents that show it; from a
// project or a published study.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/published_study.h"
#include "engine/count/estimate.h"
#include "reports/kinds/kinds.h"

namespace codeboom {

struct CountedCode {
  std::string id, name;
  std::int32_t parent = -1;  // place in Counted::codes, or -1 at the top
  int level = 1;             // 1 at the top
  bool leaf = true;
  // Places in Counted::documents, ascending.
  std::vector<std::uint32_t> documents;  // that show it or a code below it
  std::vector<std::uint32_t> given;      // that show the code itself
  std::uint64_t mentions = 0;            // codings of it and of the codes below it
};

struct Counted {
  std::string title;                // of the codebook or the study
  std::vector<CountedCode> codes;   // depth first
  std::vector<Metadata> documents;  // that were coded, the base of every share
  std::uint64_t in_view = 0;        // documents that could have been coded
};

Counted counted(const Material& material, Basis basis);
// Documents are those cited, in the order of their IDs.
Counted counted(const PublishedStudy& study);

int deepest_level(const Counted& counted);
// Leaf code x document: how often any element was found in any document.
std::uint64_t pairs(const Counted& counted);

// The documents that shares are to hold for: what `population` says; the documents in view of which some were
// coded; when all were coded and nothing is said, documents like these without a limit.
enum class WholeOf { given, in_view, endless };
struct Whole {
  WholeOf of = WholeOf::endless;
  std::optional<std::uint64_t> documents;  // none: endless
};
Whole whole_of(const Counted& counted, const ReportRequest& request);

// Wilson's interval for the share of the whole.
Estimate estimated_share(const Counted& counted, const CountedCode& code, const Whole& whole);

// What stands in place of the counts when nothing has been coded.
Prose nothing_coded(const Material& material, UserLanguage language);

// What a report on a published study says of itself, after `request.made_with`.
std::vector<MadeWith> made_with_study(const Counted& counted, const ReportRequest& request);

}  // namespace codeboom
