#include "reports/phrase_evaluation.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "message_keys/engine.h"

namespace codeboom {
namespace {

// One phrase at one level, in what the statistics need.
struct Case {
  std::vector<std::uint32_t> gold;    // sorted, each once
  std::vector<std::uint32_t> ranked;  // each once
  bool first_given = false;
  bool right_within(std::size_t count) const {
    for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i) {
      if (std::binary_search(gold.begin(), gold.end(), ranked[i])) return true;
    }
    return false;
  }
};

Case project(const Codebook& codebook, const RankedPhrase& phrase, TreeLevel level) {
  Case result;
  for (const std::uint32_t code : phrase.gold) {
    if (const auto there = at_level(codebook, code, level)) result.gold.push_back(*there);
  }
  std::sort(result.gold.begin(), result.gold.end());
  result.gold.erase(std::unique(result.gold.begin(), result.gold.end()), result.gold.end());
  for (const RankedCode& ranked : phrase.ranked) {
    const auto there = at_level(codebook, ranked.code, level);
    if (!there || std::find(result.ranked.begin(), result.ranked.end(), *there) != result.ranked.end()) continue;
    if (result.ranked.empty()) result.first_given = ranked.given;
    result.ranked.push_back(*there);
  }
  return result;
}

std::vector<Case> cases_at(const Codebook& codebook, const std::vector<RankedPhrase>& phrases, TreeLevel level) {
  std::vector<Case> cases;
  for (const RankedPhrase& phrase : phrases) {
    Case one = project(codebook, phrase, level);
    if (!one.gold.empty()) cases.push_back(std::move(one));
  }
  return cases;
}

template <class Counts, class Right>
Statistic share_of(ClusterCounts counts, Counts counted, Right right) {
  double n = 0, hits = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0 || !counted(i)) continue;
    n += counts[i];
    if (right(i)) hits += counts[i];
  }
  return ratio(hits, n, msg::measure_no_units);
}

Statistic macro_f1(const std::vector<Case>& cases, ClusterCounts counts) {
  struct Parts {
    double right = 0, first = 0, gold = 0;
  };
  std::map<std::uint32_t, Parts> parts;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (counts[i] == 0) continue;
    const Case& one = cases[i];
    const bool right = one.right_within(1);
    if (!one.ranked.empty()) parts[one.ranked.front()].first += counts[i];
    if (right) {  // of several gold codes one is enough
      parts[one.ranked.front()].right += counts[i];
      parts[one.ranked.front()].gold += counts[i];
    } else {
      for (const std::uint32_t code : one.gold) parts[code].gold += counts[i];
    }
  }
  double sum = 0;
  for (const auto& [code, part] : parts) sum += 2 * part.right / (part.first + part.gold);
  return ratio(sum, static_cast<double>(parts.size()), msg::measure_no_units);
}

PhraseLevel evaluate_level(const Codebook& codebook, const std::vector<RankedPhrase>& phrases, TreeLevel level,
                           const BootstrapOptions& options) {
  const std::vector<Case> cases = cases_at(codebook, phrases, level);
  PhraseLevel result;
  result.level = level;
  result.n = cases.size();
  result.abstained = static_cast<std::uint64_t>(
      std::count_if(cases.begin(), cases.end(), [](const Case& one) { return !one.first_given; }));
  const auto all = [](std::size_t) { return true; };
  const auto within = [&](std::size_t count) {
    return [&cases, count](std::size_t i) { return cases[i].right_within(count); };
  };
  const std::vector<std::function<Statistic(ClusterCounts)>> statistics = {
      [&](ClusterCounts counts) { return share_of(counts, all, within(1)); },
      [&](ClusterCounts counts) { return share_of(counts, [&](std::size_t i) { return cases[i].first_given; }, within(1)); },
      [&](ClusterCounts counts) { return share_of(counts, all, within(3)); },
      [&](ClusterCounts counts) { return share_of(counts, all, within(5)); },
      [&](ClusterCounts counts) { return macro_f1(cases, counts); }};
  const auto intervals = bootstrap(cases.size(), statistics, options);
  const std::vector<std::uint32_t> once(cases.size(), 1);
  EvaluatedNumber* const targets[] = {&result.accuracy, &result.accuracy_given, &result.hit_at_3, &result.hit_at_5, &result.macro_f1};
  for (std::size_t i = 0; i < statistics.size(); ++i) *targets[i] = {statistics[i](once), intervals[i]};
  return result;
}

