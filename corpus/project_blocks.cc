#include "corpus/project_blocks.h"

#include <cassert>
#include <cstdint>

#include "corpus/project_database.h"

namespace codeboom {
namespace {

constexpr std::size_t number_size = 4, packed_block_size = 3 * number_size;
constexpr int level_shift = 8;

void append_number(std::string& to, std::uint32_t value) {
  for (std::size_t i = 0; i < number_size; ++i) to += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::uint32_t number_at(std::string_view bytes, std::size_t place) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < number_size; ++i) {
    value |= std::uint32_t{static_cast<unsigned char>(bytes[place + i])} << (8 * i);
  }
  return value;
}

}  // namespace

std::string pack_blocks(const std::vector<Block>& blocks) {
  std::string bytes;
  bytes.reserve(blocks.size() * packed_block_size);
  for (const Block& block : blocks) {
    assert(0 <= block.level && block.level < 1 << 24);
    append_number(bytes, static_cast<std::uint32_t>(block.kind) | static_cast<std::uint32_t>(block.level)
                                                                      << level_shift);
    append_number(bytes, block.span.begin.value);
    append_number(bytes, block.span.end.value);
  }
  return bytes;
}

std::optional<std::vector<Block>> unpack_blocks(std::string_view bytes, std::string_view utf8) {
  if (bytes.size() % packed_block_size != 0) return std::nullopt;
  std::vector<Block> blocks;
  blocks.reserve(bytes.size() / packed_block_size);
  std::uint32_t previous_end = 0;
  for (std::size_t place = 0; place < bytes.size(); place += packed_block_size) {
    const std::uint32_t kind_and_level = number_at(bytes, place);
    const std::uint32_t kind = kind_and_level & 0xFF;
    const Span span{{number_at(bytes, place + number_size)}, {number_at(bytes, place + 2 * number_size)}};
    if (kind > static_cast<std::uint32_t>(BlockKind::answer)) return std::nullopt;
    if (span.begin.value < previous_end || span.begin >= span.end || !is_within(span, utf8))
      return std::nullopt;
    blocks.push_back({static_cast<BlockKind>(kind), static_cast<int>(kind_and_level >> level_shift), span});
    previous_end = span.end.value;
  }
  return blocks;
}

}  // namespace codeboom
