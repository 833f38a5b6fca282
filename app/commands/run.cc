#include <filesystem>
#include <map>
#include <optional>

#include "app/commands/commands.h"
#include "app/machine_run.h"
#include "app/project_machine.h"
#include "app/terminal.h"
#include "codebook/machine.h"
#include "corpus/files.h"
#include "corpus/project.h"
#include "engine/language/words.h"
#include "message_keys/app.h"
#include "message_keys/reports.h"
#include "reports/learning_report.h"
#include "reports/quotations.h"
#include "reports/run_report.h"
#include "reports/tally_formats.h"

namespace codeboom {
namespace {

constexpr std::size_t quotations_per_code = 3;

std::string reason_of(const std::error_code& code) { return code.message(); }

// Everything that one run makes; files get their names only when all is done.
class Run {
 public:
  Run(const CommandContext& context, ReadyCoder ready, DocumentSource source, std::string folder)
      : context_(context),
        ready_(std::move(ready)),
        codebook_(ready_.codebook),
        record_(to_record(codebook_)),
        source_(std::move(source)),
        folder_(std::move(folder)),
        quotations_(codebook_.codes.size(), quotations_per_code) {}

  Result<ExitStatus> go(unsigned threads) {
    auto done = prepare();
    if (done) done = code_documents(threads);
    if (done) done = write_results();
    if (!done) {
      drop_project();
      return tl::unexpected(done.error());
    }
    print_summary();
    return refused_ == 0 ? ExitStatus::success : ExitStatus::remarks;
  }

 private:
  std::string in_folder(const char* name) const { return folder_ + "/" + name; }
  std::string unfinished_project() const { return in_folder(".project.codeboom.part"); }

  // The folder's project may meanwhile hold people's work, which cannot be made again.
  Result<void> spare_peoples_work() const {
    const auto existing = Project::open(in_folder("project.codeboom"));
    if (!existing) return {};
    const auto coders = existing->coders();
    if (!coders) return {};
    for (const Coder& coder : *coders) {
      if (coder.kind != CoderKind::machine) {
        return fail(ErrorKind::conflict, msg::run_would_overwrite,
                    {{"file", in_folder("project.codeboom")}, {"coder", coder.name}});
      }
    }
    return {};
  }

  Result<void> prepare() {
    std::error_code code;
    if (auto spared = spare_peoples_work(); !spared) return spared;
    if (auto made = make_folder(folder_); !made) return made;
    std::filesystem::remove(unfinished_project(), code);  // of a run that was killed
    auto project = Project::create(unfinished_project());
    if (!project) return tl::unexpected(project.error());
    project_.emplace(std::move(*project));
    auto lines = OutputFile::create(in_folder("codings.jsonl"));
    if (!lines) return tl::unexpected(lines.error());
    lines_.emplace(std::move(*lines));
    for (const Message& remark : source_.notes()) remarks_.push_back(remark);
    return {};
  }

  Result<void> code_documents(unsigned threads) {
    auto transaction = project_->begin();
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto kept = keep_in_project(*project_, ready_); !kept) return kept;
    if (auto added = project_->add_coder({std::string(machine_coder), CoderKind::machine}); !added) {
      return tl::unexpected(added.error());
    }
    auto machine_run = project_->start_run(
        {0, codebook_.id_and_version(), std::string(program_version), std::string(lexicon_version()), now_utc(),
         ready_.model ? ready_.model->fingerprint : std::string()});
    if (!machine_run) return tl::unexpected(machine_run.error());
    ProgressBar progress(msg::app_progress_documents, source_.count(), context_.language);
    const auto use = [&](std::size_t place, Result<CodedDocument> coded) -> Result<void> {
      progress.done(place);
      return keep(*machine_run, place, std::move(coded));
    };
    const auto read = [this](std::size_t place) { return source_.read(place); };
    auto coded = run_machine(ready_.coder, record_, *machine_run, source_.count(), read, {threads, Lines::wanted, ReadingPlace::on_workers}, use);
    if (!coded) return coded;
    if (documents_.empty()) return fail(ErrorKind::bad_input, msg::run_nothing_read);
    if (auto recorded = project_->record({now_utc(), std::string(machine_coder), "machine run", "", ""}); !recorded) {
      return recorded;
    }
    return transaction->commit();
  }

  Result<void> keep(const MachineRun& machine_run, std::size_t place, Result<CodedDocument> coded) {
    if (!coded) return refuse(coded.error().message);
    const Document& document = coded->document;
    for (const Message& remark : document.notes) {
      remarks_.push_back(remark);
      note(remark, context_.language);
    }
    auto added = project_->add_document(document);
    if (!added) return refuse(added.error().message);
    if (*added == Added::already_there) return refuse({msg::run_same_document, {{"file", source_.path(place)}, {"document", document.metadata.id}}});
    if (auto stored = project_->add_suggestions(machine_run, document.metadata.id, coded->suggestions); !stored) {
      return stored;
    }
    const auto number_of_document = static_cast<std::uint32_t>(documents_.size());
    documents_.push_back(document.metadata);
    for (const Suggestion& suggestion : coded->suggestions.suggestions) {
      ++mentions_[{suggestion.label, number_of_document}];
    }
    quotations_.add(document, coded->suggestions);
    lines_->write(coded->lines);
    return {};
  }

