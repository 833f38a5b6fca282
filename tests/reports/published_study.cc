// The study of the Hogeschool van Amsterdam (2025), as published: what its own mentions add up to, and what does not.
#include <map>

#include "corpus/published_study.h"
#include "reports/audit.h"
#include "reports/tally_formats.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

PublishedStudy study() {
  auto read = read_published_study(std::string(CODEBOOM_SOURCE_DIR) + "/corpus/studie-hva-2025");
  REQUIRE(read.has_value());
  return *read;
}

}  // namespace

TEST_CASE("the published tally: 242 pairs of 78 elements and 64 documents; 27, 34, 23, 28 and 11 at the top") {
  const Tally tally = tally_of(study());
  CHECK(tally.documents == 64);
  CHECK(tally.coded_documents == 64);
  CHECK(pairs(tally) == 242);
  CHECK(rows_in_view(tally, {.level = {}, .leaves_only = true, .hide_empty = true}).size() == 78);
  std::map<std::string, std::uint64_t> top;
  for (const TallyRow& row : rows_in_view(tally, {.level = 1, .leaves_only = false, .hide_empty = false})) top[row.code] = row.n();
  CHECK(top == std::map<std::string, std::uint64_t>{{"taal", 27}, {"basis", 34}, {"binnen", 23}, {"buiten", 28}, {"rand", 11}});
}

TEST_CASE("the audit finds what does not add up in the published coding") {
  const Audit result = audit(study());
  std::map<AuditKind, std::vector<std::string>> documents;
  for (const AuditFinding& finding : result.findings) documents[finding.kind].push_back(finding.document);
  CHECK(documents[AuditKind::cited_not_listed] == std::vector<std::string>{"1121", "1577"});
  CHECK(documents[AuditKind::listed_never_cited] == std::vector<std::string>{"1556", "1769", "2581"});
  CHECK(documents[AuditKind::listed_twice] == std::vector<std::string>{"1459"});
  CHECK(documents[AuditKind::cited_twice] == std::vector<std::string>{"1208"});
  CHECK(documents[AuditKind::finding_without_document].size() == 1);
  CHECK(documents[AuditKind::title_listed_twice].size() == 2);
  CHECK(documents[AuditKind::code_without_document].empty());
  CHECK(result.listed == 65);
  CHECK(result.cited == 64);
}
