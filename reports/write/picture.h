// SVG as PNG, for readers that know no SVG.
#pragma once

#include <string>
#include <vector>

#include "corpus/result.h"

namespace codeboom {

// One PNG a picture, `pixels` wide, on white. Made by rsvg-convert, a program of its own: linked, its library
// would cost every start of ours more than all the rest. Errors: unavailable when it is not there or fails.
Result<std::vector<std::string>> png_of(const std::vector<std::string>& svgs, int pixels);

}  // namespace codeboom
