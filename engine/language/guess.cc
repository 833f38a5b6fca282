#include "engine/language/guess.h"

#include <array>
#include <string>

namespace codeboom {
namespace {

struct Ending {
  std::string_view ending, instead;
};

// The first that fits wins, so longer endings stand before those they contain.
constexpr std::array endings = std::to_array<Ending>({
    {"iteiten", "iteit"},
    {"heden", "heid"},
    {"ingen", "ing"},
    {"ieen", "ie"},
    {"ismen", "isme"},
    {"isten", "ist"},
    {"eerden", "eren"},
    {"eerde", "eren"},
    {"erende", "eren"},
    {"erend", "eren"},
    {"eert", "eren"},
    {"eurs", "eur"},
    {"aars", "aar"},
    {"ers", "er"},
    {"ors", "or"},
    {"ties", "tie"},
    {"sies", "sie"},
    {"logen", "loog"},
    {"nten", "nt"},
    {"isch", "isch"},
    {"ische", "isch"},
    {"elijke", "elijk"},
    {"ige", "ig"},
    {"bare", "baar"},
    {"loze", "loos"},
    {"zame", "zaam"},
    {"inkjes", "ing"},
    {"inkje", "ing"},
    {"gerichte", "gericht"},
    {"etjes", ""},
    {"tjes", ""},
    {"tje", ""},
    {"pjes", ""},
    {"pje", ""},
    {"'s", ""},
});
constexpr std::size_t shortest_stem = 4;

// Of a plural -s: not "campus", "analyse(s)" keeps its e.
bool has_plural_s(std::string_view word) {
  if (word.size() < 6 || !word.ends_with('s')) return false;
  return std::string_view("aiuos'").find(word[word.size() - 2]) == std::string_view::npos;
}

constexpr std::string_view letters_en =
    "aenbencendeneenfengenhenienjenkenlenmennenoenpenqenrensentenuenvenwenxenyenzen";

bool is_vowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

// What makes an infinitive of a stem: game(n), podcast(en), vlog(gen).
std::string_view infinitive_ending(std::string_view stem) {
  const char last = stem.back();
  if (last == 'e') return "n";
  const bool closed = !is_vowel(last) && is_vowel(stem[stem.size() - 2]) && !is_vowel(stem[stem.size() - 3]);
  if (closed && last >= 'a' && last <= 'z')
    return letters_en.substr(static_cast<std::size_t>(last - 'a') * 3, 3);
  return "en";
}

bool is_noun(const Lexicon& lexicon, std::string_view folded) {
  const std::uint32_t slot = find_slot(lexicon, folded);
  const auto reading = slot == no_slot ? std::nullopt : reading_of(lexicon, slot, WordClass::noun);
  return reading && reading->lemma == slot;
}

// "gegamificeerd" -> gamificeren; of a verb made of a known noun: "gevlogd" -> vloggen.
std::optional<LemmaCandidate> participle(const Lexicon& lexicon, std::string_view word) {
  constexpr std::size_t ge = 2;
  if (!word.starts_with("ge") || word.size() < ge + 5) return std::nullopt;
  if (word.ends_with("eerd")) return LemmaCandidate{ge, word.size() - 4, no_slot, "eren"};
  if (word.ends_with("eerde")) return LemmaCandidate{ge, word.size() - 5, no_slot, "eren"};
  if (!word.ends_with('d') && !word.ends_with('t')) return std::nullopt;
  for (const std::size_t length : {word.size() - 1, word.size()}) {
    const std::string_view stem = word.substr(ge, length - ge);
    if (stem.size() > 2 && is_noun(lexicon, stem))
      return LemmaCandidate{ge, length, no_slot, infinitive_ending(stem)};
  }
  return std::nullopt;
}

// Ways to spell the noun: (boom)pje, (activiteit)je, (kat)ten, pal(en) -> paal, (gids)en.
constexpr std::size_t most_bases = 2;
std::array<std::string, most_bases> bases_before(std::string_view stem, std::string_view ending) {
  std::string base(stem);
  if (ending != "en" || stem.size() < 3) return {base, ""};
  const char last = stem.back(), before = stem[stem.size() - 2];
  if (last == before) return {base.substr(0, base.size() - 1), ""};
  if (last == 'v') base.back() = 'f';
  if (last == 'z') base.back() = 's';
  std::string lengthened = base;
  if (is_vowel(before)) lengthened.insert(lengthened.size() - 2, 1, before);
  return {lengthened, base};
}

}  // namespace

std::optional<std::uint32_t> noun_by_ending(const Lexicon& lexicon, std::string_view folded) {
  static constexpr std::array endings_of_nouns = {"etjes", "etje", "tjes", "tje", "pjes", "pje",
                                                  "jes",   "je",   "'s",   "en",  "s"};
  for (const std::string_view ending : endings_of_nouns) {
    if (!folded.ends_with(ending) || folded.size() < ending.size() + shortest_stem) continue;
    for (const std::string& base : bases_before(folded.substr(0, folded.size() - ending.size()), ending)) {
      if (base.size() >= shortest_stem && is_noun(lexicon, base)) return find_slot(lexicon, base);
    }
  }
  return std::nullopt;
}

std::optional<LemmaCandidate> guess_lemma(const Lexicon& lexicon, std::string_view folded) {
  if (auto lemma = participle(lexicon, folded)) return lemma;
  for (const auto& [ending, instead] : endings) {
    if (folded.size() >= ending.size() + shortest_stem && folded.ends_with(ending)) {
      return LemmaCandidate{0, folded.size() - ending.size(), no_slot, instead};
    }
  }
  if (has_plural_s(folded)) return LemmaCandidate{0, folded.size() - 1, no_slot, {}};
  return std::nullopt;
}

}  // namespace codeboom
