// Tables of test cases: rows of cells separated by tabs, the first row names the columns.
#pragma once

#include <string>
#include <vector>

namespace codeboom::tests {

using Rows = std::vector<std::vector<std::string>>;

// `name` is a file in tests/language. The row with the names is left out.
Rows rows_of(const std::string& name);

std::vector<std::string> split(const std::string& text, const std::string& separator);

}  // namespace codeboom::tests
