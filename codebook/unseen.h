// What cross-validation leaves: every sentence with what a model said of it that had not seen it; and all that is concluded from
// that about the model of all sentences. Only learn.cc includes this.
//
// Shape   one number per column of the learned part.
// Source  thresholds are those with the best F1; weights of a document: engine/learn/document_weights.h.
#pragma once

#include <string>
#include <vector>

#include "codebook/learning.h"

namespace codeboom {

struct UnseenSentence {
  std::string collection;
  std::string document;       // empty: it stands alone
  std::uint32_t length = 0;   // in words; 0: it is not judged
  std::uint32_t fold = 0;     // of which the others were learned from
  std::vector<float> words;   // log-odds
  std::vector<float> resembles;  // the codebook's own words: cosines
  float codable = 0;          // log-odds
  std::vector<float> rules;   // points, at most LearnedPart::most_rule_points
  std::vector<bool> applies;  // what people said
};

// Sets everything of the learned part but its model and labels, and what it is worth. `labels` by column, places in Codebook::codes;
// the sentences of a document stand in its order.
void conclude(const Codebook& codebook, const std::vector<std::uint32_t>& labels, const std::vector<UnseenSentence>& sentences,
              LearnedModel& model);

}  // namespace codeboom
