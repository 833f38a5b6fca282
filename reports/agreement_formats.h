// A report on agreement as text, CSV, JSON and a page.
//
// Shape   text: what was compared, all together, levels, branches, codes; below each value its interval. CSV: one line per row and
//         coefficient: scope,code,level,codes,units,yes CODER...,coefficient,value,low,high,observed,expected,reason. JSON: the same as
//         one object; every coefficient as coefficient_formats.h writes it. With thresholds also the share of the draws in which alpha
//         was below .667 and below .8.
#pragma once

#include <string>

#include "reports/agreement_report.h"

namespace codeboom {

std::string to_text(const AgreementReport& report, const Codebook& codebook, Thresholds thresholds, std::size_t width,
                    UserLanguage language);
std::string to_csv(const AgreementReport& report, const Codebook& codebook, Thresholds thresholds, UserLanguage language);
std::string to_json(const AgreementReport& report, const Codebook& codebook, Thresholds thresholds, UserLanguage language);

// A whole page (html.h). `command` is how it was made.
std::string to_html(const AgreementReport& report, const Codebook& codebook, Thresholds thresholds, const std::string& command,
                    UserLanguage language);

// What the text and the page share ------------------------------------------------------------------------------

// One paragraph each: coders and units, codebook, what was compared, what was not, intervals.
std::vector<Message> opening(const AgreementReport& report, const Codebook& codebook);
// How many codes "everything" pools, and how.
Message about_pooling(const AgreementReport& report);
// The measures of everything pooled, without those that exist for single codes only.
std::vector<NamedCoefficient> everything_pooled(const AgreementReport& report);
// What to do when overlapping passages leave coefficients undefined.
std::optional<Message> about_overlaps(const AgreementReport& report);
// One per document or group of codings that could not be compared.
std::vector<Message> left_out(const AgreementReport& report);
// Per reason, which measures of which codes are undefined.
std::vector<Message> undefined_values(const AgreementReport& report, const Codebook& codebook, UserLanguage language);
// What is said of thresholds.
std::vector<Message> cited(const AgreementReport& report);
std::string names_of(const std::vector<std::string>& coders, UserLanguage language);

}  // namespace codeboom
