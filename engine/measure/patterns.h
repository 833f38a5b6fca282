// Builds a CountTable: finds the pattern of a unit among those seen before. Internal to this folder.
//
// Cost    expected constant per value, by hashing.
#pragma once

#include <span>
#include <vector>

#include "engine/measure/ratings.h"

namespace codeboom {

class PatternTable {
 public:
  explicit PatternTable(std::uint32_t labels) : slots_(64, 0) { table_.labels = labels; }

  // The place of this pattern, after counting it `times` more often. Requires: ascending by label, no zero counts.
  std::uint32_t add(std::span<const LabelCount> counts, std::uint64_t times = 1);
  // The same for the labels of one unit, with or without `no_label` among them; counts what is missing.
  std::uint32_t add_unit(std::span<const Label> unit);

  void add_missing(std::uint64_t cells) { table_.missing += cells; }
  CountTable take() { return std::move(table_); }

 private:
  void grow();

  CountTable table_;
  std::vector<std::uint32_t> slots_;  // open addressing, a power of two: place + 1, or 0
  std::vector<std::uint64_t> hashes_;
  std::vector<Label> unit_;
  std::vector<LabelCount> counts_;
};

}  // namespace codeboom
