#include "codebook/yaml_tree.h"

#include "message_keys/codebook.h"

namespace codeboom {
namespace {

std::string_view scalar(const yaml_node_t& node) {
  return {reinterpret_cast<const char*>(node.data.scalar.value), node.data.scalar.length};
}

struct Parser {
  Parser() { yaml_parser_initialize(&parser); }
  ~Parser() { yaml_parser_delete(&parser); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  yaml_parser_t parser{};
};

}  // namespace

bool YamlNode::is_null() const {
  if (!is(YAML_SCALAR_NODE) || node_->data.scalar.style != YAML_PLAIN_SCALAR_STYLE) return false;
  const std::string_view value = scalar(*node_);
  return value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL";
}

std::string YamlNode::text() const { return is_text() ? std::string(scalar(*node_)) : std::string(); }

YamlNode YamlNode::operator[](std::string_view key) const {
  for (std::size_t i = 0; is_map() && i < size(); ++i) {
    const YamlNode name = this->key(i);
    if (name.is(YAML_SCALAR_NODE) && scalar(*name.node_) == key) return value(i);
  }
  return {};
}

std::size_t YamlNode::size() const {
  if (is_list()) return static_cast<std::size_t>(node_->data.sequence.items.top - node_->data.sequence.items.start);
  if (is_map()) return static_cast<std::size_t>(node_->data.mapping.pairs.top - node_->data.mapping.pairs.start);
  return 0;
}

YamlNode YamlNode::item(std::size_t place) const { return at(node_->data.sequence.items.start[place]); }
YamlNode YamlNode::key(std::size_t place) const { return at(node_->data.mapping.pairs.start[place].key); }
YamlNode YamlNode::value(std::size_t place) const { return at(node_->data.mapping.pairs.start[place].value); }

Result<YamlTree> YamlTree::parse(std::string_view yaml, const std::string& source) {
  Parser reading;
  yaml_parser_set_encoding(&reading.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&reading.parser, reinterpret_cast<const unsigned char*>(yaml.data()), yaml.size());
  auto document = std::make_unique<yaml_document_t>();
  if (yaml_parser_load(&reading.parser, document.get()) == 0) {
    const char* const problem = reading.parser.problem;
    return fail(ErrorKind::bad_input, msg::codebook_bad_yaml,
                {{"file", source},
                 {"line", static_cast<std::int64_t>(reading.parser.problem_mark.line) + 1},
                 {"reason", std::string(problem == nullptr ? "?" : problem)}});
  }
  return YamlTree(std::unique_ptr<yaml_document_t, Delete>(document.release()));
}

YamlNode YamlTree::root() const { return {document_.get(), yaml_document_get_root_node(document_.get())}; }

void YamlTree::Delete::operator()(yaml_document_t* document) const {
  yaml_document_delete(document);
  delete document;
}

}  // namespace codeboom
