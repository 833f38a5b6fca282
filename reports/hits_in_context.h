// Words with what stands around them: a keyword in context.
#pragma once

#include <string>
#include <vector>

#include "corpus/document.h"
#include "engine/match/matcher.h"

namespace codeboom {

struct HitInContext {
  std::string document;  // its id
  CodePointSpan points;  // from the first to the last word of the match
  std::string before, match, after;  // on one line
  friend bool operator==(const HitInContext&, const HitInContext&) = default;
};

// At most `words` words on each side, within the block. Requires: `match` was found in `tokens` of this document.
HitInContext in_context(const Document& document, const Tokens& tokens, const Match& match, std::size_t words);

// Line ends and tabs as spaces.
std::string on_one_line(std::string_view text);

// The matches under each other, their contexts left and right, each line `width` wide where that is possible.
std::string to_text(const std::vector<HitInContext>& hits, std::size_t width);

// document,start,end,before,match,after: a hit on a line; positions in code points.
inline constexpr std::string_view hit_columns = "document,start,end,before,match,after";
std::string csv_row(const HitInContext& hit);

// {"document","start","end","before","match","after"}, without a line end.
std::string to_json(const HitInContext& hit);

}  // namespace codeboom
