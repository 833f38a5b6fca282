#include "engine/match/word_traits.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <initializer_list>

#include "engine/language/verb_form.h"
#include "engine/language/words.h"

namespace codeboom {
namespace {

struct Group {
  WordTraits traits;
  std::initializer_list<std::string_view> words;
};

constexpr WordTraits only(Trait trait) { return static_cast<WordTraits>(trait); }

// A word may stand in several groups.
const Group groups[] = {
    {only(Trait::te), {"te"}},
    {Trait::subordinator | Trait::governed | Trait::om, {"om"}},
    {Trait::subordinator | Trait::governed | Trait::demonstrative, {"dat", "die"}},
    {Trait::subordinator | Trait::governed,
     {"hoe", "waar", "waaraan", "waarbij", "waardoor", "waarin", "waarmee", "waarom", "waarop", "waarover",
      "waaruit", "waarvan", "waarvoor", "wat", "welk", "welke", "wie", "wiens"}},
    {only(Trait::subordinator),
     {"aangezien", "als",    "doordat", "hoewel",   "indien", "mits",    "nadat", "naarmate",
      "ofschoon",  "omdat",  "opdat",   "teneinde", "tenzij", "terwijl", "toen",  "totdat",
      "voordat",   "waarna", "wanneer", "zodat",    "zodra",  "zolang"}},
    {only(Trait::coordinator), {"dus", "en", "en/of", "maar", "of", "want"}},
    // Without "door", which also names who does it in a passive sentence.
    {only(Trait::preposition),
     {"aan",     "achter",  "behalve", "betreffende", "bij",   "binnen", "boven",  "buiten", "in",
      "jegens",  "langs",   "met",     "na",          "naar",  "naast",  "namens", "om",     "omtrent",
      "onder",   "ondanks", "op",      "over",        "per",   "qua",    "rond",   "rondom", "sinds",
      "tegen",   "ten",     "ter",     "tijdens",     "tot",   "tussen", "uit",    "van",    "vanuit",
      "vanwege", "via",     "volgens", "voor",        "zonder"}},
    {only(Trait::determiner),
     {"al",     "alle",    "allerlei", "ander",  "andere", "beide",    "dat",       "de",
      "deze",   "die",     "diverse",  "dit",    "eigen",  "een",      "elk",       "elke",
      "enkele", "ervaren", "geen",     "genoeg", "haar",   "het",      "hun",       "ieder",
      "iedere", "je",      "jouw",     "jullie", "meer",   "meerdere", "minder",    "mijn",
      "ons",    "onze",    "sommige",  "uw",     "veel",   "vele",     "voldoende", "weinig",
      "zijn",   "zulke",   "twee",     "drie",   "vier",   "vijf",     "zes",       "zeven",
      "acht",   "negen",   "tien",     "elf",    "twaalf", "twintig",  "dertig",    "honderd"}},
    {only(Trait::pronoun),
     {"elkaar", "er", "haar", "hem", "hen", "hij", "hun", "ik", "je", "jij", "jullie", "men", "u", "we",
      "wij", "ze", "zich", "zij"}},
    {only(Trait::negation), {"geen", "niet", "noch", "nooit", "zonder"}},
    {only(Trait::modal),
     {"durft",  "durven",  "ga",     "gaan",    "gaat", "ging",   "gingen", "kan",    "kon",
      "konden", "kun",     "kunnen", "kunt",    "laat", "laten",  "liet",   "lieten", "mag",
      "mocht",  "mochten", "moest",  "moesten", "moet", "moeten", "mogen",  "wil",    "wilde",
      "wilden", "willen",  "wilt",   "zal",     "zou",  "zouden", "zullen", "zult"}},
};

boost::unordered_flat_map<std::string_view, WordTraits> function_words() {
  boost::unordered_flat_map<std::string_view, WordTraits> words;
  for (const Group& group : groups) {
    for (const std::string_view word : group.words) {
      WordTraits& traits = words[word];
      traits = static_cast<WordTraits>(traits | group.traits);
    }
  }
  return words;
}

WordTraits verb_traits(std::string_view folded) {
  const VerbForm form = verb_form(folded);
  WordTraits traits = 0;
  if (form.shape == VerbShape::finite) traits = only(Trait::finite);
  if (form.shape == VerbShape::plural) traits = only(Trait::plural);
  return traits != 0 && form.other_too ? traits | Trait::doubtful : traits;
}

}  // namespace

WordTraits traits_of(std::string_view word) {
  static const auto known = function_words();
  const std::string folded = fold(word);
  WordTraits traits = verb_traits(folded);
  if (const auto found = known.find(folded); found != known.end()) {
    traits = static_cast<WordTraits>(traits | found->second);
  } else if (folded.size() > 3 && folded.ends_with('e') && !has(traits, Trait::finite)) {
    traits = traits | Trait::adjectival;
  } else if (!folded.empty() && folded[0] >= '0' && folded[0] <= '9') {
    traits = traits | Trait::determiner;
  }
  return traits;
}

}  // namespace codeboom
