// The sheet for a consensus meeting: one line per disagreement, with empty columns that people fill in; written and read back.
//
// Shape   CSV with a header: number,document,kind,coder_a,place_a,code_a,quote_a,coder_b,place_b,code_b,quote_b,context,effect,
//         decision,other_code,reason. Read back, columns may stand in any order, with commas, semicolons or tabs, lines may be
//         sorted or left out; besluit, andere_code and reden are names of the last three, too.
// Unit    places in code points, "120..181" with the end exclusive; several with a space between them. Effect as a fraction.
// Errors  of reading: bad_input with file and line, and what to do: a column that is missing, a decision that is not understood, a code
//         that is not in the codebook, a quote that is not the text, a disagreement that is not there, or that stands there twice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codebook/settling.h"

namespace codeboom {

std::string sheet_header();
// `number` counts from 1; the effect is empty when there is none.
std::string sheet_line(std::uint64_t number, const Disagreement& disagreement, const LinedUp& work, const Codebook& codebook,
                       std::string_view context, const std::string& effect);

// "120..181 200..230"
std::string places_in_words(const Side& side, const Text& text);
std::string quotes_of(const Side& side, const Text& text);

struct SheetLine {
  int line = 0;  // in the file, from 1
  std::string document, decision, other_code, reason;
  struct OneSide {
    std::string coder, places, code, quote;
  };
  std::array<OneSide, 2> sides;
};

struct Sheet {
  std::string source;                  // its name, for messages
  std::array<std::string, 2> coders;   // the same in every line
  std::vector<SheetLine> lines;
};
Result<Sheet> read_sheet(std::string_view utf8, const std::string& source);

// The lines with a decision. Requires: the disagreements are those between the coders of the sheet, in its order.
Result<std::vector<Decided>> decisions_in(const Sheet& sheet, const std::vector<Disagreement>& disagreements, const LinedUp& work,
                                          const Codebook& codebook);

}  // namespace codeboom
