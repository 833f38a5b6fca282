// Coders' marks for one label compared character by character, as NVivo does; counted in intervals, never in
// characters.
//
// Unit    the counts are in the unit of the positions. What follows from them: two_coders.h (cohen_kappa, with its
//         parts; f1 is positive specific agreement). NVivo's percentage is the observed agreement times 100.
// Errors  none.
// Source  NVivo help, "Run a coding comparison query": (both + neither) / all, and Cohen's kappa from the same four
//         counts. NVivo shows 1 where kappa is 0 / 0 (both marked nothing, or everything); here it is undefined. Every
//         character counts as a unit of its own, so an interval would be far too narrow: there is none.
#pragma once

#include <span>
#include <vector>

#include "engine/measure/coefficient.h"
#include "engine/measure/continuum.h"
#include "engine/measure/two_coders.h"

namespace codeboom {

// In a group of several coders a character is marked when any of them marked it. Requires: no fault_in;
// places of coders.
TwoCoders character_counts(const Continuum& continuum, std::span<const std::size_t> first_group,
                           std::span<const std::size_t> second_group, std::uint32_t label);

// Positive specific agreement of any number of coders on one label: the mean over the pairs of coders of F1
// in characters, pairs of which neither used the label left out. `units` says how many pairs there were.
// Source  Hripcsak & Rothschild (2005), JAMIA 12(3), 296-298.
Coefficient positive_specific_agreement(const Continuum& continuum, std::uint32_t label);

}  // namespace codeboom
