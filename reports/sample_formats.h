// A sample in the forms that people and programs read it in. Nothing in them depends on the clock unless `at`
// is filled in.
#pragma once

#include <string>

#include "corpus/sample.h"
#include "reports/table.h"

namespace codeboom {

// One sentence: how many of how many, with what seed, by what field, under what condition.
Message headline(const RecordedSample& sample);

// Per stratum: documents there were, drawn, of which coded twice.
Table strata_table(const RecordedSample& sample, UserLanguage language);
// Per coder: documents, of which together with another, alone. `files` names the file of each; empty: none
// were written.
Table coders_table(const RecordedSample& sample, const std::vector<std::string>& files,
                   UserLanguage language);
// Every document drawn with those who code it.
Table documents_table(const RecordedSample& sample, UserLanguage language);

// document,stratum,coders (names separated by "; ").
std::string to_csv(const RecordedSample& sample);

// {"number","at" (null when just
// drawn),"seed","size","overlap","stratified_by","condition","left_out","population","strata":[...],
//  "coders":[{"coder","file","documents":[...] in the order to
//  code}],"documents":[{"id","stratum","coders":[...]}]}
std::string to_json(const RecordedSample& sample, const std::vector<std::string>& files);

}  // namespace codeboom
