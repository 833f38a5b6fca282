// `codeboom agree --spans`: agreement on the passages of a table, in one text.
#pragma once

#include <vector>

#include "app/command.h"

namespace codeboom {

// --spans, --length, --samples, --gamma-place, --gamma-code. It also takes --seed and --format text|json|csv.
const std::vector<OptionSpec>& span_options();

// Requires: --spans was given. Errors: usage for a length that is missing or no number; those of reading the table.
Result<ExitStatus> agree_on_spans(const Options& options, const CommandContext& context);

}  // namespace codeboom
