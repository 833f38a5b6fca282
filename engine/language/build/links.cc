#include "engine/language/build/links.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/language/fold.h"

namespace codeboom {
namespace {

constexpr std::size_t shortest_part = 3;

bool is_vowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

bool has_role(const Word& word) { return word.noun || word.part_only || word.adjective || word.infinitive; }

bool is_unexplained(const Word& word) {
  return word.links.empty() && !has_role(word) && !word.fixed && !word.participle &&
         word.abbreviation == Abbreviation::none;
}

// "studenten" is the plural of student before that of studente.
void prefer_common_gender(const Vocabulary& words, const std::string& form, Link& link) {
  static constexpr std::array persons = {"ente", "ante", "iste", "linge", "loge", "eute", "oge"};
  const std::string& lemma = link.lemma;
  if (link.word_class != WordClass::noun || form == lemma + "s") return;
  if (std::ranges::none_of(persons, [&](std::string_view ending) { return lemma.ends_with(ending); })) return;
  const std::string base = lemma.substr(0, lemma.size() - 1);
  const Word* word = find_word(words, base);
  if (word != nullptr && (word->noun || word->part_only)) link.lemma = base;
}

bool can_precede(const Vocabulary& words, std::string_view part) {
  if (part.size() < 2) return false;
  if (part.ends_with('-')) return true;
  if (find_word(words, part) != nullptr) return true;
  return part.ends_with('s') && find_word(words, part.substr(0, part.size() - 1)) != nullptr;
}

bool is_particle(const Vocabulary& words, std::string_view part) {
  const Word* word = find_word(words, part);
  return word != nullptr && word->particle;
}

struct LastPart {
  std::string_view before;
  const Word* word = nullptr;
};

bool is_dictionary_noun(const Word& word) {
  return word.noun || word.adjective || (word.part_only && word.links.empty());
}

// The lemma of `before` + a lemma of the last part, as a verb or as anything else.
std::optional<Link> lemma_by(const Vocabulary& words, const std::string& form, const LastPart& last,
                             bool as_verb, bool known) {
  for (const Link& link : last.word->links) {
    if ((link.word_class == WordClass::verb) != as_verb) continue;
    std::string lemma = std::string(last.before) + link.lemma;
    if (lemma != form && (!known || find_word(words, lemma) != nullptr))
      return Link{std::move(lemma), link.word_class};
  }
  return std::nullopt;
}

// Known last parts of the form, longest first.
std::vector<LastPart> last_parts(const Vocabulary& words, const std::string& form) {
  std::vector<LastPart> parts;
  for (std::size_t cut = 2; cut + shortest_part <= form.size(); ++cut) {
    const std::string_view view(form);
    const Word* word = find_word(words, view.substr(cut));
    if (word == nullptr || is_unexplained(*word) || word->never_part) continue;
    if (can_precede(words, view.substr(0, cut))) parts.push_back({view.substr(0, cut), word});
  }
  return parts;
}

std::optional<Link> link_by_last_part(const Vocabulary& words, const std::string& form,
                                      const std::vector<LastPart>& parts) {
  for (const LastPart& last : parts) {
    if (auto link = lemma_by(words, form, last, false, true)) return link;
    if (is_dictionary_noun(*last.word)) return std::nullopt;  // a compound in its dictionary form
    if (!is_particle(words, last.before)) continue;
    if (auto link = lemma_by(words, form, last, true, true)) return link;
    if (last.word->infinitive) return std::nullopt;
  }
  for (const LastPart& last : parts) {
    if (last.before.size() < shortest_part) continue;
    const bool verb = is_particle(words, last.before);
    if (auto link = lemma_by(words, form, last, verb, false)) return link;
  }
  return std::nullopt;
}

// What remains of a word without its ending, as it can be spelled: boom(en), kat(ten), muz -> muis, paal
// (palen).
std::vector<std::string> bases_of(const std::string& stem) {
  std::vector<std::string> bases = {stem};
  if (stem.size() < 2) return bases;
  const char last = stem.back(), before = stem[stem.size() - 2];
  if (last == before && !is_vowel(last)) return {stem.substr(0, stem.size() - 1)};
  std::string hardened = stem;
  if (last == 'v') hardened.back() = 'f';
  if (last == 'z') hardened.back() = 's';
  if (is_vowel(before) && !is_vowel(last)) {
    std::string lengthened = hardened;
    lengthened.insert(lengthened.size() - 2, 1, before);
    bases.insert(bases.begin(), lengthened);
  }
  if (hardened != stem) bases.push_back(hardened);
  return bases;
}

struct Ending {
  std::string_view ending, instead;
  WordClass word_class;
};
constexpr std::array endings = std::to_array<Ending>({
    {"heden", "heid", WordClass::noun}, {"ieen", "ie", WordClass::noun},   {"'s", "", WordClass::noun},
    {"etjes", "", WordClass::noun},     {"etje", "", WordClass::noun},     {"tjes", "", WordClass::noun},
    {"tje", "", WordClass::noun},       {"pjes", "", WordClass::noun},     {"pje", "", WordClass::noun},
    {"kjes", "g", WordClass::noun},     {"kje", "g", WordClass::noun},     {"jes", "", WordClass::noun},
    {"je", "", WordClass::noun},        {"en", "", WordClass::noun},       {"n", "", WordClass::noun},
    {"s", "", WordClass::noun},         {"ste", "", WordClass::adjective}, {"st", "", WordClass::adjective},
    {"ere", "", WordClass::adjective},  {"er", "", WordClass::adjective},  {"e", "", WordClass::adjective},
});

bool fits(const Word& base, WordClass word_class) {
  if (base.particle || base.fixed) return false;
  if (word_class == WordClass::adjective) return base.adjective;
  if (base.participle) return false;
  return base.noun || base.part_only ||
         (base.links.empty() && !base.adjective && !base.infinitive && base.lower_case);
}

std::optional<Link> link_by_ending(const Vocabulary& words, const std::string& form) {
  for (const Ending& ending : endings) {
    if (!form.ends_with(ending.ending) || form.size() < ending.ending.size() + 4) continue;
    const std::string stem = form.substr(0, form.size() - ending.ending.size()) + std::string(ending.instead);
    for (const std::string& base : bases_of(stem)) {
      const Word* word = find_word(words, base);
      if (word != nullptr && base != form && fits(*word, ending.word_class))
        return Link{base, ending.word_class};
    }
  }
  return std::nullopt;
}

// "onderwerpen", which the word lists know as a part of compounds, is the plural of "onderwerp".
void link_plural_part(const Vocabulary& words, const std::string& form, Word& word) {
  if (word.noun || (!form.ends_with("en") && !form.ends_with('s'))) return;
  const auto link = link_by_ending(words, form);
  const Word* base = link ? find_word(words, link->lemma) : nullptr;
  if (base != nullptr && (base->noun || base->part_only) && link->word_class == WordClass::noun)
    word.links.push_back(*link);
}

// "verpleegkundigen": persons named by the adjective; then "verpleegkundige" is a noun as well.
bool link_persons(Vocabulary& words, const std::string& form, Word& word) {
  if (!form.ends_with("en") || word.noun || form.size() < 7) return false;
  const auto base = words.find(form.substr(0, form.size() - 1));
  if (base == words.end()) return false;
  const bool adjective = std::ranges::any_of(
      base->second.links, [](const Link& link) { return link.word_class == WordClass::adjective; });
  if (!adjective) return false;
  static constexpr std::array persons = {"kundige",   "gevende",    "hebbende", "zoekende",
                                         "plichtige", "behoevende", "meerde",   "leerde"};
  base->second.noun |=
      std::ranges::any_of(persons, [&](std::string_view ending) { return base->first.ends_with(ending); });
  word.links.push_back({base->first, WordClass::noun});
  return true;
}

// A compound is what its last part is; some endings make nouns.
void take_role(const std::string& form, Word& word, const std::vector<LastPart>& parts) {
  static constexpr std::array nouns = {"ing",  "heid", "teit", "schap", "atie",
                                       "isme", "ster", "er",   "eur",   "ist"};
  constexpr std::size_t telling = 7;
  for (const LastPart& last : parts) {
    if (!has_role(*last.word)) continue;
    const bool noun = last.word->noun || last.word->part_only;
    (noun ? word.noun : last.word->adjective ? word.adjective : word.noun) = true;
    return;
  }
  if (form.size() < telling) return;
  word.noun = std::ranges::any_of(nouns, [&](std::string_view ending) { return form.ends_with(ending); });
}

// A lemma that no source has is written as its form is, up to where they differ.
void add_lemma(Vocabulary& words, const std::string& form, const Word& word, const Link& link) {
  if (find_word(words, link.lemma) != nullptr) return;
  const auto differ = std::ranges::mismatch(form, link.lemma);
  const auto same = static_cast<std::size_t>(differ.in1 - form.begin());
  const std::string written =
      word.written.substr(0, written_length(word.written, same)) + link.lemma.substr(same);
  Word& lemma = add_word(words, written);
  (link.word_class == WordClass::verb ? lemma.infinitive : lemma.noun) = true;
}

// Known from compounds alone, and a form of another noun: "lessen" is none of its own.
bool is_noun_lemma(const Word& word) {
  const bool inflected =
      std::ranges::any_of(word.links, [](const Link& link) { return link.word_class == WordClass::noun; });
  const bool adjective = std::ranges::any_of(
      word.links, [](const Link& link) { return link.word_class == WordClass::adjective; });
  return word.noun || (word.part_only && !inflected && !adjective) || (word.noun_of_adjective && !adjective);
}

// A participle is a form of its verb, unless it became an adjective that can be compared: "betrokken".
bool is_adjective_lemma(const Word& word) {
  const bool of_verb =
      std::ranges::any_of(word.links, [](const Link& link) { return link.word_class == WordClass::verb; });
  return word.adjective && (word.compared || !word.participle || !of_verb);
}

bool is_lemma(const Word& word) {
  return is_noun_lemma(word) || is_adjective_lemma(word) || word.infinitive || word.links.empty();
}

void follow(const Vocabulary& words, const std::string& form, const Link& link, int depth,
            std::vector<Link>& settled) {
  const Word* target = find_word(words, link.lemma);
  // "aanwezigen" are persons, "aanwezige" is the adjective too.
  const bool persons =
      link.word_class == WordClass::noun && link.lemma.ends_with('e') && form == link.lemma + "n";
  if (target == nullptr || persons || depth == 0 || link.lemma == form || is_lemma(*target)) {
    settled.push_back(link);
    return;
  }
  for (const Link& further : target->links) follow(words, form, further, depth - 1, settled);
}

std::vector<Link> settled_links(const Vocabulary& words, const std::string& form, const Word& word) {
  std::vector<Link> settled;
  for (const Link& link : word.links) follow(words, form, link, 3, settled);
  if (is_lemma(word)) {
    if (is_noun_lemma(word)) settled.push_back({form, WordClass::noun});
    if (word.infinitive) settled.push_back({form, WordClass::verb});
    if (is_adjective_lemma(word)) settled.push_back({form, WordClass::adjective});
    if (settled.empty()) settled.push_back({form, WordClass::other});
  }
  std::ranges::sort(settled);
  const auto rest = std::ranges::unique(settled);
  settled.erase(rest.begin(), rest.end());
  return settled;
}

}  // namespace

void link_unexplained(Vocabulary& words) {
  std::vector<std::string> forms;
  for (auto& [form, word] : words) {
    for (Link& link : word.links) prefer_common_gender(words, form, link);
    const bool open = word.links.empty() && !word.noun && !word.adjective && !word.infinitive &&
                      !word.fixed && word.lower_case;
    if (open && link_persons(words, form, word)) continue;
    if (is_unexplained(word) && word.lower_case) forms.push_back(form);
    if (word.part_only && word.links.empty()) link_plural_part(words, form, word);
  }
  // Short words first: a compound is explained by its last part.
  std::ranges::stable_sort(forms, {}, &std::string::size);
  for (const std::string& form : forms) {
    Word& word = words.find(form)->second;
    const std::vector<LastPart> parts = last_parts(words, form);
    auto link = link_by_last_part(words, form, parts);
    const bool compound = !parts.empty() && has_role(*parts.front().word);
    if (!link && !compound) link = link_by_ending(words, form);
    if (link) {
      add_lemma(words, form, word, *link);
      words.find(form)->second.links.push_back(std::move(*link));
    } else {
      take_role(form, word, parts);
    }
  }
}

void settle_links(Vocabulary& words) {
  std::vector<std::pair<Word*, std::vector<Link>>> settled;
  for (auto& [form, word] : words) {
    if (!word.fixed) settled.emplace_back(&word, settled_links(words, form, word));
  }
  for (auto& [word, links] : settled) word->links = std::move(links);
}

}  // namespace codeboom
