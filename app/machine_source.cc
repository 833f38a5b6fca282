#include "app/machine_source.h"

#include <filesystem>
#include <future>

#include "app/shipped.h"
#include "app/terminal.h"
#include "codebook/ready.h"
#include "corpus/files.h"
#include "message_keys/app.h"
#include "message_keys/codebook.h"

namespace codeboom {
namespace {

constexpr std::uint64_t largest_model = 1024ull * 1024 * 1024, largest_ready = 256ull * 1024 * 1024;

using Model = std::shared_ptr<LearnedModel>;

Result<Model> load_model(const std::string& path) {
  const auto file = MappedFile::open(path, largest_model);
  if (!file) return tl::unexpected(file.error());
  auto model = read_model((*file)->bytes(), *file, path);
  if (!model) return tl::unexpected(model.error());
  return std::make_shared<LearnedModel>(std::move(*model));
}

// A codebook that brings too little has rules only; that is no error.
Result<Model> learned_now(const Codebook& codebook, const std::string& path, UserLanguage language) {
  const auto material = learning_material(codebook, path);
  if (!material) return tl::unexpected(material.error());
  auto model = learn_with_progress(codebook, material->sentences, {}, language);
  if (!model) {
    if (model.error().message.key == msg::learning_too_little && codebook.learn_from.empty()) return Model();
    return tl::unexpected(model.error());
  }
  model->fingerprint = material->fingerprint;
  note({msg::learning_done_now, {{"sentences", std::int64_t{model->sentences}}, {"file", path}}}, language);
  return std::make_shared<LearnedModel>(std::move(*model));
}

Result<Model> model_for(const Codebook& codebook, const std::string& path, const Options& options, Purpose purpose,
                        UserLanguage language) {
  if (options.has("rules-only")) return Model();
  if (const auto given = options.get("model")) return load_model(*given);
  const auto fingerprint = learning_fingerprint(codebook, path);
  if (!fingerprint) return tl::unexpected(fingerprint.error());
  for (const std::string& place : {model_path_beside(path), program_folder() + "/models/" + codebook.id + ".model"}) {
    if (auto model = fitting_model(place, *fingerprint)) return model;
  }
  if (purpose == Purpose::documents && codebook.learn_from.empty()) return Model();
  return learned_now(codebook, path, language);
}

// As a build of the program left them in its folder, when this is that very file.
std::optional<ReadyRules> ready_rules(const std::string& path, std::string_view file) {
  const auto ready = MappedFile::open(ready_path(path, program_folder() + "/models"), largest_ready);
  if (!ready) return std::nullopt;
  return read_ready((*ready)->bytes(), file, program_version);
}

}  // namespace

std::vector<OptionSpec> with_machine_options(std::vector<OptionSpec> options) {
  options.push_back({"model", "BESTAND", msg::option_model});
  options.push_back({"rules-only", "", msg::option_rules_only});
  return options;
}

Result<ReadyCoder> ready_coder(const std::string& codebook_path, const Options& options, Purpose purpose, UserLanguage language) {
  const auto file = read_file(codebook_path);
  if (!file) return tl::unexpected(file.error());
  auto ready = ready_rules(codebook_path, *file);
  auto codebook = ready ? std::move(ready->codebook) : read_codebook(*file, codebook_path);
  if (!codebook) return tl::unexpected(codebook.error());
  // Whether the model fits is found out beside compiling the rules: both take a third of the time to the first suggestion.
  auto fitting = std::async(std::launch::async, [&] { return model_for(*codebook, codebook_path, options, purpose, language); });
  auto compiled = ready ? std::move(ready->rules) : compile_rules(*codebook);
  auto model = fitting.get();
  if (!model) return tl::unexpected(model.error());
  if (!compiled) return tl::unexpected(compiled.error());
  auto coder = make_machine_coder(*codebook, std::move(*compiled), *model);
  if (!coder) return tl::unexpected(coder.error());
  return ReadyCoder{std::move(*codebook), std::move(*model), std::move(*coder)};
}

Result<LearnedModel> learn_with_progress(const Codebook& codebook, const std::vector<LearningSentence>& sentences,
                                         const LearningOptions& how, UserLanguage language) {
  ProgressBar progress(msg::learning_progress, how.folds + 1, language);
  return learn(codebook, sentences, how, [&](std::uint32_t done, std::uint32_t) { progress.done(done); });
}

std::string model_path_beside(const std::string& codebook_path) {
  return std::filesystem::path(codebook_path).replace_extension(".model").string();
}

std::string ready_path(const std::string& codebook_path, const std::string& folder) {
  return (std::filesystem::path(folder) / std::filesystem::path(codebook_path).stem()).string() + ".ready";
}

std::shared_ptr<LearnedModel> fitting_model(const std::string& path, const std::string& fingerprint) {
  auto model = load_model(path);
  return model && (*model)->fingerprint == fingerprint ? std::move(*model) : nullptr;
}

}  // namespace codeboom
