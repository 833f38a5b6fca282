#include "app/commands/commands.h"
#include "app/machine_run.h"
#include "app/project_machine.h"
#include "app/terminal.h"
#include "corpus/files.h"
#include "message_keys/app.h"
#include "reports/learning_report.h"

namespace codeboom {
namespace {

struct Learned {
  Codebook codebook;
  std::shared_ptr<LearnedModel> model;
  std::string kept_in;
};

bool is_codebook_file(const std::string& path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

Result<std::shared_ptr<LearnedModel>> learn_all(const Codebook& codebook, LearningMaterial material, UserLanguage language) {
  auto model = learn_with_progress(codebook, material.sentences, {}, language);
  if (!model) return tl::unexpected(model.error());
  model->fingerprint = std::move(material.fingerprint);
  return std::make_shared<LearnedModel>(std::move(*model));
}

Result<Learned> learn_codebook(const std::string& path, const Options& options, UserLanguage language) {
  const std::string out = options.get("out").value_or(model_path_beside(path));
  auto codebook = load_codebook(path);
  if (!codebook) return tl::unexpected(codebook.error());
  auto material = learning_material(*codebook, path);
  if (!material) return tl::unexpected(material.error());
  if (auto known = fitting_model(out, material->fingerprint)) return Learned{std::move(*codebook), std::move(known), out};
  auto model = learn_all(*codebook, std::move(*material), language);
  if (!model) return tl::unexpected(model.error());
  if (auto written = write_file(out, model_bytes(**model)); !written) return tl::unexpected(written.error());
  return Learned{std::move(*codebook), std::move(*model), out};
}

// The codebook's sentences, from the file that --codebook names where it brings files of its own, and people's codings.
Result<LearningMaterial> material_of_project(const Project& project, const Codebook& codebook, const Options& options) {
  const std::string path = options.get("codebook").value_or("");
  if (!codebook.learn_from.empty() && path.empty()) {
    return fail(ErrorKind::usage, msg::learning_needs_codebook, {{"codebook", codebook.id_and_version()}});
  }
  auto material = learning_material(codebook, path);
  if (!material) return material;
  const auto sentences = project_sentences(project, codebook);
  if (!sentences) return tl::unexpected(sentences.error());
  std::string own;
  for (const LearningSentence& sentence : *sentences) {
    own += sentence.group + "\t" + sentence.text;
    for (const std::uint32_t code : sentence.codes) own += "\t" + std::to_string(code);
    own += '\n';
  }
  material->sentences.insert(material->sentences.end(), sentences->begin(), sentences->end());
  material->fingerprint = content_hash(material->fingerprint + own);
  return material;
}

Result<Learned> learn_project(const std::string& path, const Options& options, UserLanguage language) {
  auto project = Project::open(path);
  if (!project) return tl::unexpected(project.error());
  auto transaction = project->begin();
  if (!transaction) return tl::unexpected(transaction.error());
  Result<Codebook> codebook = tl::unexpected(Error{});
  if (const auto file = options.get("codebook")) {
    codebook = load_codebook(*file);
  } else {
    const auto record = chosen_codebook(*project, options);
    if (!record) return tl::unexpected(record.error());
    codebook = from_record(*record);
  }
  if (!codebook) return tl::unexpected(codebook.error());
  auto material = material_of_project(*project, *codebook, options);
  if (!material) return tl::unexpected(material.error());
  auto model = learn_all(*codebook, std::move(*material), language);
  if (!model) return tl::unexpected(model.error());
  const ReadyCoder ready{*codebook, *model, *make_machine_coder(*codebook, *model)};
  if (auto kept = keep_in_project(*project, ready); !kept) return tl::unexpected(kept.error());
  const std::string after = "{\"fingerprint\":\"" + (*model)->fingerprint + "\"}";
  if (auto recorded = project->record({now_utc(), std::string(machine_coder), "learn", "", after}); !recorded) {
    return tl::unexpected(recorded.error());
  }
  if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
  return Learned{std::move(*codebook), std::move(*model), path};
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto format = one_of(options, "format", table_formats);
  if (!format) return tl::unexpected(format.error());
  const std::string& path = options.arguments().front();
  const auto learned = is_codebook_file(path) ? learn_codebook(path, options, context.language)
                                              : learn_project(path, options, context.language);
  if (!learned) return tl::unexpected(learned.error());
  const Table table = record_table(learned->codebook, *learned->model, context.language);
  if (*format == "json") {
    print(to_json(learned->codebook, *learned->model) + "\n");
  } else if (*format == "csv") {
    print(to_csv(table));
  } else {
    print(to_text(table, output_width()) + "\n" + in_words(headline(*learned->model), context.language) + "\n" +
          in_words({msg::learning_written, {{"file", learned->kept_in}}}, context.language) + "\n");
  }
  return ExitStatus::success;
}

}  // namespace

Command learn_command() {
  return {"learn", "CODEBOEK|PROJECT", msg::command_learn,
          {{"out", "BESTAND", msg::option_model_out},
           {"codebook", "BESTAND", msg::option_learn_codebook},
           {"format", "text|csv|json", msg::option_format}},
          "codeboom learn lob.codeboom --codebook codebook/boeken/hva-succeselementen.yaml", 1, 1, run};
}

}  // namespace codeboom
