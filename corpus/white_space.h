// White space around text: that of Unicode, the zero-width space and the byte order mark.
#pragma once

#include <cstddef>
#include <string_view>

namespace codeboom {

// Length of the white space at the start or the end. Unit: bytes. Bytes that are no UTF-8 are no white space.
std::size_t leading_space(std::string_view text);
std::size_t trailing_space(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace codeboom
