// A YAML document as a tree, read with libyaml: three times as fast as yaml-cpp, which matters because every command that codes
// begins with reading a codebook of thousands of lines. Only yaml_reader.h includes this.
#pragma once

#include <yaml.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/result.h"

namespace codeboom {

class YamlTree;

// A place in the tree, or nothing: what a map does not have. Valid as long as its tree.
class YamlNode {
 public:
  YamlNode() = default;
  explicit operator bool() const { return node_ != nullptr; }
  bool is_map() const { return is(YAML_MAPPING_NODE); }
  bool is_list() const { return is(YAML_SEQUENCE_NODE); }
  bool is_text() const { return is(YAML_SCALAR_NODE) && !is_null(); }
  bool is_null() const;  // empty, ~ or null without quotes
  std::string text() const;  // empty when it is no text
  int line() const { return node_ == nullptr ? 1 : static_cast<int>(node_->start_mark.line) + 1; }  // from 1

  // The value of a key in a map; nothing when it is not there, or this is no map. Of a double key the first.
  YamlNode operator[](std::string_view key) const;

  std::size_t size() const;  // of a list or map; otherwise 0
  YamlNode item(std::size_t place) const;   // Requires: a list, place < size()
  YamlNode key(std::size_t place) const;    // Requires: a map, place < size()
  YamlNode value(std::size_t place) const;

 private:
  friend class YamlTree;
  YamlNode(yaml_document_t* document, yaml_node_t* node) : document_(document), node_(node) {}
  bool is(yaml_node_type_t type) const { return node_ != nullptr && node_->type == type; }
  YamlNode at(int id) const { return {document_, yaml_document_get_node(document_, id)}; }

  yaml_document_t* document_ = nullptr;
  yaml_node_t* node_ = nullptr;
};

class YamlTree {
 public:
  // Errors: bad_input with file, line and what libyaml says of it.
  static Result<YamlTree> parse(std::string_view yaml, const std::string& source);
  YamlNode root() const;  // nothing for an empty document

 private:
  struct Delete {
    void operator()(yaml_document_t* document) const;
  };
  explicit YamlTree(std::unique_ptr<yaml_document_t, Delete> document) : document_(std::move(document)) {}
  std::unique_ptr<yaml_document_t, Delete> document_;
};

}  // namespace codeboom
