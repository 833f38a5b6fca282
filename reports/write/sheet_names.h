// What the sheets of a workbook are called.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace codeboom {

// One name a sheet, in order, out of what they should be called: at most 31 characters, none of []:*?/\, no
// apostrophe at an end, never empty, none twice whatever the case, and not the one that Excel keeps for
// itself.
std::vector<std::string> sheet_names(const std::vector<std::string>& wanted);

}  // namespace codeboom
