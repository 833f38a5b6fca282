// What looser forms of a rule would add to it, counted.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "engine/match/matcher.h"

namespace codeboom {

struct LooserForm {
  struct Example {
    std::string document, sentence;  // its id; the sentence on one line
    friend bool operator==(const Example&, const Example&) = default;
  };
  Rule rule;
  std::uint64_t sentences = 0, documents = 0;  // that the rule itself does not hit
  std::vector<Example> examples;               // the first two of these sentences
};

class LooserFormCounter {
 public:
  explicit LooserFormCounter(const Rule& rule);

  // To be compiled in this order: the forms, whose places begin at 1; the rule itself stands before them, at 0.
  const std::vector<LooserForm>& forms() const { return forms_; }

  // One document after the other. `matches` name rules by their place.
  void add(const Document& document, const Tokens& tokens, const std::vector<Match>& matches);

  // Those that add sentences, most first, of as many in the order of looser_forms; at most `most`.
  std::vector<LooserForm> adding(std::size_t most) const;

 private:
  std::vector<LooserForm> forms_;
};

}  // namespace codeboom
