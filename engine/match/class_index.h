// Fills the index from terms to classes. Only engine/match includes this.
#pragma once

#include "engine/match/compiled.h"

namespace codeboom {

// Words that the term matches belong to these classes. Regular expressions are not indexed by text and left alone.
void add_to_index(ClassIndex& index, const Term& term, const std::vector<ClassId>& classes);
// Those are added as they are met. Errors: bad_input for one that is not valid.
Result<void> add_pattern(ClassIndex& index, const Term& term, ClassId id);

// Call after the last term.
void finish_index(ClassIndex& index);

}  // namespace codeboom
