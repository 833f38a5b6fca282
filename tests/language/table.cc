#include "tests/language/table.h"

#include <fstream>

#include "tests/catch.h"

namespace codeboom::tests {

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(separator, begin)) != std::string::npos;
       begin = end + separator.size()) {
    pieces.push_back(text.substr(begin, end - begin));
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

Rows rows_of(const std::string& name) {
  std::ifstream input(std::string(CODEBOOM_SOURCE_DIR) + "/tests/language/" + name);
  REQUIRE(input);
  Rows rows;
  std::string line;
  std::getline(input, line);
  while (std::getline(input, line)) rows.push_back(split(line, "\t"));
  REQUIRE(rows.size() > 30);
  return rows;
}

}  // namespace codeboom::tests
