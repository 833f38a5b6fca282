// How far coders agree: what was compared, what could not be, and the coefficients per code, branch and level of the tree.
//
// Shape   one value for every format (agreement_formats.h). Everything, a level and a branch pool the codes that stand for themselves
//         at their level and that somebody gave (unit_agreement.h); codes that nobody gave are counted and not listed, since they would
//         raise percentages by nothing but the length of the codebook.
// Unit    units are documents, sentences or, for free passages, characters; see units.h.
// Errors  none; undefined values say why. Numbers get no adjectives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/measure/tree_distance.h"
#include "reports/passage_agreement.h"
#include "reports/unit_agreement.h"

namespace codeboom {

struct AgreementRequest {
  UnitKind unit = UnitKind::document;
  std::optional<int> level;                      // codings rolled up to it; none: the leaves
  std::optional<std::uint32_t> code;             // this branch only
  std::vector<YesNoMeasure> measures;            // for documents and sentences; empty: those of `scope`
  std::vector<PassageMeasure> passage_measures;  // for spans; the same
  Scope scope = Scope::usual;
  TreeDistances tree;
  double segment_threshold = default_segment_threshold;
  Sampling sampling;  // spans: whole documents only
};

struct ReportedMeasure {
  std::string key;
  Message name, about, heading;
};

struct AgreementRow {
  std::optional<std::uint32_t> code;  // of a code or branch
  int level = 0;                      // of a level; of a code its own
  std::uint64_t codes = 1;            // pooled
  RowAgreement agreement;
};

struct AgreementReport {
  AgreementRequest request;
  int level = 0;  // compared
  std::vector<std::string> coders;
  std::vector<std::string> documents;  // compared, their ids
  std::uint64_t units = 0;             // judged by two or more coders
  std::vector<DocumentLeftOut> documents_left_out;
  std::uint64_t units_left_out = 0;  // in these, by the unit compared
  std::vector<CodingsLeftOut> codings_left_out;
  std::uint64_t above_level = 0;  // codings that might be any code below theirs: not in levels below
  std::uint64_t moved = 0;        // found by their quote
  std::vector<ReportedMeasure> measures;
  AgreementRow overall;
  std::vector<AgreementRow> levels, branches, codes;
  std::uint64_t codes_not_given = 0;    // at the compared level
  std::vector<NamedCoefficient> whole;  // sets of codes, or all codes together for spans; on request, for spans always
  std::optional<Statistic> coverage;    // of cu
};

AgreementReport agreement_report(const LinedUp& work, const Codebook& codebook, const AgreementRequest& request);

}  // namespace codeboom
