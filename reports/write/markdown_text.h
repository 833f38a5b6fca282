// Text as Markdown that means just that text.
//
// Source  CommonMark 0.31, "Backslash escapes": any ASCII punctuation may be escaped; "Emphasis and strong
// emphasis": which runs open.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codeboom {

// One line that no reader takes for markup, wherever it begins: in a paragraph, a list or a quotation.
std::string markdown_text(std::string_view line);

// The same behind something else on its line: in a heading or a cell of a table.
std::string markdown_inside(std::string_view line);

// The same with parts of it (bytes; in order, apart) in bold. Punctuation and spaces at the edges of a part
// stay outside: bold cannot begin there.
std::string markdown_text(std::string_view line,
                          const std::vector<std::pair<std::size_t, std::size_t>>& bold);

// A code span that holds anything.
std::string markdown_code(std::string_view line);

}  // namespace codeboom
