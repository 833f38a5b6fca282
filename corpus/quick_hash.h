// Are these the same bytes as before? Asked at every start of the program, of many megabytes.
//
// Unit    128 bits as text. Nobody has a reason to forge one: what is kept as the identity of a text is SHA-256 (text.h).
// Source  XXH3 (Collet), ten times as fast.
#pragma once

#include <string>
#include <string_view>

#include "corpus/result.h"

namespace codeboom {

std::string quick_hash(std::string_view bytes);

// Of a file, which need not be in memory. Errors: those of for_each_block().
Result<std::string> quick_hash_of_file(const std::string& path);

}  // namespace codeboom
