#include "codebook/codebook.h"

#include "corpus/encoding.h"
#include "corpus/files.h"

namespace codeboom {

std::optional<std::uint32_t> find_code(const Codebook& codebook, std::string_view id) {
  for (std::uint32_t i = 0; i < codebook.codes.size(); ++i) {
    if (codebook.codes[i].id == id) return i;
  }
  return std::nullopt;
}

bool is_leaf(const Codebook& codebook, std::uint32_t code) {
  return code + 1 >= codebook.codes.size() || codebook.codes[code + 1].parent != static_cast<std::int32_t>(code);
}

bool is_within(const Codebook& codebook, std::uint32_t code, std::uint32_t ancestor) {
  for (auto at = static_cast<std::int32_t>(code); at >= 0; at = codebook.codes[static_cast<std::size_t>(at)].parent) {
    if (static_cast<std::uint32_t>(at) == ancestor) return true;
  }
  return false;
}

std::vector<std::string> rule_ids(const Codebook& codebook) {
  std::vector<std::string> ids;
  for (const Code& code : codebook.codes) {
    for (std::size_t i = 0; i < code.rules.size(); ++i) ids.push_back(code.id + "#" + std::to_string(i + 1));
  }
  return ids;
}

Result<Codebook> load_codebook(const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  return read_codebook(*bytes, path);
}

Result<Codebook> read_codebook(std::string_view bytes, const std::string& source) {
  const auto decoded = decode(bytes, source);
  if (!decoded) return tl::unexpected(decoded.error());
  const auto text = Text::from_utf8(decoded->utf8);
  if (!text) return tl::unexpected(text.error());
  return parse_codebook(text->utf8(), source);
}

CodebookVersion to_record(const Codebook& codebook) {
  CodebookVersion record{codebook.id, codebook.version, codebook.title, codebook.yaml, {}, rule_ids(codebook)};
  for (const Code& code : codebook.codes) {
    const std::string parent = code.parent < 0 ? "" : codebook.codes[static_cast<std::size_t>(code.parent)].id;
    record.codes.push_back({code.id, parent, code.name});
  }
  return record;
}

Result<Codebook> from_record(const CodebookVersion& record) {
  return parse_codebook(record.yaml, record.id + " " + record.version);
}

}  // namespace codeboom
