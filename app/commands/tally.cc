#include "app/commands/commands.h"
#include "app/project_machine.h"
#include "app/terminal.h"
#include "codebook/machine.h"
#include "corpus/project.h"
#include "message_keys/app.h"
#include "message_keys/reports.h"
#include "reports/audit.h"
#include "reports/learning_report.h"
#include "reports/tally_formats.h"

namespace codeboom {
namespace {

std::string parent_of(const std::string& code) {
  const std::size_t dot = code.rfind('.');
  return dot == std::string::npos ? std::string() : code.substr(0, dot);
}

void add_with_ancestors(std::vector<CodebookVersion::Code>& codes, const std::string& id) {
  for (const auto& code : codes) {
    if (code.id == id) return;
  }
  if (const std::string parent = parent_of(id); !parent.empty()) add_with_ancestors(codes, parent);
  codes.push_back({id, parent_of(id), id});
}

// The tree that the codes' own ids describe, for a project whose codings came without a codebook.
Result<std::vector<CodebookVersion::Code>> tree_of_codings(const Project& project) {
  const auto codings = project.codings();
  if (!codings) return tl::unexpected(codings.error());
  std::vector<std::string> ids;
  for (const Coding& coding : *codings) ids.push_back(coding.code);
  std::sort(ids.begin(), ids.end());
  std::vector<CodebookVersion::Code> codes;
  for (const std::string& id : ids) add_with_ancestors(codes, id);
  return codes;
}

struct Base {
  Tally tally;
  std::vector<Metadata> documents;
  std::map<std::string, std::int64_t> unknown;  // codes that the codebook does not have: codings
};

// The version whose tree is counted along: the one of the machine's run, the one asked for, or the last.
Result<CodebookVersion> tree_for(const Project& project, const Coder& coder, const Options& options) {
  if (coder.kind == CoderKind::machine) {
    const auto latest = project.latest_run();
    if (!latest) return tl::unexpected(latest.error());
    if (!*latest) return fail(ErrorKind::not_found, msg::app_no_coders);
    return project.codebook((*latest)->codebook);
  }
  auto codebook = chosen_codebook(project, options);
  if (codebook || options.has("codebook")) return codebook;
  auto codes = tree_of_codings(project);
  if (!codes) return tl::unexpected(codes.error());
  return CodebookVersion{"", "", "", "", std::move(*codes), {}};
}

Result<Base> count(const Project& project, const Options& options) {
  const auto coder = chosen_coder(project, options);
  if (!coder) return tl::unexpected(coder.error());
  const auto codebook = tree_for(project, *coder, options);
  if (!codebook) return tl::unexpected(codebook.error());
  auto documents = project.documents();
  if (!documents) return tl::unexpected(documents.error());
  Base base;
  base.documents = std::move(*documents);
  std::vector<std::string> ids;
  for (const Metadata& metadata : base.documents) ids.push_back(metadata.id);
  TallyCounter counter(std::move(ids), codebook->codes);
  if (coder->kind != CoderKind::machine) {
    const auto codings = project.codings(coder->name);
    if (!codings) return tl::unexpected(codings.error());
    for (const Coding& coding : *codings) {
      if (!counter.add(coding.code, coding.document)) ++base.unknown[coding.code];
    }
  } else {
    const auto latest = project.latest_run();
    if (!latest) return tl::unexpected(latest.error());
    for (std::uint32_t place = 0; place < base.documents.size(); ++place) {
      const auto suggestions = project.suggestions(**latest, base.documents[place].id);
      if (!suggestions) return tl::unexpected(suggestions.error());
      for (const Suggestion& suggestion : suggestions->suggestions) counter.add(suggestion.label, place);
    }
  }
  base.tally = counter.tally();
  base.tally.coder = coder->name;
  base.tally.codebook = codebook->id.empty() ? "" : codebook->id + " " + codebook->version;
  if (coder->kind == CoderKind::machine) {
    const auto model = model_of_project(project, base.tally.codebook);
    if (!model) return tl::unexpected(model.error());
    if (*model) mark_trust(base.tally, **model);
  }
  return base;
}

Result<TallyView> view_of(const Options& options) {
  const auto level = number(options, "level", 1, 20);
  if (!level) return tl::unexpected(level.error());
  TallyView view;
  if (*level) view.level = static_cast<int>(**level);
  view.leaves_only = options.has("leaves");
  view.hide_empty = options.has("hide-empty");
  return view;
}

template <class AnyTally>
void print_in(const std::string& format, const AnyTally& tally, const TallyView& view, UserLanguage language) {
  if (format == "json") return print(to_json(tally, view));
  if (format == "csv") return print(to_csv(tally, view));
  print(to_text(to_table(tally, view, language), output_width()));
}

void print_footer(const Tally& tally, UserLanguage language) {
  print("\n" + in_words(headline(tally), language) + "\n");
  if (tally.coder.empty()) return;
  if (!tally.codebook.empty()) {
    print(in_words({msg::tally_coded_by, {{"coder", tally.coder}, {"codebook", tally.codebook}}}, language) + "\n");
  }
  if (tally.coder == machine_coder) print(in_words({msg::tally_suggestions_note, {}}, language) + "\n");
  if (distrusts_any(tally)) print(in_words({msg::tally_not_trusted, {}}, language) + "\n");
}

Result<ExitStatus> tally_study(const Options& options, const std::string& folder, const CommandContext& context) {
  if (!options.arguments().empty() || options.has("coder") || options.has("by")) {
    return fail(ErrorKind::usage, msg::tally_study_alone);
  }
  const auto format = one_of(options, "format", table_formats);
  if (!format) return tl::unexpected(format.error());
  const auto view = view_of(options);
  if (!view) return tl::unexpected(view.error());
  const auto study = read_published_study(folder);
  if (!study) return tl::unexpected(study.error());
  const Tally tally = tally_of(*study);
  print_in(*format, tally, *view, context.language);
  if (*format == "text") print_footer(tally, context.language);
  return ExitStatus::success;
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  if (const auto folder = options.get("study")) return tally_study(options, *folder, context);
  if (options.arguments().empty()) return fail(ErrorKind::usage, msg::tally_of_what);
  const auto format = one_of(options, "format", table_formats);
  if (!format) return tl::unexpected(format.error());
  const auto view = view_of(options);
  if (!view) return tl::unexpected(view.error());
  const auto field_name = options.get("by");
  const auto field = field_name ? metadata_field_named(*field_name) : std::nullopt;
  if (field_name && !field) {
    return fail(ErrorKind::usage, msg::options_bad_choice,
                {{"option", std::string("--by")},
                 {"value", *field_name},
                 {"allowed", std::string("sector, thema, regio, jaar, soort, vorm")}});
  }
  const auto project = Project::open(options.arguments().front());
  if (!project) return tl::unexpected(project.error());
  const auto base = count(*project, options);
  if (!base) return tl::unexpected(base.error());
  for (const auto& [code, codings] : base->unknown) {
    note({msg::tally_unknown_code, {{"code", code}, {"n", codings}, {"codebook", base->tally.codebook}}}, context.language);
  }
  if (field) {
    print_in(*format, cross(base->tally, base->documents, *field), *view, context.language);
  } else {
    print_in(*format, base->tally, *view, context.language);
  }
  if (*format == "text") print_footer(base->tally, context.language);
  return base->unknown.empty() ? ExitStatus::success : ExitStatus::remarks;
}

}  // namespace

Command tally_command() {
  return {"tally",
          "[PROJECT]",
          msg::command_tally,
          {{"coder", "NAAM", msg::option_coder},
           {"codebook", "\"ID VERSIE\"", msg::option_codebook_version},
           {"level", "N", msg::option_level},
           {"leaves", "", msg::option_leaves},
           {"hide-empty", "", msg::option_hide_empty},
           {"by", "VELD", msg::option_by},
           {"study", "MAP", msg::option_study},
           {"format", "text|csv|json", msg::option_format}},
          "codeboom tally uit/project.codeboom --by sector --level 2",
          0,
          1,
          run};
}

}  // namespace codeboom
