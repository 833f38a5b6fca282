#include "app/commands/sample.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "app/commands/commands.h"
#include "app/conditions.h"
#include "app/machine_run.h"
#include "app/terminal.h"
#include "corpus/blind_copy.h"
#include "corpus/joined.h"
#include "corpus/white_space.h"
#include "message_keys/app.h"
#include "message_keys/team.h"
#include "reports/sample_formats.h"
#include "reports/tally.h"

namespace codeboom {
namespace {

namespace fs = std::filesystem;

Result<std::vector<std::string>> coders_in(const Options& options, const Project& project,
                                           UserLanguage language) {
  if (!options.has("coders")) return fail(ErrorKind::usage, msg::sample_nobody);
  const auto known = project.coders();
  if (!known) return tl::unexpected(known.error());
  const bool has_people = std::any_of(known->begin(), known->end(),
                                      [](const Coder& coder) { return coder.kind == CoderKind::person; });
  std::vector<std::string> names = separated(*options.get("coders"), ',');
  for (const std::string& name : names) {
    const bool writable = !name.empty() && std::none_of(name.begin(), name.end(), [](char c) {
      return c == '/' || static_cast<unsigned char>(c) < ' ';
    });
    if (!writable) return fail(ErrorKind::usage, msg::sample_bad_name, {{"name", name}});
    const auto found =
        std::find_if(known->begin(), known->end(), [&](const Coder& coder) { return coder.name == name; });
    if (name == "machine" || (found != known->end() && found->kind != CoderKind::person)) {
      return fail(ErrorKind::usage, msg::sample_machine, {{"name", name}});
    }
    if (has_people && found == known->end()) note({msg::sample_new_coder, {{"name", name}}}, language);
  }
  return names;
}

// Documents that a person coded, or that an earlier sample held.
Result<std::set<std::string>> coded_documents(const Project& project) {
  const auto coders = project.coders();
  if (!coders) return tl::unexpected(coders.error());
  std::set<std::string> documents;
  for (const Coder& coder : *coders) {
    if (coder.kind != CoderKind::person) continue;
    const auto codings = project.codings(coder.name);
    if (!codings) return tl::unexpected(codings.error());
    for (const Coding& coding : *codings) documents.insert(coding.document);
  }
  return documents;
}
Result<std::set<std::string>> drawn_documents(const Project& project) {
  const auto samples = project.samples();
  if (!samples) return tl::unexpected(samples.error());
  std::set<std::string> documents;
  for (const RecordedSample& sample : *samples) {
    for (const auto& drawn : sample.sample.drawn) documents.insert(drawn.document);
  }
  return documents;
}

// The documents to draw from, in the strata asked for.
struct Population {
  std::vector<Stratum> strata;
  std::uint64_t left_out = 0;
};
Result<Population> population_of(const Project& project, const Options& options) {
  const auto conditions = conditions_in(options);
  if (!conditions) return tl::unexpected(conditions.error());
  std::optional<MetadataField> by;
  if (const auto name = options.get("by")) {
    const auto field = field_named("--by", *name);
    if (!field) return tl::unexpected(field.error());
    by = *field;
  }
  const auto coded = options.has("skip-coded") ? coded_documents(project) : Result<std::set<std::string>>{};
  if (!coded) return tl::unexpected(coded.error());
  const auto drawn = options.has("skip-drawn") ? drawn_documents(project) : Result<std::set<std::string>>{};
  if (!drawn) return tl::unexpected(drawn.error());
  const auto documents = project.documents();
  if (!documents) return tl::unexpected(documents.error());
  std::map<std::string, std::vector<std::string>> strata;
  Population population;
  for (const Metadata& metadata : *documents) {
    if (!hold(*conditions, metadata)) continue;
    if (coded->contains(metadata.id) || drawn->contains(metadata.id)) {
      ++population.left_out;
      continue;
    }
    std::vector<std::string> values = by ? values_of(metadata, *by) : std::vector<std::string>{};
    std::sort(values.begin(), values.end());
    strata[joined(values, "; ")].push_back(metadata.id);
  }
  for (auto& [name, ids] : strata) population.strata.push_back({name, std::move(ids)});
  if (population.strata.empty() && population.left_out == 0 && !conditions->empty())
    return no_match(*documents, *conditions, options);
  return population;
}

Result<SampleRequest> request_in(const Options& options, const Project& project, UserLanguage language) {
  const auto size = number(options, "size", 1, 1000000000);
  if (!size) return tl::unexpected(size.error());
  const auto seed = number(options, "seed", 0, std::numeric_limits<std::int64_t>::max());
  if (!seed) return tl::unexpected(seed.error());
  const auto overlap = number(options, "overlap", 0, 1000000000);
  if (!overlap) return tl::unexpected(overlap.error());
  auto coders = coders_in(options, project, language);
  if (!coders) return tl::unexpected(coders.error());
  return SampleRequest{static_cast<std::uint64_t>(seed->value_or(1)),
                       static_cast<std::uint64_t>(size->value_or(0)),
                       static_cast<std::uint64_t>(overlap->value_or(0)), std::move(*coders)};
}

// Where each coder's file goes: beside the project or in --out, named for both.
std::vector<std::string> files_for(const RecordedSample& sample, const std::string& project,
                                   const Options& options) {
  const fs::path folder =
      options.has("out") ? fs::path(*options.get("out")) : fs::path(project).parent_path();
  const std::string stem = fs::path(project).stem().string();
  std::vector<std::string> files;
  for (const std::string& coder : sample.request.coders)
    files.push_back((folder / (stem + "-" + coder + ".codeboom")).string());
  return files;
}

// Files that are taken away again unless they are kept.
class NewFiles {
 public:
  NewFiles() = default;
  NewFiles(const NewFiles&) = delete;
  NewFiles& operator=(const NewFiles&) = delete;
  ~NewFiles() {
    std::error_code ignored;
    for (const std::string& file : files_) fs::remove(file, ignored);
    if (!folder_.empty()) fs::remove(folder_, ignored);
  }
  void keep() { files_.clear(), folder_.clear(); }

