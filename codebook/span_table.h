// A table of the passages that coders marked in one text.
//
// Shape   one row a passage: coder, code, start, end; columns in another order, or more of them, when a header names them. A row with
//         a coder alone says that this coder marked nothing. Comma, semicolon or tab between the cells.
// Unit    characters from 0; the end is not part of the passage.
// Errors  bad_input with file, line and remedy: see read_span_table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"
#include "engine/measure/continuum.h"

namespace codeboom {

struct SpanTable {
  Continuum continuum;
  std::vector<std::string> coders, codes;  // sorted by name; the continuum's coders and labels
  std::vector<std::vector<int>> lines;     // where each span of each coder stands
};

// Errors: bad_input: no passages, fewer than two coders, a header without one of the columns, a row with too few or too many cells, a
// cell that is empty or no whole number, a passage outside the text or without length, a quotation mark that is left open.
Result<SpanTable> read_span_table(std::string_view utf8, const std::string& source, std::int64_t length);

}  // namespace codeboom
