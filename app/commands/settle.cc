#include <algorithm>

#include "app/coders_source.h"
#include "app/commands/commands.h"
#include "app/commands/settle_dialogue.h"
#include "app/commands/settle_show.h"
#include "app/machine_run.h"
#include "app/terminal.h"
#include "codebook/sheet.h"
#include "corpus/joined.h"
#include "corpus/text_file.h"
#include "message_keys/agree_commands.h"
#include "message_keys/settle.h"

namespace codeboom {
namespace {

Result<std::optional<Sheet>> sheet_in(const Options& options) {
  const auto path = options.get("sheet");
  if (!path) return std::optional<Sheet>{};
  const auto text = read_text_file(*path);
  if (!text) return tl::unexpected(text.error());
  auto sheet = read_sheet(*text, *path);
  if (!sheet) return tl::unexpected(sheet.error());
  return std::optional(std::move(*sheet));
}

// The coders of the sheet, in its order, so that its a is our a; else those that the command line names, if any.
Result<std::vector<std::string>> coders_for(const Project& project, const Options& options, const std::optional<Sheet>& sheet) {
  const std::vector<std::string> named = comma_separated(options.get("coders").value_or(""));
  if (!sheet) return named;
  const std::vector<std::string> ours(sheet->coders.begin(), sheet->coders.end());
  if (!named.empty() && !std::is_permutation(named.begin(), named.end(), ours.begin(), ours.end())) {
    return fail(ErrorKind::usage, msg::settle_other_coders,
                {{"file", sheet->source}, {"sheet", joined(ours, ", ")}, {"coders", joined(named, ", ")}});
  }
  const auto coders = project.coders();
  if (!coders) return tl::unexpected(coders.error());
  std::vector<std::string> there;
  for (const Coder& coder : *coders) there.push_back(coder.name);
  for (const std::string& name : ours) {
    if (std::find(there.begin(), there.end(), name) != there.end()) continue;
    return fail(ErrorKind::not_found, msg::settle_unknown_coder,
                {{"file", sheet->source},
                 {"line", std::int64_t{sheet->lines.front().line}},
                 {"coder", name},
                 {"coders", joined(there, ", ")}});
  }
  return ours;
}

void tell(const SettleOutcome& outcome, const std::string& who, UserLanguage language) {
  const auto count = [](std::uint64_t number) { return static_cast<std::int64_t>(number); };
  if (!outcome.changed()) {
    print(in_words({msg::settle_nothing_new, {{"known", count(outcome.known)}, {"left", count(outcome.left)}}}, language) + "\n");
    return;
  }
  print(in_words({msg::settle_done,
                  {{"settled", count(outcome.done.settled())},
                   {"who", who},
                   {"agreed", count(outcome.done.agreed)},
                   {"coder", outcome.done.coder},
                   {"codings", count(outcome.has)},
                   {"left", count(outcome.left)}}},
                 language) +
        "\n");
}

Result<ExitStatus> undo(const Options& options, const CommandContext& context) {
  if (auto alone = only_with(options, "undo", std::array<std::string_view, 1>{"by"}); !alone) return tl::unexpected(alone.error());
  auto project = Project::open(options.arguments().front());
  if (!project) return tl::unexpected(project.error());
  auto transaction = project->begin();
  if (!transaction) return tl::unexpected(transaction.error());
  const auto undone = undo_settling(*project, now_utc(), options.get("by").value_or(""));
  if (!undone) return tl::unexpected(undone.error());
  if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
  print(in_words({msg::settle_undone,
                  {{"settled", static_cast<std::int64_t>(undone->settled())},
                   {"codings", static_cast<std::int64_t>(undone->codings)},
                   {"coder", undone->coder}}},
                 context.language) +
        "\n");
  return ExitStatus::success;
}

// What the sheet says and, when asked for, what was agreed: one act.
Result<SettleOutcome> settle_at_once(Project& project, const ComparedCoders& compared, const PairOfCoders& pair, Settling settling,
                                     const std::optional<Sheet>& sheet) {
  if (sheet) {
    auto decided = decisions_in(*sheet, pair.disagreements, compared.work, compared.codebook);
    if (!decided) return tl::unexpected(decided.error());
    settling.decided = std::move(*decided);
    settling.source = sheet->source;
  }
  settling.at = now_utc();
  auto transaction = project.begin();
  if (!transaction) return tl::unexpected(transaction.error());
  auto outcome = settle(project, compared.work, compared.codebook, {0, 1}, pair, settling);
  if (!outcome || !outcome->changed()) return outcome;
  if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
  return outcome;
}

Result<ExitStatus> show(const Options& options, const CommandContext& context) {
  constexpr std::string_view formats[] = {"text", "csv"};
  if (auto alone = only_with(options, "show", std::array<std::string_view, 1>{"format"}); !alone) return tl::unexpected(alone.error());
  const auto format = one_of(options, "format", formats);
  if (!format) return tl::unexpected(format.error());
  const auto project = Project::open_read_only(options.arguments().front());
  if (!project) return tl::unexpected(project.error());
  return show_decisions(*project, *format, context.language);
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  if (options.has("show")) return show(options, context);
  if (auto fits = none_without(options, "show", std::array<std::string_view, 1>{"format"}); !fits) return tl::unexpected(fits.error());
  if (options.has("undo")) return undo(options, context);
  const auto who = required(options, "by");
  if (!who) return tl::unexpected(who.error());
  const auto sheet = sheet_in(options);
  if (!sheet) return tl::unexpected(sheet.error());
  auto project = Project::open(options.arguments().front());
  if (!project) return tl::unexpected(project.error());
  const auto names = coders_for(*project, options, *sheet);
  if (!names) return tl::unexpected(names.error());
  const auto compared = coders_of_project(*project, options, *names);
  if (!compared) return tl::unexpected(compared.error());
  if (compared->work.coders.size() != 2) {
    return fail(ErrorKind::usage, msg::settle_two_coders, {{"coders", joined(compared->work.coders, ", ")}});
  }
  const PairOfCoders pair = compare(compared->work, compared->codebook, 0, 1);
  Settling settling{options.get("as").value_or(std::string(default_consensus_coder)), *who, "", {}, options.has("agreed")};
  const bool at_once = *sheet || settling.agreed;
  const auto outcome = at_once ? settle_at_once(*project, *compared, pair, std::move(settling), *sheet)
                               : settle_in_dialogue(*project, *compared, pair, std::move(settling), context.language);
  if (!outcome) return tl::unexpected(outcome.error());
  tell(*outcome, *who, context.language);
  return ExitStatus::success;
}

}  // namespace

Command settle_command() {
  return {"settle",
          "PROJECT",
          msg::command_settle,
          {{"by", "NAAM", msg::option_decided_by},
           {"sheet", "BESTAND", msg::option_sheet},
           {"agreed", "", msg::option_agreed},
           {"as", "NAAM", msg::option_consensus_coder},
           {"coders", "NAAM,NAAM", msg::option_settled_coders},
           {"codebook", "\"ID VERSIE\"", msg::option_compared_codebook},
           {"read-all", "", msg::option_read_all},
           {"undo", "", msg::option_undo_settle},
           {"show", "", msg::option_show_decisions},
           {"format", "text|csv", msg::option_decisions_format}},
          "codeboom settle lob.codeboom --by anna --sheet verschillen.csv --agreed",
          1,
          1,
          run};
}

}  // namespace codeboom
