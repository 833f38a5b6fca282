// The coders that a command line names, lined up: a project's, or those of files with codings.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/options.h"
#include "codebook/units.h"
#include "corpus/project.h"

namespace codeboom {

struct ComparedCoders {
  Codebook codebook;
  LinedUp work;
  std::vector<std::string> others;  // coders that are there and were not chosen
};

// --coders, --codebook, --documents and --read-all. In the help of every command that compares.
const std::vector<OptionSpec>& coder_options();

// One argument that is a project, or files with codings together with --codebook and --documents. Without --coders: every person
// who did anything but decide on other people's disagreements; when there is only one, the machine too. Writes what could not be read to standard error.
// Errors: those of reading; not_found for a coder that is not there; bad_input when fewer than two coders are left, when somebody's
// codes are all of another codebook, or when no document was coded by two of them.
Result<ComparedCoders> compared_coders(const Options& options, UserLanguage language);
// `names`: these coders, in this order; empty: as above. `in_view`: of these documents only; empty: all.
Result<ComparedCoders> coders_of_project(const Project& project, const Options& options, const std::vector<std::string>& names,
                                         const std::function<bool(const Metadata&)>& in_view = {});

// "a,b , c" as three names.
std::vector<std::string> comma_separated(const std::string& names);

// The branch that --code names. Errors: not_found.
Result<std::optional<std::uint32_t>> chosen_branch(const Options& options, const Codebook& codebook);

}  // namespace codeboom