  Result<void> write(const Project& project, const RecordedSample& sample,
                     const std::vector<std::string>& files) {
    std::error_code error;
    for (const std::string& file : files) {
      if (fs::exists(fs::symlink_status(file, error)))
        return fail(ErrorKind::conflict, msg::sample_file_exists, {{"file", file}});
    }
    const fs::path folder = fs::path(files.front()).parent_path();
    if (!folder.empty() && !fs::exists(folder, error)) {
      if (!fs::create_directories(folder, error)) {
        return fail(ErrorKind::unavailable, msg::sample_no_folder,
                    {{"folder", folder.string()}, {"reason", error.message()}});
      }
      folder_ = folder;
    }
    for (std::size_t coder = 0; coder < files.size(); ++coder) {
      const BlindCopy copy{sample.request.coders[coder], sample.sample.assigned[coder], sample.number};
      if (auto written = write_blind_copy(project, copy, files[coder]); !written) return written;
      files_.push_back(files[coder]);
    }
    return {};
  }

 private:
  std::vector<std::string> files_;
  fs::path folder_;  // when it was made for them
};

enum class Detail { summary, every_document };

void print_sample(const RecordedSample& sample, const std::vector<std::string>& files, Detail detail,
                  std::string_view format, UserLanguage language) {
  if (format == "json") return print(to_json(sample, files));
  if (format == "csv") return print(to_csv(sample));
  if (!sample.at.empty()) print(in_words({msg::sample_drawn_at, {{"at", sample.at}}}, language) + "\n");
  print(in_words(headline(sample), language) + "\n\n");
  if (!sample.stratified_by.empty()) print(to_text(strata_table(sample, language), output_width()) + "\n");
  print(to_text(coders_table(sample, files, language), output_width()));
  if (detail == Detail::every_document)
    print("\n" + to_text(documents_table(sample, language), output_width()));
}

Result<ExitStatus> show(const Options& options, std::string_view format, UserLanguage language) {
  const std::string& path = options.arguments().front();
  const auto wanted = number(options, "number", 1, std::numeric_limits<std::int64_t>::max());
  if (!wanted) return tl::unexpected(wanted.error());
  const auto project = Project::open(path);
  if (!project) return tl::unexpected(project.error());
  const auto samples = project->samples();
  if (!samples) return tl::unexpected(samples.error());
  if (samples->empty()) return fail(ErrorKind::not_found, msg::sample_none, {{"file", path}});
  const auto found = *wanted ? std::find_if(samples->begin(), samples->end(),
                                            [&](const auto& each) { return each.number == **wanted; })
                             : std::prev(samples->end());
  if (found == samples->end()) {
    return fail(ErrorKind::not_found, msg::sample_no_such,
                {{"number", **wanted}, {"last", samples->back().number}});
  }
  std::vector<std::string> files;
  NewFiles written;
  if (options.has("out")) {
    files = files_for(*found, path, options);
    if (auto done = written.write(*project, *found, files); !done) return tl::unexpected(done.error());
    written.keep();
  }
  print_sample(*found, files, Detail::every_document, format, language);
  return ExitStatus::success;
}

// What is no error but hardly meant.
Result<void> tell_oddities(const Project& project, const RecordedSample& sample, UserLanguage language) {
  const auto& parts = sample.sample.parts;
  if (!sample.stratified_by.empty() &&
      std::all_of(parts.begin(), parts.end(), [](const auto& part) { return part.stratum.empty(); })) {
    note({msg::sample_no_field, {{"field", sample.stratified_by}}}, language);
  }
  for (std::size_t coder = 0; coder < sample.request.coders.size(); ++coder) {
    if (sample.sample.assigned[coder].empty())
      note({msg::sample_no_work, {{"name", sample.request.coders[coder]}}}, language);
  }
  const auto coded = coded_documents(project);
  if (!coded) return tl::unexpected(coded.error());
  const auto count = std::count_if(sample.sample.drawn.begin(), sample.sample.drawn.end(),
                                   [&](const auto& drawn) { return coded->contains(drawn.document); });
  if (count > 0) note({msg::sample_already_coded, {{"n", std::int64_t{count}}}}, language);
  return {};
}

Result<ExitStatus> draw(const Options& options, std::string_view format, UserLanguage language) {
  const std::string& path = options.arguments().front();
  auto project = Project::open(path);
  if (!project) return tl::unexpected(project.error());
  const auto request = request_in(options, *project, language);
  if (!request) return tl::unexpected(request.error());
  auto population = population_of(*project, options);
  if (!population) return tl::unexpected(population.error());
  auto sample = draw_sample(std::move(population->strata), *request);
  if (!sample) return tl::unexpected(sample.error());
  auto transaction = project->begin();
  if (!transaction) return tl::unexpected(transaction.error());
  const std::string at = now_utc();
  auto recorded =
      project->add_sample({0, at, *request, options.get("by").value_or(""),
                           condition_text(options), population->left_out, std::move(*sample)});
  if (!recorded) return tl::unexpected(recorded.error());
  const Event event{at, "", "sample", "", "{\"sample\":" + std::to_string(recorded->number) + "}"};
  if (auto kept = project->record(event); !kept) return tl::unexpected(kept.error());
  const auto files = files_for(*recorded, path, options);
  NewFiles written;
  if (auto done = written.write(*project, *recorded, files); !done) return tl::unexpected(done.error());
  if (auto told = tell_oddities(*project, *recorded, language); !told) return tl::unexpected(told.error());
  if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
  written.keep();
  recorded->at.clear();  // the same draw is told in the same bytes, whenever it was made
  print_sample(*recorded, files, Detail::summary, format, language);
  return ExitStatus::success;
}

constexpr std::string_view of_plan[] = {"agreement", "percent", "prevalence", "width"};
constexpr std::string_view with_plan[] = {"agreement", "percent", "prevalence", "width", "coders", "format"};
constexpr std::string_view with_show[] = {"number", "out", "format"};
constexpr std::string_view of_show[] = {"number"};

Result<void> check_fits(const Options& options) {
  if (options.has("plan")) return only_with(options, "plan", with_plan);
  if (options.has("show")) return only_with(options, "show", with_show);
  if (auto fits = none_without(options, "plan", of_plan); !fits) return fits;
  return none_without(options, "show", of_show);
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  if (auto fits = check_fits(options); !fits) return tl::unexpected(fits.error());
  if (options.has("plan")) return run_sample_plan(options, context);
  const auto format = one_of(options, "format", table_formats);
  if (!format) return tl::unexpected(format.error());
  if (options.arguments().empty()) return fail(ErrorKind::usage, msg::sample_of_what);
  return options.has("show") ? show(options, *format, context.language)
                             : draw(options, *format, context.language);
}

}  // namespace

Command sample_command() {
  return {"sample",
          "[PROJECT]",
          msg::command_sample,
          {{"size", "N", msg::option_sample_size},
           {"coders", "NAAM,NAAM", msg::option_sample_coders},
           {"overlap", "N", msg::option_overlap},
           {"seed", "N", msg::option_sample_seed},
           {"by", "VELD", msg::option_sample_by},
           {"where", "VELD=WAARDE", msg::option_where},
           {"skip-coded", "", msg::option_skip_coded},
           {"skip-drawn", "", msg::option_skip_drawn},
           {"out", "MAP", msg::option_sample_out},
           {"show", "", msg::option_sample_show},
           {"number", "N", msg::option_sample_number},
           {"plan", "", msg::option_plan},
           {"agreement", "KAPPA", msg::option_agreement},
           {"percent", "AANDEEL", msg::option_percent},
           {"prevalence", "AANDEEL", msg::option_prevalence},
           {"width", "BREEDTE", msg::option_width},
           {"format", "text|csv|json", msg::option_format}},
          "codeboom sample lob.codeboom --size 65 --seed 7 --by sector --coders anna,bert --overlap 13 --out "
          "uit/codeurs",
          0,
          1,
          run};
}

}  // namespace codeboom
