// What each thing that is seen of a sentence in its document is worth, and from which chance on a document shows a label.
//
// Unit    log-odds that the sentence carries the label; chances are 0 to 1.
// Source  logistic regression over sentences x labels of coded documents, whose words were judged by a model
//         that had not seen them. The defaults are what came out for the shipped codebook when it learned from fewer documents; they serve where there are too few.
#pragma once

#include <span>
#include <vector>

#include "engine/learn/document_context.h"
#include "engine/learn/lessons.h"
#include "engine/learn/shown.h"

namespace codeboom {

struct DocumentWeights {
  float base = -5.8F;
  float words = 0.32F, rules = 0.17F, same = 1.0F, near = 3.0F, group = 0.5F, root = -2.0F, share = 3.5F, lead = 0.28F;
  float length = 0.7F, codable = 0.36F;
  std::vector<float> of_root;  // by root: labels under it are likelier, or less; empty: none is
  ShownWeights shown;          // what it takes for the document to show a root, or a label

  // A document shows a root, or a label, from these chances on; in a document that shows a label, a sentence other than its best one
  // carries it from the third on.
  float root_chance = 0.6F, label_chance = 0.37F, sentence_chance = 0.27F;
  friend bool operator==(const DocumentWeights&, const DocumentWeights&) = default;
};

// By column, into `log_odds`. What is seen of it below DocumentContext::least_log_odds gets `no_chance`.
inline constexpr float no_chance = -20;
void add_up(const DocumentWeights& weights, const DocumentContext& context, const SeenInDocument& seen, std::span<float> log_odds);

// Of which what the rest of the document says.
float from_others(const DocumentWeights& weights, const SeenInDocument& seen, std::size_t column);

// Sentences x columns to learn the weights from, one after the other.
class DocumentLessons {
 public:
  // `applies` by column. Counts as so many.
  void add(const DocumentContext& context, const SeenInDocument& seen, const std::vector<bool>& applies, std::uint32_t times);
  // The chances and what it takes to show are those of `defaults`. Without examples of both kinds: `defaults`. Deterministic.
  DocumentWeights learn(const DocumentWeights& defaults) const;

 private:
  std::uint32_t roots_ = 0;
  Lessons lessons_;  // a row has a number per weight, and one per root
};

}  // namespace codeboom
