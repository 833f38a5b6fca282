// Which labels a document shows, and in which of its sentences.
//
// Every sentence has a chance to carry a label; a document shows the label unless none of its sentences carries it. A few weak hints
// add up that way. Only the five likeliest sentences of a label count: in a long document the many that say next to nothing would
// add up to certainty. What comes of it is judged once more, for labels and for roots, beside all that is expected of the document
// (shown.h).
//
// Unit    margins are log-odds above (or below) what it takes to give a label: 0 is just enough.
// Source  own; measured beside the best single sentence (codebook/README.md, "What was tried").
#pragma once

#include <array>
#include <functional>
#include <optional>

#include "engine/learn/document_weights.h"

namespace codeboom {

class DocumentVerdict {
 public:
  // `allowed(sentence, column)`: may the sentence carry the label? Asked, in the order of the text, where it has a chance.
  using Allowed = std::function<bool(std::size_t sentence, std::size_t column)>;
  void judge(DocumentContext& context, const DocumentWeights& weights, const Allowed& allowed);

  // May the sentence carry any label at all?
  bool has_chance(std::size_t sentence) const { return has_chance_[sentence]; }
  // Of a sentence, by column; `no_chance` where it has none.
  void margins(std::size_t sentence, std::span<float> margins) const;

  // The chances that the document shows a label, or a root: to choose DocumentWeights' chances by.
  std::span<const float> label_chances() const { return label_chances_; }
  std::span<const float> root_chances() const { return root_chances_; }
  // To learn ShownWeights from: by root, and by label; of a label without a chance in any sentence there is nothing to learn.
  const std::vector<RootRow>& root_rows() const { return root_rows_; }
  const std::vector<std::optional<LabelRow>>& label_rows() const { return label_rows_; }
  // Of a sentence, by column.
  std::span<const float> log_odds(std::size_t sentence) const;

 private:
  static constexpr std::size_t counted = 5;
  using Best = std::array<float, counted>;  // chances, highest first

  void take(float chance, Best& best) const;
  SeenOfDocument look_at_document(std::size_t sentences) const;
  void look_at_roots(const DocumentContext& context, const SeenOfDocument& document);
  void look_at_labels(const SeenOfDocument& document);
  void decide(const DocumentContext& context, const DocumentWeights& weights);

  float enough_ = 0;             // log-odds for a sentence other than the best
  std::size_t columns_ = 0;
  std::vector<float> log_odds_;  // sentence after sentence
  std::vector<Best> best_;       // by column
  std::vector<bool> has_chance_;  // by sentence
  std::vector<std::size_t> best_sentence_;
  std::vector<float> expected_;       // by root: codings under it
  float codable_ = 0;                 // sum of the chances of sentences to show anything
  std::vector<RootRow> root_rows_;
  std::vector<std::optional<LabelRow>> label_rows_;
  std::vector<float> label_chances_, root_chances_;
  std::vector<float> margin_of_best_;  // by column, of its best sentence
};

}  // namespace codeboom
