// Where the machine and a person differ, and what the machine had to go by: the list behind an evaluation.
#pragma once

#include <string>
#include <vector>

#include "codebook/ranking.h"

namespace codeboom {

struct ExplainedDifference {
  enum class Kind {
    missed,      // a code that the person gave and the machine did not
    false_alarm  // a code that the machine gave, or put first, and the person did not
  };
  Kind kind = Kind::missed;
  std::string where;  // document, or line of the gold file
  std::string code;
  std::string text;
  double score = 0;                     // what the machine did find for this code
  std::vector<std::string> evidence;    // "taal.toon#3: begrijpelijke taal", "words: taal +1.2"
  std::vector<std::string> unknown_words;  // missed only: content words that no rule and nothing learned knows
};

// Evidence in words: rule or "words", what it matched, and its weight.
std::vector<std::string> in_words(const std::vector<Evidence>& evidence, const Text& text);

// Plain text, one difference after the other; JSON: a list of objects.
std::string to_text(const std::vector<ExplainedDifference>& differences, UserLanguage language);
std::string to_json(const std::vector<ExplainedDifference>& differences);

}  // namespace codeboom
