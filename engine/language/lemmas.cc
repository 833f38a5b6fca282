#include "engine/language/lemmas.h"

#include <algorithm>

#include "engine/language/compounds.h"
#include "engine/language/guess.h"

namespace codeboom {

void LemmaCandidates::add(const LemmaCandidate& candidate) {
  if (count == all.size() || std::ranges::find(found(), candidate) != found().end()) return;
  all[count++] = candidate;
}

namespace {

constexpr std::size_t longest_particle = 12;
constexpr std::size_t shortest_last_part = 4, shortest_before = 3;

bool is_nominal(WordClass word_class) {
  return word_class == WordClass::noun || word_class == WordClass::adjective;
}

struct Search {
  const Lexicon& lexicon;
  std::string_view word;
  bool capital;
  LemmaCandidates found;

  bool known(std::size_t from);
  bool genitive_or_apostrophe();
  bool after_hyphen();
  bool separable_verb();
  bool form_of_noun();
  bool compound();
  bool known_last_part();
  bool run();

  template <class Accept>
  bool add_readings(std::uint32_t slot, std::size_t kept, Accept accept) {
    const std::size_t before = found.count;
    for_each_reading(lexicon, slot, [&](Reading reading) {
      if (accept(reading.word_class)) found.add({0, kept, reading.lemma, {}});
    });
    return found.count > before;
  }
};

bool Search::known(std::size_t from) {
  const std::uint32_t slot = find_slot(lexicon, word.substr(from));
  if (slot == no_slot) return false;
  add_readings(slot, from, [](WordClass) { return true; });
  if (from == 0 && capital && slot_field::name.get(lexicon.slots[slot]) != 0) found.add({0, 0, slot, {}});
  return found.count > 0;
}

// "Daphne's", "Hans'", "zzp'ers".
bool Search::genitive_or_apostrophe() {
  const std::size_t apostrophe = word.rfind('\'');
  if (apostrophe == std::string_view::npos || apostrophe == 0) return false;
  const std::string_view after = word.substr(apostrophe);
  if (after == "'ers" || after == "'ens") {
    found.add({0, word.size() - 1, no_slot, {}});
  } else if (after == "'" || after == "'s" || after == "'tje" || after == "'tjes") {
    const std::uint32_t slot = find_slot(lexicon, word.substr(0, apostrophe));
    if (slot == no_slot || !add_readings(slot, 0, is_nominal)) found.add({0, apostrophe, no_slot, {}});
  }
  return found.count > 0;
}

// "LOB-gesprekken": the last part decides, as a noun where it can.
bool Search::after_hyphen() {
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 == word.size()) return false;
  const std::size_t from = hyphen + 1;
  if (const std::uint32_t slot = find_slot(lexicon, word.substr(from)); slot != no_slot) {
    return add_readings(slot, from, is_nominal) || add_readings(slot, from, [](WordClass) { return true; });
  }
  const auto of_last_part = find_lemmas(lexicon, word.substr(from), false);  // outlives the loop over what it found
  for (const LemmaCandidate& inner : of_last_part.found()) {
    // "mee-gevlogd": the lemma cannot be put together from one piece of the word.
    if (inner.from == 0) found.add({0, from + inner.to, inner.slot, inner.ending});
  }
  return found.count > 0;
}

bool Search::separable_verb() {
  const PieceHashes hashes(word);
  for (std::size_t length = std::min(longest_particle, word.size() - 3); length >= 2; --length) {
    const std::uint64_t hash = hashes.of(0, length);
    if (!may_be_part(lexicon, hash)) continue;
    const std::uint32_t particle = find_slot(lexicon, word.substr(0, length), hash);
    if (particle == no_slot || slot_field::particle.get(lexicon.slots[particle]) == 0) continue;
    const std::uint32_t verb = find_slot(lexicon, word.substr(length));
    if (verb == no_slot) continue;
    if (add_readings(verb, length, [](WordClass word_class) { return word_class == WordClass::verb; }))
      return true;
  }
  return false;
}

bool Search::form_of_noun() {
  const auto noun = noun_by_ending(lexicon, word);
  if (noun) found.add({0, 0, *noun, {}});
  return noun.has_value();
}

bool Search::compound() {
  const Compound parts = divide(lexicon, word);
  if (parts.count == 0) return false;
  const CompoundPart& last = parts.parts[parts.count - 1];
  return add_readings(last.slot, last.begin, is_nominal);
}

// The longest known noun that the word ends in, whatever stands before it.
bool Search::known_last_part() {
  const PieceHashes hashes(word);
  for (std::size_t from = shortest_before; from + shortest_last_part <= word.size(); ++from) {
    const std::uint64_t hash = hashes.of(from, word.size());
    if (!may_be_part(lexicon, hash)) continue;
    const std::uint32_t slot = find_slot(lexicon, word.substr(from), hash);
    if (slot == no_slot || slot_field::ends.get(lexicon.slots[slot]) == 0) continue;
    if (add_readings(slot, from, is_nominal)) return true;
  }
  return false;
}

bool Search::run() {
  if (word.size() > longest_entry) return false;
  if (known(0) || word.size() < 5) return true;
  if (genitive_or_apostrophe() || after_hyphen() || separable_verb()) return true;
  if ((!capital && form_of_noun()) || compound()) return true;
  if (capital) return false;
  if (known_last_part()) return true;
  if (const auto guess = guess_lemma(lexicon, word)) found.add(*guess);
  return found.count > 0;
}

}  // namespace

LemmaCandidates find_lemmas(const Lexicon& lexicon, std::string_view folded, bool capital) {
  Search search{lexicon, folded, capital, {}};
  search.run();
  return search.found;
}

}  // namespace codeboom
