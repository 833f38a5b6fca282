// The lines of text without markup, each recognised by itself.
// What a line is among its neighbours, plain_blocks decides.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/text.h"

namespace codeboom {

enum class LineKind {
  blank,  // also a line that only draws: "-----", "|---|---|"
  text,
  heading,    // "## Tips"
  quote,      // "> Dat werkt."
  table_row,  // two tabs or more, or cells between "|"
  bullet,     // a sign that can be nothing else: "• ", "- ", "* "
  item,  // "1. ", "a) ", "– ", "o ": an item of a list, or a line of a paragraph that happens to begin so
};

struct Line {
  LineKind kind = LineKind::blank;
  Span span;     // the line without the white space around it
  Span content;  // without its marker too; "•" and the like stay, since they are no part of a word or number
  int level = 0;             // heading: 1-6
  std::uint32_t indent = 0;  // columns before the first character
  std::uint32_t marker = 0;  // bullet and item: the sign; '1' for any number, 'a' for any letter
  std::uint32_t number = 0;  // item with a number: that number
};

// Shape: one per line, and one for any number of blank lines in a row. Requires: `within` lies on code point
// boundaries of the text.
std::vector<Line> lines_of(const Text& text, Span within);

// Depth of a numbered heading: 2 for "3.2 Succeselementen", 1 for "3 Methode", 0 when the text is none.
int numbered_heading_level(std::string_view line);

}  // namespace codeboom
