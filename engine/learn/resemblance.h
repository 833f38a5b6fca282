// How much a text resembles what the codebook itself says of a label: its name, definition, what it includes, its examples.
//
// Coded sentences teach how people write about a label; researchers' own notes stay closer to the words of the codebook than most
// of those sentences do, and there are few of them among many.
//
// Shape   pieces of text, each of one column; a text resembles a column as much as it resembles the nearest of its pieces.
// Unit    cosine of the word features, each by its rarity: 0 (no word in common) to 1 (the same words).
// Source  Salton & McGill (1983), Introduction to Modern Information Retrieval.
#pragma once

#include <span>
#include <vector>

#include "engine/learn/linear_model.h"

namespace codeboom {

struct CodebookPieces {
  SharedNumbers<std::uint32_t> columns;  // by piece
  SharedNumbers<std::uint32_t> ends;     // by piece, into rows and values
  SharedNumbers<std::uint32_t> rows;     // of the model's features
  SharedNumbers<float> values;           // of a piece together of length 1
};

// Of examples with one column each; those without words that the model knows are left out.
CodebookPieces pieces_of(const LinearModel& model, std::span<const Example> examples);

class Resemblance {
 public:
  // Both must outlive it.
  Resemblance(const LinearModel& model, const CodebookPieces& pieces);
  // By column; `columns` of labels. Valid until the next call.
  std::span<const float> to(const Example& example, std::size_t columns);

 private:
  const LinearModel& model_;
  const CodebookPieces& pieces_;
  std::vector<float> of_row_, resembles_;  // of_row_: all 0 between calls
};

}  // namespace codeboom
