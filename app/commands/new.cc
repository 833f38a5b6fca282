#include "app/commands/commands.h"
#include "app/machine_run.h"
#include "app/project_machine.h"
#include "app/terminal.h"
#include "codebook/codebook.h"
#include "corpus/project.h"
#include "message_keys/app.h"

namespace codeboom {
namespace {

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const std::string& path = options.arguments().front();
  std::optional<ReadyCoder> ready;  // read before anything is written
  if (const auto codebook_path = options.get("codebook")) {
    auto loaded = ready_coder(*codebook_path, options, Purpose::documents, context.language);
    if (!loaded) return tl::unexpected(loaded.error());
    ready = std::move(*loaded);
  }
  auto project = Project::create(path);
  if (!project) return tl::unexpected(project.error());
  auto transaction = project->begin();
  if (!transaction) return tl::unexpected(transaction.error());
  if (ready) {
    if (auto kept = keep_in_project(*project, *ready); !kept) return tl::unexpected(kept.error());
  }
  if (auto recorded = project->record({now_utc(), "", "new project", "", ""}); !recorded) {
    return tl::unexpected(recorded.error());
  }
  if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
  print(in_words({msg::new_done, {{"file", path}}}, context.language) + "\n");
  return ExitStatus::success;
}

}  // namespace

Command new_command() {
  return {"new", "PROJECT", msg::command_new, with_machine_options({{"codebook", "BESTAND", msg::option_codebook_optional}}),
          "codeboom new lob.codeboom --codebook codebook/boeken/hva-succeselementen.yaml", 1, 1, run};
}

}  // namespace codeboom
