// An SVG picture as it grows: escaped, with coordinates of fixed form, so that the bytes are the same on
// every machine.
//
// Shape   720 wide, which is a column of A4; x to the right, y down; text stands on y.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/messages/message.h"
#include "reports/draw/draw.h"
#include "reports/draw/palette.h"
#include "reports/draw/text_width.h"

namespace codeboom {

constexpr double picture_width = 720;
constexpr double text_size = 13;
constexpr double line_height = 16;
constexpr double bold_room = 0.93;  // of a width, for text in bold: its letters are wider

struct Paint {
  std::string_view fill = "none";
  std::string_view stroke = "none";
  double width = 1;
  std::string_view dash = "";  // lengths of strokes and gaps
};

enum class Anchor { start, middle, end };

struct TextStyle {
  Anchor anchor = Anchor::start;
  double size = text_size;
  std::string_view fill = ink;
  bool bold = false;
};

struct Point {
  double x = 0, y = 0;
};

// At most two decimals.
std::string coordinate(double value);

class Picture {
 public:
  explicit Picture(std::string id) : id_(std::move(id)) {}

  void rectangle(double x, double y, double width, double height, const Paint& paint);
  void line(Point from, Point to, const Paint& paint);
  void lines(const std::vector<Point>& points, const Paint& paint);
  void area(const std::vector<Point>& points, const Paint& paint);
  void circle(Point centre, double radius, const Paint& paint);
  void text(Point at, std::string_view words, const TextStyle& style);
  // Lines under each other, the middle of them at `middle.y`; the whole text for who points at it.
  void text(Point middle, const FittedText& words, const TextStyle& style);
  // What an axis counts, under what was drawn up to `y`; returns where it ends.
  double caption(double x, double y, std::string_view words);
  // A word with its count behind it, however wide the word turns out.
  void counted(Point at, const FittedText& word, std::string_view count, const TextStyle& style);
  // Read from below to above, its middle line at `foot.x`.
  void upright_text(Point foot, const FittedText& words, const TextStyle& style);
  // Strokes at an angle in a colour of the palette, for what must not be relied on; text on it needs a plate
  // under it.
  void hatched(double x, double y, double width, double height, std::string_view stroke);

  // Title and description are the chart's.
  Drawing finish(const Chart& chart, double height) const;

 private:
  std::string hatching_id(std::string_view stroke) const;

  std::string id_, body_;
  std::set<std::string_view> hatchings_;  // colours of the strokes in use
};

}  // namespace codeboom
