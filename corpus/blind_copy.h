// One coder's share of a sample as a project file of its own.
#pragma once

#include <string>
#include <vector>

#include "corpus/project.h"

namespace codeboom {

struct BlindCopy {
  std::string coder;
  std::vector<std::string> documents;  // ids, in the order in which they are to be coded
  std::int64_t sample = 0;             // RecordedSample::number
};

// A new file with these documents, all codebook versions, and what this coder already coded and noted there.
// Nothing of others, nothing of the machine, and not which documents somebody else codes too. It depends on
// nothing but the project and `copy`: no clock, so that the same copy has the same bytes. Errors: conflict
// when the file exists; not_found (document); unavailable. Nothing is left behind after an error.
Result<void> write_blind_copy(const Project& project, const BlindCopy& copy, const std::string& path);

}  // namespace codeboom
