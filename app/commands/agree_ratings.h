// `codeboom agree --ratings`: all coefficients of any table of judgements.
#pragma once

#include <vector>

#include "app/command.h"

namespace codeboom {

std::vector<OptionSpec> agree_ratings_options();
Result<ExitStatus> agree_ratings(const Options& options, const CommandContext& context);

}  // namespace codeboom
