// The machine coder measured against people: phrases with gold codes, or whole documents with codings.
#pragma once

#include <vector>

#include "app/machine_source.h"
#include "codebook/compared.h"
#include "codebook/gold.h"
#include "reports/document_evaluation.h"
#include "reports/explanation.h"
#include "reports/phrase_evaluation.h"

namespace codeboom {

// Cross-validation: the learned part learns anew for each of so many parts of the phrases or documents, from the codebook's
// sentences and the other parts; what is measured was never learned from. 0: the coder as it is.
struct EvaluationOptions {
  std::uint32_t folds = 0;
  BootstrapOptions bootstrap;
  bool explain = false;
};

struct EvaluatedPhrases {
  PhraseEvaluation evaluation;
  std::vector<ExplainedDifference> differences;  // when asked for
};
// Errors: those of learning; usage when there are fewer phrases than parts.
Result<EvaluatedPhrases> evaluate_gold(const ReadyCoder& ready, const std::string& codebook_path,
                                       const std::vector<GoldPhrase>& phrases, const EvaluationOptions& options,
                                       UserLanguage language);

struct EvaluatedDocuments {
  std::vector<DocumentEvaluation> comparisons;  // the machine with each coder, then each two coders
  std::vector<ExplainedDifference> differences;          // the machine with the first coder, when asked for
};
// Errors: as above. Learning in cross-validation is from the first coder.
Result<EvaluatedDocuments> evaluate_codings(const ReadyCoder& ready, const std::string& codebook_path,
                                            const PeoplesCodings& people, const EvaluationOptions& options,
                                            UserLanguage language);

}  // namespace codeboom
