// From links that sources and rules proposed to the readings that the lexicon keeps.
#pragma once

#include "engine/language/build/vocabulary.h"

namespace codeboom {

// Words that no flag, table or verb explains, mostly compounds: linked by the form of their last part, or by
// the spelling of plurals, diminutives and adjectives when the base is a known word.
void link_unexplained(Vocabulary& words);

// The links of every word become lemmas: a link to a form that is no lemma itself follows that form's links;
// a word that is a lemma links to itself. Sorted.
void settle_links(Vocabulary& words);

}  // namespace codeboom