  Result<void> refuse(const Message& reason) {
    ++refused_;
    remarks_.push_back({msg::run_refused, {{"reason", std::vector<Message>{reason}}}});
    note(remarks_.back(), context_.language);
    return {};
  }

  Tally tally() const {
    std::vector<std::string> ids;
    for (const Metadata& metadata : documents_) ids.push_back(metadata.id);
    TallyCounter counter(std::move(ids), record_.codes);
    for (const auto& [key, count] : mentions_) counter.add(key.first, key.second, count);
    Tally result = counter.tally();
    result.coder = machine_coder;
    result.codebook = codebook_.id_and_version();
    if (ready_.model) mark_trust(result, *ready_.model);
    return result;
  }

  Result<void> write_results() {
    tally_ = tally();
    RunReport report{tally_,   &codebook_, documents_, &quotations_, remarks_, "codeboom " + std::string(program_version),
                     std::string(lexicon_version()), context_.command_line};
    if (auto written = lines_->finish(); !written) return written;
    const std::pair<const char*, std::string> files[] = {{"tally.csv", to_csv(tally_, {})},
                                                         {"tally.json", to_json(tally_, {})},
                                                         {"report.html", to_html(report, context_.language)}};
    for (const auto& [name, content] : files) {
      if (auto written = write_file(in_folder(name), content); !written) return written;
    }
    project_.reset();  // closes the file
    std::error_code code;
    std::filesystem::rename(unfinished_project(), in_folder("project.codeboom"), code);
    if (code) {
      return fail(ErrorKind::unavailable, msg::app_cannot_create,
                  {{"file", in_folder("project.codeboom")}, {"reason", reason_of(code)}});
    }
    return {};
  }

  void drop_project() {
    project_.reset();
    std::error_code ignored;
    std::filesystem::remove(unfinished_project(), ignored);
  }

  void print_summary() const {
    const UserLanguage language = context_.language;
    print(to_text(to_table(tally_, {.level = {}, .leaves_only = false, .hide_empty = true}, language), output_width()));
    print("\n" + in_words(headline(tally_), language) + "\n");
    if (distrusts_any(tally_)) print(in_words({msg::tally_not_trusted, {}}, language) + "\n");
    print(in_words({msg::tally_suggestions_note, {}}, language) + "\n");
    if (refused_ > 0) {
      print(in_words({msg::run_refused_count, {{"n", static_cast<std::int64_t>(refused_)}}}, language) + "\n");
    }
    print(in_words({msg::run_where, {{"folder", folder_}}}, language) + "\n");
  }

  const CommandContext& context_;
  ReadyCoder ready_;
  const Codebook& codebook_;
  CodebookVersion record_;
  DocumentSource source_;
  std::string folder_;
  std::optional<Project> project_;
  std::optional<OutputFile> lines_;
  QuotationPicker quotations_;
  std::vector<Metadata> documents_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> mentions_;  // code, document
  std::vector<Message> remarks_;
  std::size_t refused_ = 0;
  Tally tally_;
};

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto codebook_path = required(options, "codebook");
  if (!codebook_path) return tl::unexpected(codebook_path.error());
  const auto folder = required(options, "out");
  if (!folder) return tl::unexpected(folder.error());
  const auto threads = thread_count(options);
  if (!threads) return tl::unexpected(threads.error());
  auto ready = ready_coder(*codebook_path, options, Purpose::documents, context.language);
  if (!ready) return tl::unexpected(ready.error());
  auto source = DocumentSource::open(options.arguments(), options);
  if (!source) return tl::unexpected(source.error());
  watch_for_interrupt();
  return Run(context, std::move(*ready), std::move(*source), *folder).go(*threads);
}

}  // namespace

Command run_command() {
  return {"run",
          "INVOER...",
          msg::command_run,
          with_machine_options({{"codebook", "BESTAND", msg::option_codebook},
                                {"out", "MAP", msg::option_out_folder},
                                {"metadata", "TABEL", msg::option_metadata},
                                {"threads", "N", msg::option_threads},
                                {"limit", "MiB", msg::option_limit}}),
          "codeboom run --codebook codebook/boeken/hva-succeselementen.yaml --metadata corpus/voorbeelden/metadata.tsv --out uit "
          "corpus/voorbeelden",
          1,
          1000000,
          run};
}

}  // namespace codeboom
