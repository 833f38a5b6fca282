// The project file: one SQLite database with documents, codebook versions, codings, decisions, memos and events.
// Every table is described in FORMAT.md. Only project*.cc know SQL.
//
// All changes happen in a Transaction; without commit() nothing of it stays, also when the program is interrupted.
// Every function may fail with unavailable (the disk is full, another program holds the file) and with bad_input (the
// file is damaged). A project is used by one thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/coding.h"
#include "corpus/document.h"
#include "corpus/project_content.h"
#include "corpus/sample.h"

namespace codeboom {

struct CodebookVersion {
  std::string id, version, title;
  std::string yaml;  // the file as it was read: the version can always be shown and run again
  struct Code {
    std::string id, parent, name;  // parent is empty at the top
    friend bool operator==(const Code&, const Code&) = default;
  };
  std::vector<Code> codes;         // depth first, as in the file
  std::vector<std::string> rules;  // ids of all rules, in the order that Suggestion evidence counts
  friend bool operator==(const CodebookVersion&, const CodebookVersion&) = default;
};

// One pass of the machine coder over the documents.
struct MachineRun {
  std::int64_t id = 0;       // given by the project
  std::string codebook;      // "id version"
  std::string program, lexicon;  // their versions
  std::string at;            // UTC, ISO 8601
  std::string model;         // fingerprint of what it had learned; empty: rules only
};

// What the machine learned for a codebook version. The bytes are codebook/'s business.
struct StoredModel {
  std::string codebook;     // "id version"
  std::string fingerprint;  // of what it was learned from
  std::string at;           // UTC, ISO 8601
  std::string bytes;        // when it is read; to store, they are given beside it
};

// What Project::add_document did.
enum class Added { stored, already_there };

// The codebook added last is the one that commands use by default; one that joins a project leaves that as it is.
enum class CodebookPlace { last, first };

// Up to where a project had been filled: what was added since can be taken out again.
struct FilledTo {
  std::int64_t documents = 0, coders = 0, codings = 0, decisions = 0, memos = 0;  // the highest numbers
  std::int64_t first_codebook = 1;                                               // the lowest
  friend bool operator==(const FilledTo&, const FilledTo&) = default;
};

class Project {
 public:
  // Errors: conflict when the file exists; unavailable when it cannot be written.
  static Result<Project> create(const std::string& path);
  // Opens and migrates. Errors: not_found; bad_input when it is not a codeboom project, is damaged or comes from a newer
  // program (it says which); unavailable when another program holds it.
  static Result<Project> open(const std::string& path);
  // The same, but nothing is ever written to the file or beside it; a file of an older version is brought up to date in
  // memory. Errors: those of open(); unavailable, too, when an act in it was interrupted and must first be undone by open().
  static Result<Project> open_read_only(const std::string& path);

  Project(Project&&) noexcept;
  Project& operator=(Project&&) noexcept;
  ~Project();

  class Transaction {
   public:
    Transaction(Transaction&&) noexcept;
    ~Transaction();  // rolls back unless committed
    Result<void> commit();

   private:
    friend class Project;
    explicit Transaction(Project& project);
    Project* project_;
  };
  // Requires: no other transaction of this project is open.
  Result<Transaction> begin();

  // Documents. The same id with the same text is already_there (all but the text is brought up to date);
  // the same id with another text is a conflict: a text is stored once and never changed.
  // Errors: bad_input when blocks do not lie in order in the text. Notes are not stored.
  Result<Added> add_document(const Document& document);
  Result<std::vector<Metadata>> documents() const;  // in the order added
  Result<Document> document(std::string_view id) const;  // not_found
  // Calls `use` for each document in the order added, one in memory at a time; stops at the first error. `use` may read and
  // write the project; no other program writes it meanwhile.
  Result<void> for_each_document(const std::function<Result<void>(const Document&)>& use) const;

  // Codebooks. The same id and version with other content is a conflict.
  Result<Added> add_codebook(const CodebookVersion& codebook, CodebookPlace place = CodebookPlace::last);
  Result<std::vector<CodebookVersion>> codebooks() const;  // in the order added
  Result<CodebookVersion> codebook(std::string_view id_and_version) const;  // "id version"; not_found

  // A model with the same codebook and fingerprint is already_there, and becomes the latest. Errors: not_found (codebook).
  Result<Added> add_model(const StoredModel& model, std::string_view bytes);
  // The one added last; nothing when there is none. Errors: not_found (codebook).
  Result<std::optional<StoredModel>> latest_model(std::string_view codebook) const;

  Result<Added> add_coder(const Coder& coder);  // conflict when the name is there with another kind
  Result<std::vector<Coder>> coders() const;    // in the order added

  // People's codings. Errors: not_found (document or coder); bad_input when quote differs from text[span], or when a span
  // does not lie in the text. An identical coding (document, span, code, coder) is already_there.
  Result<Added> add_coding(const Coding& coding);
  // By document (order added), span, coder, code. Empty coder or document: all. Every quote is the text at its place, else
  // bad_input.
  Result<std::vector<Coding>> codings(std::string_view coder = {}, std::string_view document = {}) const;
  // The coding that is there with the same document, span, code and coder gets this one's origin: codebook, score, chance,
  // flags and evidence. Returns it as it was. Errors: not_found (document, coder or coding).
  Result<Coding> change_origin(const Coding& coding);

  // The machine's suggestions. A run replaces nothing: `latest_run` is what commands show.
  Result<MachineRun> start_run(const MachineRun& run);  // with its id; not_found when its codebook is not there
  // Errors: not_found (document or run); conflict when the run has suggestions for the document.
  Result<void> add_suggestions(const MachineRun& run, std::string_view document, const Suggestions& suggestions);
  Result<std::optional<MachineRun>> latest_run() const;
  // Ids of the documents that were in a run, also those without suggestions, in the order added.
  Result<std::vector<std::string>> documents_of(const MachineRun& run) const;
  // Of one document in one run; empty when there are none.
  Result<Suggestions> suggestions(const MachineRun& run, std::string_view document) const;

  // Errors: not_found (document or coder); bad_input when a span does not lie in the text.
  Result<void> add_decision(const Decision& decision, std::string_view at);
  Result<std::vector<Decision>> decisions() const;  // in the order made: by time, then as added
  Result<void> add_memo(const Memo& memo, std::string_view at);
  Result<std::vector<Memo>> memos() const;  // the same

  // Samples are kept for ever. Errors: not_found (document).
  Result<RecordedSample> add_sample(const RecordedSample& sample);  // with its number
  Result<std::vector<RecordedSample>> samples() const;              // in the order drawn

  // All of the above but texts and what the machine made, as one value.
  Result<ProjectContent> content() const;

  Result<FilledTo> filled_to() const;
  // Takes out documents, codebooks, coders, codings, decisions and memos that were added since. Errors: conflict when something
  // that stays refers to them.
  Result<void> empty_to(const FilledTo& mark);

  Result<void> record(const Event& event);        // append-only
  Result<std::vector<Event>> events() const;

  // Everything that would make a number indefensible: a quote that is not the text at its place, a reference to nothing,
  // SQLite's own integrity check. Empty when all is well.
  Result<std::vector<Message>> check() const;

 private:
  struct Database;
  explicit Project(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace codeboom
