// The machine coder that goes with a codebook file: its rules, and what was learned, from a model file or on the spot.
#pragma once

#include <memory>
#include <string>

#include "app/command.h"
#include "codebook/machine.h"

namespace codeboom {

struct ReadyCoder {
  Codebook codebook;
  std::shared_ptr<LearnedModel> model;  // empty: rules only
  MachineCoder coder;
};

// Options that every command with a machine coder takes: --rules-only, --model.
std::vector<OptionSpec> with_machine_options(std::vector<OptionSpec> options);

// What it is for: a codebook without files to learn from can rank sentences by its own examples, but needs no model for documents.
enum class Purpose { ranking, documents };

// The codebook of that file and its rules, read and compiled by the build of this program when it comes with it. And the model that
// --model names; or one that fits this codebook to the letter, beside it (X.yaml: X.model) or in the folder `models` beside the
// program; or one learned now, said on standard error, when the codebook brings enough to learn from.
// Errors: those of loading the codebook, its sentences and a model; bad_input when --model was learned for another codebook.
Result<ReadyCoder> ready_coder(const std::string& codebook_path, const Options& options, Purpose purpose, UserLanguage language);

// learn(), with progress on standard error.
Result<LearnedModel> learn_with_progress(const Codebook& codebook, const std::vector<LearningSentence>& sentences,
                                         const LearningOptions& how, UserLanguage language);

// X.yaml -> X.model
std::string model_path_beside(const std::string& codebook_path);

// FOLDER, boeken/X.yaml -> FOLDER/X.ready: the codebook read and compiled (codebook/ready.h)
std::string ready_path(const std::string& codebook_path, const std::string& folder);

// The model in that file when it was made from exactly this; otherwise nothing.
std::shared_ptr<LearnedModel> fitting_model(const std::string& path, const std::string& fingerprint);

}  // namespace codeboom
