#include "corpus/quick_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "corpus/files.h"

namespace codeboom {
namespace {

std::string as_text(XXH128_hash_t hash) { return std::to_string(hash.high64) + " " + std::to_string(hash.low64); }

}  // namespace

std::string quick_hash(std::string_view bytes) { return as_text(XXH3_128bits(bytes.data(), bytes.size())); }

Result<std::string> quick_hash_of_file(const std::string& path) {
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  const auto add = [&](std::string_view block) { XXH3_128bits_update(&state, block.data(), block.size()); };
  if (auto read = for_each_block(path, default_size_limit, add); !read) return tl::unexpected(read.error());
  return as_text(XXH3_128bits_digest(&state));
}

}  // namespace codeboom
