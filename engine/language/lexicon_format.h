// The lexicon's file: written by build/, linked into the program, read in place.
//
// Layout, all numbers in the byte order of the machine that builds (it is never carried to another one):
//   LexiconHeader | slots: 64 bits each | readings: 32 bits each | displays: 2 x 32 bits, by slot |
//   separable verbs: 32 bits each, by slot | filter of compound parts | text
// A slot is one folded word in an open-addressing table, or 0. A word is named by the number of its slot.
#pragma once

#include <array>
#include <cstdint>

namespace codeboom {

enum class WordClass : std::uint8_t { noun, verb, adjective, other };

// What a full stop after this word means; `slash` marks words that keep their "/" (t/m).
enum class Abbreviation : std::uint8_t { none, never_ends, may_end, before_number, after_et, month, slash };

struct LexiconHeader {
  std::array<char, 8> magic;
  std::uint32_t slot_count, reading_count, display_count, separable_count;
  std::uint32_t slots_at, readings_at, displays_at, separable_at, filter_at,
      text_at;  // bytes from the header
  std::uint32_t text_size;
  std::uint32_t entry_count;
  std::array<char, 48> version;  // zero-terminated
};
constexpr std::array<char, 8> lexicon_magic = {'c', 'b', 'l', 'e', 'x', '0', '0', '1'};

constexpr std::uint32_t filter_bits = 1U << 20;
constexpr std::size_t longest_entry = 63;

// The fields of a slot.
struct SlotField {
  int shift, width;
  constexpr std::uint64_t mask() const { return (std::uint64_t{1} << width) - 1; }
  constexpr std::uint32_t get(std::uint64_t slot) const {
    return static_cast<std::uint32_t>((slot >> shift) & mask());
  }
  constexpr std::uint64_t with(std::uint64_t slot, std::uint64_t value) const {
    return (slot & ~(mask() << shift)) | ((value & mask()) << shift);
  }
};
namespace slot_field {
constexpr SlotField text{0, 23};      // where its folded form stands
constexpr SlotField length{23, 6};    // of the form; 0 only in an empty slot
constexpr SlotField reading{29, 20};  // a slot, or where the readings start
constexpr SlotField word_class{49, 2};
constexpr SlotField readings{51, 2};       // 0: none, 1: one, in this slot; 2: a run in the readings
constexpr SlotField name{53, 1};           // also a proper name
constexpr SlotField begins{54, 1};         // can be a part of a compound that others follow
constexpr SlotField begins_with_s{55, 1};  // the same, with a linking s
constexpr SlotField ends{56, 1};           // can be the last part
constexpr SlotField whole{57, 1};          // as a part it is not divided further
constexpr SlotField particle{58, 1};       // of separable verbs
constexpr SlotField infinitive{59, 1};
constexpr SlotField abbreviation{60, 3};
}  // namespace slot_field

// One of several readings: bits 0-19 slot, 20-21 word class, 31 last of the run.
constexpr std::uint32_t last_reading = 1U << 31;

// A separable verb: bits 0-23 slot of the infinitive, 24-31 bytes of its particle.
constexpr int particle_length_shift = 24;

// The hash of a part of a word follows from the hashes of its beginnings: h(a+b) = h(a) * base^|b| + h(b).
constexpr std::uint64_t hash_base = 0x9E3779B97F4A7C15;
constexpr std::uint64_t hash_step(std::uint64_t hash, unsigned char byte) {
  return hash * hash_base + byte + 1;
}
constexpr std::uint64_t hash_mixed(std::uint64_t hash) { return (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9; }
constexpr std::uint32_t hash_slot(std::uint64_t mixed, std::uint32_t slot_count) {
  return static_cast<std::uint32_t>(((mixed >> 32) * slot_count) >> 32);
}
constexpr std::uint32_t hash_filter(std::uint64_t mixed) {
  return static_cast<std::uint32_t>(mixed) & (filter_bits - 1);
}

}  // namespace codeboom
