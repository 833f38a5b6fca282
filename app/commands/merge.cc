#include "corpus/merge.h"

#include <filesystem>

#include "app/commands/commands.h"
#include "app/machine_run.h"
#include "app/terminal.h"
#include "message_keys/app.h"
#include "message_keys/team.h"
#include "reports/merge_formats.h"

namespace codeboom {
namespace {

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return std::filesystem::equivalent(a, b, error) && !error;
}

struct Others {
  std::vector<Project> projects;
  std::vector<OtherProject> named;
};

Result<Others> open_others(const std::vector<std::string>& paths) {
  Others others;
  others.projects.reserve(paths.size());
  for (std::size_t i = 1; i < paths.size(); ++i) {
    if (is_same_file(paths[0], paths[i]))
      return fail(ErrorKind::usage, msg::merge_itself, {{"file", paths[i]}});
    auto project = Project::open_read_only(paths[i]);
    if (!project) return tl::unexpected(project.error());
    others.projects.push_back(std::move(*project));
    others.named.push_back({paths[i], &others.projects.back()});
  }
  return others;
}

void print_list(MessageKey heading, const std::vector<Message>& messages, UserLanguage language) {
  if (messages.empty()) return;
  print("\n" + in_words({heading, {{"n", static_cast<std::int64_t>(messages.size())}}}, language) + "\n");
  for (const Message& message : messages) print("- " + in_words(message, language) + "\n");
}

void print_report(const MergeReport& report, const std::string& path, std::size_t others, bool dry,
                  UserLanguage language) {
  const MessageKey done = !report.changed() ? msg::merge_nothing_new
                          : dry             ? msg::merge_would
                                            : msg::merge_done;
  print(in_words({done, {{"n", static_cast<std::int64_t>(others)}, {"file", path}}}, language) + "\n\n");
  print(to_text(totals_table(report, language), output_width()));
  if (!report.per_code.empty()) print("\n" + to_text(codings_table(report, language), output_width()));
  print_list(msg::merge_recognised, report.recognised, language);
  print_list(msg::merge_differences, report.differences, language);
  print_list(msg::merge_left, report.left_behind, language);
}

Result<ExitStatus> undo(const Options& options, const CommandContext& context) {
  const std::string& path = options.arguments().front();
  if (options.arguments().size() > 1) return fail(ErrorKind::usage, msg::merge_undo_alone);
  auto project = Project::open(path);
  if (!project) return tl::unexpected(project.error());
  auto transaction = project->begin();
  if (!transaction) return tl::unexpected(transaction.error());
  const auto files = undo_merge(*project, now_utc());
  if (!files) return tl::unexpected(files.error());
  if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
  std::string names;
  for (const std::string& file : *files) names += (names.empty() ? "" : ", ") + file;
  print(in_words({msg::merge_undone, {{"file", path}, {"files", names}}}, context.language) + "\n");
  return ExitStatus::success;
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto format = one_of(options, "format", table_formats);
  if (!format) return tl::unexpected(format.error());
  if (options.has("undo")) {
    if (auto fits = only_with(options, "undo", {}); !fits) return tl::unexpected(fits.error());
    return undo(options, context);
  }
  const auto& paths = options.arguments();
  if (paths.size() < 2) return fail(ErrorKind::usage, msg::merge_with_what);
  auto project = Project::open(paths.front());
  if (!project) return tl::unexpected(project.error());
  const auto others = open_others(paths);
  if (!others) return tl::unexpected(others.error());
  auto transaction = project->begin();
  if (!transaction) return tl::unexpected(transaction.error());
  const SameTitle same_title = options.has("same-title") ? SameTitle::keep_both : SameTitle::refuse;
  const auto report = merge(*project, paths.front(), others->named, same_title, now_utc());
  if (!report) return tl::unexpected(report.error());
  const bool dry = options.has("dry-run");
  if (report->changed() && !dry) {
    if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
  }
  if (*format == "json") {
    print(to_json(*report, context.language));
  } else if (*format == "csv") {
    print(to_csv(*report));
  } else {
    print_report(*report, paths.front(), others->named.size(), dry, context.language);
  }
  return report->differences.empty() ? ExitStatus::success : ExitStatus::remarks;
}

}  // namespace

Command merge_command() {
  return {"merge",
          "PROJECT ANDER...",
          msg::command_merge,
          {{"same-title", "", msg::option_same_title},
           {"dry-run", "", msg::option_dry_run},
           {"undo", "", msg::option_undo_merge},
           {"format", "text|csv|json", msg::option_format}},
          "codeboom merge lob.codeboom lob-anna.codeboom lob-bert.codeboom",
          1,
          10000,
          run};
}

}  // namespace codeboom
