// Fills the index from terms to classes. Only engine/match includes this.
#pragma once

#include "engine/match/compiled.h"

namespace codeboom {

// Words that the term matches belong to the class. Errors: bad_input for a regular expression that is not
// valid.
Result<void> add_to_index(ClassIndex& index, const Term& term, ClassId id);

// Call after the last term.
void finish_index(ClassIndex& index);

}  // namespace codeboom
