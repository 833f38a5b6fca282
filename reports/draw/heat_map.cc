#include <algorithm>

#include "message_keys/rendering.h"
#include "reports/draw/drawings.h"
#include "reports/words.h"

namespace codeboom {
namespace {

constexpr double label_width = 210, gap = 10, least_row = 26, widest_column = 96, heading_size = 12,
                 smallest_text = 8;
constexpr double upright_room = 130;

double longest_word(const std::vector<std::string>& names) {
  double longest = 0;
  for (const std::string& name : names) {
    for (const std::string_view line : lines(name)) {
      for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        longest = std::max(longest, text_width(line.substr(at, end - at), heading_size));
        at = end + 1;
      }
    }
  }
  return longest;
}

// Returns the height that they took. Upright where a word is wider than its column.
double headings(Picture& picture, const HeatMap& chart, double left, double column) {
  const bool upright = longest_word(chart.columns) > column - 6;
  std::vector<FittedText> names;
  double height = 0;
  for (const std::string& name : chart.columns) {
    names.push_back(upright ? fitted(name, upright_room, heading_size, column > 30 ? 2 : 1)
                            : fitted(name, column - 6, heading_size, 4));
    for (const std::string& line : names.back().lines) {
      height = std::max(height, upright ? text_width(line, heading_size)
                                        : 15 * static_cast<double>(names.back().lines.size()));
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const double middle = left + column * (static_cast<double>(i) + 0.5);
    if (upright) {
      picture.upright_text({middle, height + 4}, names[i], {.size = heading_size});
    } else {
      const double own = 15 * static_cast<double>(names[i].lines.size());
      picture.text(Point{middle, height - own / 2}, names[i], {Anchor::middle, heading_size});
    }
  }
  return height + 10;
}

// One size for all numbers, so that they can be compared.
double size_of_numbers(const HeatMap& chart, double column) {
  double widest = 1;
  for (const auto& row : chart.values) {
    for (const HeatMap::Value& value : row) widest = std::max(widest, text_width(value.text, 1));
  }
  return std::clamp((column - 6) / widest, smallest_text, text_size);
}

struct Box {
  double x, y, width, height;
};

void cell(Picture& picture, const HeatMap::Value& value, const Box& box, double size) {
  const double middle = box.x + box.width / 2, base = box.y + box.height / 2 + size * 0.35;
  if (!value.value) {
    picture.text({middle, base}, value.text, {Anchor::middle, size, quiet});
    return;
  }
  const std::string colour = shade(*value.value);
  const std::string_view text = text_on(colour);
  picture.rectangle(box.x, box.y, box.width, box.height, {.fill = colour, .stroke = rule});
  if (value.small) {
    picture.hatched(box.x, box.y, box.width, box.height, text);
    const double plate = text_width(value.text, size) + 6;
    picture.rectangle(middle - plate / 2, box.y + box.height / 2 - size * 0.65, plate, size * 1.3,
                      {.fill = colour});
  }
  picture.text({middle, base}, value.text, {Anchor::middle, size, text});
}

// Returns where it ends.
double legend(Picture& picture, const HeatMap& chart, double left, double y, UserLanguage language) {
  const TextStyle style{.size = 12, .fill = quiet};
  const auto word = [&](MessageKey key, double x) {
    const std::string text = in_words(key, language);
    picture.text({x, y + 12}, text, style);
    return x + text_width(text, 12) + 6;
  };
  double x = word(msg::chart_less, left);
  for (const double value : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    const std::string colour = shade(value);
    picture.rectangle(x, y, 18, 15, {.fill = colour, .stroke = rule});
    x += 18;
  }
  x = word(msg::chart_more, x + 6);
  const bool any_small = std::any_of(chart.values.begin(), chart.values.end(), [](const auto& row) {
    return std::any_of(row.begin(), row.end(), [](const HeatMap::Value& value) { return value.small; });
  });
  if (!any_small) return y + 15;
  picture.rectangle(x + 16, y, 18, 15, {.fill = white, .stroke = rule});
  picture.hatched(x + 16, y, 18, 15, black);
  word(msg::chart_small, x + 40);
  return y + 15;
}

FittedText label_of(const std::string& row) { return fitted(row, label_width, text_size, 2); }

double height_of(const FittedText& label) {
  return std::max(least_row, 6 + line_height * static_cast<double>(label.lines.size()));
}

}  // namespace

std::vector<double> row_heights(const HeatMap& chart, UserLanguage) {
  std::vector<double> heights;
  for (const std::string& row : chart.rows) heights.push_back(height_of(label_of(row)));
  return heights;
}

double draw(Picture& picture, const HeatMap& chart, PartOfRows rows, UserLanguage language) {
  const double left = label_width + gap;
  const double column =
      std::min(widest_column, (picture_width - left - 1) / static_cast<double>(chart.columns.size()));
  const double size = size_of_numbers(chart, column);
  double y = headings(picture, chart, left, column);
  for (std::size_t i = rows.first; i < rows.end; ++i) {
    const FittedText label = label_of(chart.rows[i]);
    const double height = height_of(label);
    picture.text(Point{0, y + height / 2}, label, {});
    for (std::size_t j = 0; j < chart.values[i].size(); ++j) {
      const Box box{left + column * static_cast<double>(j) + 1, y + 1, column - 2, height - 2};
      cell(picture, chart.values[i][j], box, size);
    }
    y += height;
  }
  y = legend(picture, chart, left, y + 10, language);
  return picture.caption(left, y, chart.axis);
}

}  // namespace codeboom
