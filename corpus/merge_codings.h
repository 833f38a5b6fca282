// Private to merge*.cc: the codings of several files as one.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/merge_documents.h"

namespace codeboom {

struct MergedCodings {
  std::vector<Coding> added;            // by document, span, coder, code
  std::vector<Coding> changed_origins;  // there already; another file says better where it came from
  std::vector<MergeReport::PerCode> per_code;
  std::vector<Message> differences;
};

// Requires: all sides call documents as the result does.
MergedCodings merge_codings(const std::vector<MergeSide>& sides);

// Of two origins (codebook, score, chance, flags, evidence) of the same coding the one that stands, whichever
// file it is in: with a codebook above without, then the later version ("1.10" is after "1.9"), then the
// higher score. Never both ways.
bool stands_before(const Coding& a, const Coding& b);

// Names with numbers in them in the order of the numbers: "klein 1.9" < "klein 1.10".
bool natural_less(std::string_view a, std::string_view b);

}  // namespace codeboom
