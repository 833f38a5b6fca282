// What was learned from coded sentences, in the shape that the matcher uses: evidence of words beside the evidence of rules.
//
// A sentence alone scores for a label what its rules add up to, at most `most_rule_points`, plus what its words say, points x
// log-odds (of the label and, stacked, of the others), and how much it resembles the codebook's own words, points x resemblance_worth x cosine; plus an offset
// of the label. In a document the rest of it counts too: a score is `usual_threshold` plus the margin that
// document_verdict.h finds, in units of which a rule's point is one. So all is in the unit of the rules' strengths, and a code's
// threshold means the same with and without a learned part. Points, offset and weights come from sentences that the model had not seen.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/learn/calibration.h"
#include "engine/learn/document_weights.h"
#include "engine/learn/linear_model.h"
#include "engine/learn/resemblance.h"
#include "engine/learn/stacking.h"

namespace codeboom {

inline constexpr float usual_threshold = 3;  // of a code; what a score must reach

struct LearnedPart {
  LinearModel model;  // a column per label, and one more when it knows documents: TrainingOptions::codable
  std::vector<std::uint32_t> labels;  // by column of the model
  // Of score for each unit of log-odds of the words of a sentence alone: between what serves best where the words were learned from
  // texts of another kind, as those of users may be (1.5), and of the same kind (4 and more; codebook/README.md, "What was tried").
  float points = 2.25F;
  std::vector<float> offsets_alone;   // by column: what makes scores meet usual_threshold, and rare labels less rare
  Stacking stacking_alone, stacking_in_documents;  // what the log-odds of a sentence's words together say of each label
  CodebookPieces pieces;
  float resemblance_worth = 4;        // log-odds for a text that says the same
  float most_rule_points = 6;
  DocumentWeights documents;
  bool knows_documents = false;  // it learned from whole documents; otherwise it ranks sentences but codes no documents
  Calibration in_documents, alone;    // of sentences of whole documents, and of sentences that someone thought worth coding

  // Points of score for each unit of log-odds in a document: what makes a rule's point one.
  float document_points() const { return 1 / std::max(documents.rules, 0.05F); }
  float score_of(float margin) const { return usual_threshold + document_points() * margin; }
};

}  // namespace codeboom
