// Private to project*.cc: the blocks of a document as the project file keeps them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace codeboom {

// Format: FORMAT.md, "Packed blocks".
std::string pack_blocks(const std::vector<Block>& blocks);

// Empty when the bytes are not what pack_blocks() writes for blocks of this text: in its order, apart, within
// it.
std::optional<std::vector<Block>> unpack_blocks(std::string_view bytes, std::string_view utf8);

}  // namespace codeboom
