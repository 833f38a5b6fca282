// The parts of the report with crosstabs: elements by a field of the documents or by coder, and codes that
// occur together.
#pragma once

#include <vector>

#include "reports/kinds/counted.h"

namespace codeboom {

// A share that rests on fewer documents than this is marked as small.
constexpr std::uint64_t small_base = 10;

// Elements crossed with something that documents are known by.
struct Crossing {
  std::string key;   // "sector", "coder"
  std::string name;  // for people
  struct Column {
    std::string value;            // for people
    std::uint64_t documents = 0;  // the base of its shares
    bool known = true;            // false: the documents of which nothing is known
  };
  std::vector<Column> columns;  // the unknown one last
  std::vector<std::vector<std::uint64_t>>
      n;                     // by code, then column: documents of the column that show the code
  bool overlapping = false;  // a document stands in more than one column
  std::uint64_t joined = 0;  // values that were taken together in the last known column
};
Crossing crossed_with(const Counted& counted, MetadataField field, UserLanguage language);
// By who coded: the documents that each of the people coded, and what that one found in them.
Crossing crossed_with_coders(const Counted& counted, const Material& material, UserLanguage language);

// How many columns of known value have documents.
std::size_t groups_in(const Crossing& crossing);

// Counts, shares with intervals, a heat map, a test of difference where one is valid, and every cell with all
// its percentages.
std::vector<ReportElement> section_of(const Counted& counted, const Crossing& crossing,
                                      const ReportRequest& request);

// Which codes occur in the same document, and in the same sentence: a matrix of the most frequent, and pairs
// with lift.
std::vector<ReportElement> together_in(const Counted& counted, const Material& material,
                                       const ReportRequest& request);

}  // namespace codeboom
