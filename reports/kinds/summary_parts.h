// What a summary is made of before it is written: its parts, what to bring forward, and what differs from other documents.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "reports/kinds/kinds.h"

namespace codeboom {

// Fewer than this on either side and nothing is said about differences.
inline constexpr std::uint64_t least_documents_to_compare = 10;

struct SummaryPart {
  std::string name;                      // the value that its documents share; empty for the whole
  std::vector<std::uint32_t> documents;  // coded ones, places in the material, ascending
  // By code: documents in which it was found, in which it is said to be done (quotes.h), and documents elsewhere.
  std::vector<std::uint64_t> all, done, elsewhere;
  bool compared = false;                 // there is an elsewhere
  std::uint64_t elsewhere_documents = 0;
};

// One document; or a part per value of each field in `request.by`, compared with the documents that have another value; or the whole,
// compared with `scope.elsewhere` when there is one.
std::vector<SummaryPart> summary_parts(const SummaryScope& scope, const ReportRequest& request);

// Documents in view that have no value in one of the fields in `request.by`.
std::uint64_t documents_without(const ReportRequest& request, const Material& material);

std::uint32_t top_of(const Codebook& codebook, std::uint32_t code);

// At most `budget` leaves that are done somewhere, in tree order: the top codes take turns, each with the leaf that is done in most documents.
std::vector<std::uint32_t> highlights(const Codebook& codebook, const SummaryPart& part, std::size_t budget);

// Of `codes`, those clearly found more and less often than elsewhere, the largest difference first: at least twenty percentage points,
// and three standard errors of the difference, which is far more than what happens by chance with so many codes.
std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>> differences(const SummaryPart& part, const std::vector<std::uint32_t>& codes);

// "vb-03. Sector: mbo. Jaar: 2023."
std::string facts_of(const Metadata& metadata, UserLanguage language);

}  // namespace codeboom
