#include "reports/draw/draw.h"

#include <algorithm>
#include <limits>
#include <type_traits>

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

template <class Kind>
constexpr bool has_rows =
    std::is_same_v<Kind, BarChart> || std::is_same_v<Kind, HeatMap> || std::is_same_v<Kind, TreeChart>;

// As many rows in each part as there is room for, and one at least.
std::vector<PartOfRows> divided(const std::vector<double>& heights, double most_height) {
  std::vector<PartOfRows> parts{{0, 0}};
  double height = 0;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    if (height + heights[i] > most_height && parts.back().end > parts.back().first) {
      parts.push_back({i, i});
      height = 0;
    }
    height += heights[i];
    parts.back().end = i + 1;
  }
  return parts;
}

Drawing empty(Picture& picture, const Chart& chart, UserLanguage language) {
  constexpr double one_line = 40;
  picture.text({0, one_line / 2 + 4}, in_words(msg::chart_nothing, language), {.fill = quiet});
  return picture.finish(chart, one_line);
}

Chart part_of(const Chart& chart, std::size_t part, std::size_t parts, UserLanguage language) {
  Chart one;
  one.title = in_words(msg::chart_part, language,
                       {{"title", chart.title},
                        {"part", static_cast<std::int64_t>(part)},
                        {"parts", static_cast<std::int64_t>(parts)}});
  one.description = chart.description;
  return one;
}

}  // namespace

Drawing draw(const Chart& chart, const std::string& id, UserLanguage language) {
  return draw_in_parts(chart, id, language, std::numeric_limits<double>::infinity()).front();
}

std::vector<Drawing> draw_in_parts(const Chart& chart, const std::string& id, UserLanguage language,
                                   double most_height) {
  return std::visit(
      [&](const auto& drawing) -> std::vector<Drawing> {
        using Kind = std::decay_t<decltype(drawing)>;
        Picture whole(id);
        if (is_empty(drawing)) return {empty(whole, chart, language)};
        if constexpr (has_rows<Kind>) {
          const std::vector<PartOfRows> parts = divided(row_heights(drawing, language), most_height);
          if (parts.size() == 1) {
            const double height = draw(whole, drawing, parts.front(), language);
            return {whole.finish(chart, height)};
          }
          std::vector<Drawing> drawings;
          for (const PartOfRows& rows : parts) {
            const std::size_t ordinal = drawings.size() + 1;
            Picture picture(id + "_" + std::to_string(ordinal));
            const double height = draw(picture, drawing, rows, language);
            drawings.push_back(picture.finish(part_of(chart, ordinal, parts.size(), language), height));
          }
          return drawings;
        } else {
          const double height = draw(whole, drawing, language);
          return {whole.finish(chart, height)};
        }
      },
      chart.drawing);
}

}  // namespace codeboom
