#include "app/commands/commands.h"
#include "app/terminal.h"
#include "codebook/check.h"
#include "codebook/crosswalk.h"
#include "corpus/joined.h"
#include "corpus/text_file.h"
#include "message_keys/app.h"
#include "message_keys/crosswalk.h"

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

Result<ExitStatus> check_crosswalk(const std::string& path, UserLanguage language) {
  const auto loaded = load_crosswalk(path);
  if (!loaded) return tl::unexpected(loaded.error());
  const auto faults = crosswalk_faults(*loaded);
  for (const Message& fault : faults) print(in_words(fault, language) + "\n");
  std::int64_t links = 0;
  for (const CrosswalkTarget& target : loaded->crosswalk.targets) links += static_cast<std::int64_t>(target.links.size());
  print(in_words({msg::crosswalk_checked, {{"crosswalk", loaded->crosswalk.id_and_version()},
                                           {"links", links},
                                           {"from", loaded->from.id},
                                           {"targets", static_cast<std::int64_t>(loaded->targets.size())},
                                           {"faults", static_cast<std::int64_t>(faults.size())}}},
                 language) +
        "\n");
  return faults.empty() ? ExitStatus::success : ExitStatus::remarks;
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const std::string& path = options.arguments().front();
  if (const auto text = read_text_file(path); text && is_crosswalk(*text)) return check_crosswalk(path, context.language);
  const auto codebook = load_codebook(path);
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
