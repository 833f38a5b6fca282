#include "app/commands/commands.h"
#include "app/machine_run.h"
#include "app/project_machine.h"
#include "app/terminal.h"
#include "corpus/project.h"
#include "engine/language/words.h"
#include "message_keys/app.h"

namespace codeboom {
namespace {

struct Counts {
  std::int64_t documents = 0, suggestions = 0;
};

Result<Counts> code_all(Project& project, const ReadyCoder& ready, unsigned threads, const CommandContext& context) {
  const auto documents = project.documents();
  if (!documents) return tl::unexpected(documents.error());
  if (documents->empty()) return fail(ErrorKind::not_found, msg::code_no_documents);
  if (auto added = project.add_coder({std::string(machine_coder), CoderKind::machine}); !added) {
    return tl::unexpected(added.error());
  }
  const auto machine_run = project.start_run(
      {0, ready.codebook.id_and_version(), std::string(program_version), std::string(lexicon_version()), now_utc(),
       ready.model ? ready.model->fingerprint : std::string()});
  if (!machine_run) return tl::unexpected(machine_run.error());
  Counts counts;
  ProgressBar progress(msg::app_progress_documents, documents->size(), context.language);
  const auto read = [&](std::size_t place) { return project.document((*documents)[place].id); };
  const auto use = [&](std::size_t place, Result<CodedDocument> coded) -> Result<void> {
    if (!coded) return tl::unexpected(coded.error());
    progress.done(place);
    ++counts.documents;
    counts.suggestions += static_cast<std::int64_t>(coded->suggestions.suggestions.size());
    return project.add_suggestions(*machine_run, coded->document.metadata.id, coded->suggestions);
  };
  const MachineRunOptions how{threads, Lines::not_wanted, ReadingPlace::on_caller};
  if (auto done = run_machine(ready.coder, to_record(ready.codebook), *machine_run, documents->size(), read, how, use); !done) {
    return tl::unexpected(done.error());
  }
  return counts;
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto threads = thread_count(options);
  if (!threads) return tl::unexpected(threads.error());
  auto project = Project::open(options.arguments().front());
  if (!project) return tl::unexpected(project.error());
  watch_for_interrupt();
  auto transaction = project->begin();
  if (!transaction) return tl::unexpected(transaction.error());
  const auto ready = project_coder(*project, options, context.language);
  if (!ready) return tl::unexpected(ready.error());
  const auto counts = code_all(*project, *ready, *threads, context);
  if (!counts) return tl::unexpected(counts.error());
  const std::string after = "{\"codebook\":\"" + ready->codebook.id_and_version() +
                            "\",\"suggestions\":" + std::to_string(counts->suggestions) + "}";
  if (auto recorded = project->record({now_utc(), std::string(machine_coder), "machine run", "", after}); !recorded) {
    return tl::unexpected(recorded.error());
  }
  if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
  print(in_words({msg::code_done, {{"documents", counts->documents},
                                   {"suggestions", counts->suggestions},
                                   {"codebook", ready->codebook.id_and_version()}}},
                 context.language) +
        "\n");
  return ExitStatus::success;
}

}  // namespace

Command code_command() {
  return {"code", "PROJECT", msg::command_code,
          with_machine_options({{"codebook", "BESTAND", msg::option_codebook_or_last}, {"threads", "N", msg::option_threads}}),
          "codeboom code lob.codeboom --codebook codebook/boeken/hva-succeselementen.yaml", 1, 1, run};
}

}  // namespace codeboom
