#include "reports/draw/text_width.h"

#include <algorithm>
#include <iterator>

#include "corpus/utf8.h"
#include "reports/words.h"

namespace codeboom {
namespace {

// Of space to tilde, in thousandths of the size.
constexpr int ascii[] = {278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                         556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                         1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                         667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                         333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                         556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
static_assert(std::size(ascii) == '~' - ' ' + 1);

// Written over or between other characters: combining marks, joiners, variation selectors.
bool has_no_width(char32_t point) {
  return (point >= 0x300 && point < 0x370) || (point >= 0x200B && point <= 0x200F) ||
         (point >= 0xFE00 && point <= 0xFE0F) || point < 0x20;
}

int advance(char32_t point) {
  if (has_no_width(point)) return 0;
  if (point < 0x7F) return ascii[point - 0x20];
  if (point < 0xC0) return 556;                        // signs of Latin-1
  if (point < 0xDF) return 722;                        // its capitals
  if (point < 0x250) return 611;                       // small letters, Latin Extended
  if (point >= 0x2018 && point <= 0x201F) return 333;  // quotes
  if (point == 0x2013) return 556;                     // en dash
  return point >= 0x1100 || point == 0x2014 || point == 0x2026
             ? 1000
             : 722;  // emoji, East Asian, dash, dots; Greek, Cyrillic, …
}

// The longest beginning that fits, at least one character with what is written over it.
std::size_t fitting_bytes(std::string_view text, double width, double size) {
  double used = 0;
  std::size_t bytes = 0;
  while (bytes < text.size()) {
    const CodePoint point = first_code_point(text.substr(bytes));
    used += advance(point.value) * size / 1000;
    if (used > width && bytes > 0 && !has_no_width(point.value)) break;
    bytes += point.length;
  }
  return bytes;
}

std::vector<std::string> broken(std::string_view text, double width, double size) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!lines.back().empty()) {
      if (text_width(lines.back() + " " + std::string(word), size) <= width) {
        lines.back() += " " + std::string(word);
        continue;
      }
      lines.emplace_back();
    }
    for (std::size_t bytes; (bytes = fitting_bytes(word, width, size)) < word.size();
         word.remove_prefix(bytes)) {
      lines.back() = word.substr(0, bytes);
      lines.emplace_back();
    }
    lines.back() = word;
  }
  return lines;
}

}  // namespace

double text_width(std::string_view text, double size) {
  int thousandths = 0;
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    thousandths += advance(point.value);
    text.remove_prefix(point.length);
  }
  return thousandths * size / 1000;
}

FittedText fitted(std::string_view text, double width, double size, std::size_t most_lines) {
  const std::string whole = in_one_line(text);
  FittedText fit{broken(whole, width, size), ""};
  if (fit.lines.size() <= most_lines) return fit;
  std::string& last = fit.lines[most_lines - 1];
  last += " " + fit.lines[most_lines];  // the beginning of a word says more than no word
  last.resize(fitting_bytes(last, width - text_width("…", size), size));
  last.erase(last.find_last_not_of(" ,;:") + 1);
  last += "…";
  fit.lines.resize(most_lines);
  fit.whole = whole;
  return fit;
}

}  // namespace codeboom
