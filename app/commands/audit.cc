#include <boost/json.hpp>

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "corpus/published_study.h"
#include "message_keys/app.h"
#include "message_keys/study.h"
#include "reports/audit.h"

namespace codeboom {
namespace {

constexpr std::string_view formats[] = {"text", "json"};

Message summary(const Audit& audit) {
  return {msg::audit_summary,
          {{"codes", static_cast<std::int64_t>(audit.codes)},
           {"listed", static_cast<std::int64_t>(audit.listed)},
           {"cited", static_cast<std::int64_t>(audit.cited)},
           {"findings", static_cast<std::int64_t>(audit.findings.size())}}};
}

std::string to_json(const Audit& audit, UserLanguage language) {
  const auto quoted = [](std::string_view text) { return boost::json::serialize(boost::json::string(text)); };
  std::string text = "{\"findings\":[";
  const char* separator = "\n";
  for (const AuditFinding& finding : audit.findings) {
    text += separator + ("{\"kind\":" + quoted(name_of(finding.kind))) +
            ",\"document\":" + (finding.document.empty() ? "null" : quoted(finding.document)) +
            ",\"code\":" + (finding.code.empty() ? "null" : quoted(finding.code)) +
            ",\"message\":" + quoted(in_words(finding.message, language)) + "}";
    separator = ",\n";
  }
  return text + "],\n\"codes\":" + std::to_string(audit.codes) + ",\"listed\":" + std::to_string(audit.listed) +
         ",\"cited\":" + std::to_string(audit.cited) + "}\n";
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto format = one_of(options, "format", formats);
  if (!format) return tl::unexpected(format.error());
  const auto study = read_published_study(options.arguments().front());
  if (!study) return tl::unexpected(study.error());
  const Audit result = audit(*study);
  if (*format == "json") {
    print(to_json(result, context.language));
  } else {
    for (const AuditFinding& finding : result.findings) print(in_words(finding.message, context.language) + "\n");
    print(in_words(summary(result), context.language) + "\n");
  }
  return ExitStatus::success;
}

}  // namespace

Command audit_command() {
  return {"audit", "MAP", msg::command_audit, {{"format", "text|json", msg::option_format_text_json}},
          "codeboom audit corpus/studie-hva-2025", 1, 1, run};
}

}  // namespace codeboom
