#include <algorithm>

#include "app/coders_source.h"
#include "app/commands/agree_coders.h"
#include "app/commands/commands.h"
#include "app/terminal.h"
#include "corpus/joined.h"
#include "message_keys/agree_commands.h"
#include "message_keys/app.h"
#include "message_keys/settle.h"
#include "reports/disagreement_formats.h"

namespace codeboom {
namespace {

constexpr std::string_view formats[] = {"text", "csv", "json", "html"};
constexpr std::string_view units[] = {"sentence", "document", "span"};

Result<std::vector<DisagreementKind>> chosen_kinds(const Options& options) {
  std::vector<std::string_view> known;
  for (const DisagreementKind kind : disagreement_kinds) known.push_back(name_of(kind));
  std::vector<DisagreementKind> kinds;
  for (const std::string& name : comma_separated(options.get("kind").value_or(""))) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
      return fail(ErrorKind::usage, msg::disagreeing_unknown_kind, {{"kind", name}, {"kinds", joined(known, ", ")}});
    }
    kinds.push_back(disagreement_kinds[static_cast<std::size_t>(found - known.begin())]);
  }
  return kinds;
}

Result<DisagreementRequest> request_of(const Options& options, const Codebook& codebook) {
  const auto unit = chosen_unit(options, units);
  const auto level = chosen_level(options, codebook);
  const auto code = chosen_branch(options, codebook);
  const auto top = number(options, "top", 1, 1'000'000);
  auto kinds = chosen_kinds(options);
  if (!unit) return tl::unexpected(unit.error());
  if (!level) return tl::unexpected(level.error());
  if (!code) return tl::unexpected(code.error());
  if (!top) return tl::unexpected(top.error());
  if (!kinds) return tl::unexpected(kinds.error());
  if (*code && *level && codebook.codes[**code].level > **level) {
    return fail(ErrorKind::usage, msg::comparing_code_below_level,
                {{"code", codebook.codes[**code].id}, {"level", std::int64_t{**level}}});
  }
  DisagreementRequest request{*unit, *level, *code, std::move(*kinds), {}};
  if (*top) request.top = static_cast<std::size_t>(**top);
  return request;
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto format = one_of(options, "format", formats);
  if (!format) return tl::unexpected(format.error());
  const auto compared = compared_coders(options, context.language);
  if (!compared) return tl::unexpected(compared.error());
  const Codebook& codebook = compared->codebook;
  const auto request = request_of(options, codebook);
  if (!request) return tl::unexpected(request.error());
  const DisagreementReport report = disagreement_report(compared->work, codebook, *request);
  const std::string text = *format == "json"   ? to_json(report, codebook, context.language)
                           : *format == "csv"  ? to_csv(report, codebook)
                           : *format == "html" ? to_html(report, codebook, context.command_line, context.language)
                                               : to_text(report, codebook, output_width(), context.language);
  if (auto delivered = deliver(options, text); !delivered) return tl::unexpected(delivered.error());
  if (*format == "csv" && report.level < report.deepest) {
    note({msg::disagreeing_level_sheet, {{"level", std::int64_t{report.level}}}}, context.language);
  }
  if (const auto out = options.get("out"); out && *out != "-") {
    note({msg::disagreeing_written, {{"n", static_cast<std::int64_t>(report.disagreements.size())}, {"file", *out}}}, context.language);
  }
  return ExitStatus::success;
}

}  // namespace

Command disagreements_command() {
  std::vector<OptionSpec> options = coder_options();
  options.insert(options.end(), {{"unit", "sentence|document|span", msg::option_disagreement_unit},
                                 {"level", "N", msg::option_compared_level},
                                 {"code", "ID", msg::option_compared_code},
                                 {"kind", "SOORT,SOORT", msg::option_kind},
                                 {"top", "N", msg::option_most_effect},
                                 {"format", "text|csv|json|html", msg::option_disagreement_format},
                                 {"out", "BESTAND", msg::option_out_file}});
  return {"disagreements",
          "PROJECT|BESTAND...",
          msg::command_disagreements,
          std::move(options),
          "codeboom disagreements lob.codeboom --coders anna,bert --format csv --out verschillen.csv",
          1,
          1000,
          run};
}

}  // namespace codeboom
