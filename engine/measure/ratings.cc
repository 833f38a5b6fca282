#include "engine/measure/ratings.h"

#include <algorithm>
#include <cassert>

#include "engine/measure/patterns.h"

namespace codeboom {

Ratings of_coders(const Ratings& ratings, std::span<const std::uint32_t> coders) {
  Ratings some{static_cast<std::uint32_t>(coders.size()), ratings.labels, {}};
  some.cells.reserve(ratings.units() * coders.size());
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    for (const std::uint32_t coder : coders) some.cells.push_back(ratings.unit(unit)[coder]);
  }
  return some;
}

Ratings relabelled(const Ratings& ratings, std::span<const Label> to, std::uint32_t labels) {
  assert(to.size() == ratings.labels);
  Ratings other{ratings.coders, labels, ratings.cells};
  for (Label& label : other.cells) {
    if (label != no_label) label = to[label];
  }
  return other;
}

Ratings dichotomised(const Ratings& ratings, Label label) {
  Ratings yes_no{ratings.coders, 2, ratings.cells};
  for (Label& cell : yes_no.cells) {
    if (cell != no_label) cell = cell == label ? 1 : 0;
  }
  return yes_no;
}

CountTable count_table(const Ratings& ratings) {
  PatternTable patterns(ratings.labels);
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) patterns.add_unit(ratings.unit(unit));
  return patterns.take();
}

CountTable count_table(const TwoCoders& counts) {
  PatternTable patterns(2);
  constexpr LabelCount neither[] = {{0, 2}}, one[] = {{0, 1}, {1, 1}}, both[] = {{1, 2}};
  if (counts.neither > 0) patterns.add(neither, counts.neither);
  if (counts.only_first + counts.only_second > 0) patterns.add(one, counts.only_first + counts.only_second);
  if (counts.both > 0) patterns.add(both, counts.both);
  return patterns.take();
}

CountTable dichotomised(const CountTable& table, Label label) {
  PatternTable patterns(2);
  for (const CountTable::Pattern& pattern : table.patterns) {
    std::uint32_t yes = 0;
    for (const LabelCount& count : table.of(pattern)) {
      if (count.label == label) yes = count.coders;
    }
    std::vector<LabelCount> counts{{0, pattern.judged - yes}, {1, yes}};
    std::erase_if(counts, [](const LabelCount& count) { return count.coders == 0; });
    patterns.add(counts, pattern.times);
  }
  patterns.add_missing(table.missing);
  return patterns.take();
}

YesTable::YesTable(std::uint32_t number_of_coders)
    : coders(number_of_coders), units((number_of_coders + std::size_t{1}) * (number_of_coders + std::size_t{1}), 0) {}

void YesTable::add(std::uint32_t judged, std::uint32_t yes, std::uint64_t times) {
  assert(yes <= judged && judged <= coders);
  units[judged * (coders + std::size_t{1}) + yes] += times;
}

YesTable& YesTable::operator+=(const YesTable& other) {
  assert(coders == other.coders);
  for (std::size_t i = 0; i < units.size(); ++i) units[i] += other.units[i];
  return *this;
}

CountTable count_table(const YesTable& table) {
  PatternTable patterns(2);
  for (std::uint32_t judged = 0; judged <= table.coders; ++judged) {
    for (std::uint32_t yes = 0; yes <= judged; ++yes) {
      const std::uint64_t times = table.units[judged * (table.coders + std::size_t{1}) + yes];
      if (times == 0) continue;
      std::vector<LabelCount> counts{{0, judged - yes}, {1, yes}};
      std::erase_if(counts, [](const LabelCount& count) { return count.coders == 0; });
      patterns.add(counts, times);
      patterns.add_missing(times * (table.coders - judged));
    }
  }
  return patterns.take();
}

std::uint64_t Confusion::units() const {
  std::uint64_t units = 0;
  for (const Cell& cell : cells) units += cell.times;
  return units;
}

Confusion confusion(const Ratings& ratings, std::uint32_t first, std::uint32_t second) {
  assert(first < ratings.coders && second < ratings.coders);
  Confusion result{ratings.labels, {}, 0};
  std::vector<std::uint64_t> pairs;
  pairs.reserve(ratings.units());
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    const Label a = ratings.unit(unit)[first], b = ratings.unit(unit)[second];
    if (a == no_label || b == no_label) {
      result.missing += (a == no_label) + (b == no_label);
    } else {
      pairs.push_back((std::uint64_t{a} << 32) | b);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  for (std::size_t i = 0; i < pairs.size();) {
    std::size_t end = i;
    while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
    result.cells.push_back({static_cast<Label>(pairs[i] >> 32), static_cast<Label>(pairs[i] & 0xffffffff), end - i});
    i = end;
  }
  return result;
}

Confusion confusion(const TwoCoders& counts) {
  Confusion result{
      2, {{0, 0, counts.neither}, {0, 1, counts.only_second}, {1, 0, counts.only_first}, {1, 1, counts.both}}, 0};
  std::erase_if(result.cells, [](const Confusion::Cell& cell) { return cell.times == 0; });
  return result;
}

}  // namespace codeboom
