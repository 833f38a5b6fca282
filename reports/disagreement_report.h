// Where coders differ, each difference with what settling it would do to alpha, and the pairs of codes that are confused.
//
// Effect: alpha of a code is computed as it is, and twice more as if this one difference were settled: the second coder says what the first
// said, or the first what the second said. The effect on that code is the mean of the two (of the one that is defined) minus what it is
// now; the effect of the difference is the greatest of its codes. The same for alpha over all codes of the compared level.
// Shape   greatest effect first; equal ones by document and place. Of more than two coders every pair.
// Unit    alpha on documents or sentences.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "codebook/disagreements.h"
#include "engine/measure/statistic.h"

namespace codeboom {

struct DisagreementRequest {
  UnitKind unit = UnitKind::sentence;   // of the effect; document or sentence
  std::optional<int> level;             // codings rolled up to it first
  std::optional<std::uint32_t> code;    // only differences with a code of this branch
  std::vector<DisagreementKind> kinds;  // only these; empty: all
};

struct CodeEffect {
  std::uint32_t code = 0;
  Statistic now, as_first, as_second;  // alpha
  std::optional<double> effect() const;
};

struct ReportedDisagreement {
  Disagreement what;
  std::vector<CodeEffect> codes;
  CodeEffect overall;  // its code means nothing
  std::optional<double> effect;
};

struct Confused {
  std::array<std::uint32_t, 2> coders{};
  int level = 0;
  std::vector<CodePair> pairs;
};

struct DisagreementReport {
  DisagreementRequest request;
  int level = 0;                       // compared
  LinedUp work;                        // rolled up
  std::vector<ReportedDisagreement> disagreements;
  std::array<std::uint64_t, 7> kinds{};  // how many of each, in the order of disagreement_kinds
  std::uint64_t agreed = 0;              // codings that are equal, place and code
  Statistic alpha;                       // over all codes of the level
  std::vector<Confused> confused;        // per pair of coders, from the top level down
};

DisagreementReport disagreement_report(const LinedUp& work, const Codebook& codebook, const DisagreementRequest& request);

// The sentences in which it lies, in the order of the text.
Span context_of(const Disagreement& disagreement, const LinedUp& work);

}  // namespace codeboom
