#include <algorithm>

#include "app/commands/commands.h"
#include "app/report_files.h"
#include "app/report_kinds.h"
#include "app/report_source.h"
#include "corpus/joined.h"
#include "message_keys/app.h"
#include "message_keys/report_frame.h"
#include "message_keys/report_texts.h"
#include "message_keys/team.h"

namespace codeboom {
namespace {

using Source = ReportSource;

struct Kind {
  std::string_view name;
  Result<Report> (*make)(const Source& source);
  std::vector<std::string_view> uses;  // options that not every kind has a use for
};

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all{
      {"summary", summary_kind, {"document", "by", "level"}},
      {"checklist", checklist_kind, {"crosswalk"}},
      {"crosswalk", crosswalk_kind, {"crosswalk"}},
      {"goals", goals_kind, {}},
      {"intake", intake_kind, {}},
  };
  return all;
}

// An option that none of the chosen kinds has a use for is refused: whoever gave it expects that it does something.
Result<void> all_used(const Options& options, const std::vector<std::string>& names) {
  std::vector<std::string> without;
  for (const std::string& option : options.given()) {
    std::vector<std::string> users;
    bool used = false;
    for (const Kind& kind : kinds()) {
      if (std::find(kind.uses.begin(), kind.uses.end(), option) == kind.uses.end()) continue;
      users.emplace_back(kind.name);
      used = used || std::find(names.begin(), names.end(), kind.name) != names.end();
    }
    if (users.empty() || used) continue;
    return fail(ErrorKind::usage, msg::reporting_unused_option, {{"option", option}, {"kinds", joined(users, ", ")}});
  }
  return {};
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds()) names.emplace_back(kind.name);
  const auto wanted = chosen_parts(options, "kind", names, "tally");
  if (!wanted) return tl::unexpected(wanted.error());
  const auto how = chosen_formats(options);
  if (!how) return tl::unexpected(how.error());
  const auto folder = required(options, "out");
  if (!folder) return tl::unexpected(folder.error());
  if (auto used = all_used(options, *wanted); !used) return tl::unexpected(used.error());
  const std::string& path = options.arguments().front();
  const auto request = report_request(options, path, context);
  if (!request) return tl::unexpected(request.error());
  const auto project = Project::open_read_only(path);
  if (!project) return tl::unexpected(project.error());
  const auto codebook = chosen_codebook(*project, options);
  if (!codebook) return tl::unexpected(codebook.error());
  const auto material = report_material(*project, codebook->id + " " + codebook->version, options);
  if (!material) return tl::unexpected(material.error());
  // Everything is made before anything is written: an error leaves no half set of files.
  std::vector<ReportFile> files;
  for (const Kind& kind : kinds()) {
    if (std::find(wanted->begin(), wanted->end(), kind.name) == wanted->end()) continue;
    const auto report = kind.make({*project, options, *request, *material, context.language});
    if (!report) return tl::unexpected(report.error());
    auto made = report_files(*report, *how, *folder, std::string(kind.name), options);
    if (!made) return tl::unexpected(made.error());
    for (ReportFile& one : *made) files.push_back(std::move(one));
  }
  if (auto written = write_reports(files, *folder, context.language); !written) return tl::unexpected(written.error());
  return ExitStatus::success;
}

}  // namespace

Command report_command() {
  return {"report",
          "PROJECT",
          msg::command_report,
          {{"kind", "SOORT,SOORT", msg::option_report_kind},
           {"out", "MAP", msg::option_report_out},
           {"format", "html,md,csv,json,odt,docx,xlsx", msg::option_report_format},
           {"by", "VELD,VELD", msg::option_report_by},
           {"level", "N", msg::option_report_level},
           {"where", "VELD=WAARDE", msg::option_where},
           {"coder", "NAAM,NAAM", msg::option_report_coder},
           {"codebook", "\"ID VERSIE\"", msg::option_codebook_version},
           {"population", "N", msg::option_report_population},
           {"seed", "N", msg::option_report_seed},
           {"document", "ID", msg::option_document},
           {"crosswalk", "BESTAND", msg::option_crosswalk},
           {"dutch-excel", "", msg::option_dutch_excel}},
          "codeboom report lob.codeboom --kind tally,certainty --out uit/verslag --population 192",
          1,
          1,
          run};
}

}  // namespace codeboom
