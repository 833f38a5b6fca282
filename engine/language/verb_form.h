// Which shape of a verb a written word can be: enough to see where a clause has its verb, without a tagger.
#pragma once

#include <cstdint>
#include <string_view>

namespace codeboom {

enum class VerbShape : std::uint8_t {
  none,        // no verb, or as good as always something else ("werk", "plan")
  finite,      // "werkt", "werkten", "is"
  plural,      // "werken": plural, and infinitive too
  participle,  // "gewerkt", "begeleid", "samengewerkt"
};

struct VerbForm {
  VerbShape shape = VerbShape::none;
  bool other_too = false;  // the word can be a noun or adjective as well: "vragen", "plannen"
  friend bool operator==(const VerbForm&, const VerbForm&) = default;
};

// `folded` is a folded word. Source  the lexicon's readings.
VerbForm verb_form(std::string_view folded);

}  // namespace codeboom
