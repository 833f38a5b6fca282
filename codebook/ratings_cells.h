// A table of judgements taken apart, before its values mean anything. Internal to ratings_table.h.
#pragma once

#include <string>
#include <vector>

#include "codebook/ratings_table.h"

namespace codeboom {

struct RatingsCells {
  std::vector<std::string> coders;  // empty names without a header
  std::vector<int> lines;           // of each row
  std::vector<std::vector<std::string>> rows;  // a cell per coder, without white space around it
  std::size_t first_column = 0;     // of the coders, in the file, from 0
  char separator = ',';
  bool header = false, unit_column = false;
};

bool is_missing(const std::string& cell, const RatingsTableOptions& options);

// Errors: as read_ratings_table.
Result<RatingsTable> with_values(const RatingsCells& cells, const std::string& source, const RatingsTableOptions& options);

}  // namespace codeboom
