#include "codebook/gold.h"

#include <algorithm>

#include "codebook/json_lines.h"
#include "message_keys/codebook.h"

namespace codeboom {
namespace {

Result<std::string> text_of(const boost::json::object& object, const std::string& source, int line) {
  std::string text;
  if (auto read = read_string(object, "text", text, source, line); !read) return tl::unexpected(read.error());
  if (text.empty() && !object.contains("text")) {
    return wrong_line(msg::codings_missing_field, source, line, {{"field", std::string("text")}});
  }
  return text;
}

Result<GoldPhrase> read_line(std::string_view json, const std::string& source, int line, const Codebook& codebook) {
  const auto object = read_json_object(json, source, line);
  if (!object) return tl::unexpected(object.error());
  auto text = text_of(*object, source, line);
  if (!text) return tl::unexpected(text.error());
  GoldPhrase phrase{line, std::move(*text), {}};
  const auto* codes = object->if_contains("codes");
  if (codes == nullptr) return wrong_line(msg::codings_missing_field, source, line, {{"field", std::string("codes")}});
  const auto wrong = [&](const boost::json::value& value) {
    return wrong_line(msg::codings_bad_field, source, line,
                      {{"field", std::string("codes")}, {"value", boost::json::serialize(value)}});
  };
  if (!codes->is_array()) return wrong(*codes);
  for (const boost::json::value& code : codes->as_array()) {
    if (!code.is_string()) return wrong(code);
    const auto place = find_code(codebook, {code.as_string().data(), code.as_string().size()});
    if (!place) {
      return wrong_line(msg::gold_unknown_code, source, line,
                        {{"code", std::string(code.as_string())}, {"codebook", codebook.id_and_version()}});
    }
    phrase.codes.push_back(*place);
  }
  std::sort(phrase.codes.begin(), phrase.codes.end());
  phrase.codes.erase(std::unique(phrase.codes.begin(), phrase.codes.end()), phrase.codes.end());
  return phrase;
}

}  // namespace

Result<std::vector<GoldPhrase>> read_gold(std::string_view utf8, const std::string& source, const Codebook& codebook) {
  std::vector<GoldPhrase> phrases;
  const auto use = [&](std::string_view text, int line) -> Result<void> {
    auto phrase = read_line(text, source, line, codebook);
    if (!phrase) return tl::unexpected(phrase.error());
    phrases.push_back(std::move(*phrase));
    return {};
  };
  if (auto read = for_each_line(utf8, use); !read) return tl::unexpected(read.error());
  return phrases;
}

Result<std::string> read_phrase(std::string_view line, const std::string& source, int number) {
  const auto object = read_json_object(line, source, number);
  if (!object) return tl::unexpected(object.error());
  return text_of(*object, source, number);
}

}  // namespace codeboom
