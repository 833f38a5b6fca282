// Do the named sets of rules stand on their own feet? Only engine/match includes this.
#pragma once

#include "engine/match/rule_set.h"

namespace codeboom {

// Every set, also one that nothing uses. Errors: bad_input for a set that does not exist, that contains itself (with the way
// round), or a regular expression that is not valid.
Result<void> check_sets(const RuleSetSource& source);

}  // namespace codeboom
