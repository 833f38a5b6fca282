// What was learned from coded sentences, in the shape that the matcher uses: evidence of words beside the evidence of rules.
//
// A sentence's score for a label is what its rules add up to, at most `most_rule_points`, plus what its words say:
// points x log-odds + offset. So both are in the unit of the rules' strengths, and a code's threshold means the same with and
// without a learned part. Points and offset come from sentences that the model had not seen.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/learn/calibration.h"
#include "engine/learn/document_context.h"
#include "engine/learn/linear_model.h"

namespace codeboom {

struct LearnedPart {
  LinearModel model;
  std::vector<std::uint32_t> labels;  // by column of the model
  float points = 4;                   // of score for each unit of log-odds
  float offset = 0, offset_alone = 0;  // in a document, where the other sentences count too; of a sentence alone
  float most_rule_points = 6;
  ContextWeights context;
  // Of a document that speaks of a root in one sentence only, that suggestion must reach its threshold and this much more.
  float lone_margin = 3.5F;
  bool knows_documents = false;  // it learned from whole documents; otherwise it ranks sentences but codes no documents
  Calibration in_documents, alone;    // of sentences of whole documents, and of sentences that someone thought worth coding

};

}  // namespace codeboom
