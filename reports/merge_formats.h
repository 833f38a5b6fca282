// What a merge did, in the forms that people and programs read it in.
#pragma once

#include <string>

#include "corpus/merge.h"
#include "reports/table.h"

namespace codeboom {

// How many of each kind there were and are; then codings per coder and of every code of which there are more
// now.
Table totals_table(const MergeReport& report, UserLanguage language);
Table codings_table(const MergeReport& report, UserLanguage language);

// coder,code,before,added,after: every coder and code.
std::string to_csv(const MergeReport& report);

// {"documents":{"before","after"},...,"per_code":[{"coder","code","before","after"}],"origins_changed":n,"recognised":[...],
//  "differences":[...],"left_behind":[...]}; the last three are sentences in the user's language.
std::string to_json(const MergeReport& report, UserLanguage language);

}  // namespace codeboom
