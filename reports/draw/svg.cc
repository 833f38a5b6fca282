#include "reports/draw/svg.h"

#include <cmath>

#include "reports/html.h"

namespace codeboom {
namespace {

// XML has no way to write most control characters, nor U+FFFE and U+FFFF.
std::string xml(std::string_view text) {
  std::string allowed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) {
      allowed += ' ';
    } else if (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF") {
      i += 2;
    } else {
      allowed += text[i];
    }
  }
  return escaped(allowed);
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string attribute(std::string_view name, double value) { return attribute(name, coordinate(value)); }

std::string painted(const Paint& paint) {
  std::string text = attribute("fill", paint.fill);
  if (paint.stroke == "none") return text;
  text += attribute("stroke", paint.stroke) + attribute("stroke-width", paint.width);
  return paint.dash.empty() ? text : text + attribute("stroke-dasharray", paint.dash);
}

std::string points_text(const std::vector<Point>& points) {
  std::string text;
  for (const Point& point : points)
    text += (text.empty() ? "" : " ") + coordinate(point.x) + "," + coordinate(point.y);
  return text;
}

std::string styled(const TextStyle& style) {
  std::string text;
  if (style.anchor != Anchor::start)
    text += attribute("text-anchor", style.anchor == Anchor::middle ? "middle" : "end");
  if (style.size != text_size) text += attribute("font-size", style.size);
  if (style.fill != ink) text += attribute("fill", style.fill);
  return style.bold ? text + attribute("font-weight", "700") : text;
}

}  // namespace

std::string coordinate(double value) {
  const long long hundredths = std::llround(value * 100);
  const long long size = std::llabs(hundredths);
  std::string text = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
  if (size % 100 == 0) return text;
  text += '.' + std::to_string(size % 100 / 10);
  return size % 10 == 0 ? text : text + std::to_string(size % 10);
}

void Picture::rectangle(double x, double y, double width, double height, const Paint& paint) {
  body_ += "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", width) +
           attribute("height", height) + painted(paint) + "/>\n";
}

void Picture::line(Point from, Point to, const Paint& paint) {
  body_ += "<line" + attribute("x1", from.x) + attribute("y1", from.y) + attribute("x2", to.x) +
           attribute("y2", to.y) + painted(paint) + "/>\n";
}

void Picture::lines(const std::vector<Point>& points, const Paint& paint) {
  body_ += "<polyline" + attribute("points", points_text(points)) + painted(paint) +
           attribute("stroke-linejoin", "round") + "/>\n";
}

void Picture::area(const std::vector<Point>& points, const Paint& paint) {
  body_ += "<polygon" + attribute("points", points_text(points)) + painted(paint) + "/>\n";
}

void Picture::circle(Point centre, double radius, const Paint& paint) {
  body_ += "<circle" + attribute("cx", centre.x) + attribute("cy", centre.y) + attribute("r", radius) +
           painted(paint) + "/>\n";
}

void Picture::text(Point at, std::string_view words, const TextStyle& style) {
  body_ +=
      "<text" + attribute("x", at.x) + attribute("y", at.y) + styled(style) + ">" + xml(words) + "</text>\n";
}

void Picture::text(Point middle, const FittedText& words, const TextStyle& style) {
  const double height = style.size * line_height / text_size;
  const double first =
      middle.y + style.size * 0.35 - height * static_cast<double>(words.lines.size() - 1) / 2;
  body_ += "<text" + attribute("x", middle.x) + attribute("y", first) + styled(style) + ">";
  if (!words.whole.empty()) body_ += "<title>" + xml(words.whole) + "</title>";
  for (std::size_t i = 0; i < words.lines.size(); ++i) {
    body_ += i == 0 ? xml(words.lines[i])
                    : "<tspan" + attribute("x", middle.x) + attribute("dy", height) + ">" +
                          xml(words.lines[i]) + "</tspan>";
  }
  body_ += "</text>\n";
}

double Picture::caption(double x, double y, std::string_view words) {
  const FittedText fit = fitted(words, picture_width - x, 12, 3);
  const double height = line_height * static_cast<double>(fit.lines.size());
  text(Point{x, y + 8 + height / 2}, fit, {.size = 12, .fill = quiet});
  return y + height + 14;
}

void Picture::counted(Point at, const FittedText& word, std::string_view count, const TextStyle& style) {
  body_ += "<text" + attribute("x", at.x) + attribute("y", at.y) + styled(style) + ">";
  if (!word.whole.empty()) body_ += "<title>" + xml(word.whole) + "</title>";
  body_ += xml(word.lines.front()) + "<tspan" + attribute("dx", 3) + attribute("font-size", 11) +
           attribute("fill", quiet) + ">" + xml(count) + "</tspan></text>\n";
}

void Picture::upright_text(Point foot, const FittedText& words, const TextStyle& style) {
  body_ += "<g transform=\"translate(" + coordinate(foot.x) + " " + coordinate(foot.y) + ") rotate(-90)\">";
  text(Point{0, 0}, words, style);
  body_ += "</g>\n";
}

std::string Picture::hatching_id(std::string_view stroke) const {
  return id_ + "_hatch_" + std::string(stroke.substr(1));
}

void Picture::hatched(double x, double y, double width, double height, std::string_view stroke) {
  hatchings_.insert(stroke);
  rectangle(x, y, width, height, {.fill = "url(#" + hatching_id(stroke) + ")"});
}

Drawing Picture::finish(const Chart& chart, double height) const {
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"" +
                    attribute("aria-labelledby", id_ + "_title " + id_ + "_desc") +
                    attribute("width", picture_width) + attribute("height", height) +
                    attribute("viewBox", "0 0 " + coordinate(picture_width) + " " + coordinate(height)) +
                    " font-family=\"Arial, 'Liberation Sans', Helvetica, sans-serif\"" +
                    attribute("font-size", text_size) + attribute("fill", ink) + ">\n<title id=\"" + id_ +
                    "_title\">" + xml(chart.title) + "</title>\n<desc id=\"" + id_ + "_desc\">" +
                    xml(chart.description) + "</desc>\n";
  for (const std::string_view stroke : hatchings_) {
    svg += "<defs><pattern" + attribute("id", hatching_id(stroke)) +
           " width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
           "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\"" +
           painted({.stroke = stroke, .width = 1.5}) + "/></pattern></defs>\n";
  }
  return {svg + body_ + "</svg>", picture_width, height};
}

}  // namespace codeboom
