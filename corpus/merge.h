// Coders' project files become one.
//
// A document is its text: the same text is the same document, whatever id, title or metadata it has, and this
// project's own id, metadata and blocks stand. A coding is its document, span, code and coder; a codebook its
// id and version; a coder a name; decisions and memos are all they say, with the time. Whatever any of the
// files has, the result has, once (a decision or memo as often as the file that has it most). So nothing is
// lost, and in whatever order and how often files are merged, the result says the same; only what a project
// calls and how it describes a document that several others brought under several names depends on who came
// first. Within one merge even that does not depend on the order of the files.
//
// What the machine made (runs, suggestions, models) and the samples drawn in other files are left behind and
// counted: one run is of one program over one project, and is made again in a moment.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/project.h"

namespace codeboom {

struct OtherProject {
  std::string name;  // for messages and the history
  const Project* project = nullptr;
};

// Two texts with one title, which never stand side by side in one file, are taken for two states of one
// document.
enum class SameTitle { refuse, keep_both };

struct BeforeAfter {
  std::int64_t before = 0, after = 0;
  std::int64_t added() const { return after - before; }
  friend bool operator==(const BeforeAfter&, const BeforeAfter&) = default;
};

struct MergeReport {
  BeforeAfter documents, coders, codebooks, codings, decisions, memos;
  struct PerCode {
    std::string coder, code;
    BeforeAfter codings;
    friend bool operator==(const PerCode&, const PerCode&) = default;
  };
  std::vector<PerCode> per_code;  // by coder, then code
  // Codings that got the origin (codebook, score) that another file has for them.
  std::int64_t origins_changed = 0;
  std::vector<Message> recognised;  // the same text under another id
  // Where files say different things; all of it was kept, or it says what stands.
  std::vector<Message> differences;
  std::vector<Message> left_behind;
  bool changed() const {
    return documents.added() + coders.added() + codebooks.added() + codings.added() + decisions.added() +
               memos.added() + origins_changed >
           0;
  }
};

// `name` is what messages call `project`. Requires: a transaction of it is open. Records the act in its
// history (as `at`) when it changed anything. Errors: conflict, and the transaction must be given up, when a
// text differs from one with the same id or title (with the first line that differs in both), when one
// codebook version has two contents, when a name is a person here and a machine there; those of reading and
// writing.
Result<MergeReport> merge(Project& project, std::string_view name, std::span<const OtherProject> others,
                          SameTitle same_title, std::string_view at);

// Takes the last merge out again: what it added, and the origins it changed. Returns the files that were
// merged. Requires: a transaction of `project` is open. Errors: not_found when there was no merge; conflict
// when the project was worked on since.
Result<std::vector<std::string>> undo_merge(Project& project, std::string_view at);

}  // namespace codeboom
