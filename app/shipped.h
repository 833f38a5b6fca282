// What comes with the program: the codebooks and the crosswalk in `boeken` beside it.
#pragma once

#include <string>

#include "app/options.h"
#include "codebook/crosswalk.h"

namespace codeboom {

// The folder in which the program stands; empty when the system does not say.
std::string program_folder();

// Errors: not_found when the program's folder lacks it, saying where it was looked for; those of load_codebook.
Result<Codebook> shipped_codebook(const std::string& id);

// The crosswalk that --crosswalk names, or the one that comes with the program. Errors: as above; those of load_sound_crosswalk.
Result<LoadedCrosswalk> chosen_crosswalk(const Options& options);

}  // namespace codeboom
