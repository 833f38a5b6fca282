#include "corpus/read/lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "corpus/read/wording.h"
#include "corpus/white_space.h"

namespace codeboom {
namespace {

struct Marker {
  LineKind kind = LineKind::bullet;
  std::uint32_t sign = 0;
  std::uint32_t number = 0;
  std::size_t bytes = 0;  // with the white space after it
  bool stays = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Signs that only bullets begin with, those of the symbol fonts in PDF and Word files included.
constexpr std::array<std::string_view, 23> bullet_signs = {"•",
                                                           "◦",
                                                           "▪",
                                                           "▫",
                                                           "■",
                                                           "□",
                                                           "●",
                                                           "○",
                                                           "‣",
                                                           "⁃",
                                                           "∙",
                                                           "➢",
                                                           "➤",
                                                           "✓",
                                                           "✔",
                                                           "❖",
                                                           "♦",
                                                           "►",
                                                           "▶",
                                                           "→",
                                                           "\xEF\x82\xB7",
                                                           "\xEF\x82\xA7",
                                                           "\xEF\x83\x98"};

std::optional<Marker> sign_marker(std::string_view line) {
  if (line.empty() || static_cast<unsigned char>(line.front()) < 0xE2) return std::nullopt;
  for (std::size_t i = 0; i < bullet_signs.size(); ++i) {
    if (!line.starts_with(bullet_signs[i])) continue;
    const std::size_t space = leading_space(line.substr(bullet_signs[i].size()));
    return Marker{LineKind::bullet, static_cast<std::uint32_t>(0x100 + i), 0, bullet_signs[i].size() + space,
                  true};
  }
  return std::nullopt;
}

// "-Omgaan" is a bullet of a PDF file, "-oriëntatie" the second half of a shortened compound.
std::optional<Marker> dash_marker(std::string_view line) {
  struct Dash {
    std::string_view sign;
    LineKind kind;
  };
  constexpr std::array<Dash, 6> dashes = {{{"-", LineKind::bullet},
                                           {"*", LineKind::bullet},
                                           {"·", LineKind::bullet},
                                           {"–", LineKind::item},
                                           {"—", LineKind::item},
                                           {"o", LineKind::item}}};
  for (const auto& [sign, kind] : dashes) {
    if (!line.starts_with(sign)) continue;
    const std::size_t space = leading_space(line.substr(sign.size()));
    const bool alone = line.size() == sign.size() && sign != "o";
    const bool glued = sign == "-" && line.size() > 1 && is_capital(line[1]);
    if (space == 0 && !alone && !glued) return std::nullopt;
    return Marker{kind, static_cast<unsigned char>(sign.back()), 0, sign.size() + space, false};
  }
  return std::nullopt;
}

std::optional<Marker> number_marker(std::string_view line) {
  const auto past_digits = std::find_if_not(line.begin(), line.end(), is_digit);
  auto digits = static_cast<std::size_t>(past_digits - line.begin());
  const bool letter = digits == 0 && !line.empty() && is_small_letter(line.front());
  if (letter) digits = 1;
  if (digits == 0 || digits > 3 || line.size() < digits + 2) return std::nullopt;
  const char closing = line[digits];
  if (closing != ')' && (closing != '.' || letter)) return std::nullopt;
  const std::size_t space = leading_space(line.substr(digits + 1));
  if (space == 0) return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : line.substr(0, digits))
    number = number * 10 + static_cast<std::uint32_t>(c - (letter ? 'a' - 1 : '0'));
  return Marker{LineKind::item, letter ? std::uint32_t{'a'} : std::uint32_t{'1'}, number, digits + 1 + space,
                false};
}

std::optional<Marker> list_marker(std::string_view line) {
  if (const auto sign = sign_marker(line)) return sign;
  auto first = dash_marker(line);
  if (!first) return number_marker(line);
  if (const auto second = number_marker(line.substr(first->bytes))) first->bytes += second->bytes;  // "- 1. "
  return first;
}

// Zero when the line is no heading in the manner of Markdown.
int hash_level(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes == 0 || hashes > 6 || hashes == line.size() || leading_space(line.substr(hashes)) == 0) return 0;
  return static_cast<int>(hashes);
}

// "> Dat werkt.", but not ">50% doet mee".
bool is_quoted(std::string_view line) {
  if (line.front() != '>') return false;
  return line.size() == 1 || line[1] == '>' || leading_space(line.substr(1)) > 0;
}

bool only_draws(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-=_*~|+: ") == std::string_view::npos;
}

bool is_table_row(std::string_view line) {
  if (std::count(line.begin(), line.end(), '\t') >= 2) return true;
  const auto bars = std::count(line.begin(), line.end(), '|');
  return bars >= 2 && ((line.front() == '|' && line.back() == '|') || line.find(" | ") != line.rfind(" | "));
}

std::uint32_t columns(std::string_view space) {
  std::uint32_t count = 0;
  for (const char c : space) {
    if (c == '\t') {
      count = (count / 4 + 1) * 4;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++count;
    }
  }
  return count;
}

// Takes `bytes` off the content and the white space that then leads it.
void shorten(Line& line, std::string_view stripped, std::size_t bytes) {
  bytes += leading_space(stripped.substr(bytes));
  line.content.begin.value += static_cast<std::uint32_t>(bytes);
}

void recognise(Line& line, std::string_view stripped) {
  if (const int level = hash_level(stripped)) {
    line.kind = LineKind::heading;
    line.level = level;
    shorten(line, stripped, static_cast<std::size_t>(level));
    std::string_view words = stripped.substr(line.content.begin.value - line.span.begin.value);
    const std::size_t before_closing = words.find_last_not_of('#');
    words = words.substr(0, before_closing == std::string_view::npos ? 0 : before_closing + 1);
    words.remove_suffix(trailing_space(words));
    line.content.end.value = line.content.begin.value + static_cast<std::uint32_t>(words.size());
  } else if (only_draws(stripped)) {
    line.kind = LineKind::blank;
  } else if (is_quoted(stripped)) {
    line.kind = LineKind::quote;
    shorten(line, stripped, std::min(stripped.find_first_not_of("> "), stripped.size()));
  } else if (const auto marker = list_marker(stripped)) {
    line.kind = marker->kind;
    line.marker = marker->sign;
    line.number = marker->number;
    if (!marker->stays || marker->bytes == stripped.size()) shorten(line, stripped, marker->bytes);
  } else if (is_table_row(stripped)) {
    line.kind = LineKind::table_row;
    if (stripped.front() == '|') shorten(line, stripped, 1);
    if (stripped.back() == '|') {
      const auto cells = stripped.substr(0, stripped.size() - 1);
      line.content.end.value -= static_cast<std::uint32_t>(1 + trailing_space(cells));
    }
  } else {
    line.kind = LineKind::text;
  }
}

}  // namespace

