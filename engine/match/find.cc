#include "engine/match/find.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace codeboom {
namespace {

// A particle further from its verb than this is another word. Nine in ten stand within eight words.
constexpr std::uint32_t split_distance = 12;

// What stands at the end of every rule: it reaches as far as it has come.
Finder::Reach to_here(WordRange range) {
  Finder::Reach reach(range.end - range.begin + 1);
  for (std::uint32_t i = 0; i < reach.size(); ++i) reach[i] = range.begin + i;
  return reach;
}

bool reaches_nothing(const Finder::Reach& reach) {
  return std::all_of(reach.begin(), reach.end(), [](std::uint32_t end) { return end == 0; });
}

std::vector<WordRange> begun(const Finder::Reach& reach, WordRange range) {
  std::vector<WordRange> found;
  for (std::uint32_t word = range.begin; word < range.end; ++word) {
    if (reach[word - range.begin] != 0) found.push_back({word, reach[word - range.begin]});
  }
  return found;
}

void keep_near(std::vector<WordRange>& these, std::span<const WordRange> those, int words) {
  const NearPlaces near(those);
  std::erase_if(these, [&](WordRange place) { return !near.any_within(static_cast<std::uint32_t>(words), place); });
}

}  // namespace

NearPlaces::NearPlaces(std::span<const WordRange> places) : places_(places) {
  furthest_end_.reserve(places.size());
  std::uint32_t furthest = 0;
  for (const WordRange& place : places) furthest_end_.push_back(furthest = std::max(furthest, place.end));
}

bool NearPlaces::any_within(std::uint32_t words, WordRange place) const {
  const auto after = std::partition_point(places_.begin(), places_.end(),
                                          [&](WordRange other) { return other.begin <= place.end + words; });
  if (after == places_.begin()) return false;
  return place.begin <= furthest_end_[static_cast<std::size_t>(after - places_.begin()) - 1] + words;
}

// The furthest end of a sequence of single words from `step` on, when that step is the word at `begin`; 0 when it is not.
std::uint32_t Finder::end_of_words(const CompiledSequence& steps, std::size_t step, std::uint32_t begin,
                                   std::uint32_t end) const {
  if (!stands_at(rules_.choices[steps[step].choice].words, begin)) return 0;
  if (++step == steps.size()) return begin + 1;
  const auto gap = static_cast<std::uint32_t>(steps[step].gap);
  if (gap == 0 && !adjacent(begin)) return 0;
  std::uint32_t furthest = 0;
  for (std::uint32_t next = begin + 1; next <= begin + 1 + gap && next < end; ++next) {
    furthest = std::max(furthest, end_of_words(steps, step, next, end));
  }
  return furthest;
}

// Bits as in places_, of the words of the range. Requires: knows(range), and knows_places() unless the range is the sentence.
std::uint64_t Finder::known_places(ClassId id, WordRange range) const {
  const std::uint32_t begin = range.begin - known_sentence_.begin, end = range.end - known_sentence_.begin;
  if (begin >= end) return 0;
  const std::uint64_t places = places_[id] >> begin << begin;
  return end < most_places ? places & ((std::uint64_t{1} << end) - 1) : places;
}

bool Finder::stands_at(ClassId id, std::uint32_t word) const {
  if (knows({word, word + 1}) && knows_places()) return (places_[id] >> (word - known_sentence_.begin) & 1) != 0;
  return types_.belongs(words_.types[word], id);
}

template <class Use>
void Finder::for_each_place(ClassId id, WordRange range, Use use) const {
  if (knows(range) && knows_places()) {
    for (std::uint64_t places = known_places(id, range); places != 0; places &= places - 1) {
      use(known_sentence_.begin + static_cast<std::uint32_t>(std::countr_zero(places)));
    }
    return;
  }
  for (std::uint32_t word = range.begin; word < range.end; ++word) {
    if (types_.belongs(words_.types[word], id)) use(word);
  }
}

bool Finder::occurs_in(ClassId id, WordRange range) const {
  if (knows(range) && (knows_places() || range == known_sentence_)) return known_places(id, range) != 0;
  for (std::uint32_t word = range.begin; word < range.end; ++word) {
    if (types_.belongs(words_.types[word], id)) return true;
  }
  return false;
}

