// What share of the documents carries a label, and how sure that is.
//
// Shape   `with` of the `of` documents that were coded. With a `population` they were drawn from so
//         many documents without replacement and the share is that of the population; without one it is
//         endless.
// Unit    shares, 0-1. An interval contains its estimate and stays within 0-1.
// Errors  none. No documents: no share. A population smaller than the sample: no interval.
//         Requires with <= of, 0 < level < 1, and that which documents were coded was left to chance.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/count/estimate.h"

namespace codeboom {

struct Sampled {
  std::uint64_t with = 0, of = 0;
  std::optional<std::uint64_t> population;
};

// The interval to print: right in about 95 % of samples on average.
//
// Source  Wilson (1927), JASA 22, 209-212; Newcombe (1998), Statistics in Medicine 17, 857-872, method
//         3. With a population the variance p(1 - p)/n of a drawn share becomes that of the
//         hypergeometric distribution, p(1 - p)/n * (N - n)/(N - 1) (Cochran 1977, Sampling Techniques,
//         3rd ed., ch. 3): the same formula with n (N - 1)/(N - n) in the place of n. All documents
//         coded: no width.
Estimate wilson_share(const Sampled& sampled, double level = usual_confidence);

// The interval that is wrong in at most 1 - level of all samples, whatever the true share is: wider.
//
// Source  without a population Clopper & Pearson (1934), Biometrika 26, 404-413 (Newcombe's method 5);
//         with one `hypergeometric_count` below, as shares.
Estimate exact_share(const Sampled& sampled, double level = usual_confidence);

// The textbook's interval, for comparison; cut off at 0 and 1. None when no document or every document
// carries the label: it would have no width there.
//
// Source  Newcombe (1998), method 1, with the same correction for the population.
Estimate wald_share(const Sampled& sampled, double level = usual_confidence);

// How many documents of the whole population carry the label: every number under which what was found,
// and anything further out, is more likely than (1 - level)/2.
//
// Source  Katz (1953), Annals of Mathematical Statistics 24, 256-261; Buonaccorsi (1987), The American
//         Statistician 41, 215-218.
struct CountInterval {
  std::uint64_t low = 0, high = 0;
  friend bool operator==(const CountInterval&, const CountInterval&) = default;
};
// Requires 0 < of <= *population < 2^31.
CountInterval hypergeometric_count(const Sampled& sampled, double level = usual_confidence);

// Wilson's interval when a share rests on as much information as so many independent documents, whole
// or not. Requires documents > 0; an endless number gives no width.
Interval wilson_interval(double share, double documents, double level = usual_confidence);

}  // namespace codeboom
