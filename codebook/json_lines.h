// JSON Lines, with errors that name file, line and field. Only sources of codebook/ include this: it shows Boost.JSON.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "corpus/result.h"

namespace codeboom {

// Shorthand for an error in one line of an exchange file.
tl::unexpected<Error> wrong_line(MessageKey key, const std::string& source, int line, MessageArguments more = {});

// Errors: bad_input when the line is no JSON object.
Result<boost::json::object> read_json_object(std::string_view text, const std::string& source, int line);

// Leaves the target as it is when the field is absent or null. Errors: bad_input when it is no text.
Result<void> read_string(const boost::json::object& object, const char* field, std::string& target,
                         const std::string& source, int line);

// Calls use(text, line number from 1) for each line that is not blank; stops at the first error.
template <class Use>
Result<void> for_each_line(std::string_view utf8, Use use) {
  int line = 0;
  while (!utf8.empty()) {
    const std::size_t end = std::min(utf8.find('\n'), utf8.size());
    const std::string_view text = utf8.substr(0, end);
    utf8.remove_prefix(std::min(end + 1, utf8.size()));
    ++line;
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (Result<void> used = use(text, line); !used) return used;
  }
  return {};
}

}  // namespace codeboom
