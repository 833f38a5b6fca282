// The machine coder: a codebook's rules applied to documents. It suggests; people decide.
#pragma once

#include <vector>

#include "codebook/codebook.h"
#include "corpus/document.h"
#include "engine/match/matcher.h"

namespace codeboom {

inline constexpr std::string_view machine_coder = "machine";

// Errors: bad_input, as RuleSet::compile, naming the code whose option or rule is at fault.
Result<RuleSet> compile_rules(const Codebook& codebook);

// The suggestions of one document as codings, for people to read and for exchange files: code and rule ids by name.
// Requires: `codebook` is the version that `run` was made with.
std::vector<Coding> to_codings(const Suggestions& suggestions, const CodebookVersion& codebook, const MachineRun& run,
                               const Document& document);

}  // namespace codeboom
