// Words one after the other, with something between them.
#pragma once

#include <string>
#include <string_view>

namespace codeboom {

// `parts` hold what a string can be made of.
template <class Parts>
std::string joined(const Parts& parts, std::string_view separator) {
  std::string text;
  bool first = true;
  for (const auto& part : parts) {
    if (!first) text += separator;
    text += part;
    first = false;
  }
  return text;
}

}  // namespace codeboom
