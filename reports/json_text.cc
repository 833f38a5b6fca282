#include "reports/json_text.h"

#include <boost/json.hpp>
#include <charconv>
#include <cmath>

namespace codeboom {

std::string quoted(std::string_view text) { return boost::json::serialize(boost::json::string(text)); }

std::string number_text(double number) {
  if (!std::isfinite(number)) return "null";
  if (number == 0) return "0";  // also when it is minus nought
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::general, 12).ptr;
  return std::string(text, end);
}

}  // namespace codeboom
