#include <algorithm>

#include "message_keys/rendering.h"
#include "reports/draw/drawings.h"
#include "reports/words.h"

namespace codeboom {
namespace {

constexpr double indent = 22, most_indented = 8, row_gap = 10, tree_width = 430, bar_width = 150,
                 bar_height = 10;

struct Branch {
  double x = 0, y = 0;  // of its dot
};

std::string count_in_words(const TreeChart::Node& node, UserLanguage language) {
  const auto count = static_cast<std::int64_t>(node.count);
  return node.share ? in_words(msg::chart_of_all, language, {{"count", count}, {"share", *node.share}})
                    : in_words(msg::chart_count, language, {{"x", count}});
}

}  // namespace

double draw(Picture& picture, const TreeChart& chart, UserLanguage language) {
  std::uint64_t most = 1;
  for (const TreeChart::Node& node : chart.nodes) most = std::max(most, node.count);
  std::vector<Branch> above;  // the branch that a next node of each level hangs on
  double y = 0;
  for (const TreeChart::Node& node : chart.nodes) {
    const auto level = static_cast<std::size_t>(std::max(node.level, 1));
    const double x = 6 + indent * std::min(static_cast<double>(level - 1), most_indented);
    const bool bold = level == 1;
    const FittedText label = fitted(node.label, (tree_width - x - 14) * (bold ? bold_room : 1), text_size, 2);
    const double height = row_gap + line_height * static_cast<double>(label.lines.size());
    const double middle = y + height / 2;
    above.resize(std::min(above.size(), level - 1));
    if (!above.empty()) {
      const Branch& parent = above.back();
      picture.lines({{parent.x, parent.y + 5}, {parent.x, middle}, {x - 5, middle}}, {.stroke = rule});
    }
    above.push_back({x, middle});
    picture.circle({x, middle}, 4.5, {.fill = node.count == 0 ? white : shape, .stroke = ink});
    picture.text(Point{x + 12, middle}, label, {.bold = bold});
    const double width = bar_width * static_cast<double>(node.count) / static_cast<double>(most);
    if (node.count > 0)
      picture.rectangle(tree_width + 10, middle - bar_height / 2, width, bar_height, {.fill = shape});
    picture.text({tree_width + 18 + width, middle + text_size * 0.35}, count_in_words(node, language),
                 {.bold = bold});
    y += height;
  }
  return picture.caption(0, y, chart.axis);
}

}  // namespace codeboom
