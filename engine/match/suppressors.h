// Which labels the words of a sentence suppress, found while the sentence is being read and asked for when its document is judged. Only
// engine/match includes this.
//
// Many labels share what suppresses them, and where the words of the sentence at hand stand is known: found later, sentence by sentence
// and label by label, it was a twentieth of the time that coding takes.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/match/find.h"

namespace codeboom {

class Suppressors {
 public:
  explicit Suppressors(const CompiledRules& rules) {
    for (const CompiledLabel& label : rules.labels) {
      const auto known = std::find(choices_.begin(), choices_.end(), label.suppressed_by);
      of_label_.push_back(label.suppressed_by == none ? none : static_cast<std::uint32_t>(known - choices_.begin()));
      if (label.suppressed_by != none && known == choices_.end()) choices_.push_back(label.suppressed_by);
    }
  }

  void clear() { occurs_.clear(); }

  // The next sentence.
  void keep(Finder& finder, WordRange sentence) {
    finder.know(sentence);
    for (const ChoiceId choice : choices_) occurs_.push_back(finder.occurs(choice, sentence));
  }

  // `place` in the order kept.
  bool suppress(std::size_t place, std::uint32_t label) const {
    return of_label_[label] != none && occurs_[place * choices_.size() + of_label_[label]];
  }

 private:
  std::vector<ChoiceId> choices_;        // each once
  std::vector<std::uint32_t> of_label_;  // place in choices_, or none
  std::vector<bool> occurs_;             // sentences x choices
};

}  // namespace codeboom
