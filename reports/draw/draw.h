// Charts as SVG: one picture, drawn in one place.
#pragma once

#include <string>
#include <vector>

#include "corpus/messages/message.h"
#include "reports/chart.h"

namespace codeboom {

struct Drawing {
  std::string svg;                // a whole <svg> element with title and description; no scripts, nothing from elsewhere
  double width = 0, height = 0;   // in its own units; 720 wide is a column of A4
};

// Readable in black and white and at A4 width; every pair of colours has a contrast of at least 3 : 1, text of 4.5 : 1. `id` begins the ids
// in the SVG, so that several can stand in one page. A chart without data says so. The same chart gives the same bytes.
Drawing draw(const Chart& chart, const std::string& id, UserLanguage language);

// The same for pages: bars, a heat map or a tree that would be higher than `most_height` as several pictures under each other, each with the
// scale of the whole and its own id, `id`_1 and on. Never none.
std::vector<Drawing> draw_in_parts(const Chart& chart, const std::string& id, UserLanguage language, double most_height);

}  // namespace codeboom
