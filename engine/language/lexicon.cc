#include "engine/language/lexicon.h"

#include <algorithm>
#include <cassert>

namespace codeboom {
namespace {

template <class Number>
std::span<const Number> numbers(const std::byte* at, std::size_t count) {
  return {reinterpret_cast<const Number*>(at), count};
}

}  // namespace

Lexicon open_lexicon(std::span<const std::byte> bytes) {
  const std::byte* base = bytes.data();
  const auto* header = reinterpret_cast<const LexiconHeader*>(base);
  assert(header->magic == lexicon_magic);
  return {.header = header,
          .slots = numbers<std::uint64_t>(base + header->slots_at, header->slot_count),
          .readings = numbers<std::uint32_t>(base + header->readings_at, header->reading_count),
          .displays = numbers<std::uint32_t>(base + header->displays_at, header->display_count * 2),
          .separable = numbers<std::uint32_t>(base + header->separable_at, header->separable_count),
          .filter = numbers<std::uint32_t>(base + header->filter_at, filter_bits / 32),
          .text = reinterpret_cast<const char*>(base + header->text_at)};
}

std::string_view folded_word(const Lexicon& lexicon, std::uint32_t slot) {
  const std::uint64_t bits = lexicon.slots[slot];
  return {lexicon.text + slot_field::text.get(bits), slot_field::length.get(bits)};
}

std::uint32_t find_slot(const Lexicon& lexicon, std::string_view folded) {
  if (folded.size() > longest_entry) return no_slot;
  std::uint64_t hash = 0;
  for (const char byte : folded) hash = hash_step(hash, static_cast<unsigned char>(byte));
  return find_slot(lexicon, folded, hash);
}

std::uint32_t find_slot(const Lexicon& lexicon, std::string_view folded, std::uint64_t hash) {
  const auto count = static_cast<std::uint32_t>(lexicon.slots.size());
  for (std::uint32_t slot = hash_slot(hash_mixed(hash), count);; slot = slot + 1 == count ? 0 : slot + 1) {
    const std::uint64_t bits = lexicon.slots[slot];
    if (bits == 0) return no_slot;
    if (slot_field::length.get(bits) != folded.size()) continue;
    if (folded_word(lexicon, slot) == folded) return slot;
  }
}

std::string_view written_word(const Lexicon& lexicon, std::uint32_t slot) {
  std::size_t low = 0, high = lexicon.displays.size() / 2;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (lexicon.displays[2 * middle] < slot) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (2 * low == lexicon.displays.size() || lexicon.displays[2 * low] != slot)
    return folded_word(lexicon, slot);
  const std::uint64_t place = lexicon.displays[2 * low + 1];
  return {lexicon.text + slot_field::text.get(place), slot_field::length.get(place)};
}

std::optional<Reading> reading_of(const Lexicon& lexicon, std::uint32_t slot, WordClass word_class) {
  std::optional<Reading> found;
  for_each_reading(lexicon, slot, [&](Reading reading) {
    // A word that is its own lemma is preferred: "gegevens" before "gegeven".
    if (reading.word_class == word_class && (!found || reading.lemma == slot)) found = reading;
  });
  return found;
}

std::size_t particle_length(const Lexicon& lexicon, std::uint32_t slot) {
  constexpr std::uint32_t slot_mask = (1U << particle_length_shift) - 1;
  const auto found = std::ranges::lower_bound(lexicon.separable, slot, {},
                                              [](std::uint32_t verb) { return verb & slot_mask; });
  if (found == lexicon.separable.end() || (*found & slot_mask) != slot) return 0;
  return *found >> particle_length_shift;
}

}  // namespace codeboom
