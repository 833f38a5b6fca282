#include "app/commands/commands.h"
#include "app/machine_source.h"
#include "app/terminal.h"
#include "corpus/files.h"
#include "reports/learning_report.h"

namespace codeboom {
namespace {

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto format = one_of(options, "format", table_formats);
  if (!format) return tl::unexpected(format.error());
  const std::string path = options.arguments().front();
  const std::string out = options.get("out").value_or(model_path_beside(path));
  const auto codebook = load_codebook(path);
  if (!codebook) return tl::unexpected(codebook.error());
  const auto material = learning_material(*codebook, path);
  if (!material) return tl::unexpected(material.error());
  auto model = fitting_model(out, material->fingerprint);
  if (!model) {
    auto learned = learn_with_progress(*codebook, material->sentences, {}, context.language);
    if (!learned) return tl::unexpected(learned.error());
    model = std::make_shared<LearnedModel>(std::move(*learned));
    model->fingerprint = material->fingerprint;
    if (auto written = write_file(out, model_bytes(*model)); !written) return tl::unexpected(written.error());
  }
  const Table table = record_table(*codebook, *model, context.language);
  if (*format == "json") {
    print(to_json(*codebook, *model) + "\n");
  } else if (*format == "csv") {
    print(to_csv(table));
  } else {
    print(to_text(table, output_width()) + "\n" + in_words(headline(*model), context.language) + "\n" +
          in_words({msg::learning_written, {{"file", out}}}, context.language) + "\n");
  }
  return ExitStatus::success;
}

}  // namespace

Command learn_command() {
  return {"learn", "CODEBOEK", msg::command_learn,
          {{"out", "BESTAND", msg::option_model_out}, {"format", "text|csv|json", msg::option_format}},
          "codeboom learn codebook/boeken/hva-succeselementen.yaml --out succes.model", 1, 1, run};
}

}  // namespace codeboom
