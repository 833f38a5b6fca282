// All that people put into a project, as values: what merging compares and what a test can hold two projects
// against.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/coding.h"
#include "corpus/document.h"

namespace codeboom {

struct CodebookVersion;

// A record with the time it was made: UTC, ISO 8601.
template <class Record>
struct Dated {
  Record record;
  std::string at;
  friend bool operator==(const Dated&, const Dated&) = default;
};

struct StoredDocument {
  Metadata metadata;
  std::string sha256;  // content_hash() of its text
};

// Texts and what the machine made are not in it: they are large, and asked for one by one.
struct ProjectContent {
  std::vector<StoredDocument> documents;  // in the order added, like the rest
  std::vector<Coder> coders;
  std::vector<CodebookVersion> codebooks;
  std::vector<Coding> codings;
  std::vector<Dated<Decision>> decisions;
  std::vector<Dated<Memo>> memos;
  std::int64_t machine_runs = 0, models = 0, samples = 0;  // how many there are
};

}  // namespace codeboom
