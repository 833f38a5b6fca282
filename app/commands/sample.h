// What the two halves of `sample` share.
#pragma once

#include "app/command.h"

namespace codeboom {

// `sample --plan`: how many documents to code twice. Needs no project.
Result<ExitStatus> run_sample_plan(const Options& options, const CommandContext& context);

}  // namespace codeboom
