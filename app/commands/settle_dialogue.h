// Settling in the terminal: one open disagreement after the other, in the order of the text.
#pragma once

#include <array>

#include "app/coders_source.h"
#include "app/command.h"
#include "codebook/settling.h"

namespace codeboom {

// Asks on standard output, reads standard input to its end or to "stop". Every decision is an act of its own and stored at once, so
// that nothing is lost when a meeting is cut off. Returns all of them together. `settling` says who decides for which consensus; each
// decision gets the time at which it was made.
Result<SettleOutcome> settle_in_dialogue(Project& project, const ComparedCoders& compared, const PairOfCoders& pair, Settling settling,
                                         UserLanguage language);

}  // namespace codeboom