void Finder::know_sentence(WordRange range) {
  known_sentence_ = range;
  for (std::uint32_t word = range.begin; word < range.end; ++word) {
    const std::uint64_t place = std::uint64_t{1} << std::min(word - range.begin, most_places - 1);
    for (const ClassId id : types_.classes(words_.types[word])) {
      if (places_[id] == 0) classes_here_.push_back(id);
      places_[id] |= place;
    }
  }
}

void Finder::forget_sentence() {
  for (const ClassId id : classes_here_) places_[id] = 0;
  classes_here_.clear();
  known_sentence_ = {};
}

// From the last step to the first, over the whole range at once: the work is steps x words, whatever the gaps and however
// often the words stand there. `after` is how far that reaches which follows.
Finder::Reach Finder::reach_of(const CompiledSequence& steps, WordRange range, Reach after) const {
  for (const CompiledStep& step : steps) {  // every step or none
    if (!occurs_in(step.first, range)) return Reach(after.size());
  }
  for (std::size_t step = steps.size(); step-- > 0;) {
    after = reach_of(rules_.choices[steps[step].choice], range, after);
    if (reaches_nothing(after)) break;
    if (step > 0) after = across_gap(steps[step].gap, range, after);
  }
  return after;
}

Finder::Reach Finder::reach_of(const CompiledChoice& choice, WordRange range, const Reach& after) const {
  Reach reach(after.size());
  bool may_begin = false;
  for_each_place(choice.first, range, [&](std::uint32_t word) {
    may_begin = true;
    std::uint32_t& here = reach[word - range.begin];
    if (choice.words != none && stands_at(choice.words, word)) here = after[word + 1 - range.begin];
    for (const SplitVerb& split : choice.split_verbs) {
      const std::uint32_t end = split_verb_end(split, word, range.end);
      if (end != none) here = std::max(here, after[end - range.begin]);
    }
  });
  if (!may_begin) return reach;
  for (const ChoiceId doer : choice.doers) {
    if (!occurs_in(rules_.choices[doer].first, range)) continue;
    const Reach of_doer = reach_of(rules_.choices[doer], range, after);
    for (std::uint32_t word = range.begin; word < range.end; ++word) {
      const std::uint32_t end = of_doer[word - range.begin];
      std::uint32_t& here = reach[word - range.begin];
      if (end > here && !has_preposition(word)) here = end;
    }
  }
  for (const CompiledPhrase& phrase : choice.phrases) {
    if (!occurs_in(phrase.rarest, range)) continue;
    const Reach of_phrase = reach_of(rules_.sequences[phrase.sequence], range, after);
    std::transform(reach.begin(), reach.end(), of_phrase.begin(), reach.begin(),
                   [](std::uint32_t a, std::uint32_t b) { return std::max(a, b); });
  }
  return reach;
}

// How far it reaches when at most `gap` words are left out first: the furthest of a window that slides to the left.
Finder::Reach Finder::across_gap(int gap, WordRange range, const Reach& after) const {
  Reach reach(after.size());
  if (gap == 0) {
    for (std::uint32_t i = 1; i < reach.size(); ++i) reach[i] = adjacent(range.begin + i - 1) ? after[i] : 0;
    return reach;
  }
  const auto width = static_cast<std::size_t>(gap);
  Reach window;  // places whose reach grows to the left, the furthest first
  std::size_t first = 0;
  for (std::uint32_t i = static_cast<std::uint32_t>(after.size()); i-- > 0;) {
    while (window.size() > first && after[window.back()] <= after[i]) window.pop_back();
    window.push_back(i);
    if (window[first] > i + width) ++first;
    reach[i] = after[window[first]];
  }
  return reach;
}

// "samen te werken", "samen werken", or "werken ... samen".
std::uint32_t Finder::split_verb_end(const SplitVerb& split, std::uint32_t begin, std::uint32_t end) const {
  const auto is = [&](std::uint32_t word, ClassId word_class) { return word < end && stands_at(word_class, word); };
  if (is(begin, split.particle) && adjacent(begin)) {
    if (is(begin + 1, rules_.te) && adjacent(begin + 1) && is(begin + 2, split.verb)) return begin + 3;
    if (!split.particle_ends_clause && is(begin + 1, split.verb)) return begin + 2;
  }
  return is(begin, split.verb) ? verb_then_particle(split, begin, end) : none;
}

