// Private to project*.cc.
#pragma once

#include <cstdint>

#include "corpus/coding.h"

namespace codeboom {

// Whether every span of suggestions and evidence ends at or before the end of the text.
bool lie_within(const Suggestions& suggestions, std::int64_t text_bytes);

}  // namespace codeboom
