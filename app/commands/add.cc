#include "app/commands/commands.h"
#include "app/machine_run.h"
#include "app/terminal.h"
#include "corpus/project.h"
#include "message_keys/app.h"

namespace codeboom {
namespace {

struct Added {
  std::int64_t stored = 0, known = 0, refused = 0;
};

Result<Added> add_all(Project& project, const DocumentSource& source, const CommandContext& context) {
  Added added;
  ProgressBar progress(msg::app_progress_documents, source.count(), context.language);
  for (std::size_t place = 0; place < source.count(); ++place) {
    if (interrupted()) return fail(ErrorKind::usage, msg::app_interrupted);
    progress.done(place);
    const auto document = source.read(place);
    const auto refuse = [&](const Error& error) {
      ++added.refused;
      note({msg::run_refused, {{"reason", std::vector<Message>{error.message}}}}, context.language);
    };
    if (!document) {
      refuse(document.error());
      continue;
    }
    for (const Message& remark : document->notes) note(remark, context.language);
    const auto outcome = project.add_document(*document);
    if (!outcome && outcome.error().kind != ErrorKind::conflict) return tl::unexpected(outcome.error());
    if (!outcome) {
      refuse(outcome.error());
    } else {
      ++(*outcome == codeboom::Added::stored ? added.stored : added.known);
    }
  }
  return added;
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const std::string& path = options.arguments().front();
  auto project = Project::open(path);
  if (!project) return tl::unexpected(project.error());
  auto source = DocumentSource::open({options.arguments().begin() + 1, options.arguments().end()}, options);
  if (!source) return tl::unexpected(source.error());
  for (const Message& remark : source->notes()) note(remark, context.language);
  watch_for_interrupt();
  auto transaction = project->begin();
  if (!transaction) return tl::unexpected(transaction.error());
  const auto added = add_all(*project, *source, context);
  if (!added) return tl::unexpected(added.error());
  const std::string after = "{\"stored\":" + std::to_string(added->stored) + "}";
  if (auto recorded = project->record({now_utc(), "", "add documents", "", after}); !recorded) {
    return tl::unexpected(recorded.error());
  }
  if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
  print(in_words({msg::add_done,
                  {{"stored", added->stored}, {"known", added->known}, {"refused", added->refused}, {"file", path}}},
                 context.language) +
        "\n");
  return added->refused == 0 ? ExitStatus::success : ExitStatus::remarks;
}

}  // namespace

Command add_command() {
  return {"add",
          "PROJECT INVOER...",
          msg::command_add,
          {{"metadata", "TABEL", msg::option_metadata}, {"limit", "MiB", msg::option_limit}},
          "codeboom add lob.codeboom --metadata corpus/voorbeelden/metadata.tsv corpus/voorbeelden",
          2,
          1000000,
          run};
}

}  // namespace codeboom
