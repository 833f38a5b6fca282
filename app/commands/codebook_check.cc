#include "app/commands/commands.h"
#include "app/terminal.h"
#include "codebook/check.h"
#include "corpus/joined.h"
#include "message_keys/app.h"

namespace codeboom {
namespace {

void print_fault(const Codebook& codebook, const ExampleFault& fault, UserLanguage language) {
  const MessageKey key = fault.kind == ExampleFault::Kind::missed ? msg::check_missed : msg::check_false_alarm;
  print(in_words({key,
                  {{"code", codebook.codes[fault.code].id},
                   {"example", fault.example},
                   {"score", static_cast<double>(fault.score)},
                   {"threshold", static_cast<double>(codebook.codes[fault.code].threshold)},
                   {"count", static_cast<std::int64_t>(fault.rules.size())},
                   {"rules", joined(fault.rules, ", ")}}},
                 language) +
        "\n");
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto codebook = load_codebook(options.arguments().front());
  if (!codebook) return tl::unexpected(codebook.error());
  const auto check = check_codebook(*codebook);
  if (!check) return tl::unexpected(check.error());
  for (const Message& warning : check->warnings) print(in_words(warning, context.language) + "\n");
  for (const ExampleFault& fault : check->faults) print_fault(*codebook, fault, context.language);
  print(in_words({msg::check_summary, {{"codebook", codebook->id_and_version()},
                                       {"codes", static_cast<std::int64_t>(codebook->codes.size())},
                                       {"rules", static_cast<std::int64_t>(rule_ids(*codebook).size())},
                                       {"examples", std::int64_t{check->examples}},
                                       {"not_run", std::int64_t{check->not_run}},
                                       {"faults", static_cast<std::int64_t>(check->faults.size())}}},
                 context.language) +
        "\n");
  return check->faults.empty() ? ExitStatus::success : ExitStatus::remarks;
}

}  // namespace

Command codebook_check_command() {
  return {"codebook check", "BESTAND", msg::command_codebook_check, {},
          "codeboom codebook check codebook/boeken/hva-succeselementen.yaml", 1, 1, run};
}

}  // namespace codeboom
