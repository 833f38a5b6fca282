// Many rules, compiled once, for matching against any number of documents from any number of threads.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/match/rule.h"

namespace codeboom {

// What a label is and does. The engine knows labels by number only.
struct LabelOptions {
  std::int32_t parent = -1;           // an earlier label, or -1
  float threshold = 3;                // evidence a sentence needs
  // Must be in the sentence, the one before, the heading above, the question it answers or the line that announces its list.
  std::optional<Choice> requires_any;
  std::optional<Choice> suppressed_by;  // in the sentence: the label is not given
};

// Rules are shared, not copied: a codebook has thousands, and copying and freeing them took a sixth of the time to compile them.
struct LabelledRule {
  LabelledRule(std::uint32_t of_label, std::shared_ptr<const Rule> shared) : label(of_label), rule(std::move(shared)) {}
  LabelledRule(std::uint32_t of_label, Rule own) : LabelledRule(of_label, std::make_shared<const Rule>(std::move(own))) {}

  std::uint32_t label = 0;
  std::shared_ptr<const Rule> rule;
};

struct RuleSetSource {
  std::map<std::string, std::vector<Choice>> sets;  // by name, without @
  std::vector<LabelOptions> labels;
  std::vector<LabelledRule> rules;
  std::vector<Choice> skip_sections;  // text under a heading that holds one of these is not coded
};

struct CompiledRules;  // engine/match/compiled.h

class RuleSet {
 public:
  // Errors: bad_input for a set that does not exist, that contains itself, or a regular expression that is not valid.
  static Result<RuleSet> compile(const RuleSetSource& source);

  // For this build of the program to find its rules compiled. Throws when the bytes end too early. Requires: bytes() of the same build.
  std::string bytes() const;
  static RuleSet from_bytes(std::string_view bytes);

  const CompiledRules& compiled() const { return *compiled_; }

 private:
  explicit RuleSet(std::shared_ptr<const CompiledRules> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const CompiledRules> compiled_;
};

}  // namespace codeboom
