#include <algorithm>

#include "app/commands/commands.h"
#include "app/report_files.h"
#include "app/report_kinds.h"
#include "app/report_source.h"
#include "corpus/joined.h"
#include "message_keys/app.h"
#include "message_keys/report_counts.h"
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
  Report (*of_study)(const PublishedStudy&, const ReportRequest&) = nullptr;  // of a published study instead of a project
};

Result<Report> tally_kind(const Source& source) { return make_tally_report(source.material, source.request); }
Result<Report> crosstab_kind(const Source& source) { return make_crosstab_report(source.material, source.request); }
Result<Report> certainty_kind(const Source& source) { return make_certainty_report(source.material, source.request); }

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all{
      {"tally", tally_kind, {"level", "population"}, make_tally_report},
      {"crosstab", crosstab_kind, {"by", "level", "seed"}},
      {"certainty", certainty_kind, {"level", "population", "seed"}, make_certainty_report},
      {"summary", summary_kind, {"document", "by", "level"}},
      {"checklist", checklist_kind, {"crosswalk"}},
      {"crosswalk", crosswalk_kind, {"crosswalk"}},
      {"goals", goals_kind, {}},
      {"intake", intake_kind, {}},
      {"comparison", comparison_kind, {"seed"}},
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

// What the command line asks for, checked.
struct Wanted {
  std::vector<std::string> kinds, formats;
  std::string folder;
};

Result<Wanted> wanted(const Options& options, const std::vector<std::string>& names) {
  auto kinds_wanted = chosen_parts(options, "kind", names, "tally");
  if (!kinds_wanted) return tl::unexpected(kinds_wanted.error());
  auto how = chosen_formats(options);
  if (!how) return tl::unexpected(how.error());
  auto folder = required(options, "out");
  if (!folder) return tl::unexpected(folder.error());
  if (auto used = all_used(options, *kinds_wanted); !used) return tl::unexpected(used.error());
  return Wanted{std::move(*kinds_wanted), std::move(*how), std::move(*folder)};
}

// Makes each of the kinds that are wanted, and then writes them: an error leaves no half set of files.
template <class Make>
Result<ExitStatus> make_and_write(const Wanted& what, const Options& options, UserLanguage language, Make make) {
  std::vector<ReportFile> files;
  for (const Kind& kind : kinds()) {
    if (std::find(what.kinds.begin(), what.kinds.end(), kind.name) == what.kinds.end()) continue;
    const Result<Report> report = make(kind);
    if (!report) return tl::unexpected(report.error());
    auto made = report_files(*report, what.formats, what.folder, std::string(kind.name), options);
    if (!made) return tl::unexpected(made.error());
    for (ReportFile& one : *made) files.push_back(std::move(one));
  }
  if (auto written = write_reports(files, what.folder, language); !written) return tl::unexpected(written.error());
  return ExitStatus::success;
}

Result<ExitStatus> report_study(const Options& options, const std::string& folder, const CommandContext& context) {
  if (!options.arguments().empty()) return fail(ErrorKind::usage, msg::reporting_study_alone);
  constexpr std::string_view kept[] = {"kind", "out", "format", "level", "population", "seed", "dutch-excel"};
  if (auto fits = only_with(options, "study", kept); !fits) return tl::unexpected(fits.error());
  std::vector<std::string> names;
  for (const Kind& kind : kinds()) {
    if (kind.of_study != nullptr) names.emplace_back(kind.name);
  }
  const auto what = wanted(options, names);
  if (!what) return tl::unexpected(what.error());
  const auto request = report_request(options, folder, context);
  if (!request) return tl::unexpected(request.error());
  const auto study = read_published_study(folder);
  if (!study) return tl::unexpected(study.error());
  return make_and_write(*what, options, context.language, [&](const Kind& kind) -> Result<Report> { return kind.of_study(*study, *request); });
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  if (const auto folder = options.get("study")) return report_study(options, *folder, context);
  if (options.arguments().empty()) return fail(ErrorKind::usage, msg::reporting_of_what);
  std::vector<std::string> names;
  for (const Kind& kind : kinds()) names.emplace_back(kind.name);
  const auto what = wanted(options, names);
  if (!what) return tl::unexpected(what.error());
  const std::string& path = options.arguments().front();
  const auto request = report_request(options, path, context);
  if (!request) return tl::unexpected(request.error());
  const auto project = Project::open_read_only(path);
  if (!project) return tl::unexpected(project.error());
  const auto codebook = chosen_codebook(*project, options);
  if (!codebook) return tl::unexpected(codebook.error());
  const auto material = report_material(*project, codebook->id + " " + codebook->version, options);
  if (!material) return tl::unexpected(material.error());
  return make_and_write(*what, options, context.language,
                        [&](const Kind& kind) { return kind.make({*project, options, *request, *material, context.language}); });
}

}  // namespace

Command report_command() {
  return {"report",
          "[PROJECT]",
          msg::command_report,
          {{"kind", "SOORT,SOORT", msg::option_report_kind},
           {"out", "MAP", msg::option_report_out},
           {"format", "html,md,csv,json,odt,docx,xlsx", msg::option_report_format},
           {"study", "MAP", msg::option_report_study},
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
          0,
          1,
          run};
}

}  // namespace codeboom
