// The package that ODT and DOCX are: files in one, with the same bytes every time.
#pragma once

#include <string>
#include <vector>

#include "corpus/result.h"

namespace codeboom {

enum class Packing { stored, deflated };

struct PackedFile {
  std::string name, bytes;
  Packing packing = Packing::deflated;
};

// In the order given, dated 1 January 1980. Errors: unavailable.
Result<std::string> packed(const std::vector<PackedFile>& files);

}  // namespace codeboom
