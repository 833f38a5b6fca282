#include "corpus/white_space.h"

#include <algorithm>
#include <array>

namespace codeboom {
namespace {

// Besides those of ASCII; by their bytes, so that nothing need be decoded.
constexpr std::array<std::string_view, 21> spaces = {
    "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
    "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A",
    "\u200B", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"};

bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

std::size_t leading_space(std::string_view text) {
  const std::size_t size = text.size();
  while (!text.empty()) {
    if (is_ascii_space(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    if (static_cast<unsigned char>(text.front()) < 0x80) break;
    const auto found = std::find_if(spaces.begin(), spaces.end(),
                                    [&](std::string_view space) { return text.starts_with(space); });
    if (found == spaces.end()) break;
    text.remove_prefix(found->size());
  }
  return size - text.size();
}

std::size_t trailing_space(std::string_view text) {
  const std::size_t size = text.size();
  while (!text.empty()) {
    if (is_ascii_space(text.back())) {
      text.remove_suffix(1);
      continue;
    }
    if (static_cast<unsigned char>(text.back()) < 0x80) break;
    const auto found = std::find_if(spaces.begin(), spaces.end(),
                                    [&](std::string_view space) { return text.ends_with(space); });
    if (found == spaces.end()) break;
    text.remove_suffix(found->size());
  }
  return size - text.size();
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(leading_space(text));
  text.remove_suffix(trailing_space(text));
  return text;
}

}  // namespace codeboom
