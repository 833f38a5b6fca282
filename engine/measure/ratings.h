// What coders said of units, as opaque labels: who said what (Ratings), and how many said what (CountTable).
//
// Shape   Ratings: units x coders, unit by unit; a cell is a label or `no_label`, "did not judge this unit". Labels are
//         0 .. labels - 1, and labels that nobody gave count as possible. Where order matters they stand in their order.
//         CountTable: units with the same counts are one pattern that occurs `times` times. Coefficients that do not ask who
//         said what need no more, so they cost as much as there are different patterns.
// Errors  none; requires labels below `labels` and units x coders cells.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/measure/two_coders.h"

namespace codeboom {

using Label = std::uint32_t;
inline constexpr Label no_label = ~Label{0};

struct Ratings {
  std::uint32_t coders = 0;
  std::uint32_t labels = 0;
  std::vector<Label> cells;

  std::size_t units() const { return coders == 0 ? 0 : cells.size() / coders; }
  std::span<const Label> unit(std::size_t place) const { return std::span(cells).subspan(place * coders, coders); }
  friend bool operator==(const Ratings&, const Ratings&) = default;
};

// Only these coders, in this order.
Ratings of_coders(const Ratings& ratings, std::span<const std::uint32_t> coders);
// Every label replaced by another one: to[label], below `labels`. For example by its ancestor at some level of a tree.
Ratings relabelled(const Ratings& ratings, std::span<const Label> to, std::uint32_t labels);
// This label or another one: 1 or 0.
Ratings dichotomised(const Ratings& ratings, Label label);

struct LabelCount {
  Label label = 0;
  std::uint32_t coders = 0;  // who gave it
  friend bool operator==(const LabelCount&, const LabelCount&) = default;
};

struct CountTable {
  struct Pattern {
    std::uint32_t begin = 0, end = 0;  // its counts, ascending by label
    std::uint32_t judged = 0;          // coders who judged such a unit
    std::uint64_t times = 0;
    friend bool operator==(const Pattern&, const Pattern&) = default;
  };
  std::uint32_t labels = 0;
  std::vector<LabelCount> counts;
  std::vector<Pattern> patterns;  // those of units that nobody judged are among them
  std::uint64_t missing = 0;      // cells without a value

  std::span<const LabelCount> of(const Pattern& pattern) const {
    return std::span(counts).subspan(pattern.begin, pattern.end - pattern.begin);
  }
  friend bool operator==(const CountTable&, const CountTable&) = default;
};

CountTable count_table(const Ratings& ratings);
CountTable count_table(const TwoCoders& counts);  // labels: 0 no, 1 yes
// This label against all others, as of `dichotomised` ratings.
CountTable dichotomised(const CountTable& table, Label label);

// How often units were judged by so many coders of whom so many said yes; for one code over documents or sentences. Tables of
// groups of units can be added, so intervals that draw documents are cheap.
struct YesTable {
  std::uint32_t coders = 0;
  std::vector<std::uint64_t> units;  // (coders + 1) x (coders + 1): [judged][yes]

  explicit YesTable(std::uint32_t number_of_coders = 0);
  void add(std::uint32_t judged, std::uint32_t yes, std::uint64_t times = 1);  // requires yes <= judged <= coders
  YesTable& operator+=(const YesTable& other);                                 // requires as many coders
  friend bool operator==(const YesTable&, const YesTable&) = default;
};
CountTable count_table(const YesTable& table);  // labels: 0 no, 1 yes

// Two coders' labels against each other, on the units that both judged.
struct Confusion {
  struct Cell {
    Label first = 0, second = 0;
    std::uint64_t times = 0;
    friend bool operator==(const Cell&, const Cell&) = default;
  };
  std::uint32_t labels = 0;
  std::vector<Cell> cells;     // only those that occur, ascending
  std::uint64_t missing = 0;   // cells of the two coders without a value

  std::uint64_t units() const;
  friend bool operator==(const Confusion&, const Confusion&) = default;
};
Confusion confusion(const Ratings& ratings, std::uint32_t first, std::uint32_t second);
Confusion confusion(const TwoCoders& counts);  // labels: 0 no, 1 yes

}  // namespace codeboom
