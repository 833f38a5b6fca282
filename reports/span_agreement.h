// Agreement on a table of passages: every measure for free spans, and how people and programs read it.
//
// Unit    JSON and CSV as reports/coefficient_formats.h; text for a width in characters.
// Errors  none. Figures that do not exist have their reason beside them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "codebook/span_table.h"
#include "engine/measure/gamma.h"
#include "engine/measure/unitising.h"

namespace codeboom {

// The unitising alphas over some of the codes.
struct SpanFamily {
  std::vector<std::uint32_t> codes;       // places in SpanTable::codes
  std::optional<CrossingSpans> crossing;  // labels are places in `codes`
  UnitisingAgreement unitising;
};

struct SpanAgreement {
  SpanTable table;
  std::size_t spans = 0, merged = 0;
  SpanFamily all;                  // over all codes
  std::vector<SpanFamily> groups;  // over codes that are said to exclude each other
  std::vector<Coefficient> alone;  // per code, in a continuum of its own
  Gamma gamma;
  GammaOptions how;
};

SpanAgreement compare_spans(SpanTable table, const std::vector<std::vector<std::uint32_t>>& groups, const GammaOptions& how);

std::string to_json(const SpanAgreement& agreement, UserLanguage language);
std::string to_csv(const SpanAgreement& agreement, UserLanguage language);
std::string to_text(const SpanAgreement& agreement, const std::string& source, std::size_t width, UserLanguage language);

}  // namespace codeboom
