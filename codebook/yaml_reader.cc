#include "codebook/yaml_reader.h"

#include <algorithm>

#include "corpus/joined.h"
#include "message_keys/codebook.h"

namespace codeboom {

tl::unexpected<Error> YamlReader::wrong(MessageKey key, const YamlNode& at, const std::string& piece, MessageArguments more) const {
  more.emplace_back("file", source_);
  more.emplace_back("line", std::int64_t{at.line()});
  more.emplace_back("piece", piece);
  return fail(ErrorKind::bad_input, key, std::move(more));
}

Result<void> YamlReader::known_keys(const YamlNode& map, std::initializer_list<std::string_view> allowed) const {
  for (std::size_t i = 0; i < map.size(); ++i) {
    const YamlNode entry = map.key(i);
    const std::string key = entry.text();
    if (std::find(allowed.begin(), allowed.end(), key) != allowed.end()) continue;
    return wrong(msg::codebook_unknown_key, entry, key, {{"allowed", joined(allowed, ", ")}});
  }
  return {};
}

Result<void> YamlReader::read_text(const YamlNode& map, const char* key, std::string& target) const {
  const YamlNode node = map[key];
  if (!node || node.is_null()) return {};
  if (!node.is_text()) return wrong(msg::codebook_expected_text, node, key);
  target = node.text();
  while (!target.empty() && target.back() == '\n') target.pop_back();  // folded style ends in a line end
  return {};
}

Result<void> YamlReader::read_list(const YamlNode& map, const char* key, std::vector<std::string>& target) const {
  const YamlNode list = map[key];
  if (!list || list.is_null()) return {};
  if (!list.is_list()) return wrong(msg::codebook_expected_list, list, key);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const YamlNode item = list.item(i);
    if (!item.is_text()) return wrong(msg::codebook_expected_text, item, key);
    target.push_back(item.text());
  }
  return {};
}

}  // namespace codeboom
