#include "engine/language/verb_form.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/language/lexicon.h"

namespace codeboom {
namespace {

// Nouns or adjectives too (kies, leer, waar), but hardly ever in running text.
constexpr std::array<std::string_view, 26> mostly_verbs = {
    "delen", "helpen", "hopen",   "kiezen", "kost",   "leren",  "maken",  "moet",  "moeten",
    "mogen", "spelen", "spreken", "staat",  "stond",  "voeren", "volgen", "waren", "was",
    "werd",  "werken", "weten",   "wil",    "vinden", "zal",    "zag",    "zoeken"};

constexpr std::array<std::string_view, 5> prefixes = {"be", "ver", "ont", "her", "er"};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "gekozen", "gegeven", "samengewerkt": ge- before a stem that does not begin so itself.
bool has_ge(std::string_view form, std::string_view infinitive) {
  return form.starts_with("ge") && (!infinitive.starts_with("ge") || form.starts_with("gege"));
}

// "begeleid", "ontwikkeld", "besproken"; in -t they are finite forms too ("bereikt").
bool is_prefixed_participle(std::string_view form, std::string_view infinitive) {
  const bool prefixed = std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
    return form.starts_with(prefix) && infinitive.starts_with(prefix);
  });
  if (!prefixed) return false;
  return form.ends_with('d') || (form.ends_with("en") && !form.ends_with("den") && !form.ends_with("ten"));
}

VerbShape shape_of(std::string_view form, std::string_view infinitive, std::size_t particle) {
  if (form == infinitive) return VerbShape::plural;
  if (has_ge(form, infinitive) || is_prefixed_participle(form, infinitive)) return VerbShape::participle;
  if (particle > 0 && form.size() > particle && has_ge(form.substr(particle), infinitive.substr(particle))) {
    return VerbShape::participle;
  }
  return VerbShape::finite;
}

}  // namespace

VerbForm verb_form(std::string_view folded) {
  if (folded == "zijn") return {VerbShape::plural, true};
  if (folded.size() > longest_entry || folded.ends_with("end") || folded.ends_with("ende")) return {};
  const Lexicon& words = lexicon();
  const std::uint32_t slot = find_slot(words, folded);
  if (slot == no_slot) return {};
  VerbForm form;
  for_each_reading(words, slot, [&](Reading reading) {
    if (reading.word_class == WordClass::verb) {
      const VerbShape shape =
          shape_of(folded, folded_word(words, reading.lemma), particle_length(words, reading.lemma));
      if (form.shape == VerbShape::none || shape == VerbShape::plural) form.shape = shape;
    } else {
      form.other_too = true;
    }
  });
  if (form.shape == VerbShape::none) return {};
  if (holds(mostly_verbs, folded)) form.other_too = false;
  // "werk", "plan", "bezoek": the stem is a finite form only beside ik, and beside a turned je.
  const bool stem = form.shape == VerbShape::finite && !folded.ends_with('t') && !folded.ends_with("en") &&
                    !folded.ends_with("de") && !folded.ends_with("te");
  if (form.other_too && stem) return {};
  return form;
}

}  // namespace codeboom
