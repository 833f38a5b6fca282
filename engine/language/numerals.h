// Numbers up to a hundred, written in digits and written out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace codeboom {

// The other ways to write this number, folded: "2" -> twee; "twaalf" -> 12; "derde" -> 3e, 3de; "2de" -> 2e,
// tweede. Empty when `word` is no number from 0 to 100 or one of its ordinals. Without its accents "een" is
// an article and none.
std::vector<std::string> other_numerals(std::string_view word);

}  // namespace codeboom
