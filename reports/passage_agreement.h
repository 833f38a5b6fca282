// Agreement on free passages, where coders put the boundaries themselves: per code, and for several codes pooled.
//
// Shape   a code is the passages with it or with a code below it, against the text without; so passages of several codes may overlap.
//         What one coder gave the same code twice counts once. Several codes are pooled as in unit_agreement.h.
// Unit    characters (code points); for segments the segment, for boundary similarity the sentence: a boundary lies where the code
//         begins or ends from one sentence to the next, one that the other put one sentence further counts for half.
// Errors  none; undefined values say why.
// Source  engine/measure: unitising.h, character_agreement.h, segment_agreement.h, boundary_similarity.h.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/measure/continuum.h"
#include "reports/unit_agreement.h"

namespace codeboom {

enum class PassageMeasure {
  u_alpha,
  positive_agreement,
  character_kappa,  // of two coders, like the percentages
  character_percent,
  segment_percent,
  boundary_similarity,
  ku_alpha  // of single codes: passages_together.h
};
inline constexpr std::array<PassageMeasure, 7> passage_measures = {PassageMeasure::u_alpha,         PassageMeasure::positive_agreement,
                                                                   PassageMeasure::character_kappa, PassageMeasure::character_percent,
                                                                   PassageMeasure::segment_percent, PassageMeasure::boundary_similarity,
                                                                   PassageMeasure::ku_alpha};
std::string_view name_of(PassageMeasure measure);  // as the enumerators are called
std::optional<PassageMeasure> passage_measure_named(std::string_view name);
Message name_for_people(PassageMeasure measure);
Message about(PassageMeasure measure);
Message heading(PassageMeasure measure);
// The first two, and of two coders kappa; with Scope::all every measure that so many coders allow.
std::vector<PassageMeasure> passage_measures_for(std::size_t coders, Scope scope);

// When two segments agree: they share this much of what either covers.
inline constexpr double default_segment_threshold = 0.9;

// As agreement_of() for units; RowAgreement counts characters. (k)u is left undefined. Requires: no empty row.
std::vector<RowAgreement> passage_agreement(const LinedUp& work, const Codebook& codebook,
                                            const std::vector<std::vector<std::uint32_t>>& rows,
                                            const std::vector<PassageMeasure>& measures, double segment_threshold,
                                            const BootstrapOptions& bootstrap);

// The text as its readers marked it; `label_of` gives a code's label, no_label for one that is left out.
template <class LabelOf>
Continuum continuum_of(const LinedUpDocument& document, std::uint32_t labels, LabelOf label_of) {
  Continuum continuum{static_cast<std::int64_t>(document.document.text.code_points()), labels, {}};
  for (const auto& codings : document.coders) {
    if (!codings) continue;
    std::vector<LabelledSpan>& spans = continuum.coders.emplace_back();
    for (const PlacedCode& coding : *codings) {
      const Label label = label_of(coding.code);
      if (label == no_label) continue;
      const CodePointSpan place = document.document.text.to_code_points(coding.span);
      if (place.begin < place.end) spans.push_back({place.begin.value, place.end.value, label});
    }
  }
  return continuum;
}

}  // namespace codeboom
