// What was decided in a project: about which coding, for which consensus, by whom, when and why.
#pragma once

#include "app/command.h"
#include "corpus/project.h"

namespace codeboom {

// Prints the decisions on disagreements in the order made, as text or CSV (document,start,end,code,quote,verdict,consensus,
// decided_by,at,reason; places in code points). Errors: those of the project.
Result<ExitStatus> show_decisions(const Project& project, std::string_view format, UserLanguage language);

}  // namespace codeboom
