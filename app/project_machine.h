// The machine coder of a project: its codebook version and what was learned for it, both kept in the project file.
#pragma once

#include <vector>

#include "app/machine_source.h"
#include "corpus/project.h"

namespace codeboom {

// With --codebook: that file's coder, and both its codebook and its model go into the project. Otherwise the version that the
// project got last, with the model that it keeps for it.
Result<ReadyCoder> project_coder(Project& project, const Options& options, UserLanguage language);

// The model that the project keeps for a codebook version; empty when it keeps none.
Result<std::shared_ptr<LearnedModel>> model_of_project(const Project& project, const std::string& codebook);

// Puts the codebook and, if there is one, the model into the project.
Result<void> keep_in_project(Project& project, const ReadyCoder& ready);

// What people coded in the project's documents, sentence by sentence, each coder apart: codings and accepted suggestions. A
// document in which a coder gave nothing says nothing about that coder.
Result<std::vector<LearningSentence>> project_sentences(const Project& project, const Codebook& codebook);

}  // namespace codeboom
