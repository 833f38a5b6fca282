// Every coefficient that a table of judgements allows, in the order in which reports show them.
//
// Shape   `coefficients`: the common ones, ten of which are always there (undefined with a reason where they do not apply); with
//         `Scope::all` also weighted ones, alpha with other metrics, per value and per pair of coders.
// Unit    as each coefficient's. Weights and AC2 follow the metric: places in the order for nominal and ordinal values, the
//         numbers themselves for interval and ratio.
// Errors  none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "codebook/ratings_table.h"
#include "engine/measure/bootstrap.h"
#include "engine/measure/count_bootstrap.h"
#include "reports/coefficient_formats.h"

namespace codeboom {

enum class Scope { usual, all };
// Are the limits that the literature gives named?
enum class Thresholds { left_out, cited };

struct RatingsAgreementOptions {
  Metric::Kind metric = Metric::Kind::nominal;
  Scope scope = Scope::usual;
  BootstrapOptions bootstrap;   // 0 replicates: alpha gets a computed interval
  bool krippendorff_bootstrap = false;
};

struct ValueAgreement {
  std::string label;
  std::vector<std::uint64_t> given;  // per coder
  Coefficient alpha;                 // this value against all others
};

struct PairAgreement {
  std::size_t first = 0, second = 0;  // coders
  std::vector<NamedCoefficient> coefficients;
};

struct RatingsAgreement {
  std::vector<NamedCoefficient> coefficients;
  std::vector<ValueAgreement> values;  // none when there are over a hundred
  std::vector<PairAgreement> pairs;    // of more than two coders
  Resampled by_units, by_krippendorff;  // of alpha; empty when not asked for
  std::uint64_t not_paired = 0;        // units that fewer than two coders judged
};

RatingsAgreement agreement_of(const RatingsTable& table, const RatingsAgreementOptions& options);
std::string_view name_of(Metric::Kind kind);  // "nominal"

}  // namespace codeboom
