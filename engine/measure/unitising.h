// Agreement of coders who both chose the pieces of a text and gave them a label: the unitising alphas of 2016.
//
//   u     all of it: which pieces, and with which label; what nobody marked counts as a value too
//   |u    only what is marked and what is not, whatever the label
//   cu    only the labels, where two coders both marked something; silent on what one of them left unmarked
//   (k)u  as cu, for one label against the others
//
// Shape   counts are sums over texts: add those of the documents, times how often each was drawn, and compute.
// Unit    observed and expected are disagreement, as a share: of all text (u, |u), of the text that two coders both
//         marked (cu), of the part of it that has the label for one of the two (k). Coverage: 0 to 1, the share of
//         the text (cu) or of the label's text (k) that two coders both marked.
// Errors  none. Undefined: fewer than two coders, no text, nobody marked anything or all marked everything (no
//         variation), no text that two coders marked, one coder's labels overlap.
// Source  Krippendorff, Mathet, Bouvry & Widloecher (2016), Quality & Quantity 50(6), 2347-2364; Krippendorff (2019),
//         Content Analysis, 4th ed., sec. 12.6. Nominal difference of labels. In cu and (k)u the lengths that a unit
//         shares with the other coders are squared one coder at a time: that gives the printed .724 of the example.
#pragma once

#include <vector>

#include "engine/measure/coefficient.h"
#include "engine/measure/continuum.h"

namespace codeboom {

// What the coefficients are computed from. Pairs of coders are ordered, their lengths divided by the number of other coders.
struct UnitisingCounts {
  struct Of {                   // one label
    double marked = 0;          // length, by any coder
    double agreed = 0;          // marked so by both of a pair
    double paired = 0;          // marked so by one, and with any label by the other
    double squares = 0;         // of the lengths of the spans
    double paired_squares = 0;  // of the lengths that a span shares with each other coder's marks
    std::uint64_t units = 0;    // spans
  };
  std::vector<Of> labels;
  double text = 0;           // the length that each coder read, summed over the coders
  double gap = 0;            // marked with nothing
  double gap_agreed = 0;     // marked with nothing by both of a pair
  std::uint64_t units = 0;   // spans
  std::uint64_t coders = 0;  // the most that any text had
  bool crossing = false;     // somewhere a coder's labels overlapped; then only units are counted

  UnitisingCounts& add(const UnitisingCounts& other, double times = 1);  // Requires: the same number of labels
};

// O(k log k) in the number of spans, times the coders. Requires: no fault_in. What a coder marked twice with the same label counts
// once; a text that fewer than two coders read counts for nothing.
UnitisingCounts count_unitising(const Continuum& continuum);

struct Covered {
  Coefficient alpha;
  Statistic coverage;
};

struct UnitisingAgreement {
  Coefficient u, binary_u;
  Covered cu;
  std::vector<Covered> ku;  // per label
};

UnitisingAgreement unitising_agreement(const UnitisingCounts& counts);

// Every label against its absence, in a continuum of its own: defined also where a coder's labels overlap. u
// and |u are then the same number, and the others do not exist.
std::vector<Coefficient> u_alpha_per_label(const Continuum& continuum);

}  // namespace codeboom
