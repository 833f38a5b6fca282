// One function per kind of chart; each gets a chart with data, and draws.
#pragma once

#include "reports/draw/svg.h"

namespace codeboom {

// What a part of a chart shows: half-open.
struct PartOfRows {
  std::size_t first = 0, end = 0;
};

// Those that go on downwards, row by row; every part has the scale of the whole. Return the height that they
// took.
double draw(Picture& picture, const BarChart& chart, PartOfRows rows, UserLanguage language);
double draw(Picture& picture, const HeatMap& chart, PartOfRows rows, UserLanguage language);
double draw(Picture& picture, const TreeChart& chart, PartOfRows rows, UserLanguage language);

// How much a row adds.
std::vector<double> row_heights(const BarChart& chart, UserLanguage language);
std::vector<double> row_heights(const HeatMap& chart, UserLanguage language);
std::vector<double> row_heights(const TreeChart& chart, UserLanguage language);

// The others. Return the height that they took.
double draw(Picture& picture, const CurveChart& chart, UserLanguage language);
double draw(Picture& picture, const Timeline& chart, UserLanguage language);
double draw(Picture& picture, const WordCloud& chart, UserLanguage language);

}  // namespace codeboom
