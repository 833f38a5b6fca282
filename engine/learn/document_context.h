// What is seen of a sentence in its document, label by label: what its own words and rules say, and what the rest of the document
// says. Practice examples keep to their subject, so a label is likelier where the document speaks of it, or of its relatives, in
// other sentences too.
//
// Shape   sentences in the order of the text; one number per column of the learned part.
// Unit    words are log-odds, rules points, the rest as said at each; document_weights.h says what each is worth.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace codeboom {

// By column, unless it is one number. Of the document's sentences; "others" are all but this one. Of columns without a chance in
// this sentence (DocumentContext::least_log_odds) only words and rules are told; nothing else is asked of them.
struct SeenInDocument {
  std::span<const std::uint32_t> with_a_chance;  // the columns that have one, in their order
  std::span<const float> words;   // log-odds of its words
  std::span<const float> rules;   // points of its rules
  std::span<const float> same;    // ln(1 + expected number of others with the label)
  std::span<const float> near;    // the label's chance in the sentence before or after; of those two away 0.7 of it
  std::span<const float> group;   // ln(1 + expected number of others with a label of the same group)
  std::span<const float> root;    // expected share of the others that have a label under the same root
  std::span<const float> share;   // of all that is expected of the others, what is under the same root
  std::span<const float> lead;    // how far words and rules are ahead of the best other label in this sentence
  float length = 0;               // ln(its number of words)
  float codable = 0;              // log-odds that its words show anything at all
};

class DocumentContext {
 public:
  // `groups` and `roots` by column, numbers from 0.
  DocumentContext(std::vector<std::uint32_t> groups, std::vector<std::uint32_t> roots);

  void clear();
  // The next sentence: one number of words and of rules per column. Requires: it has a word.
  void add(std::span<const float> words, std::span<const float> rules, float codable, std::uint32_t length);
  std::size_t size() const { return codable_.size(); }
  // Of a sentence added before, with the others added so far. Valid until the next call.
  const SeenInDocument& seen(std::size_t sentence);

  std::size_t columns() const { return roots_.size(); }
  const std::vector<std::uint32_t>& roots() const { return roots_; }
  std::uint32_t root_count() const { return static_cast<std::uint32_t>(by_root_.size()); }

  // Words and rules in one number: rough, for what is expected of a sentence.
  static float rough_log_odds(float words, float rules) { return words + rules / 4; }
  // Below it a chance is under one in a hundred, and left out everywhere.
  static constexpr float least_log_odds = -6;

 private:
  struct Chance {
    std::uint32_t column = 0;
    float chance = 0;
  };
  std::span<const Chance> chances_of(std::size_t sentence) const;
  void look_near(std::size_t sentence, std::size_t other, float weight);
  void look_around(std::size_t sentence);
  void look_ahead_of_others();

  std::vector<std::uint32_t> groups_, roots_;
  std::vector<float> words_, rules_;      // sentence after sentence
  std::vector<float> codable_, length_;   // by sentence
  std::vector<Chance> chances_;           // those that matter, sentence after sentence
  std::vector<std::uint32_t> with_chance_;  // their columns
  std::vector<std::size_t> ends_;         // by sentence, into chances_
  std::vector<float> total_;              // by column, of all sentences
  std::vector<float> by_group_, by_root_;  // the same, added up
  float expected_ = 0;                    // all of it
  SeenInDocument seen_;        // of the sentence asked for, into what follows
  std::vector<float> same_, near_, group_, root_, share_, lead_, own_group_, own_root_;  // own_: all 0 between calls
};

// For the columns of these labels; a label's group is its parent, or itself where that is a root or it has none. `parents` by
// label, -1 for none. Roots are numbered as they are met.
DocumentContext context_of(std::span<const std::uint32_t> labels, std::span<const std::int32_t> parents);

}  // namespace codeboom
