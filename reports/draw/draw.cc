#include "reports/draw/draw.h"

#include <algorithm>

#include "message_keys/rendering.h"
#include "reports/draw/drawings.h"
#include "reports/words.h"

namespace codeboom {
namespace {

bool is_empty(const BarChart& chart) { return chart.bars.empty(); }
bool is_empty(const HeatMap& chart) { return chart.rows.empty() || chart.columns.empty(); }
bool is_empty(const CurveChart& chart) {
  return std::all_of(chart.lines.begin(), chart.lines.end(),
                     [](const CurveChart::Line& line) { return line.points.empty(); });
}
bool is_empty(const TreeChart& chart) { return chart.nodes.empty(); }
bool is_empty(const Timeline& chart) { return chart.years.empty(); }
bool is_empty(const WordCloud& chart) { return chart.words.empty(); }

}  // namespace

Drawing draw(const Chart& chart, const std::string& id, UserLanguage language) {
  Picture picture(id);
  const double height = std::visit(
      [&](const auto& drawing) {
        if (!is_empty(drawing)) return draw(picture, drawing, language);
        constexpr double one_line = 40;
        picture.text({0, one_line / 2 + 4}, in_words(msg::chart_nothing, language), {.fill = quiet});
        return one_line;
      },
      chart.drawing);
  return picture.finish(chart, height);
}

}  // namespace codeboom
