// Do the named sets of rules stand on their own feet? Only engine/match includes this.
#pragma once

#include "engine/match/rule_set.h"

namespace codeboom {

// The names of all sets, also of those that nothing uses, each behind the sets that it holds: so that they can be spelled out one
// by one, however long a chain they make. Errors: bad_input for a set that does not exist, that contains itself (with the way
// round), or a regular expression that is not valid.
Result<std::vector<std::string>> checked_sets(const RuleSetSource& source);

}  // namespace codeboom
