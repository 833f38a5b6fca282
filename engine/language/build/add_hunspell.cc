#include <algorithm>

#include "engine/language/build/sources.h"
#include "engine/language/words.h"

namespace codeboom {
namespace {

bool is_one_of(const std::string& flag, std::initializer_list<const char*> flags) {
  return std::ranges::any_of(flags, [&](const char* other) { return flag == other; });
}

// "iets moois"
bool is_partitive(const std::string& flag) { return is_one_of(flag, {"Ai", "At", "Au", "Av", "Aw"}); }

struct Kinds {
  bool noun = false, adjective = false, verb = false, participle = false, compared = false, part = false;
};

Kinds kinds_of(const HunspellEntry& entry) {
  Kinds kinds;
  for (const std::string& flag : entry.flags) {
    switch (flag.front()) {
      case 'Z':
        kinds.noun |= !is_one_of(flag, {"Zk", "Zm"});
        break;
      case 'Y':
        kinds.noun = true;
        break;
      case 'A':
        kinds.adjective |= flag != "A0";
        kinds.compared |= is_one_of(flag, {"Ab", "Ac", "Ao", "Aq", "As"});
        break;
      case 'V':
        kinds.verb = true;
        kinds.participle |= flag == "Ve";
        break;
      case 'P':
        kinds.verb |= !is_one_of(flag, {"PN", "PI", "PJ", "PK"});
        break;
      case 'C':
        kinds.part |= is_one_of(flag, {"Cc", "Cd", "Ce", "Ch"});
        break;
      default:
        break;
    }
  }
  return kinds;
}

void note_compounding(Word& word, const HunspellEntry& entry) {
  for (const std::string& flag : entry.flags) {
    word.begins |= is_one_of(flag, {"Ca", "Cb", "CA", "CB", "Ce", "Cl"});
    word.begins_with_s |= is_one_of(flag, {"Cd", "Ch"});
    word.ends |= is_one_of(flag, {"Cc", "Cd", "Ce"});
  }
}

void note_stem(Vocabulary& words, const std::string& stem, const std::string& flag) {
  if (flag == "Va" || flag == "Vb") {  // the entry is the form with -t
    Word& word = add_word(words, stem.substr(0, stem.size() - 1));
    word.takes_t = true;
    (flag == "Va" ? word.past_with_d : word.past_with_t) = true;
    return;
  }
  Word& word = add_word(words, stem);
  word.takes_t |= flag == "V3";
  word.past_with_d |= flag == "Vp";
  word.past_with_t |= flag == "Vq";
  word.infinitive |= flag == "Vi";
  word.participle |= flag == "Ve";
}

// Bases with each particle that the flags allow, and the bare one.
std::vector<std::string> with_particles(const Hunspell& hunspell, const HunspellEntry& entry) {
  std::vector<std::string> bases = {entry.word};
  for (const std::string& flag : entry.flags) {
    if (flag.front() != 'P' || is_one_of(flag, {"PN", "PI", "PJ", "PK"})) continue;
    for (Inflected& form : inflect(hunspell, entry.word, flag)) bases.push_back(std::move(form.form));
  }
  return bases;
}

void add_verb_forms(Vocabulary& words, const Hunspell& hunspell, const HunspellEntry& entry) {
  for (const std::string& base : with_particles(hunspell, entry)) {
    add_word(words, base);
    for (const std::string& flag : entry.flags) {
      if (flag.front() != 'V') continue;
      note_stem(words, base, flag);
      for (const Inflected& form : inflect(hunspell, base, flag)) {
        if (!is_wanted(form.form)) continue;
        add_word(words, form.form);
        if (flag == "Ve") link_form(words, form.form, base, WordClass::adjective);
        if (flag == "Vi") link_form(words, form.form, base, WordClass::verb);
      }
    }
  }
}

void add_noun_and_adjective_forms(Vocabulary& words, const Hunspell& hunspell, const HunspellEntry& entry) {
  for (const std::string& flag : entry.flags) {
    if (flag.front() != 'Z' && flag.front() != 'Y' && flag.front() != 'A' && flag != "Xe") continue;
    if (is_partitive(flag)) continue;
    for (const Inflected& form : inflect(hunspell, entry.word, flag)) {
      if (!is_wanted(form.form)) continue;
      Word& word = add_word(words, form.form);
      word.begins |= form.begins_compound;
      if (flag == "Zm" && form.form.ends_with("heid")) {
        word.noun = true;
      } else if (flag == "Xe" || (flag == "Zk" && form.form.ends_with('e'))) {
        word.noun_of_adjective = true;  // bassiste, deskundige
      } else if (flag == "Zm") {
        link_form(words, form.form, entry.word + "heid", WordClass::noun);
      } else if (flag == "Zk") {
        link_form(words, form.form, entry.word + "e", WordClass::noun);
      } else {
        const bool adjective = flag.front() == 'A';
        link_form(words, form.form, entry.word, adjective ? WordClass::adjective : WordClass::noun);
        if (is_one_of(flag, {"Aa", "Al", "Am", "An", "Ar"}))
          words.find(fold(entry.word))->second.inflected = form.form;
      }
    }
  }
}

// Amsterdam: Amsterdams, Amsterdamse; Amsterdammer.
void add_place(Vocabulary& words, const Hunspell& hunspell, const HunspellEntry& entry) {
  for (const std::string& flag : entry.flags) {
    if (flag == "PI") {
      add_word(words, entry.word + "s").adjective = true;
      link_form(words, entry.word + "se", entry.word + "s", WordClass::adjective);
    }
    if (flag != "PJ" && flag != "PK") continue;
    for (const Inflected& form : inflect(hunspell, entry.word, flag)) {
      add_word(words, form.form).noun |= !form.form.ends_with('s');
      if (form.form.ends_with('s')) {
        link_form(words, form.form, form.form.substr(0, form.form.size() - 1), WordClass::noun);
      }
    }
  }
}

// They are rare, and look like plurals and other words: taken only where nothing else explains the form.
void add_partitives(Vocabulary& words, const Hunspell& hunspell) {
  for (const HunspellEntry& entry : hunspell.entries) {
    for (const std::string& flag : entry.flags) {
      if (!is_partitive(flag)) continue;
      for (const Inflected& form : inflect(hunspell, entry.word, flag)) {
        if (find_word(words, fold(form.form)) == nullptr)
          link_form(words, form.form, entry.word, WordClass::adjective);
      }
    }
  }
}

}  // namespace

void add_hunspell(Vocabulary& words, const Hunspell& hunspell) {
  for (const HunspellEntry& entry : hunspell.entries) {
    const bool only_in_compounds = std::ranges::find(entry.flags, "Cx") != entry.flags.end();
    const bool forbidden = std::ranges::find(entry.flags, "Fw") != entry.flags.end();
    if (forbidden || only_in_compounds || !is_wanted(entry.word)) continue;
    const Kinds kinds = kinds_of(entry);
    Word& word = add_word(words, entry.word);
    note_compounding(word, entry);
    word.noun |= kinds.noun;
    word.part_only |= kinds.part && !kinds.verb && !kinds.adjective && !kinds.noun;
    word.adjective |= kinds.adjective && !kinds.participle;
    word.compared |= kinds.compared && !kinds.participle;
    if (kinds.verb) add_verb_forms(words, hunspell, entry);
    add_noun_and_adjective_forms(words, hunspell, entry);
    add_place(words, hunspell, entry);
  }
  add_partitives(words, hunspell);
}

void add_comparatives(Vocabulary& words) {
  constexpr std::size_t longest = 16;
  std::vector<std::pair<std::string, std::string>> adjectives;
  for (const auto& [form, word] : words) {
    const bool candidate = word.adjective && word.lower_case && !word.name && !word.inflected.empty();
    if (candidate && form.size() <= longest) adjectives.emplace_back(word.written, word.inflected);
  }
  for (const auto& [base, inflected] : adjectives) {
    const std::string comparative = base.ends_with('r') ? base + "der" : inflected + "r";
    const std::string superlative = base + (base.ends_with('s') ? "t" : "st");
    for (const std::string& form : {comparative, comparative + "e", superlative, superlative + "e"}) {
      const Word* known = find_word(words, fold(form));
      const bool open = known == nullptr ||
                        (known->links.empty() && !known->noun && !known->adjective && !known->infinitive);
      if (open) link_form(words, form, base, WordClass::adjective);
    }
  }
}

void add_word_list(Vocabulary& words, std::istream& list) {
  for (std::string line; std::getline(list, line);) {
    if (is_wanted(line)) add_word(words, line);
  }
}

}  // namespace codeboom
