// Could this word of a rule be a word of a text? Only engine/match includes this.
#pragma once

#include <cstddef>
#include <string_view>

namespace codeboom {

// What a wildcard leaves to look for: hyphens, accents and invisible characters are no letters, digits are.
std::size_t letter_count(std::string_view word);

// False: the tokeniser keeps no such word, so that a term with it would silently match nothing. `word` has no
// wildcards.
bool can_be_word(std::string_view word);

}  // namespace codeboom
