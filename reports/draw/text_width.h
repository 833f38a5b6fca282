// How wide text will be, without a font: so that the same chart is laid out the same on every machine.
//
// Unit    that of the picture; a size is that of the font.
// Source  the advance widths of Helvetica in Adobe's Core 14 font metrics (Helvetica.afm), which Arial and
// Liberation Sans share; what lies
//         outside ASCII by class.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace codeboom {

double text_width(std::string_view text, double size);

struct FittedText {
  std::vector<std::string> lines;  // at least one
  std::string whole;               // empty when the lines say everything
};
// Broken at spaces into lines that fit in `width`; a longer word is broken within. What does not fit in
// `most_lines` ends in "…".
FittedText fitted(std::string_view text, double width, double size, std::size_t most_lines);

}  // namespace codeboom