class Reliability {
 public:
  // Rows of a fixed width from 0 up.
  explicit Reliability(double width) : width_(width) {}

  void add(double value, std::optional<double> chance, bool right) {
    Row& row = rows_[static_cast<std::int64_t>(std::floor(value / width_ + 1e-9))];
    ++row.n;
    row.right += right ? 1 : 0;
    if (chance) row.chances += *chance, ++row.with_chance;
  }
  std::vector<ReliabilityRow> rows() const {
    std::vector<ReliabilityRow> result;
    for (const auto& [place, row] : rows_) {
      const double from = static_cast<double>(place) * width_;
      result.push_back({from, from + width_, row.n, row.right, {}});
      if (row.with_chance > 0) result.back().mean_chance = row.chances / static_cast<double>(row.with_chance);
    }
    return result;
  }

 private:
  struct Row {
    std::uint64_t n = 0, right = 0, with_chance = 0;
    double chances = 0;
  };
  double width_;
  std::map<std::int64_t, Row> rows_;
};

void fill_reliability(const Codebook& codebook, const std::vector<RankedPhrase>& phrases, PhraseEvaluation& result) {
  Reliability by_score(1), by_chance(0.1);
  for (const RankedPhrase& phrase : phrases) {
    if (phrase.ranked.empty()) continue;
    const RankedCode& first = phrase.ranked.front();
    // The code itself or one below it: a parent that was given is right for any of its children.
    const bool right = std::any_of(phrase.gold.begin(), phrase.gold.end(),
                                   [&](std::uint32_t code) { return is_within(codebook, code, first.code); });
    by_score.add(first.score, first.chance, right);
    if (first.chance) by_chance.add(std::min(*first.chance, 0.9999), first.chance, right);
  }
  result.by_score = by_score.rows();
  result.by_chance = by_chance.rows();
}

std::vector<PhraseCode> per_code(const std::vector<RankedPhrase>& phrases) {
  std::map<std::uint32_t, PhraseCode> codes;
  for (const RankedPhrase& phrase : phrases) {
    for (const std::uint32_t code : phrase.gold) {
      PhraseCode& row = codes[code];
      ++row.n;
      for (std::size_t i = 0; i < std::min<std::size_t>(3, phrase.ranked.size()); ++i) {
        if (phrase.ranked[i].code != code) continue;
        ++row.among_3;
        row.first += i == 0 ? 1 : 0;
      }
    }
    if (phrase.ranked.empty()) continue;
    const std::uint32_t first = phrase.ranked.front().code;
    if (!std::binary_search(phrase.gold.begin(), phrase.gold.end(), first)) ++codes[first].wrongly_first;
  }
  std::vector<PhraseCode> rows;
  for (auto& [code, row] : codes) {
    row.code = code;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

std::string_view name_of(TreeLevel level) {
  constexpr std::string_view names[] = {"category", "sub", "leaf"};
  return names[static_cast<std::size_t>(level)];
}

std::optional<std::uint32_t> at_level(const Codebook& codebook, std::uint32_t code, TreeLevel level) {
  if (level == TreeLevel::leaf) return is_leaf(codebook, code) ? std::optional(code) : std::nullopt;
  const int wanted = level == TreeLevel::category ? 1 : 2;
  if (codebook.codes[code].level < wanted) return is_leaf(codebook, code) ? std::optional(code) : std::nullopt;
  while (codebook.codes[code].level > wanted) code = static_cast<std::uint32_t>(codebook.codes[code].parent);
  return code;
}

PhraseEvaluation evaluate_phrases(const Codebook& codebook, const std::vector<RankedPhrase>& phrases,
                                  const BootstrapOptions& options) {
  PhraseEvaluation result;
  result.phrases = phrases.size();
  for (const RankedPhrase& phrase : phrases) {
    if (!phrase.gold.empty()) continue;
    ++result.off_topic;
    result.off_topic_abstained +=
        std::none_of(phrase.ranked.begin(), phrase.ranked.end(), [](const RankedCode& code) { return code.given; }) ? 1 : 0;
  }
  for (const TreeLevel level : tree_levels) result.levels.push_back(evaluate_level(codebook, phrases, level, options));
  fill_reliability(codebook, phrases, result);
  result.codes = per_code(phrases);
  return result;
}

}  // namespace codeboom
