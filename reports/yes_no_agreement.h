// Agreement of coders who said yes or no to units in documents, with intervals from drawing whole documents.
//
// Shape   a row is one code, or several taken together: then each unit counts once per code. All rows share the same samples.
// Unit    as each coefficient's; intervals are percentile intervals over documents, since sentences of one document are no
//         independent observations. Analytic standard errors are left out for the same reason.
// Errors  none; undefined values say why.
// Source  the coefficients: engine/measure. Positive agreement of two coders is F1 (Fleiss 1975, Biometrics 31, 651-659); of more,
//         over all pairs of coders together.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "codebook/units.h"
#include "reports/coefficient_formats.h"
#include "reports/ratings_agreement.h"

namespace codeboom {

enum class Measure {
  percent_agreement, cohen_kappa, fleiss_kappa, krippendorff_alpha, positive_agreement, gwet_ac1,  // usual
  scott_pi, bennett_s, conger_kappa, light_kappa, randolph_kappa                                   // on request
};
inline constexpr std::size_t measure_count = 11;
std::string_view name_of(Measure measure);  // "krippendorff_alpha", as in JSON
std::optional<Measure> measure_named(std::string_view name);
Message name_for_people(Measure measure);
Message about(Measure measure);
Message heading(Measure measure);  // of a narrow column

// Of two coders Cohen's kappa, of more Fleiss'; with Scope::all every measure that so many coders allow.
std::vector<Measure> measures_for(std::size_t coders, Scope scope);

// A row before it is measured: the units in which at least one coder said yes; in all others everybody said no.
struct YesRow {
  struct Part {
    std::uint32_t document = 0;
    std::uint64_t yes = 0;  // bit by bit who said so
    std::uint64_t units = 0;
  };
  std::uint64_t codes = 1;  // taken together
  std::vector<Part> parts;
};
YesRow row_of(const std::vector<YesNo>& documents, const std::vector<std::uint32_t>& codes);

struct CoderCount {
  std::uint64_t yes = 0, judged = 0;
  friend bool operator==(const CoderCount&, const CoderCount&) = default;
};

struct RowAgreement {
  std::uint64_t units = 0;             // judged by two or more
  std::vector<CoderCount> coders;      // how often each said yes: prevalence and bias
  std::vector<Coefficient> measures;   // in the order asked for
  std::optional<std::pair<double, double>> alpha_below;  // share of the draws in which alpha was under .667, and under .8
};

// Requires: documents have at least one coder each.
std::vector<RowAgreement> agreement_of(const std::vector<YesNo>& documents, std::uint32_t coders, const std::vector<YesRow>& rows,
                                       const std::vector<Measure>& measures, const BootstrapOptions& bootstrap);

}  // namespace codeboom
