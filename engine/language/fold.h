// Folding into a string that is used again; fold() of words.h is the public face.
#pragma once

#include <string>
#include <string_view>

namespace codeboom {

// Replaces the content of `folded`. What folds to nothing (a lone soft hyphen) gives an empty string.
void fold_into(std::string& folded, std::string_view word);

// How many bytes of `written` fold to the first `folded_length` bytes of its folded form, as whole
// characters.
std::size_t written_length(std::string_view written, std::size_t folded_length);

}  // namespace codeboom