std::uint32_t Finder::verb_then_particle(const SplitVerb& split, std::uint32_t begin, std::uint32_t end) const {
  const std::uint32_t limit = std::min(end, begin + 1 + split_distance);
  for (std::uint32_t word = begin + 1; word < limit; ++word) {
    if (words_.clauses[word] != words_.clauses[begin]) return none;
    if (!stands_at(split.particle, word)) continue;
    if (!split.particle_ends_clause || clause_ends_after(word, end)) return word + 1;
  }
  return none;
}

bool Finder::clause_ends_after(std::uint32_t word, std::uint32_t end) const {
  return word + 1 >= end || !adjacent(word) || words_.clauses[word + 1] != words_.clauses[word] ||
         stands_at(rules_.clause_start, word + 1);
}

std::vector<WordRange> Finder::places_of_sequence(SequenceId sequence, WordRange range) const {
  const CompiledSequence& steps = rules_.sequences[sequence];
  if (steps.size() == 1) return places(steps.front().choice, range);
  return begun(reach_of(steps, range, to_here(range)), range);
}

std::vector<WordRange> Finder::places(ChoiceId choice, WordRange range) const {
  const CompiledChoice& compiled = rules_.choices[choice];
  if (!compiled.one_word()) return begun(reach_of(compiled, range, to_here(range)), range);
  std::vector<WordRange> found;
  for_each_place(compiled.words, range, [&](std::uint32_t word) { found.push_back({word, word + 1}); });
  return found;
}

bool Finder::occurs(ChoiceId choice, WordRange range) const {
  const CompiledChoice& compiled = rules_.choices[choice];
  if (!occurs_in(compiled.first, range)) return false;
  return compiled.one_word() || !reaches_nothing(reach_of(compiled, range, to_here(range)));
}

void Finder::drop_excluded(const CompiledRule& rule, WordRange sentence, std::vector<WordRange>& found) const {
  for (const CompiledExclusion& exclusion : rule.exclusions) {
    if (found.empty()) return;
    if (!in_sentence(rules_.choices[exclusion.choice].first)) continue;
    const std::vector<WordRange> excluded = places(exclusion.choice, sentence);
    if (excluded.empty()) continue;
    if (exclusion.where.kind == Joiner::Kind::sentence) return found.clear();
    std::vector<WordRange> joined = found;
    keep_joined(exclusion.where, joined, excluded);
    std::vector<WordRange> rest;
    std::set_difference(found.begin(), found.end(), joined.begin(), joined.end(), std::back_inserter(rest));
    found = std::move(rest);
  }
}

// The clauses of a place, as numbers of which those of two clauses never touch.
WordRange Finder::clauses_of(WordRange place) const {
  return {2 * words_.clauses[place.begin], 2 * words_.clauses[place.end - 1] + 1};
}

void Finder::keep_in_clause(std::vector<WordRange>& these, std::span<const WordRange> those) const {
  std::vector<WordRange> clauses;
  for (const WordRange place : those) clauses.push_back(clauses_of(place));
  const NearPlaces near(clauses);
  std::erase_if(these, [&](WordRange place) { return !near.any_within(0, clauses_of(place)); });
}

// Keeps of `these` what stands near enough to one of `those`.
void Finder::keep_joined(const Joiner& joiner, std::vector<WordRange>& these, std::span<const WordRange> those) const {
  if (joiner.kind == Joiner::Kind::within) keep_near(these, those, joiner.words);
  if (joiner.kind == Joiner::Kind::clause) keep_in_clause(these, those);
}

// The operands [first, end), joined by &, &n and &, in one sentence: every place that takes part, or nothing.
std::vector<WordRange> Finder::conjunction(const CompiledRule& rule, std::size_t first, std::size_t end,
                                           WordRange sentence) const {
  std::vector<std::vector<WordRange>> found;
  for (std::size_t operand = first; operand < end; ++operand) {
    found.push_back(places_of_sequence(rule.operands[operand], sentence));
    if (first == 0) drop_excluded(rule, sentence, found.back());
    if (found.back().empty()) return {};
  }
  // Forwards and then backwards: what is left takes part in a whole chain.
  for (std::size_t i = 1; i < found.size(); ++i) {
    keep_joined(rule.joiners[first + i - 1], found[i], found[i - 1]);
    if (found[i].empty()) return {};
  }
  for (std::size_t i = found.size(); i-- > 1;) {
    keep_joined(rule.joiners[first + i - 1], found[i - 1], found[i]);
  }
  std::vector<WordRange> all;
  for (const auto& places : found) all.insert(all.end(), places.begin(), places.end());
  return all;
}

