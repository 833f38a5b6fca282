// Where coders differ, each disagreement with what settling it would do to alpha, and the pairs of codes that are confused.
//
// Shape   greatest effect on alpha over all codes first, then greatest on one code, then by document and place. Of more than two coders
//         every pair.
// Unit    see disagreement_effect.h.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "reports/disagreement_effect.h"

namespace codeboom {

struct DisagreementRequest {
  UnitKind unit = UnitKind::sentence;        // of alpha
  std::optional<int> level = {};             // codings rolled up to it first
  std::optional<std::uint32_t> code = {};    // only disagreements with a code of this branch
  std::vector<DisagreementKind> kinds = {};  // only these; empty: all
  std::optional<std::size_t> top = {};       // only so many
};

struct ReportedDisagreement {
  Disagreement what;
  EffectOfDisagreement effect;
};

struct Confused {
  std::array<std::uint32_t, 2> coders{};
  int level = 0;
  std::vector<CodePair> pairs;
};

struct DisagreementReport {
  DisagreementRequest request;
  int level = 0;                         // compared
  int deepest = 0;                       // of the codebook
  LinedUp work;                          // rolled up
  std::vector<ReportedDisagreement> disagreements;
  std::array<std::uint64_t, 7> kinds{};  // how many of each there are, in the order of disagreement_kinds, whatever kinds were asked for
  std::uint64_t agreed = 0;              // codings that are equal, place and code
  std::uint64_t above = 0;               // codings left out, since their code lies above the level
  Statistic alpha;                       // over all codes of the level, within the branch when one is named
  std::vector<Confused> confused;        // per pair of coders, from the compared level up

  std::uint64_t found() const;           // of all kinds
};

DisagreementReport disagreement_report(const LinedUp& work, const Codebook& codebook, const DisagreementRequest& request);

// The sentences in which it lies, with one before and one after them.
Span context_of(const Disagreement& disagreement, const LinedUp& work);

}  // namespace codeboom
