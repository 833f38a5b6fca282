#include <algorithm>
#include <map>

#include "app/commands/commands.h"
#include "app/machine_run.h"
#include "app/terminal.h"
#include "codebook/exchange.h"
#include "codebook/machine.h"
#include "corpus/encoding.h"
#include "corpus/files.h"
#include "corpus/project.h"
#include "message_keys/agree_commands.h"
#include "message_keys/app.h"
#include "message_keys/codebook.h"

namespace codeboom {
namespace {

struct Counts {
  std::int64_t stored = 0, known = 0, moved = 0;
};

// One file after the other; nothing is stored unless every line of every file can be placed.
class Importer {
 public:
  Importer(Project& project, const Options& options, UserLanguage language)
      : project_(project), coder_(options.get("coder").value_or("")), language_(language) {
    if (const auto codebook = chosen_codebook(project, options)) codebook_ = *codebook;
  }

  Result<void> add_file(const std::string& path) {
    const auto bytes = read_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto decoded = decode(*bytes, path);
    if (!decoded) return tl::unexpected(decoded.error());
    const auto codings = read_codings(decoded->utf8, path);
    if (!codings) return tl::unexpected(codings.error());
    for (const ExchangedCoding& coding : *codings) {
      if (auto added = add(coding, path); !added) return added;
    }
    return {};
  }

  const Counts& counts() const { return counts_; }

 private:
  Result<void> add(const ExchangedCoding& from, const std::string& path) {
    const auto document = document_named(from, path);
    if (!document) return tl::unexpected(document.error());
    if (from.seen) return add_seen(from, path);
    auto placed = place(from, **document, path);
    if (!placed) return tl::unexpected(placed.error());
    Coding& coding = placed->coding;
    if (!coder_.empty()) coding.coder = coder_;
    if (coding.coder == machine_coder) return fail(ErrorKind::conflict, msg::import_machine, {{"file", path}});
    if (auto known = check_code(coding, from.line, path); !known) return known;
    if (auto added = project_.add_coder({coding.coder, CoderKind::person}); !added) return tl::unexpected(added.error());
    const auto added = project_.add_coding(coding);
    if (!added) return tl::unexpected(added.error());
    ++(*added == Added::stored ? counts_.stored : counts_.known);
    if (placed->moved) {
      ++counts_.moved;
      note({msg::import_moved, {{"file", path}, {"line", std::int64_t{from.line}}, {"document", coding.document}}}, language_);
    }
    return {};
  }

  // Somebody read a document and gave no code: in a project that is a memo.
  Result<void> add_seen(const ExchangedCoding& from, const std::string& path) {
    const std::string coder = coder_.empty() ? from.coder : coder_;
    if (coder == machine_coder) return fail(ErrorKind::conflict, msg::import_machine, {{"file", path}});
    if (auto added = project_.add_coder({coder, CoderKind::person}); !added) return tl::unexpected(added.error());
    const auto memos = project_.memos();
    if (!memos) return tl::unexpected(memos.error());
    const Memo memo{coder, from.document, "", {}, in_words({msg::import_seen_memo, {}}, language_)};
    if (std::find(memos->begin(), memos->end(), memo) != memos->end()) return {};
    return project_.add_memo(memo, now_utc());
  }

  Result<const Document*> document_named(const ExchangedCoding& from, const std::string& path) {
    if (const auto found = documents_.find(from.document); found != documents_.end()) return &found->second;
    auto document = project_.document(from.document);
    if (!document) {
      return fail(ErrorKind::not_found, msg::codings_bad_line,
                  {{"file", path}, {"line", std::int64_t{from.line}}, {"reason", std::vector<Message>{document.error().message}}});
    }
    return &documents_.emplace(from.document, std::move(*document)).first->second;
  }

  Result<void> check_code(Coding& coding, int line, const std::string& path) const {
    if (!codebook_) return {};
    coding.codebook = codebook_->id + " " + codebook_->version;
    for (const auto& code : codebook_->codes) {
      if (code.id == coding.code) return {};
    }
    return fail(ErrorKind::not_found, msg::import_unknown_code,
                {{"file", path}, {"line", std::int64_t{line}}, {"code", coding.code}, {"codebook", coding.codebook}});
  }

  Project& project_;
  std::string coder_;
  UserLanguage language_;
  std::optional<CodebookVersion> codebook_;
  std::map<std::string, Document> documents_;
  Counts counts_;
};

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  auto project = Project::open(options.arguments().front());
  if (!project) return tl::unexpected(project.error());
  auto transaction = project->begin();
  if (!transaction) return tl::unexpected(transaction.error());
  Importer importer(*project, options, context.language);
  for (std::size_t i = 1; i < options.arguments().size(); ++i) {
    if (auto added = importer.add_file(options.arguments()[i]); !added) return tl::unexpected(added.error());
  }
  const Counts& counts = importer.counts();
  const std::string after = "{\"stored\":" + std::to_string(counts.stored) + "}";
  if (auto recorded = project->record({now_utc(), options.get("coder").value_or(""), "import codings", "", after}); !recorded) {
    return tl::unexpected(recorded.error());
  }
  if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
  print(in_words({msg::import_done, {{"stored", counts.stored}, {"known", counts.known}, {"moved", counts.moved}}},
                 context.language) +
        "\n");
  return ExitStatus::success;
}

}  // namespace

Command import_codings_command() {
  return {"import codings",
          "PROJECT BESTAND...",
          msg::command_import,
          {{"coder", "NAAM", msg::option_import_coder}, {"codebook", "\"ID VERSIE\"", msg::option_codebook_version}},
          "codeboom import codings lob.codeboom corpus/voorbeelden/coder-a.jsonl corpus/voorbeelden/coder-b.jsonl",
          2,
          10000,
          run};
}

}  // namespace codeboom
