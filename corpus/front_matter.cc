#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "corpus/metadata.h"
#include "corpus/utf8.h"
#include "corpus/white_space.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

constexpr std::string_view fence = "---";
constexpr int yaml_begins_on_line = 2;

struct Enclosed {
  std::string_view yaml;
  std::size_t end_byte = 0;
};

std::string_view first_line(std::string_view text) {
  return text.substr(0, std::min(text.find('\n'), text.size()));
}

bool is_fence(std::string_view line) { return line.starts_with(fence) && trimmed(line) == fence; }

// Empty yaml with end_byte 0: no front matter. Nothing: it is never closed.
std::optional<Enclosed> enclosed_in(std::string_view utf8) {
  const std::size_t start = utf8.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const std::string_view opening = first_line(utf8.substr(start));
  if (!is_fence(opening)) return Enclosed{};
  const std::size_t yaml_begin = std::min(start + opening.size() + 1, utf8.size());
  for (std::size_t at = yaml_begin; at < utf8.size();) {
    const std::string_view line = first_line(utf8.substr(at));
    const std::size_t after = std::min(at + line.size() + 1, utf8.size());
    if (is_fence(line)) return Enclosed{utf8.substr(yaml_begin, at - yaml_begin), after};
    at = after;
  }
  return std::nullopt;
}

std::int64_t line_of(const YAML::Mark& mark) { return std::max(mark.line, 0) + yaml_begins_on_line; }

tl::unexpected<Error> refuse(MessageKey key, const std::string& source, std::int64_t line,
                             const std::string& field = {}) {
  return fail(ErrorKind::bad_input, key, {{"file", source}, {"line", line}, {"field", field}});
}

// Values as set_field() wants them: several with ';' between.
// Nothing when it is neither a value nor a list of values.
std::optional<std::string> value_of(const YAML::Node& node) {
  if (node.IsNull()) return "";
  if (node.IsScalar()) return node.Scalar();
  if (!node.IsSequence()) return std::nullopt;
  std::string values;
  for (const YAML::Node& item : node) {
    if (!item.IsScalar()) return std::nullopt;
    values += (values.empty() ? "" : ";") + item.Scalar();
  }
  return values;
}

Result<void> take_field(FrontMatter& front_matter, const YAML::Node& key, const YAML::Node& value,
                        const std::string& source) {
  const std::int64_t line = line_of(key.Mark());
  if (!key.IsScalar()) return refuse(msg::front_matter_not_fields, source, line);
  const std::string& name = key.Scalar();
  const auto given = value_of(value);
  const auto known = set_field(front_matter.metadata, name, given.value_or(""));
  if (!known) {
    return fail(ErrorKind::bad_input, msg::metadata_at_line,
                {{"file", source}, {"line", line}, {"fault", std::vector<Message>{known.error().message}}});
  }
  if (!*known) {
    front_matter.notes.push_back(
        {msg::metadata_unknown_field, {{"file", source}, {"line", line}, {"field", name}}});
  } else if (!given) {
    return refuse(msg::front_matter_not_a_value, source, line, name);
  }
  return {};
}

}  // namespace

Result<FrontMatter> read_front_matter(std::string_view utf8, const std::string& source) {
  const auto enclosed = enclosed_in(utf8);
  if (!enclosed) return fail(ErrorKind::bad_input, msg::front_matter_unclosed, {{"file", source}});
  const Utf8Scan scan = scan_utf8(enclosed->yaml);
  if (scan.valid_until < enclosed->yaml.size()) {
    const auto byte = static_cast<std::int64_t>(enclosed->yaml.data() - utf8.data()) +
                      static_cast<std::int64_t>(scan.valid_until);
    return fail(ErrorKind::bad_input, msg::encoding_damaged_utf8, {{"file", source}, {"byte", byte}});
  }
  FrontMatter front_matter;
  front_matter.end_byte = enclosed->end_byte;
  try {
    const YAML::Node fields = YAML::Load(std::string(enclosed->yaml));
    if (fields.IsNull()) return front_matter;
    if (!fields.IsMap()) return refuse(msg::front_matter_not_fields, source, line_of(fields.Mark()));
    for (const auto& field : fields) {
      if (auto taken = take_field(front_matter, field.first, field.second, source); !taken) {
        return tl::unexpected(taken.error());
      }
    }
  } catch (const YAML::Exception& error) {
    return refuse(msg::front_matter_bad_yaml, source, line_of(error.mark));
  }
  return front_matter;
}

}  // namespace codeboom
