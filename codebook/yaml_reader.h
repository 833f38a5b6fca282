// What every reader of our YAML files needs: values by key, and errors that name the file, the line and the piece.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "codebook/yaml_tree.h"

namespace codeboom {

class YamlReader {
 public:
  explicit YamlReader(const std::string& source) : source_(source) {}
  const std::string& source() const { return source_; }

  // bad_input with {file}, {line} and {piece}, and whatever else the sentence needs.
  tl::unexpected<Error> wrong(MessageKey key, const YamlNode& at, const std::string& piece, MessageArguments more = {}) const;

  // Errors: a key that is not among `allowed`.
  Result<void> known_keys(const YamlNode& map, std::initializer_list<std::string_view> allowed) const;

  // Leaves `target` as it is when the key is not there or has no value. Errors: the value is no text; no list of texts.
  Result<void> read_text(const YamlNode& map, const char* key, std::string& target) const;
  Result<void> read_list(const YamlNode& map, const char* key, std::vector<std::string>& target) const;

 private:
  std::string source_;
};

}  // namespace codeboom
