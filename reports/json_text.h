// Text and numbers as JSON writes them.
#pragma once

#include <string>
#include <string_view>

namespace codeboom {

// With its quotes.
std::string quoted(std::string_view text);

// A number for programs, with a point and twelve digits at most: enough for every share, and free of the last
// digits that only the computer's way of counting puts there. What is no number is null.
std::string number_text(double number);

}  // namespace codeboom
