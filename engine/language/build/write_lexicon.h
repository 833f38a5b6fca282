// Lays the vocabulary out as the file that the program maps.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/language/build/vocabulary.h"

namespace codeboom {

// Requires: settle_links was called.
std::vector<std::byte> lay_out(const Vocabulary& words, const std::string& version);

// Sets in the file which parts of compounds are whole: all that do not divide into smaller ones.
void mark_whole_parts(std::vector<std::byte>& file, const Vocabulary& words);

}  // namespace codeboom
