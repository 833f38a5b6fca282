// The colours of pictures and how far apart they are.
//
// Unit    contrast is 1 (the same) to 21 (black and white).
// Source  WCAG 2.1, "relative luminance" and "contrast ratio"; 1.4.3 asks 4.5 : 1 of text, 1.4.11 3 : 1 of
// shapes.
#pragma once

#include <string>
#include <string_view>

namespace codeboom {

// On white; `ink` also on `shape`.
constexpr std::string_view white = "#ffffff";
constexpr std::string_view ink = "#1c2430";      // text, intervals
constexpr std::string_view quiet = "#46525f";    // text that is not the message
constexpr std::string_view rule = "#767f8a";     // axes, outlines, branches
constexpr std::string_view shape = "#3d7fb5";    // bars, columns, the edge of a band
constexpr std::string_view second = "#a64b00";   // another line; always dashed too
constexpr std::string_view deep = "#12507f";     // text beside text in ink
constexpr std::string_view band = "#dbe8f3";     // between two edges that are drawn
constexpr std::string_view black = "#000000";    // text on a shade
constexpr std::string_view darkest = "#0b3c5d";  // the shade of 1

// Of a colour as "#rrggbb".
double luminance(std::string_view colour);
double contrast(std::string_view one, std::string_view other);

// From white (0) to the darkest (1); what lies outside counts as the nearest of these.
std::string shade(double value);

// Black or white, whichever reads best on it: 4.5 : 1 on any colour.
std::string_view text_on(std::string_view colour);

}  // namespace codeboom
