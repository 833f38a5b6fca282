#include "codebook/json_lines.h"

#include "message_keys/codebook.h"

namespace codeboom {

tl::unexpected<Error> wrong_line(MessageKey key, const std::string& source, int line, MessageArguments more) {
  more.emplace_back("file", source);
  more.emplace_back("line", std::int64_t{line});
  return fail(ErrorKind::bad_input, key, std::move(more));
}

Result<boost::json::object> read_json_object(std::string_view text, const std::string& source, int line) {
  boost::json::error_code error;
  boost::json::value value = boost::json::parse({text.data(), text.size()}, error);
  if (!error && value.is_object()) return std::move(value.as_object());
  return wrong_line(msg::codings_not_json, source, line, {{"reason", error ? error.message() : std::string("{ }")}});
}

Result<void> read_string(const boost::json::object& object, const char* field, std::string& target,
                         const std::string& source, int line) {
  const auto* value = object.if_contains(field);
  if (value == nullptr || value->is_null()) return {};
  if (!value->is_string()) {
    return wrong_line(msg::codings_bad_field, source, line,
                      {{"field", std::string(field)}, {"value", boost::json::serialize(*value)}});
  }
  target = std::string(value->as_string());
  return {};
}

}  // namespace codeboom
