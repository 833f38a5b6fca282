// What a learned model is worth, per code: the standing table that says where the machine may be trusted.
#pragma once

#include <string>

#include "codebook/learning.h"
#include "reports/table.h"
#include "reports/tally.h"

namespace codeboom {

// One row per leaf: sentences with the code, given, right, precision, recall, F1 in cross-validation; and whether to trust it.
Table record_table(const Codebook& codebook, const LearnedModel& model, UserLanguage language);

// Says of each leaf of a machine's tally whether its number may be trusted.
void mark_trust(Tally& tally, const LearnedModel& model);

// On what it learned and how well it did, in a sentence or two.
Message headline(const LearnedModel& model);

// {"codebook":..,"fingerprint":..,"sentences":..,"f1_documents":..,"f1_sentences":..,"codes":[{"code","present","given","right",
//  "precision","recall","f1","trusted"},..]}
std::string to_json(const Codebook& codebook, const LearnedModel& model);

}  // namespace codeboom
