// Divides a compound into parts that the lexicon knows.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/language/lexicon.h"

namespace codeboom {

struct CompoundPart {
  std::uint8_t begin = 0, end = 0;  // bytes of the folded word, without the linking s
  std::uint32_t slot = 0;
};

// The fewest parts, and none of them divisible; empty when the word is no compound, or cannot be told.
struct Compound {
  std::array<CompoundPart, 10> parts;
  std::size_t count = 0;
  std::span<const CompoundPart> all() const { return std::span(parts).first(count); }
};

// `folded` has no hyphens. A word of which the lexicon says that it is whole is divided all the same: ask
// `whole` first.
Compound divide(const Lexicon& lexicon, std::string_view folded);

}  // namespace codeboom
