// What a table of judgements shows, as text for people, and as JSON and CSV for programs.
#pragma once

#include <string>
#include <string_view>

#include "reports/ratings_agreement.h"

namespace codeboom {

// The table, what is missing in it, and the coefficients that apply; with thresholds, those of the literature.
std::string to_text(const RatingsTable& table, const RatingsAgreement& agreement, const RatingsAgreementOptions& options,
                    Thresholds thresholds, std::string_view source, std::size_t width, UserLanguage language);

// {"table":..,"units":..,"coders":[..],"labels":[..],"categories":..,"metric":..,"header":..,"unit_column":..,"missing":..,
//  "not_paired":..,"bootstrap":..,"seed":.., then each coefficient by its key (coefficient_formats.h), and where asked for
//  "krippendorff_alpha_bootstrap":{..},"values":[..],"pairs":[..]}
std::string to_json(const RatingsTable& table, const RatingsAgreement& agreement, const RatingsAgreementOptions& options,
                    std::string_view source, UserLanguage language);

}  // namespace codeboom
