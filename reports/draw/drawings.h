// One function per kind of chart; each gets a chart with data, and draws.
#pragma once

#include "reports/draw/svg.h"

namespace codeboom {

// Returns the height that it took.
double draw(Picture& picture, const BarChart& chart, UserLanguage language);
double draw(Picture& picture, const HeatMap& chart, UserLanguage language);
double draw(Picture& picture, const CurveChart& chart, UserLanguage language);
double draw(Picture& picture, const TreeChart& chart, UserLanguage language);
double draw(Picture& picture, const Timeline& chart, UserLanguage language);
double draw(Picture& picture, const WordCloud& chart, UserLanguage language);

}  // namespace codeboom
