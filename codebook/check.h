// Does a codebook do what it says? Its examples are run against its rules.
#pragma once

#include <string>
#include <vector>

#include "codebook/codebook.h"

namespace codeboom {

struct ExampleFault {
  enum class Kind {
    missed,      // a positive example that does not get the code
    false_alarm  // a negative example that gets it
  };
  Kind kind = Kind::missed;
  std::uint32_t code = 0;
  std::string example;
  float score = 0;                 // what the example did reach for this code
  std::vector<std::string> rules;  // ids of the code's rules that fired
};

struct CodebookCheck {
  std::uint32_t examples = 0;  // run
  std::uint32_t not_run = 0;   // examples of codes without any rule in them or below them
  std::vector<ExampleFault> faults;
  std::vector<Message> warnings;  // a code without definition, without examples; a set that no rule uses; a rule that stands twice
};

// A positive example must get the code or a code below it; a negative one must get neither.
// Errors: those of compile_rules.
Result<CodebookCheck> check_codebook(const Codebook& codebook);

}  // namespace codeboom
