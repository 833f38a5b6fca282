// Ranked suggestions for phrases beside the codes that a person gave them.
//
// Each phrase is looked at three times: by leaf, by the second level (sub-element) and by the first (category). Codes are
// rolled up, a list of suggestions keeps the first of each; a suggested or given code that lies above the level says nothing
// there and is left out.
// Unit    shares are 0 to 1, with a percentile interval over phrases where asked for.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "codebook/codebook.h"
#include "engine/measure/bootstrap.h"

namespace codeboom {

enum class TreeLevel { category, sub, leaf };
inline constexpr std::array<TreeLevel, 3> tree_levels = {TreeLevel::category, TreeLevel::sub, TreeLevel::leaf};
std::string_view name_of(TreeLevel level);  // "category", "sub", "leaf"

// The code that stands for `code` at this level: itself or an ancestor; none when it lies above the level and has codes below
// it, so that it might be any of them.
std::optional<std::uint32_t> at_level(const Codebook& codebook, std::uint32_t code, TreeLevel level);

struct RankedCode {
  std::uint32_t code = 0;
  double score = 0;
  std::optional<double> chance;  // 0-1, when the coder knows
  bool given = false;            // strong enough to be given unasked
};

struct RankedPhrase {
  std::vector<std::uint32_t> gold;  // empty: no code applies
  std::vector<RankedCode> ranked;   // best first
};

struct EvaluatedNumber {
  Statistic statistic;
  std::optional<Interval> interval;
};

struct PhraseLevel {
  TreeLevel level = TreeLevel::leaf;
  std::uint64_t n = 0;          // phrases with a gold code at this level
  std::uint64_t abstained = 0;  // of these: no suggestion at this level was given unasked
  EvaluatedNumber accuracy;            // the first suggestion is right, of n
  EvaluatedNumber accuracy_given;      // of those where the first was given unasked
  EvaluatedNumber hit_at_3, hit_at_5;  // a right one among so many
  EvaluatedNumber macro_f1;            // mean over codes that occur in the gold or come first, by first suggestion
};

// How often a first suggestion (leaf level) with a score or chance in [from, to) was right.
struct ReliabilityRow {
  double from = 0, to = 0;
  std::uint64_t n = 0, right = 0;
  std::optional<double> mean_chance;
};

// A leaf or other code that the gold names, by first suggestion.
struct PhraseCode {
  std::uint32_t code = 0;
  std::uint64_t n = 0;  // phrases with this code
  std::uint64_t first = 0, among_3 = 0;
  std::uint64_t wrongly_first = 0;  // came first where the gold does not have it
};

struct PhraseEvaluation {
  std::uint64_t phrases = 0;
  std::uint64_t off_topic = 0, off_topic_abstained = 0;  // phrases without a code; of these nothing was given unasked
  std::vector<PhraseLevel> levels;                       // in the order of tree_levels
  std::vector<ReliabilityRow> by_score, by_chance;       // rows without phrases left out; off-topic phrases included
  std::vector<PhraseCode> codes;                         // in the order of the codebook
};

PhraseEvaluation evaluate_phrases(const Codebook& codebook, const std::vector<RankedPhrase>& phrases,
                                  const BootstrapOptions& bootstrap);

}  // namespace codeboom
