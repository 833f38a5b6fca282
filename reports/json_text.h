// Text as JSON writes it.
#pragma once

#include <string>
#include <string_view>

namespace codeboom {

// With its quotes.
std::string quoted(std::string_view text);

}  // namespace codeboom
