#include "corpus/document.h"

#include <algorithm>
#include <array>

namespace codeboom {
namespace {

// In the order of BlockKind.
constexpr std::array<std::string_view, 8> block_kind_names = {"title",     "heading", "paragraph", "bullet",
                                                              "table_row", "quote",   "question",  "answer"};

}  // namespace

std::string_view name_of(BlockKind kind) { return block_kind_names[static_cast<std::size_t>(kind)]; }

std::optional<BlockKind> block_kind_named(std::string_view name) {
  const auto found = std::find(block_kind_names.begin(), block_kind_names.end(), name);
  if (found == block_kind_names.end()) return std::nullopt;
  return static_cast<BlockKind>(found - block_kind_names.begin());
}

}  // namespace codeboom
