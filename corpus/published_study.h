// A published coding as data: codes, documents and which finding cites which document (format: studie-hva-2025/README.md).
#pragma once

#include <string>
#include <vector>

#include "corpus/result.h"

namespace codeboom {

struct PublishedStudy {
  struct Code {
    std::string id, parent, label;  // parent is empty at the top
  };
  struct Document {
    std::string id, title;
    int line = 0;  // in documents.tsv
  };
  struct Mention {
    std::string code;
    int finding = 0;
    std::string document;  // empty: the finding cites none
    int line = 0;          // in mentions.tsv
  };
  std::vector<Code> codes;          // depth first
  std::vector<Document> documents;  // as printed, doubles included
  std::vector<Mention> mentions;
};

// Reads codes.tsv, documents.tsv and mentions.tsv in `folder`.
// Errors: not_found; bad_input, naming file and line, for a missing column, a code whose parent does not stand before it, a
// finding that is no number, a mention of a code that does not exist.
Result<PublishedStudy> read_published_study(const std::string& folder);

}  // namespace codeboom
