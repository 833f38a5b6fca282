// Looks words up in the lexicon, which is read where it lies: nothing is parsed or copied.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "engine/language/lexicon_format.h"

namespace codeboom {

struct Reading {
  std::uint32_t lemma = 0;  // its slot
  WordClass word_class = WordClass::other;
  friend bool operator==(const Reading&, const Reading&) = default;
};

// A view; the bytes must outlive it.
struct Lexicon {
  const LexiconHeader* header = nullptr;
  std::span<const std::uint64_t> slots;
  std::span<const std::uint32_t> readings;
  std::span<const std::uint32_t> displays;
  std::span<const std::uint32_t> separable;
  std::span<const std::uint32_t> filter;
  const char* text = nullptr;
};

// Requires: the bytes were written by build_lexicon and are aligned to 8.
Lexicon open_lexicon(std::span<const std::byte> bytes);

// The one linked into the program.
const Lexicon& lexicon();

constexpr std::uint32_t no_slot = 0xFFFFFFFF;
// `folded` is a folded word; `hash` is what hash_step makes of its bytes, from 0.
std::uint32_t find_slot(const Lexicon& lexicon, std::string_view folded);
std::uint32_t find_slot(const Lexicon& lexicon, std::string_view folded, std::uint64_t hash);

// False: no part of a compound and no particle of a verb has this hash.
inline bool may_be_part(const Lexicon& lexicon, std::uint64_t hash) {
  const std::uint32_t bit = hash_filter(hash_mixed(hash));
  return (lexicon.filter[bit / 32] >> (bit % 32) & 1U) != 0;
}

// The hashes of all pieces of a word, from those of its beginnings. Requires: no more than longest_entry bytes.
class PieceHashes {
 public:
  explicit PieceHashes(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i) beginnings_[i + 1] = hash_step(beginnings_[i], static_cast<unsigned char>(word[i]));
  }
  std::uint64_t of(std::size_t from, std::size_t to) const { return beginnings_[to] - beginnings_[from] * powers[to - from]; }

 private:
  static constexpr auto powers = [] {
    std::array<std::uint64_t, longest_entry + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * hash_base;
    return powers;
  }();
  std::array<std::uint64_t, longest_entry + 1> beginnings_{};
};

std::string_view folded_word(const Lexicon& lexicon, std::uint32_t slot);
// As the dictionary writes it: accents and capitals kept.
std::string_view written_word(const Lexicon& lexicon, std::uint32_t slot);

// Calls visit(Reading) for each reading of the word, in the order of their lemmas.
template <class Visit>
void for_each_reading(const Lexicon& lexicon, std::uint32_t slot, Visit visit) {
  const std::uint64_t bits = lexicon.slots[slot];
  const std::uint32_t kind = slot_field::readings.get(bits);
  if (kind == 0) return;
  const std::uint32_t first = slot_field::reading.get(bits);
  if (kind == 1) return visit(Reading{first, static_cast<WordClass>(slot_field::word_class.get(bits))});
  for (std::uint32_t i = first;; ++i) {
    const std::uint32_t reading = lexicon.readings[i];
    visit(Reading{reading & 0xFFFFF, static_cast<WordClass>(reading >> 20 & 3)});
    if (reading & last_reading) return;
  }
}

// The reading of this class, or nothing.
std::optional<Reading> reading_of(const Lexicon& lexicon, std::uint32_t slot, WordClass word_class);

// Bytes of the particle when the slot is a separable infinitive, otherwise 0.
std::size_t particle_length(const Lexicon& lexicon, std::uint32_t slot);

}  // namespace codeboom
