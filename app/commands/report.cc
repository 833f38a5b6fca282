#include <algorithm>
#include <filesystem>

#include "app/commands/commands.h"
#include "app/report_source.h"
#include "app/terminal.h"
#include "corpus/files.h"
#include "corpus/joined.h"
#include "message_keys/app.h"
#include "message_keys/report_counts.h"
#include "message_keys/report_frame.h"
#include "message_keys/team.h"
#include "reports/write/write.h"

namespace codeboom {
namespace {

namespace fs = std::filesystem;

// What a kind is made of.
struct Source {
  const Project& project;
  const Options& options;
  const ReportRequest& request;
  const Material& material;  // with the codebook that was chosen
  UserLanguage language;
};

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
  };
  return all;
}

constexpr std::string_view formats[] = {"html", "md", "csv", "json", "odt", "docx", "xlsx"};

template <class Names>
Result<std::vector<std::string>> chosen(const Options& options, std::string_view option, const Names& names, std::string usual) {
  std::vector<std::string> allowed(std::begin(names), std::end(names)), parts;
  for (const std::string& part : separated(options.get(option).value_or(std::move(usual)), ',')) {
    if (part == "all" && option == "kind") return allowed;
    if (std::find(allowed.begin(), allowed.end(), part) == allowed.end()) {
      return fail(ErrorKind::usage, msg::reporting_unknown_part,
                  {{"option", std::string(option)}, {"value", part}, {"allowed", joined(allowed, ", ")}});
    }
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  }
  return parts;
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

struct Written {
  std::string path, bytes;
};

Result<std::vector<Written>> written(const Report& report, const std::string& format, const std::string& base, bool dutch_excel) {
  if (format == "html") return std::vector<Written>{{base + ".html", to_html(report)}};
  if (format == "md") return std::vector<Written>{{base + ".md", to_markdown(report)}};
  if (format == "json") return std::vector<Written>{{base + ".json", to_json(report)}};
  if (format == "csv") {
    std::vector<Written> tables;
    for (const ReportElement& element : report.elements) {
      const auto* table = std::get_if<ReportTable>(&element);
      if (table == nullptr) continue;
      tables.push_back({base + "-" + table->key + ".csv", to_csv(*table, dutch_excel ? CsvStyle{';', true} : CsvStyle{})});
    }
    return tables;
  }
  auto bytes = format == "odt" ? to_odt(report) : format == "docx" ? to_docx(report) : to_xlsx(report);
  if (!bytes) return tl::unexpected(bytes.error());
  return std::vector<Written>{{base + "." + format, std::move(*bytes)}};
}

// What the command line asks for, checked.
struct Wanted {
  std::vector<std::string> kinds, formats;
  std::string folder;
};

Result<Wanted> wanted(const Options& options, const std::vector<std::string>& names) {
  auto kinds_wanted = chosen(options, "kind", names, "tally");
  if (!kinds_wanted) return tl::unexpected(kinds_wanted.error());
  auto how = chosen(options, "format", formats, "html");
  if (!how) return tl::unexpected(how.error());
  auto folder = required(options, "out");
  if (!folder) return tl::unexpected(folder.error());
  if (auto used = all_used(options, *kinds_wanted); !used) return tl::unexpected(used.error());
  return Wanted{std::move(*kinds_wanted), std::move(*how), std::move(*folder)};
}

// Makes each of the kinds that are wanted, and then writes them: an error leaves no half set of files.
template <class Make>
Result<ExitStatus> make_and_write(const Wanted& what, const Options& options, UserLanguage language, Make make) {
  std::vector<Written> files;
  for (const Kind& kind : kinds()) {
    if (std::find(what.kinds.begin(), what.kinds.end(), kind.name) == what.kinds.end()) continue;
    const Result<Report> report = make(kind);
    if (!report) return tl::unexpected(report.error());
    for (const std::string& format : what.formats) {
      auto made = written(*report, format, (fs::path(what.folder) / kind.name).string(), options.has("dutch-excel"));
      if (!made) return tl::unexpected(made.error());
      for (Written& one : *made) files.push_back(std::move(one));
    }
  }
  std::error_code code;
  fs::create_directories(what.folder, code);
  if (code) return fail(ErrorKind::unavailable, msg::app_cannot_create, {{"file", what.folder}, {"reason", code.message()}});
  for (const Written& file : files) {
    if (auto done = write_file(file.path, file.bytes); !done) return tl::unexpected(done.error());
    print(in_words({msg::reporting_written, {{"path", file.path}}}, language) + "\n");
  }
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
           {"dutch-excel", "", msg::option_dutch_excel}},
          "codeboom report lob.codeboom --kind tally,certainty --out uit/verslag --population 192",
          0,
          1,
          run};
}

}  // namespace codeboom
