// Agreement on free passages: where coders put the boundaries themselves.
//
// Shape   every code alone, against the text without it, so that passages of several codes may overlap; and, where no coder's
//         codes overlap, all codes together.
// Unit    characters (code points). Intervals are percentile intervals over documents.
// Errors  none; undefined values say why.
// Source  engine/measure: unitising.h, character_agreement.h, segment_agreement.h, gamma.h.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "codebook/units.h"
#include "engine/measure/segment_agreement.h"
#include "reports/yes_no_agreement.h"

namespace codeboom {

enum class PassageMeasure {
  u_alpha, positive_agreement,                         // usual
  character_kappa, character_percent, segment_percent  // of two coders; on request the last one, too
};
std::string_view name_of(PassageMeasure measure);
std::optional<PassageMeasure> passage_measure_named(std::string_view name);
Message name_for_people(PassageMeasure measure);
Message about(PassageMeasure measure);
Message heading(PassageMeasure measure);
std::vector<PassageMeasure> passage_measures_for(std::size_t coders, Scope scope);

// When two segments agree: they share this much of what either covers.
inline constexpr double default_segment_threshold = 0.9;

// A row is a set of codes taken as one (a code and all below it), or several of these added up.
struct PassageRow {
  std::vector<std::vector<std::uint32_t>> sets;
};

// As agreement_of() for units; RowAgreement counts characters.
std::vector<RowAgreement> passage_agreement(const LinedUp& work, const std::vector<PassageRow>& rows,
                                            const std::vector<PassageMeasure>& measures, double segment_threshold,
                                            const BootstrapOptions& bootstrap);

// u, |u and cu of all these codes together with the coverage of cu; with Scope::all also gamma and gamma-cat.
struct TogetherAgreement {
  std::vector<NamedCoefficient> coefficients;
  Statistic coverage;  // of cu
};
TogetherAgreement together(const LinedUp& work, const std::vector<std::uint32_t>& codes, Scope scope, const BootstrapOptions& bootstrap);

}  // namespace codeboom
