// The commands, one file each.
#pragma once

#include <memory>

#include "app/command.h"
#include "corpus/document.h"
#include "corpus/project.h"

namespace codeboom {

Command run_command();
Command new_command();
Command add_command();
Command code_command();
Command tally_command();
Command show_command();
Command search_command();
Command export_codings_command();
Command import_codings_command();
Command codebook_check_command();
Command codebook_show_command();
Command merge_command();
Command sample_command();
Command report_command();
Command intake_command();
Command audit_command();
Command suggest_command();
Command evaluate_command();
Command agree_command();
Command disagreements_command();
Command settle_command();
Command learn_command();
Command tokens_command();
Command words_command();

// What several commands share -------------------------------------------------------------------------------

inline constexpr std::string_view table_formats[] = {"text", "csv", "json"};

// The documents that the command line names, with the metadata table when --metadata names one.
class DocumentSource {
 public:
  // Errors: not_found for an input that does not exist; those of the metadata table.
  static Result<DocumentSource> open(const std::vector<std::string>& inputs, const Options& options);
  std::size_t count() const;
  const std::string& path(std::size_t place) const;
  Result<Document> read(std::size_t place) const;  // safe from several threads
  const std::vector<Message>& notes() const;       // on the table

 private:
  struct Contents;
  std::shared_ptr<const Contents> contents_;
};

// The codebook version that the user names with --codebook ("id version"), or the one added last.
// Errors: not_found when there is none.
Result<CodebookVersion> chosen_codebook(const Project& project, const Options& options);

// The coder that --coder names; without it the only one there is, or the machine when no person has coded.
// Errors: not_found; usage when there are several people, naming them.
Result<Coder> chosen_coder(const Project& project, const Options& options);

// The codings of a coder in one document, people's and the machine's (of the latest run) alike.
Result<std::vector<Coding>> codings_of(const Project& project, const Coder& coder, const Document& document);

}  // namespace codeboom
