// Two coders' codings of whole documents beside each other: what one (the machine, or a person) found of what the other found.
//
// Three units: the document (is the code anywhere in it), the sentence (does a coding cover it) and the segment (do codings of
// the same code overlap). At the levels above the leaves codings are rolled up; at the leaf level codings of other codes are
// left out.
// Unit    shares 0 to 1, Cohen's kappa -1 to 1, with percentile intervals from drawing whole documents.
#pragma once

#include <string>
#include <vector>

#include "codebook/coders.h"
#include "codebook/compared.h"
#include "engine/measure/two_coders.h"
#include "reports/phrase_evaluation.h"

namespace codeboom {

// One document as both coders saw it.
struct ComparedDocument {
  std::string id;
  std::vector<Span> sentences;                 // in the order of the text
  std::vector<PlacedCode> first, second;  // the second coder is the one compared with
};

struct Agreement {
  TwoCoders counts;  // units x codes
  EvaluatedNumber precision, recall, f1, kappa;
};

// Segments of one coder that overlap, by at least one character, with a segment of the same code of the other; and characters.
struct Overlap {
  std::uint64_t first = 0, first_confirmed = 0;
  std::uint64_t second = 0, second_found = 0;
  std::uint64_t bytes_first = 0, bytes_second = 0, bytes_both = 0;
  Statistic confirmed() const;  // share of the first coder's segments
  Statistic found() const;      // share of the second's
  Statistic dice() const;       // 2 x both / (first + second), in characters (bytes of the text)
};

struct DocumentLevel {
  TreeLevel level = TreeLevel::leaf;
  std::uint64_t codes = 0;  // at this level
  Agreement documents, sentences;
  EvaluatedNumber macro_f1;  // over codes that either coder gave in any document
  Overlap segments;
};

struct DocumentCode {
  std::uint32_t code = 0;
  Agreement documents, sentences;  // intervals for documents.f1 only
  Overlap segments;
};

struct DocumentEvaluation {
  std::string first, second;  // the coders
  std::uint64_t documents = 0;
  std::vector<DocumentLevel> levels;  // in the order of tree_levels
  std::vector<DocumentCode> codes;    // those that either coder gave, in the order of the codebook; rolled up
};

DocumentEvaluation evaluate_documents(const Codebook& codebook, const std::vector<ComparedDocument>& documents,
                                      const BootstrapOptions& bootstrap);

}  // namespace codeboom
