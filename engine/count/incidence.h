// Which labels occur in which documents, and how many labels occur in exactly so many.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace codeboom {

// The labels of one document, each once, in any order. A document without labels counts as a document.
using LabelsOfDocument = std::vector<std::uint32_t>;

struct IncidenceCounts {
  std::uint64_t documents = 0;  // T
  // One per label that was seen, ascending: in how many documents, 1 .. T.
  std::vector<std::uint64_t> occurs_in;

  std::uint64_t seen() const { return occurs_in.size(); }   // S_obs
  std::uint64_t in_exactly(std::uint64_t documents) const;  // Q1, Q2 ...
  std::uint64_t occurrences() const;                        // U: all documents of all labels added up
};
IncidenceCounts incidence_counts(std::span<const LabelsOfDocument> documents);

}  // namespace codeboom
