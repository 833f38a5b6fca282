#include "engine/measure/patterns.h"

#include <algorithm>
#include <cassert>

namespace codeboom {
namespace {

std::uint64_t hash_of(std::span<const LabelCount> counts) {
  std::uint64_t hash = 0x9e3779b97f4a7c15;
  for (const LabelCount& count : counts) {
    hash ^= (std::uint64_t{count.label} << 32) | count.coders;
    hash *= 0xff51afd7ed558ccd;  // the finaliser of MurmurHash3, one round
    hash ^= hash >> 32;
  }
  return hash;
}

}  // namespace

std::uint32_t PatternTable::add(std::span<const LabelCount> counts, std::uint64_t times) {
  const std::uint64_t hash = hash_of(counts);
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    const std::uint32_t place = slots_[slot] - 1;
    if (hashes_[place] != hash) continue;
    const auto known = table_.of(table_.patterns[place]);
    if (!std::equal(known.begin(), known.end(), counts.begin(), counts.end())) continue;
    table_.patterns[place].times += times;
    return place;
  }
  CountTable::Pattern pattern{static_cast<std::uint32_t>(table_.counts.size()), 0, 0, times};
  for (const LabelCount& count : counts) {
    assert(count.label < table_.labels && count.coders > 0);
    table_.counts.push_back(count);
    pattern.judged += count.coders;
  }
  pattern.end = static_cast<std::uint32_t>(table_.counts.size());
  table_.patterns.push_back(pattern);
  hashes_.push_back(hash);
  slots_[slot] = static_cast<std::uint32_t>(table_.patterns.size());
  if (table_.patterns.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(table_.patterns.size() - 1);
}

std::uint32_t PatternTable::add_unit(std::span<const Label> unit) {
  unit_.assign(unit.begin(), unit.end());
  std::erase(unit_, no_label);
  table_.missing += unit.size() - unit_.size();
  std::sort(unit_.begin(), unit_.end());
  counts_.clear();
  for (const Label label : unit_) {
    if (counts_.empty() || counts_.back().label != label) counts_.push_back({label, 0});
    ++counts_.back().coders;
  }
  return add(counts_);
}

void PatternTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::uint32_t place = 0; place < hashes_.size(); ++place) {
    std::size_t slot = hashes_[place] & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = place + 1;
  }
}

}  // namespace codeboom
