// The machine coder over many documents with all cores; the results arrive in the order of the documents.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "codebook/codebook.h"
#include "codebook/machine.h"
#include "corpus/document.h"
#include "engine/match/matcher.h"

namespace codeboom {

struct CodedDocument {
  Document document;
  Suggestions suggestions;
  std::string lines;  // the suggestions as JSON Lines, when asked for
};

enum class Lines { wanted, not_wanted };

// `count` documents; read(i) gives the i-th and runs on worker threads when `reading` says so.
enum class ReadingPlace { on_workers, on_caller };

struct MachineRunOptions {
  unsigned threads = 1;
  Lines lines = Lines::not_wanted;
  ReadingPlace reading = ReadingPlace::on_workers;
};

// use(i, coded): an error stops the run and is returned; an unreadable document arrives as its error and does not stop it.
// Errors: those of `use`; usage "interrupted" after Ctrl-C.
Result<void> run_machine(const MachineCoder& coder, const CodebookVersion& codebook, const MachineRun& run, std::size_t count,
                         const std::function<Result<Document>(std::size_t)>& read, const MachineRunOptions& options,
                         const std::function<Result<void>(std::size_t, Result<CodedDocument>)>& use);

// The processors there are, or what --threads says. Errors: usage.
class Options;
Result<unsigned> thread_count(const Options& options);

// Now in UTC, ISO 8601: for events and runs in the project file.
std::string now_utc();

}  // namespace codeboom
