// What is seen of a root, or of a label, in a whole document, after what its sentences were found to carry; and how likely the
// document shows it.
//
// A document about one practice shows few labels under few roots, whatever its sentences touch upon in passing; one about a whole
// programme shows many, some of them once. So what is expected of a label is held beside what is expected of the document.
//
// Unit    log-odds that the document shows the root or the label: weights x the numbers of a row, plus the last weight.
// Source  logistic regression over documents x roots, and x labels (codebook/README.md, "What was tried").
#pragma once

#include <array>
#include <span>

namespace codeboom {

struct SeenOfDocument {
  float largest_share = 0;  // of all that is expected, what is under the root of which most is
  float sentences = 0;      // ln(number of sentences)
  float all = 0;            // ln(1 + expected number of codings)
  float codable = 0;        // mean chance of a sentence to show anything at all
};

struct SeenOfRoot {
  float best = 0;      // log-odds of the likeliest sentence with a label under it
  float expected = 0;  // ln(1 + expected number of codings under it)
  float share = 0;     // its part of all that is expected
};

struct SeenOfLabel {
  float chance = 0;  // log-odds that not none of its likeliest sentences carries it
  float rank = 0;    // ln(1 + number of likelier labels)
};

using RootRow = std::array<float, 7>;
using LabelRow = std::array<float, 6>;
inline RootRow row_of(const SeenOfDocument& document, const SeenOfRoot& root) {
  return {root.best, root.expected, root.share, document.largest_share, document.sentences, document.all, document.codable};
}
inline LabelRow row_of(const SeenOfDocument& document, const SeenOfLabel& label) {
  return {label.chance, label.rank, document.largest_share, document.sentences, document.all, document.codable};
}

// One weight per number of a row, and what is added to all. The defaults are what came out for the shipped codebook.
struct ShownWeights {
  std::array<float, std::tuple_size_v<RootRow> + 1> roots{0.47F, 1.20F, 1.74F, -2.41F, 2.16F, -1.62F, 2.43F, -3.14F};
  std::array<float, std::tuple_size_v<LabelRow> + 1> labels{0.78F, -0.32F, -1.46F, 1.14F, -0.61F, 3.18F, -2.54F};
  friend bool operator==(const ShownWeights&, const ShownWeights&) = default;
};

// Requires: a weight more than there are numbers.
inline float log_odds(std::span<const float> weights, std::span<const float> row) {
  float sum = weights[row.size()];
  for (std::size_t i = 0; i < row.size(); ++i) sum += weights[i] * row[i];
  return sum;
}

}  // namespace codeboom
