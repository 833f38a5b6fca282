#include "reports/write/markdown_text.h"

#include <algorithm>

#include "corpus/utf8.h"

namespace codeboom {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_punctuation(char c) { return c > ' ' && c < 0x7F && !is_letter_or_digit(c); }

// Beside letters of ASCII those of Latin-1 and Latin Extended: all that Dutch writes, and no punctuation.
bool can_bear_bold(CodePoint point) {
  const auto value = point.value;
  return value < 0x80 ? is_letter_or_digit(static_cast<char>(value))
                      : value >= 0xC0 && value < 0x250 && value != 0xD7 && value != 0xF7;
}

std::string_view trimmed_for_bold(std::string_view part) {
  while (!part.empty() && !can_bear_bold(first_code_point(part)))
    part.remove_prefix(first_code_point(part).length);
  while (!part.empty() && !can_bear_bold(last_code_point(part)))
    part.remove_suffix(last_code_point(part).length);
  return part;
}

std::string escaped_inside(std::string_view text) {
  std::string markdown;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>&|~$").find(c) != std::string_view::npos) markdown += '\\';
    markdown += c == '\n' || c == '\t' ? ' ' : c;
  }
  return markdown;
}

// At the beginning of a line other characters count: # - + = : and the point or bracket behind a number.
std::string safe_at_line_start(std::string markdown) {
  markdown.erase(0, std::min(markdown.find_first_not_of(' '), markdown.size()));
  if (markdown.empty()) return markdown;
  if (is_punctuation(markdown[0]) && markdown[0] != '\\') return "\\" + markdown;
  const std::size_t after = markdown.find_first_not_of("0123456789");
  if (after != 0 && after != std::string::npos && (markdown[after] == '.' || markdown[after] == ')'))
    markdown.insert(after, "\\");
  return markdown;
}

// Two spaces at the end would break a line.
std::string safe_at_line_end(std::string markdown) {
  markdown.erase(markdown.find_last_not_of(' ') + 1);
  return markdown;
}

}  // namespace

std::string markdown_text(std::string_view line) {
  return safe_at_line_end(safe_at_line_start(escaped_inside(line)));
}

std::string markdown_inside(std::string_view line) {
  std::string markdown = safe_at_line_end(escaped_inside(line));
  if (markdown.ends_with('#')) markdown.insert(markdown.size() - 1, "\\");  // it would close a heading
  return markdown;
}

std::string markdown_text(std::string_view line,
                          const std::vector<std::pair<std::size_t, std::size_t>>& bold) {
  std::string markdown;
  std::size_t done = 0;
  for (const auto& [begin, end] : bold) {
    const std::string_view part = trimmed_for_bold(line.substr(begin, end - begin));
    if (part.empty()) continue;
    const auto at = static_cast<std::size_t>(part.data() - line.data());
    markdown += escaped_inside(line.substr(done, at - done)) + "**" + escaped_inside(part) + "**";
    done = at + part.size();
  }
  markdown += escaped_inside(line.substr(done));
  return safe_at_line_end(markdown.starts_with("**") ? markdown : safe_at_line_start(std::move(markdown)));
}

std::string markdown_code(std::string_view line) {
  std::size_t longest = 0, run = 0;
  for (const char c : line) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const bool touches = line.starts_with('`') || line.ends_with('`');
  const std::string space = touches ? " " : "";
  return fence + space + std::string(line) + space + fence;
}

}  // namespace codeboom
