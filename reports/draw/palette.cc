#include "reports/draw/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace codeboom {
namespace {

int hexadecimal(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

std::array<int, 3> parts_of(std::string_view colour) {
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i)
    parts[i] = 16 * hexadecimal(colour[1 + 2 * i]) + hexadecimal(colour[2 + 2 * i]);
  return parts;
}

double linear(int part) {
  const double share = part / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

}  // namespace

double luminance(std::string_view colour) {
  const auto [red, green, blue] = parts_of(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

double contrast(std::string_view one, std::string_view other) {
  const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
  return (light + 0.05) / (dark + 0.05);
}

std::string shade(double value) {
  constexpr std::string_view digits = "0123456789abcdef";
  const double part = std::clamp(value, 0.0, 1.0);
  const auto light = parts_of(white), dark = parts_of(darkest);
  std::string colour = "#";
  for (std::size_t i = 0; i < 3; ++i) {
    const auto mixed = static_cast<std::size_t>(std::lround(light[i] + part * (dark[i] - light[i])));
    colour += {digits[mixed / 16], digits[mixed % 16]};
  }
  return colour;
}

std::string_view text_on(std::string_view colour) {
  return contrast(black, colour) >= contrast(white, colour) ? black : white;
}

}  // namespace codeboom
