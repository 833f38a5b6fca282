// A table as people read it, and the two plain formats it is printed in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace codeboom {

enum class Align { left, right };

struct Table {
  struct Column {
    std::string heading;
    Align align = Align::left;
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  // as many cells as columns
};

// Plain text, at most `width` characters wide where that is possible: the last left-aligned column is wrapped at spaces, its
// continuation lines indented. Ends in a line end.
std::string to_text(const Table& table, std::size_t width);

// RFC 4180 with LF, comma separated, headings first.
std::string to_csv(const Table& table);

// One record of such a file with its line end; cells are quoted where they must be.
std::string csv_record(const std::vector<std::string>& cells, char separator);

// Characters as they are counted on a terminal: code points without combining marks.
std::size_t display_width(std::string_view utf8);

// Text broken at spaces into lines of at most `width` characters; a longer word stands alone on its line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace codeboom
