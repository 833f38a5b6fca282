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

struct Row {
  std::size_t level = 1;
  bool bold = false;
  double x = 0, height = 0;
  FittedText label;
};

Row row_for(const TreeChart::Node& node) {
  Row row;
  row.level = static_cast<std::size_t>(std::max(node.level, 1));
  row.bold = row.level == 1;
  row.x = 6 + indent * std::min(static_cast<double>(row.level - 1), most_indented);
  row.label = fitted(node.label, (tree_width - row.x - 14) * (row.bold ? bold_room : 1), text_size, 2);
  row.height = row_gap + line_height * static_cast<double>(row.label.lines.size());
  return row;
}

std::string count_in_words(const TreeChart::Node& node, UserLanguage language) {
  const auto count = static_cast<std::int64_t>(node.count);
  return node.share ? in_words(msg::chart_of_all, language, {{"count", count}, {"share", *node.share}})
                    : in_words(msg::chart_count, language, {{"x", count}});
}

}  // namespace

std::vector<double> row_heights(const TreeChart& chart, UserLanguage) {
  std::vector<double> heights;
  for (const TreeChart::Node& node : chart.nodes) heights.push_back(row_for(node).height);
  return heights;
}

double draw(Picture& picture, const TreeChart& chart, PartOfRows rows, UserLanguage language) {
  std::uint64_t most = 1;
  for (const TreeChart::Node& node : chart.nodes) most = std::max(most, node.count);
  std::vector<Branch> above;  // the branch that a next node of each level hangs on
  double y = 0;
  for (std::size_t i = 0; i < rows.end; ++i) {
    const TreeChart::Node& node = chart.nodes[i];
    const Row row = row_for(node);
    above.resize(std::min(above.size(), row.level - 1));
    if (i < rows.first) {
      above.push_back({row.x, -5});  // it stands in the part before: its branch comes from the edge
      continue;
    }
    const double middle = y + row.height / 2;
    if (!above.empty()) {
      const Branch& parent = above.back();
      picture.lines({{parent.x, parent.y + 5}, {parent.x, middle}, {row.x - 5, middle}}, {.stroke = rule});
    }
    above.push_back({row.x, middle});
    picture.circle({row.x, middle}, 4.5, {.fill = node.count == 0 ? white : shape, .stroke = ink});
    picture.text(Point{row.x + 12, middle}, row.label, {.bold = row.bold});
    const double width = bar_width * static_cast<double>(node.count) / static_cast<double>(most);
    if (node.count > 0) {
      picture.rectangle(tree_width + 10, middle - bar_height / 2, std::max(1.0, width), bar_height,
                        {.fill = shape});
    }
    picture.text({tree_width + 18 + width, middle + text_size * 0.35}, count_in_words(node, language),
                 {.bold = row.bold});
    y += row.height;
  }
  return picture.caption(0, y, chart.axis);
}

}  // namespace codeboom
