// An evaluation as people read it (tables) and as JSON.
#pragma once

#include <string>
#include <vector>

#include "reports/document_evaluation.h"
#include "reports/phrase_evaluation.h"
#include "reports/table.h"

namespace codeboom {

// "62 %" with its interval "(55–69)"; the reason in words where there is no value.
std::string in_words(const EvaluatedNumber& estimate, UserLanguage language);

// One row per level: n, first suggestion right, among three, among five, macro-F1, abstained.
Table level_table(const PhraseEvaluation& evaluation, UserLanguage language);
// One row per score or per tenth of the chance: n, right, share.
Table reliability_table(const std::vector<ReliabilityRow>& rows, MessageKey heading, UserLanguage language);
// One row per code that the gold names or that came first.
Table code_table(const Codebook& codebook, const PhraseEvaluation& evaluation, UserLanguage language);

// One row per level and unit: precision, recall, F1, kappa; and the overlap of segments.
Table level_table(const DocumentEvaluation& evaluation, UserLanguage language);
Table segment_table(const DocumentEvaluation& evaluation, UserLanguage language);
Table code_table(const Codebook& codebook, const DocumentEvaluation& evaluation, UserLanguage language);

// JSON objects with keys in a fixed order; shares as fractions with at most four decimals, null with a reason where undefined:
// {"phrases":..,"off_topic":{..},"levels":{"category":{"n":..,"accuracy":..,"accuracy_interval":[..],"macro_f1":..,
//  "hit_at_3":..,"hit_at_5":..,"abstained":..},"sub":{..},"leaf":{..}},"reliability":{"score":[..],"chance":[..]},"codes":[..]}
std::string to_json(const Codebook& codebook, const PhraseEvaluation& evaluation);
// {"first":"machine","second":"coder-a","documents":33,"levels":{"leaf":{"documents":{"precision":..,"recall":..,"f1":..,
//  "kappa":..},"sentences":{..},"segments":{..},"macro_f1":..},..},"codes":[..]}
std::string to_json(const Codebook& codebook, const DocumentEvaluation& evaluation);

}  // namespace codeboom
