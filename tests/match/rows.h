// The table of the matching tests: rule | text | the evidence found.
#pragma once

#include <vector>

#include "tests/match/fixture.h"

namespace codeboom::match_test {

struct Row {
  const char* rule;
  const char* text;
  const char* evidence;  // "[span] [span]"; " / " parts sentences; empty: no match
};

inline void check_rows(const std::vector<Row>& rows, const Sets& sets = {}) {
  for (const Row& row : rows) {
    INFO(row.rule << " | " << row.text);
    CHECK(found(row.rule, row.text, sets) == row.evidence);
  }
}

}  // namespace codeboom::match_test
