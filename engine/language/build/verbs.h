// Links the forms of verbs to their infinitives: weak by rule, strong by their principal parts, also of
// derived verbs.
#pragma once

#include <string>
#include <vector>

#include "engine/language/build/sources.h"

namespace codeboom {

struct VerbTables {
  Table strong;       // infinitive | past singular | past plural | participle
  Table present;      // infinitive | forms
  Table loan;         // infinitive | stem | d or t | prefix of the participle
  Table particles;    // particle | "both" when it also makes inseparable verbs
  Table inseparable;  // prefix
  Table rare;         // infinitive that loses to the noun it looks like
};

// After all words are in. Marks separable infinitives with the length of their particle.
void add_verbs(Vocabulary& words, const VerbTables& tables);

// Ways to spell the stem of an infinitive, the likelier first: leren -> leer, ler; wandelen -> wandeel,
// wandel.
std::vector<std::string> stems_of(std::string_view infinitive);

}  // namespace codeboom
