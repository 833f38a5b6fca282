// Tables in plain text: comma, semicolon or tab separated, quoted as in RFC 4180.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace codeboom {

struct DelimitedRecord {
  int line = 0;  // where it begins, from 1
  std::vector<std::string> cells;
  bool quote_left_open = false;  // a quote in it is never closed and took everything after it into its cell
};

// Empty lines are left out. The separator is the one of , ; TAB that stands most often in the first line.
std::vector<DelimitedRecord> read_delimited(std::string_view utf8);

std::vector<DelimitedRecord> read_delimited(std::string_view utf8, char separator);

// The cell as a comma-separated file writes it: quoted when it holds any separator, a quote or a line end.
std::string csv_cell(std::string_view text);

// The same in a file with this separator: where that is no comma, a comma needs no quotes; it stands in Dutch numbers.
std::string csv_cell(std::string_view text, char separator);

}  // namespace codeboom
