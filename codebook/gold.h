// Phrases with the codes that a person gave them: what the machine coder is measured against.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codebook/codebook.h"

namespace codeboom {

struct GoldPhrase {
  int line = 0;
  std::string text;
  std::vector<std::uint32_t> codes;  // places in Codebook::codes, sorted, each once; empty: no code applies
};

// JSON Lines: {"text":"...","codes":["taal.toon"]}. Other fields are ignored; empty lines are skipped.
// Errors: bad_input with file and line: no JSON, a field missing or of the wrong kind, a code that the codebook lacks.
Result<std::vector<GoldPhrase>> read_gold(std::string_view utf8, const std::string& source, const Codebook& codebook);

// One line {"text":"..."}, as `suggest` reads them. Errors: as above.
Result<std::string> read_phrase(std::string_view line, const std::string& source, int number);

}  // namespace codeboom
