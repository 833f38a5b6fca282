// The machine coder: a codebook's rules applied to documents. It suggests; people decide.
#pragma once

#include <vector>

#include "codebook/codebook.h"
#include "codebook/learning.h"
#include "corpus/document.h"
#include "engine/match/matcher.h"

namespace codeboom {

inline constexpr std::string_view machine_coder = "machine";
// Evidence::rule of what was learned of words, of what the rest of the document says, and of what resembles the codebook's own words.
inline constexpr std::string_view words_rule = "words", context_rule = "context", codebook_rule = "codebook";

// Errors: bad_input, as RuleSet::compile, naming the code whose option or rule is at fault.
Result<RuleSet> compile_rules(const Codebook& codebook);

// A codebook's rules, and beside them what was learned, ready for any number of threads.
struct MachineCoder {
  RuleSet rules;
  std::shared_ptr<const LearnedPart> learned;  // may be empty
  Matcher matcher() const { return Matcher(rules, learned); }
};

// The model, if any, is shared and its labels are set. Errors: those of compile_rules; bad_input when the model names a code that
// the codebook lacks.
Result<MachineCoder> make_machine_coder(const Codebook& codebook, std::shared_ptr<LearnedModel> model);
// The same, of rules that were compiled before. Requires: compiled from this codebook.
Result<MachineCoder> make_machine_coder(const Codebook& codebook, RuleSet rules, std::shared_ptr<LearnedModel> model);

// Evidence with its rule by name. `rules` are the ids of all rules of the codebook version.
Evidence named(const RuleEvidence& evidence, const std::vector<std::string>& rules);

// The suggestions of one document as codings, for people to read and for exchange files: code and rule ids by name.
// Requires: `codebook` is the version that `run` was made with.
std::vector<Coding> to_codings(const Suggestions& suggestions, const CodebookVersion& codebook, const MachineRun& run,
                               const Document& document);

}  // namespace codeboom
