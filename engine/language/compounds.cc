#include "engine/language/compounds.h"

#include <algorithm>
#include <limits>

namespace codeboom {
namespace {

constexpr std::size_t shortest = 3, longest = 26;
constexpr int unreachable = std::numeric_limits<int>::max();

// What a part costs: few parts first, then no very short ones, then few linking letters.
constexpr int part_cost = 100, short_part_cost = 40, linking_cost = 2;

struct Step {
  int cost = unreachable;
  std::uint8_t from = 0;  // where its last part begins
  std::uint8_t to = 0;    // and ends, before a linking s
  std::uint32_t slot = 0;
};

struct Division {
  const Lexicon& lexicon;
  std::string_view word;
  PieceHashes hashes;
  std::array<Step, longest_entry + 1> best;             // ways to reach each position

  void reach(std::size_t position, const Step& step) {
    if (step.cost < best[position].cost) best[position] = step;
  }

  void try_part(std::size_t from, std::size_t to, std::uint64_t hash) {
    if (!may_be_part(lexicon, hash)) return;
    const std::uint32_t slot = find_slot(lexicon, word.substr(from, to - from), hash);
    if (slot == no_slot) return;
    const std::uint64_t bits = lexicon.slots[slot];
    if (slot_field::whole.get(bits) == 0) return;
    Step step{best[from].cost + part_cost + (to - from == shortest ? short_part_cost : 0),
              static_cast<std::uint8_t>(from), static_cast<std::uint8_t>(to), slot};
    if (to == word.size()) {
      if (from != 0 && slot_field::ends.get(bits) != 0) reach(to, step);
      return;
    }
    if (slot_field::begins.get(bits) != 0) reach(to, step);
    step.cost += linking_cost;
    if (slot_field::begins_with_s.get(bits) != 0 && word[to] == 's') reach(to + 1, step);
  }

  void run() {
    best[0].cost = 0;
    for (std::size_t from = 0; from + shortest <= word.size(); ++from) {
      if (best[from].cost == unreachable) continue;
      for (std::size_t to = from + shortest; to <= word.size() && to - from <= longest; ++to) {
        try_part(from, to, hashes.of(from, to));
      }
    }
  }
};

}  // namespace

Compound divide(const Lexicon& lexicon, std::string_view folded) {
  Compound compound;
  if (folded.size() > longest_entry || folded.size() < 2 * shortest) return compound;
  Division division{lexicon, folded, PieceHashes(folded), {}};
  division.run();
  const Step& last = division.best[folded.size()];
  if (last.cost == unreachable || last.to != folded.size()) return compound;
  for (std::size_t at = folded.size(); at > 0; at = division.best[at].from) {
    if (compound.count == compound.parts.size()) return {};
    const Step& step = division.best[at];
    compound.parts[compound.count++] = {step.from, step.to, step.slot};
  }
  std::ranges::reverse(std::span(compound.parts).first(compound.count));
  return compound;
}

}  // namespace codeboom
