// A table of judgements, one row a unit and one column a coder, from plain text.
//
// Shape   comma, semicolon or tab separated; decimal commas where the separator is another one. A header and a first column with
//         names of units are recognised (README.md says how) unless the options say. An empty cell, or one that `missing` names,
//         is no judgement.
// Errors  bad_input, with line, column and coder: rows of unequal length, a quote left open, two headers, one coder, one unit,
//         no judgement at all, text where the metric takes numbers, a value that `categories` does not name. usage: a wrong
//         `categories`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"
#include "engine/measure/krippendorff.h"
#include "engine/measure/ratings.h"

namespace codeboom {

struct RatingsTableOptions {
  Metric::Kind metric = Metric::Kind::nominal;  // nominal, ordinal, interval or ratio
  std::optional<std::uint32_t> number_of_categories;
  std::vector<std::string> categories;  // their names, in order
  std::optional<bool> header, unit_column;
  std::vector<std::string> missing = {"NA", "N/A", "NaN", "null", ".", "-"};
};

struct MissingSpelling {
  std::string text;  // empty: an empty cell
  std::uint64_t cells = 0;
};

struct RatingsTable {
  Ratings ratings;                   // `ratings.labels` is the declared number, or that of the table
  std::vector<std::string> coders;   // names; empty ones without a header
  std::vector<std::string> labels;   // names of those that occur or were declared by name
  std::vector<double> numbers;       // what the labels stand for; empty when one is no number
  std::uint32_t used_labels = 0;     // how many occur
  std::uint32_t declared_labels = 0; // 0: not declared
  bool ordered = false;              // the labels have an order: numbers, or declared by name
  char separator = ',';
  bool header = false, unit_column = false;
  std::vector<MissingSpelling> missing;
  std::vector<Message> notes;
};

// `source` names the table in errors and notes.
Result<RatingsTable> read_ratings_table(std::string_view utf8, const std::string& source, const RatingsTableOptions& options);

// The number that a cell holds, with a point or, where allowed, a comma before the decimals.
std::optional<double> number_in(std::string_view cell, char separator);

}  // namespace codeboom
