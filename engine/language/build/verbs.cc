#include "engine/language/build/verbs.h"

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>

#include "engine/language/words.h"

namespace codeboom {
namespace {

bool is_vowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

std::vector<std::string> split_cell(const std::string& cell, char separator) {
  std::vector<std::string> pieces;
  std::istringstream stream(cell);
  for (std::string piece; std::getline(stream, piece, separator);) pieces.push_back(piece);
  return pieces;
}

// A verb that another one is derived from: "aannemen" = aan + nemen.
struct Derivation {
  std::string prefix;
  std::string base;
  enum class Kind { none, separable, inseparable, both } kind = Kind::none;
};

class Prefixes {
 public:
  explicit Prefixes(const VerbTables& tables) {
    for (const auto& row : tables.inseparable) kinds_.push_back({row[0], Derivation::Kind::inseparable});
    for (const auto& row : tables.particles) {
      kinds_.push_back({row[0], row[1] == "both" ? Derivation::Kind::both : Derivation::Kind::separable});
    }
    std::ranges::stable_sort(kinds_,
                             [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  }

  // All ways to take a prefix off, longest first.
  std::vector<Derivation> derivations(std::string_view infinitive) const {
    std::vector<Derivation> found;
    for (const auto& [prefix, kind] : kinds_) {
      if (infinitive.starts_with(prefix) && infinitive.size() >= prefix.size() + 4) {
        found.push_back({prefix, std::string(infinitive.substr(prefix.size())), kind});
      }
    }
    return found;
  }

 private:
  std::vector<std::pair<std::string, Derivation::Kind>> kinds_;
};

bool is_infinitive(const Vocabulary& words, std::string_view folded) {
  const Word* word = find_word(words, folded);
  return word != nullptr && word->infinitive;
}

Word& link_verb(Vocabulary& words, const std::string& form, const std::string& infinitive) {
  return link_form(words, form, infinitive, WordClass::verb);
}

void link_participle(Vocabulary& words, const std::string& participle, const std::string& infinitive) {
  link_verb(words, participle, infinitive).participle = true;
  if (participle.ends_with("d") || participle.ends_with("t")) {
    link_form(words, participle + "e", infinitive, WordClass::adjective);
  }
  if (participle.ends_with("aan")) {
    link_form(words, participle.substr(0, participle.size() - 2) + "ne", infinitive, WordClass::adjective);
  }
}

// The participles a verb can have, given what follows its ge-: "samenwerken" -> samengewerkt, gesamenwerkt.
std::vector<std::string> participles(const Prefixes& prefixes, const std::string& infinitive,
                                     const std::string& stem_and_ending) {
  std::vector<std::string> forms;
  for (const Derivation& derivation : prefixes.derivations(infinitive)) {
    const std::string rest =
        stem_and_ending.substr(std::min(derivation.prefix.size(), stem_and_ending.size()));
    if (derivation.kind != Derivation::Kind::inseparable) forms.push_back(derivation.prefix + "ge" + rest);
  }
  forms.push_back("ge" + stem_and_ending);
  return forms;
}

std::string choose_stem(const Vocabulary& words, const std::string& infinitive) {
  const std::vector<std::string> stems = stems_of(infinitive);
  for (const std::string& stem : stems) {
    const Word* word = find_word(words, stem);
    if (word != nullptr && (word->takes_t || word->past_with_d || word->past_with_t)) return stem;
  }
  for (const std::string& stem : stems) {
    if (find_word(words, stem + "t") != nullptr) return stem;
  }
  return stems.empty() ? std::string() : stems.front();
}

// By the consonant before -en: voiceless ones take t.
bool past_takes_t(std::string_view infinitive) {
  if (!infinitive.ends_with("en") || infinitive.size() < 4) return false;
  const char before = infinitive[infinitive.size() - 3];
  if (before == 'h') return infinitive[infinitive.size() - 4] == 'c';
  return std::string_view("tkfspx").find(before) != std::string_view::npos;
}

// When no source has a participle: by the first prefix that leaves a known verb.
std::string likely_participle(const Vocabulary& words, const Prefixes& prefixes,
                              const std::string& infinitive, const std::string& ended) {
  for (const Derivation& derivation : prefixes.derivations(infinitive)) {
    if (!is_infinitive(words, derivation.base) || derivation.prefix.size() >= ended.size()) continue;
    if (derivation.kind == Derivation::Kind::inseparable) return ended;
    return derivation.prefix + "ge" + ended.substr(derivation.prefix.size());
  }
  return "ge" + ended;
}

void add_weak_past(Vocabulary& words, const Prefixes& prefixes, const std::string& infinitive,
                   const std::string& stem, bool with_t) {
  const std::string past = stem + (with_t ? "te" : "de");
  link_verb(words, past, infinitive);
  link_verb(words, past + "n", infinitive);
  const char ending = with_t ? 't' : 'd';
  const std::string ended = stem.ends_with(ending) ? stem : stem + ending;
  bool found = false;
  for (const std::string& participle : participles(prefixes, infinitive, ended)) {
    if (find_word(words, participle) == nullptr) continue;
    link_participle(words, participle, infinitive);
    found = true;
  }
  // Without ge-: begeleid, overtuigd. After a particle and an inseparable prefix as well: voorbereid.
  const Word* bare = find_word(words, ended);
  if (!found && !prefixes.derivations(infinitive).empty() && bare != nullptr) {
    link_participle(words, ended, infinitive);
    found = true;
  }
  if (!found) link_participle(words, likely_participle(words, prefixes, infinitive, ended), infinitive);
}

void add_stem_forms(Vocabulary& words, const std::string& infinitive, const std::string& stem) {
  // "ik sterk" is rarer than "sterk".
  const Word* word = find_word(words, stem);
  if (word == nullptr || !word->compared) link_verb(words, stem, infinitive);
  if (!stem.ends_with('t')) link_verb(words, stem + "t", infinitive);
  // "verschillende" is as much an adjective's form as the verb's.
  link_verb(words, infinitive + "d", infinitive).adjective = true;
  link_verb(words, infinitive + "de", infinitive);
  link_form(words, infinitive + "de", infinitive + "d", WordClass::adjective);
}

struct StrongVerb {
  std::vector<std::string> pasts, participles;
};

std::string without_ge(const std::string& participle) {
  return participle.starts_with("ge") ? participle.substr(2) : participle;
}

void add_strong_forms(Vocabulary& words, const std::string& infinitive, const Derivation& derivation,
                      const StrongVerb& verb) {
  for (const std::string& past : verb.pasts) link_verb(words, derivation.prefix + past, infinitive);
  for (const std::string& participle : verb.participles) {
    const std::string with = derivation.prefix + participle,
                      without = derivation.prefix + without_ge(participle);
    switch (derivation.kind) {
      case Derivation::Kind::none:
      case Derivation::Kind::separable:
        link_participle(words, with, infinitive);
        break;
      case Derivation::Kind::inseparable:
        link_participle(words, without, infinitive);
        break;
      case Derivation::Kind::both:
        if (find_word(words, without) != nullptr) link_participle(words, without, infinitive);
        if (find_word(words, with) != nullptr) link_participle(words, with, infinitive);
        break;
    }
  }
}

class Conjugation {
 public:
  Conjugation(Vocabulary& words, const VerbTables& tables) : words_(words), prefixes_(tables) {
    for (const auto& row : tables.strong) {
      StrongVerb& verb = strong_[row[0]];
      for (const std::string& cell : {row[1], row[2]}) {
        for (const std::string& past : split_cell(cell, '/')) {
          verb.pasts.push_back(past);
          pasts_.insert(past);
        }
      }
      verb.participles = split_cell(row[3], '/');
      add_word(words_, row[0]).infinitive = true;
    }
    for (const auto& row : tables.present) present_[row[0]] = split_cell(row[1], ' ');
    for (const auto& row : tables.loan) {
      loan_[fold(row[0])] = row;
      add_word(words_, row[0]).infinitive = true;
    }
  }

  void add_infinitives();
  void add_forms();
  void mark_separable();
  void drop_rare(const Table& rare);

 private:
  template <class Table>
  std::optional<Derivation> derived_from(const std::string& infinitive, const Table& table) const {
    if (table.contains(infinitive)) return Derivation{"", infinitive, Derivation::Kind::none};
    for (const Derivation& derivation : prefixes_.derivations(infinitive)) {
      if (table.contains(derivation.base)) return derivation;
    }
    return std::nullopt;
  }
  bool looks_like_infinitive(const std::string& form) const;
  void add_forms_of(const std::string& infinitive);
  void add_loan_forms(const std::string& infinitive, const Derivation& derivation);
  bool has_participle_with_ge(const std::string& infinitive, const Derivation& derivation) const;

  Vocabulary& words_;
  Prefixes prefixes_;
  std::map<std::string, StrongVerb> strong_;
  std::set<std::string> pasts_;  // of strong verbs
  std::map<std::string, std::vector<std::string>> present_;
  std::map<std::string, std::vector<std::string>> loan_;
};

// Words in -en that no flag calls infinitives, but whose other forms or whose base verb say so.
bool Conjugation::looks_like_infinitive(const std::string& form) const {
  if (derived_from(form, pasts_)) return false;
  for (const Derivation& derivation : prefixes_.derivations(form)) {
    if (derivation.kind != Derivation::Kind::separable || !is_infinitive(words_, derivation.base)) continue;
    // "deelvragen" is no verb: "vragen" is also a plural.
    const Word& base = *find_word(words_, derivation.base);
    if (std::ranges::none_of(base.links, [](const Link& link) { return link.word_class == WordClass::noun; }))
      return true;
  }
  if (form.ends_with("eren") && form.size() > 7 &&
      find_word(words_, "ge" + form.substr(0, form.size() - 3) + "erd") != nullptr)
    return true;
  for (const std::string& stem : stems_of(form)) {
    const bool participle = find_word(words_, "ge" + stem + (past_takes_t(form) ? "t" : "d")) != nullptr;
    if (participle && stem.size() > 2) return true;
  }
  return false;
}

void Conjugation::add_infinitives() {
  std::vector<std::string> found;
  for (const auto& [form, word] : words_) {
    const bool open =
        !word.infinitive && !word.noun && !word.adjective && word.lower_case && word.links.empty();
    if (open && !word.participle && form.size() > 5 && form.ends_with("en") && looks_like_infinitive(form))
      found.push_back(form);
  }
  for (const std::string& infinitive : found) words_.find(infinitive)->second.infinitive = true;
}

void Conjugation::add_loan_forms(const std::string& infinitive, const Derivation& derivation) {
  const std::vector<std::string>& row = loan_.at(derivation.base);
  const std::string stem = derivation.prefix + row[1];
  add_stem_forms(words_, infinitive, stem);
  const std::string ending = row[2], past = stem + ending + "e";
  link_verb(words_, past, infinitive);
  link_verb(words_, past + "n", infinitive);
  const std::string ended = row[1].ends_with(ending) ? row[1] : row[1] + ending;
  link_participle(words_, derivation.prefix + (row[3].empty() ? "ge" : row[3]) + ended, infinitive);
}

void Conjugation::add_forms_of(const std::string& infinitive) {
  if (const auto derivation = derived_from(infinitive, present_)) {
    for (const std::string& form : present_.at(derivation->base))
      link_verb(words_, derivation->prefix + form, infinitive);
  }
  if (const auto derivation = derived_from(infinitive, loan_)) return add_loan_forms(infinitive, *derivation);
  const std::string stem = choose_stem(words_, infinitive);
  if (stem.size() < 2) return;
  if (!derived_from(infinitive, present_)) add_stem_forms(words_, infinitive, stem);
  const auto strong = derived_from(infinitive, strong_);
  if (strong) add_strong_forms(words_, infinitive, *strong, strong_.at(strong->base));
  const Word* flagged = find_word(words_, stem);
  const bool with_d = flagged != nullptr && flagged->past_with_d,
             with_t = flagged != nullptr && flagged->past_with_t;
  // Of a strong verb the flagged weak past may be another verb's; derived verbs can have both (opvroeg,
  // opvraagde).
  if (strong && (strong->prefix.empty() || (!with_d && !with_t))) return;
  if (with_d) add_weak_past(words_, prefixes_, infinitive, stem, false);
  if (with_t) add_weak_past(words_, prefixes_, infinitive, stem, true);
  if (!with_d && !with_t) add_weak_past(words_, prefixes_, infinitive, stem, past_takes_t(infinitive));
}

void Conjugation::add_forms() {
  std::vector<std::string> infinitives;
  for (const auto& [form, word] : words_) {
    if (word.infinitive) infinitives.push_back(form);
  }
  for (const std::string& infinitive : infinitives) add_forms_of(infinitive);
}

bool Conjugation::has_participle_with_ge(const std::string& infinitive, const Derivation& derivation) const {
  const std::string beginning = derivation.prefix + "ge";
  for (auto at = words_.lower_bound(beginning); at != words_.end() && at->first.starts_with(beginning);
       ++at) {
    const Link link{infinitive, WordClass::verb};
    if (at->second.participle && std::ranges::find(at->second.links, link) != at->second.links.end())
      return true;
  }
  return false;
}

void Conjugation::mark_separable() {
  for (auto& [infinitive, word] : words_) {
    if (!word.infinitive) continue;
    for (const Derivation& derivation : prefixes_.derivations(infinitive)) {
      if (derivation.kind == Derivation::Kind::inseparable || !is_infinitive(words_, derivation.base))
        continue;
      // aan + bevelen: no ge- to prove it.
      const auto inner = prefixes_.derivations(derivation.base);
      const bool unproved = derivation.kind == Derivation::Kind::separable && !inner.empty() &&
                            inner.back().kind == Derivation::Kind::inseparable;
      if (!unproved && !has_participle_with_ge(infinitive, derivation)) continue;
      word.particle_length = derivation.prefix.size();
      break;
    }
  }
}

// "talen" is the plural of "taal", not the verb.
void Conjugation::drop_rare(const Table& rare) {
  for (const auto& row : rare) {
    const auto infinitive = words_.find(row[0]);
    if (infinitive == words_.end()) continue;
    const auto stem = words_.find(choose_stem(words_, row[0]));
    const Link link{row[0], WordClass::verb};
    if (stem != words_.end()) std::erase(stem->second.links, link);
    const bool noun = std::ranges::any_of(
        infinitive->second.links, [](const Link& other) { return other.word_class == WordClass::noun; });
    if (noun) infinitive->second.infinitive = false;
  }
}

}  // namespace

std::vector<std::string> stems_of(std::string_view infinitive) {
  if (infinitive.ends_with("aan") || infinitive.ends_with("oen"))
    return {std::string(infinitive.substr(0, infinitive.size() - 1))};
  if (!infinitive.ends_with("en") || infinitive.size() < 4) return {};
  std::string stem(infinitive.substr(0, infinitive.size() - 2));
  const std::size_t size = stem.size();
  const char last = stem[size - 1];
  if (is_vowel(last)) return {stem};
  if (size >= 2 && stem[size - 2] == last) return {stem.substr(0, size - 1)};
  if (last == 'v') stem.back() = 'f';
  if (last == 'z') stem.back() = 's';
  if (size < 2 || !is_vowel(stem[size - 2])) return {stem};
  std::string lengthened = stem;
  lengthened.insert(size - 2, 1, stem[size - 2]);
  if (size == 2 || !is_vowel(stem[size - 3])) return {lengthened, stem};
  // Two vowels are one sound (vieren), or two (kopiëren, evalueren).
  if (stem[size - 2] != 'e') return {stem};
  if (stem[size - 3] == 'u') return {lengthened};
  return {stem, lengthened};
}

void add_verbs(Vocabulary& words, const VerbTables& tables) {
  Conjugation conjugation(words, tables);
  conjugation.add_infinitives();
  conjugation.add_forms();
  conjugation.mark_separable();
  conjugation.drop_rare(tables.rare);
}

}  // namespace codeboom
