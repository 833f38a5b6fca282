// Which documents a coder of a project coded, also those in which the coder found nothing.
#pragma once

#include <set>
#include <string>

#include "corpus/project.h"

namespace codeboom {

// The documents that a coder coded, by id: with codings, with a memo on the document, or, of a sample, those up to the last one coded in
// the order in which the coder was to take them; of the machine those in its last run.
Result<std::set<std::string>> documents_seen(const Project& project, const Coder& coder);

}  // namespace codeboom
