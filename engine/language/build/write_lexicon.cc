#include "engine/language/build/write_lexicon.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>
#include <unordered_map>

#include "engine/language/compounds.h"
#include "engine/language/lexicon.h"

namespace codeboom {
namespace {

// Strings one after the other; a string that the next one begins with is not stored again.
class TextPool {
 public:
  void add(const std::string& text) {
    if (places_.contains(text)) return;
    const bool extends = text.starts_with(last_) && !last_.empty();
    const std::size_t at = extends ? last_at_ : bytes_.size();
    bytes_.resize(at);
    bytes_ += text;
    places_[text] = at;
    last_ = text;
    last_at_ = at;
  }
  std::size_t at(const std::string& text) const { return places_.at(text); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_, last_;
  std::size_t last_at_ = 0;
  std::unordered_map<std::string, std::size_t> places_;
};

std::uint64_t hash_of(std::string_view folded) {
  std::uint64_t hash = 0;
  for (const char byte : folded) hash = hash_step(hash, static_cast<unsigned char>(byte));
  return hash_mixed(hash);
}

bool takes_linking_s(std::string_view form) {
  static constexpr std::array endings = {"ing", "heid", "teit", "schap"};
  return std::ranges::any_of(endings, [&](std::string_view ending) { return form.ends_with(ending); });
}

struct Parts {
  bool begins, begins_with_s, ends;
};

// What the sources say of the word as a part, less what is too short or too common to tell.
Parts parts_of(const Vocabulary& words, const std::string& form, const Word& word) {
  Parts parts{word.begins, word.begins_with_s, word.ends};
  for (const Link& link : word.links) {
    const Word* lemma = find_word(words, link.lemma);
    const bool nominal = link.word_class == WordClass::noun || link.word_class == WordClass::adjective;
    if (nominal && lemma != nullptr) parts.ends |= lemma->ends && (lemma->lower_case || lemma == &word);
  }
  // The word lists flag few long words: take those in, and the linking s that some endings always have.
  constexpr std::size_t telling = 6;
  if ((word.noun || word.part_only) && form.size() >= telling) {
    parts.ends = true;
    parts.begins_with_s |= takes_linking_s(form);
  }
  if (word.never_part || form.size() < 3 || !word.lower_case) return {false, false, false};
  return parts;
}

struct Layout {
  std::vector<std::uint64_t> slots;
  std::vector<std::uint32_t> readings, displays, separable, filter;
  TextPool text;
  std::unordered_map<std::string, std::uint32_t> slot_of;
};

void place_slots(const Vocabulary& words, Layout& layout) {
  layout.slots.resize(words.size() * 2);  // a miss is then found out after two or three looks
  const auto count = static_cast<std::uint32_t>(layout.slots.size());
  if (count >= 1U << slot_field::reading.width)
    throw std::runtime_error("too many words for the lexicon's format");
  for (const auto& [form, word] : words) layout.text.add(form);
  for (const auto& [form, word] : words) {
    std::uint32_t slot = hash_slot(hash_of(form), count);
    while (layout.slots[slot] != 0) slot = slot + 1 == count ? 0 : slot + 1;
    layout.slots[slot] = slot_field::length.with(slot_field::text.with(0, layout.text.at(form)), form.size());
    layout.slot_of[form] = slot;
  }
}

void set_readings(const Word& word, std::uint64_t& bits, Layout& layout) {
  std::vector<std::uint32_t> readings;
  for (const Link& link : word.links) {
    const auto lemma = layout.slot_of.find(link.lemma);
    if (lemma == layout.slot_of.end()) throw std::runtime_error("a lemma is no word: " + link.lemma);
    readings.push_back(lemma->second | static_cast<std::uint32_t>(link.word_class) << 20);
  }
  if (readings.size() == 1) {
    bits = slot_field::reading.with(bits, readings[0] & 0xFFFFF);
    bits = slot_field::word_class.with(bits, readings[0] >> 20);
    bits = slot_field::readings.with(bits, 1);
  } else if (readings.size() > 1) {
    bits = slot_field::reading.with(bits, layout.readings.size());
    bits = slot_field::readings.with(bits, 2);
    readings.back() |= last_reading;
    layout.readings.insert(layout.readings.end(), readings.begin(), readings.end());
  }
}

void fill_slots(const Vocabulary& words, Layout& layout) {
  layout.filter.assign(filter_bits / 32, 0);
  for (const auto& [form, word] : words) {
    const std::uint32_t slot = layout.slot_of.at(form);
    std::uint64_t& bits = layout.slots[slot];
    set_readings(word, bits, layout);
    const Parts parts = parts_of(words, form, word);
    bits = slot_field::name.with(bits, word.name);
    bits = slot_field::begins.with(bits, parts.begins);
    bits = slot_field::begins_with_s.with(bits, parts.begins_with_s);
    bits = slot_field::ends.with(bits, parts.ends);
    bits = slot_field::particle.with(bits, word.particle);
    bits = slot_field::infinitive.with(bits, word.infinitive);
    bits = slot_field::abbreviation.with(bits, static_cast<std::uint64_t>(word.abbreviation));
    if (parts.begins || parts.begins_with_s || parts.ends || word.particle) {
      const std::uint32_t bit = hash_filter(hash_of(form));
      layout.filter[bit / 32] |= 1U << (bit % 32);
    }
    if (word.particle_length > 0) {
      layout.separable.push_back(slot | static_cast<std::uint32_t>(word.particle_length)
                                            << particle_length_shift);
    }
  }
  std::ranges::sort(layout.separable, {},
                    [](std::uint32_t verb) { return verb & ((1U << particle_length_shift) - 1); });
}

void add_displays(const Vocabulary& words, Layout& layout) {
  std::vector<std::pair<std::uint32_t, std::uint64_t>> displays;
  for (const auto& [form, word] : words) {
    if (word.written == form || word.written.size() > longest_entry) continue;
    layout.text.add(word.written);
    const std::uint64_t place = slot_field::text.with(0, layout.text.at(word.written));
    displays.emplace_back(layout.slot_of.at(form), slot_field::length.with(place, word.written.size()));
  }
  std::ranges::sort(displays);
  for (const auto& [slot, place] : displays) {
    layout.displays.push_back(slot);
    layout.displays.push_back(static_cast<std::uint32_t>(place));
  }
}

template <class Number>
std::uint32_t append(std::vector<std::byte>& file, const std::vector<Number>& numbers) {
  file.resize((file.size() + 7) / 8 * 8);
  const auto at = static_cast<std::uint32_t>(file.size());
  const auto* bytes = reinterpret_cast<const std::byte*>(numbers.data());
  file.insert(file.end(), bytes, bytes + numbers.size() * sizeof(Number));
  return at;
}

std::span<std::uint64_t> slots_in(std::vector<std::byte>& file) {
  const auto* header = reinterpret_cast<const LexiconHeader*>(file.data());
  return {reinterpret_cast<std::uint64_t*>(file.data() + header->slots_at), header->slot_count};
}

}  // namespace

std::vector<std::byte> lay_out(const Vocabulary& words, const std::string& version) {
  Layout layout;
  place_slots(words, layout);
  fill_slots(words, layout);
  add_displays(words, layout);
  if (layout.text.bytes().size() > slot_field::text.mask())
    throw std::runtime_error("too much text for the lexicon's format");
  std::vector<std::byte> file(sizeof(LexiconHeader));
  LexiconHeader header{};
  header.magic = lexicon_magic;
  header.slot_count = static_cast<std::uint32_t>(layout.slots.size());
  header.reading_count = static_cast<std::uint32_t>(layout.readings.size());
  header.display_count = static_cast<std::uint32_t>(layout.displays.size() / 2);
  header.separable_count = static_cast<std::uint32_t>(layout.separable.size());
  header.entry_count = static_cast<std::uint32_t>(words.size());
  header.slots_at = append(file, layout.slots);
  header.readings_at = append(file, layout.readings);
  header.displays_at = append(file, layout.displays);
  header.separable_at = append(file, layout.separable);
  header.filter_at = append(file, layout.filter);
  const std::vector<char> text(layout.text.bytes().begin(), layout.text.bytes().end());
  header.text_at = append(file, text);
  header.text_size = static_cast<std::uint32_t>(text.size());
  version.copy(header.version.data(), header.version.size() - 1);
  std::memcpy(file.data(), &header, sizeof(header));
  return file;
}

void mark_whole_parts(std::vector<std::byte>& file, const Vocabulary& words) {
  const Lexicon lexicon = open_lexicon(file);
  const std::span<std::uint64_t> slots = slots_in(file);
  std::map<std::string, std::vector<std::uint32_t>> forms_of;  // of each lemma that can be a part
  for (const auto& [form, word] : words) {
    const std::uint32_t slot = find_slot(lexicon, form);
    const std::uint64_t bits = slots[slot];
    if (!(slot_field::begins.get(bits) || slot_field::begins_with_s.get(bits) || slot_field::ends.get(bits)))
      continue;
    forms_of[form].push_back(slot);
    for (const Link& link : word.links) {
      if (link.lemma != form) forms_of[link.lemma].push_back(slot);
    }
  }
  std::vector<std::string> lemmas;
  for (const auto& [lemma, forms] : forms_of) lemmas.push_back(lemma);
  std::ranges::stable_sort(lemmas, {}, &std::string::size);
  for (const std::string& lemma : lemmas) {
    const Word& word = words.at(lemma);
    const bool inflected =
        std::ranges::none_of(word.links, [&](const Link& link) { return link.lemma == lemma; });
    if (inflected && !word.whole) continue;
    if (!word.whole && divide(lexicon, lemma).count >= 2) continue;
    for (const std::uint32_t slot : forms_of[lemma]) slots[slot] = slot_field::whole.with(slots[slot], 1);
  }
}

}  // namespace codeboom