std::vector<Line> lines_of(const Text& text, Span within) {
  std::vector<Line> lines;
  std::string_view rest = text[within];
  auto begin = within.begin.value;
  while (!rest.empty()) {
    const std::size_t length = std::min(rest.find('\n'), rest.size());
    const std::string_view whole = rest.substr(0, length);
    const std::size_t before = leading_space(whole);
    const std::string_view stripped = trimmed(whole);
    Line line;
    line.span.begin.value = begin + static_cast<std::uint32_t>(before);
    line.span.end.value = line.span.begin.value + static_cast<std::uint32_t>(stripped.size());
    line.content = line.span;
    if (!stripped.empty()) {
      line.indent = columns(whole.substr(0, before));
      recognise(line, stripped);
    }
    const bool blank_again =
        line.kind == LineKind::blank && !lines.empty() && lines.back().kind == LineKind::blank;
    if (!blank_again) lines.push_back(line);
    const std::size_t step = std::min(length + 1, rest.size());
    rest.remove_prefix(step);
    begin += static_cast<std::uint32_t>(step);
  }
  return lines;
}

int numbered_heading_level(std::string_view line) {
  int level = 0;
  std::size_t at = 0;
  while (at < line.size() && is_digit(line[at])) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789", at), line.size()) - at;
    // Two digits after a point are a time ("9.30 Ontvangst"), more of them a year or an amount.
    if (digits > (level == 1 ? 1u : 2u)) return 0;
    ++level;
    at += digits;
    if (at < line.size() && line[at] == '.') ++at;
  }
  if (level == 0 || at >= line.size()) return 0;
  const std::string_view words = line.substr(at);
  const bool is_heading = leading_space(words) > 0 && starts_in_upper_case(words) && is_short_label(words);
  return is_heading ? std::min(level, 6) : 0;
}

}  // namespace codeboom
