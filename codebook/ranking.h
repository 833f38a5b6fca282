// A piece of text with the codes that the machine coder thinks of, best first, whether or not they reach their thresholds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "codebook/machine.h"

namespace codeboom {

// How sure a suggestion is, in words: strong is meant to be right nine times in ten.
enum class Strength { weak, likely, strong };
inline constexpr double strong_chance = 0.9, likely_chance = 0.5;
std::string_view name_of(Strength strength);

struct RankedSuggestion {
  std::uint32_t code = 0;
  double score = 0;
  std::optional<double> chance;    // 0-1; not known without a learned part
  bool given = false;              // the score reaches the code's threshold
  std::vector<Evidence> evidence;  // spans in the text given
  Flags flags = 0;
  Strength strength() const;  // without a chance: likely when given, else weak
};

// Ranks a text as one paragraph. Of several sentences each code keeps its best. A code above others is listed only when nothing
// is known of those below it. At most `most`.
class Ranker {
 public:
  Ranker(const Codebook& codebook, const MachineCoder& coder);
  std::vector<RankedSuggestion> rank(const Text& text, std::size_t most);

  // Words of the text last ranked that nothing in the codebook knows.
  std::vector<std::string> unknown_words(const Text& text) const;

 private:
  const Codebook& codebook_;
  std::vector<std::string> rule_ids_;
  Matcher matcher_;
};

// {"suggestions":[{"code":"taal.toon","score":4.0,"chance":0.83,"strength":"likely","given":true,
//   "evidence":[{"start":0,"end":7,"rule":"taal.toon#3","weight":2.0}],"flags":[]}]}; positions in code points. No line end.
std::string to_json_line(const std::vector<RankedSuggestion>& suggestions, const Codebook& codebook, const Text& text);

}  // namespace codeboom
