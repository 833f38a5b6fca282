// What does not add up in a published coding.
#pragma once

#include <string>
#include <vector>

#include "corpus/published_study.h"
#include "reports/tally.h"

namespace codeboom {

enum class AuditKind {
  cited_not_listed,
  listed_never_cited,
  listed_twice,
  cited_twice,  // by one finding
  finding_without_document,
  title_listed_twice,
  code_without_document,  // a leaf
};
std::string_view name_of(AuditKind kind);

struct AuditFinding {
  AuditKind kind = AuditKind::cited_not_listed;
  std::string document;  // ID, or empty
  std::string code;      // or empty
  Message message;       // the finding as a sentence
};

struct Audit {
  std::vector<AuditFinding> findings;  // by kind, then in the order of the study's own files
  std::uint64_t codes = 0, listed = 0, cited = 0;  // listed and cited: distinct documents
};

Audit audit(const PublishedStudy& study);

// Each document that a finding cites, once, in the order of the IDs as numbers.
std::vector<std::string> documents_cited(const PublishedStudy& study);

// The tally recomputed from the mentions, over the documents cited.
Tally tally_of(const PublishedStudy& study);

}  // namespace codeboom