// Found once per block, for each of its sentences asks.
const std::vector<Finder::Elsewhere>& Finder::elsewhere(std::uint32_t rule, std::size_t first, std::size_t end,
                                                        std::span<const WordRange> sentences) {
  const auto [entry, is_new] = elsewhere_.try_emplace(std::uint64_t{rule} << 32 | first);
  if (!is_new) return entry->second;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    auto places = conjunction(rules_.rules[rule], first, end, sentences[i]);
    if (!places.empty()) entry->second.push_back({i, std::move(places)});
  }
  return entry->second;
}

// The operands before the first && hold in the sentence itself, those after it in the nearest sentence of the paragraph
// that has them: one place is reason enough, and a long paragraph would have thousands.
void Finder::find_complex(std::uint32_t id, std::span<const WordRange> sentences, std::size_t sentence,
                          std::vector<Hit>& hits) {
  const CompiledRule& rule = rules_.rules[id];
  std::vector<WordRange> all;
  for (std::size_t first = 0; first < rule.operands.size();) {
    std::size_t end = first + 1;
    while (end < rule.operands.size() && rule.joiners[end - 1].kind != Joiner::Kind::paragraph) ++end;
    if (first == 0) {
      all = conjunction(rule, first, end, sentences[sentence]);
      if (all.empty()) return;
    } else {
      const auto& found = elsewhere(id, first, end, sentences);
      if (found.empty()) return;
      const auto distance = [&](const Elsewhere& place) {
        return place.sentence < sentence ? sentence - place.sentence : place.sentence - sentence;
      };
      auto nearest = std::partition_point(found.begin(), found.end(),
                                          [&](const Elsewhere& place) { return place.sentence < sentence; });
      if (nearest == found.end() ||
          (nearest != found.begin() && distance(*std::prev(nearest)) <= distance(*nearest))) {
        --nearest;
      }
      all.insert(all.end(), nearest->places.begin(), nearest->places.end());
    }
    first = end;
  }
  for (const WordRange words : all) hits.push_back({id, words});
}

bool Finder::may_hold(std::uint32_t rule, std::uint32_t woken_by) const {
  const FirstNeed need = rules_.first_needs[rule];
  if (need.words == none) return true;
  if (need.within == 0 || !knows_places()) return in_sentence(need.words);
  return known_places(need.words, {woken_by + 1, std::min(woken_by + 1 + need.within, known_sentence_.end)}) != 0;
}

void Finder::find(std::span<const WordRange> sentences, std::size_t sentence, std::uint32_t sentence_number,
                  std::vector<Hit>& hits) {
  hits.clear();
  forget_sentence();
  if (sentence == 0) elsewhere_.clear();  // a new block
  const WordRange range = sentences[sentence];
  for (std::uint32_t word = range.begin; word < range.end; ++word) {
    const TypeId type = words_.types[word];
    if (types_.idle(type)) continue;
    if (range != known_sentence_) know_sentence(range);  // some sentences wake nothing
    for (const std::uint32_t rule : types_.single(type)) hits.push_back({rule, {word, word + 1}});
    for (const std::uint32_t rule : types_.sequence(type)) {
      if (!may_hold(rule, word)) continue;
      const std::uint32_t end = end_of_words(rules_.sequences[rules_.rules[rule].operands.front()], 0, word, range.end);
      if (end != 0) hits.push_back({rule, {word, end}});
    }
    for (const std::uint32_t rule : types_.other(type)) {
      if (!may_hold(rule, word) || last_woken_[rule] == sentence_number) continue;
      last_woken_[rule] = sentence_number;
      const auto& required = rules_.rules[rule].required;
      const bool all_there = std::all_of(required.begin(), required.end(), [this](ClassId id) { return in_sentence(id); });
      if (all_there) find_complex(rule, sentences, sentence, hits);
    }
  }
  std::sort(hits.begin(), hits.end());
  std::size_t kept = 0;
  for (std::size_t i = 1; i < hits.size(); ++i) {
    Hit& last = hits[kept];
    if (hits[i].rule == last.rule && hits[i].words.begin < last.words.end) {
      last.words.end = std::max(last.words.end, hits[i].words.end);
    } else {
      hits[++kept] = hits[i];
    }
  }
  if (!hits.empty()) hits.resize(kept + 1);
}

}  // namespace codeboom
