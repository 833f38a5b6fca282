#include "app/commands/commands.h"
#include "app/terminal.h"
#include "codebook/exchange.h"
#include "corpus/files.h"
#include "corpus/project.h"
#include "message_keys/app.h"

namespace codeboom {
namespace {

constexpr std::string_view formats[] = {"jsonl", "csv"};

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto format = one_of(options, "format", formats);
  if (!format) return tl::unexpected(format.error());
  const auto project = Project::open(options.arguments().front());
  if (!project) return tl::unexpected(project.error());
  std::vector<Coder> coders;
  if (options.has("coder")) {
    const auto chosen = chosen_coder(*project, options);
    if (!chosen) return tl::unexpected(chosen.error());
    coders.push_back(*chosen);
  } else {
    const auto all = project->coders();
    if (!all) return tl::unexpected(all.error());
    coders = *all;
  }
  auto file = OutputFile::create(options.get("out").value_or("-"));
  if (!file) return tl::unexpected(file.error());
  if (*format == "csv") file->write(csv_header() + "\n");
  std::int64_t written = 0;
  const auto write = [&](const Document& document) -> Result<void> {
    for (const Coder& coder : coders) {
      const auto codings = codings_of(*project, coder, document);
      if (!codings) return tl::unexpected(codings.error());
      for (const Coding& coding : *codings) {
        file->write((*format == "csv" ? to_csv_line(coding, document.text) : to_json_line(coding, document.text)) + "\n");
        ++written;
      }
    }
    return {};
  };
  if (auto done = project->for_each_document(write); !done) return tl::unexpected(done.error());
  if (auto finished = file->finish(); !finished) return tl::unexpected(finished.error());
  if (const auto out = options.get("out"); out && *out != "-") {
    note({msg::export_done, {{"n", written}, {"file", *out}}}, context.language);
  }
  return ExitStatus::success;
}

}  // namespace

Command export_codings_command() {
  return {"export codings",
          "PROJECT",
          msg::command_export,
          {{"coder", "NAAM", msg::option_coder},
           {"format", "jsonl|csv", msg::option_export_format},
           {"out", "BESTAND", msg::option_out_file}},
          "codeboom export codings uit/project.codeboom --coder coder-a --format csv --out coder-a.csv",
          1,
          1,
          run};
}

}  // namespace codeboom
