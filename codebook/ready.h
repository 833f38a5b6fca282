// A codebook as it was read and its rules as they were compiled, in bytes. They are made when the program is built, for the codebooks
// that come with it: reading and compiling a few thousand rules took three quarters of the time to a first suggestion.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "codebook/codebook.h"
#include "engine/match/rule_set.h"

namespace codeboom {

struct ReadyRules {
  Codebook codebook;
  RuleSet rules;
};

// `file` are the bytes of the codebook's file, of which `ready` was made; `program` names the build.
std::string ready_bytes(const ReadyRules& ready, std::string_view file, std::string_view program);

// Nothing when the bytes were not made of exactly this file by this program and lexicon, or are damaged.
std::optional<ReadyRules> read_ready(std::string_view bytes, std::string_view file, std::string_view program);

}  // namespace codeboom
