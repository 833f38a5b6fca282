#include <algorithm>
#include <cmath>
#include <span>

#include "message_keys/rendering.h"
#include "reports/draw/axis.h"
#include "reports/draw/drawings.h"
#include "reports/words.h"

namespace codeboom {
namespace {

// Text may turn out a little wider than the table of widths says, where another font has to do.
constexpr double spare = 1.08, largest = 54, smallest = 13, count_size = 11, space = 6, step = 6;

// More are no picture any more; the table has them.
constexpr std::size_t most_words = 150;

struct Box {
  double x = 0, y = 0, width = 0, height = 0;  // of the middle of the picture: 0, 0
};

struct Placed {
  FittedText text;
  std::string count;
  double size = 0, text_wide = 0;
  Box box;
};

bool overlap(const Box& a, const Box& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// The surface of a word goes with its count: the eye compares surfaces.
Placed sized(const WordCloud::Word& word, std::uint64_t most, UserLanguage language) {
  Placed one;
  one.count = axis_number(static_cast<double>(word.count), AxisUnit::count, language);
  const double share =
      static_cast<double>(word.count) / static_cast<double>(std::max<std::uint64_t>(most, 1));
  one.size = std::max(smallest, std::round(largest * std::sqrt(share) * 2) / 2);
  const double count_wide = text_width(one.count, count_size) * spare + 3;
  const double room = picture_width - count_wide - space;
  const double wide = text_width(word.text, one.size) * spare;
  if (wide > room) one.size = std::max(smallest, std::floor(one.size * room / wide));
  one.text = fitted(word.text, room / spare, one.size, 1);
  one.text_wide = text_width(one.text.lines.front(), one.size) * spare;
  one.box.width = one.text_wide + count_wide + space;
  one.box.height = one.size * 1.15;
  return one;
}

// From the middle outwards, wider than high; in whole steps, so that it goes the same way on every machine.
std::vector<Point> places(double surface) {
  const int across = static_cast<int>(picture_width / 2 / step);
  const int down = static_cast<int>(std::ceil(surface / picture_width / step)) + 20;
  struct Place {
    int distance, x, y;
  };
  std::vector<Place> all;
  for (int y = -down; y <= down; ++y) {
    for (int x = -across; x <= across; ++x) all.push_back({x * x + 6 * y * y, x, y});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Place& a, const Place& b) { return a.distance < b.distance; });
  std::vector<Point> points;
  for (const Place& place : all) points.push_back({place.x * step, place.y * step});
  return points;
}

bool fits(const Box& box, const std::vector<Placed>& words) {
  const double edge = picture_width / 2;
  return box.x >= -edge && box.x + box.width <= edge &&
         std::none_of(words.begin(), words.end(),
                      [&](const Placed& other) { return overlap(box, other.box); });
}

// The middle of the word at the first place that is free; there is one, as the places reach farther than all
// words together.
void place(Placed& word, const std::vector<Placed>& before, const std::vector<Point>& where) {
  for (const Point& middle : where) {
    word.box.x = middle.x - word.box.width / 2;
    word.box.y = middle.y - word.box.height / 2;
    if (fits(word.box, before)) return;
  }
}

}  // namespace

double draw(Picture& picture, const WordCloud& chart, UserLanguage language) {
  const std::span words_shown = std::span(chart.words).first(std::min(chart.words.size(), most_words));
  std::uint64_t most = 0;
  for (const WordCloud::Word& word : words_shown) most = std::max(most, word.count);
  std::vector<Placed> words, sizes;
  double surface = 0;
  for (const WordCloud::Word& word : words_shown) {
    sizes.push_back(sized(word, most, language));
    surface += picture_width * sizes.back().box.height;
  }
  const std::vector<Point> where = places(surface);
  double top = 0, foot = 0;
  for (Placed& word : sizes) {
    place(word, words, where);
    top = std::min(top, word.box.y);
    foot = std::max(foot, word.box.y + word.box.height);
    words.push_back(std::move(word));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Placed& word = words[i];
    const double x = picture_width / 2 + word.box.x + space / 2,
                 base = word.box.y - top + word.box.height * 0.78;
    picture.counted({x, base}, word.text, word.count, {.size = word.size, .fill = i % 2 == 0 ? deep : ink});
  }
  return picture.caption(
      0, foot - top + 4,
      in_words(msg::chart_cloud, language,
               {{"shown", static_cast<std::int64_t>(words.size())},
                {"left_out", static_cast<std::int64_t>(chart.words.size() - words.size())}}));
}

}  // namespace codeboom
