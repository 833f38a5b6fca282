#include <algorithm>
#include <initializer_list>

#include "codebook/codebook.h"
#include "codebook/yaml_reader.h"
#include "message_keys/codebook.h"
#include "message_keys/engine.h"

namespace codeboom {
namespace {

constexpr int deepest_level = 20;

class Loader {
 public:
  explicit Loader(const std::string& source) : yaml_(source), source_(source) {}

  Result<Codebook> load(std::string_view yaml) {
    const auto tree = YamlTree::parse(yaml, source_);
    if (!tree) return tl::unexpected(tree.error());
    const YamlNode root = tree->root();
    if (!root.is_map() || !root["format"] || root["format"].text() != "codeboom-codebook/1") {
      return yaml_.wrong(msg::codebook_not_a_codebook, root.is_map() && root["format"] ? root["format"] : root, "format");
    }
    codebook_.yaml = yaml;
    if (auto read = read_top(root); !read) return tl::unexpected(read.error());
    if (codebook_.codes.empty()) return fail(ErrorKind::bad_input, msg::codebook_no_codes, {{"file", source_}});
    if (auto known = check_references(); !known) return tl::unexpected(known.error());
    return std::move(codebook_);
  }

 private:
  template <class Value>
  tl::unexpected<Error> bad_rule(const Result<Value>& result, const YamlNode& at, const std::string& code) const {
    Error error = result.error();
    error.message = {msg::codebook_bad_rule,
                     {{"file", source_},
                      {"line", std::int64_t{at.line()}},
                      {"code", code},
                      {"reason", std::vector<Message>{error.message}}}};
    return tl::unexpected(error);
  }

  Result<void> read_choices(const YamlNode& list, const std::string& name, std::vector<Choice>& target) const {
    if (!list.is_list()) return yaml_.wrong(msg::codebook_expected_list, list, name);
    for (std::size_t i = 0; i < list.size(); ++i) {
      const YamlNode item = list.item(i);
      if (!item.is_text()) return yaml_.wrong(msg::codebook_expected_text, item, name);
      auto choice = parse_member(item.text());
      if (!choice) return bad_rule(choice, item, name);
      target.push_back(std::move(*choice));
    }
    return {};
  }

  // A member of a set may be a phrase without brackets: "toeleverend school".
  static Result<Choice> parse_member(const std::string& text) {
    auto choice = parse_choice(text);
    if (choice || text.find(' ') == std::string::npos) return choice;
    auto phrase = parse_choice("(" + text + ")");
    return phrase ? phrase : choice;
  }

  Result<void> read_choice(const YamlNode& map, const char* key, const std::string& code,
                           std::optional<Choice>& target) const {
    const YamlNode node = map[key];
    if (!node || node.is_null()) return {};
    if (!node.is_text()) return yaml_.wrong(msg::codebook_expected_text, node, key);
    auto choice = parse_choice(node.text());
    if (!choice) return bad_rule(choice, node, code);
    target = std::move(*choice);
    return {};
  }

  Result<void> read_top(const YamlNode& root) {
    if (auto known = yaml_.known_keys(root, {"format", "id", "title", "version", "language", "source", "sets", "skip_sections",
                                       "learn_from", "codes"});
        !known) {
      return known;
    }
    for (const auto& [key, target] : std::initializer_list<std::pair<const char*, std::string*>>{
             {"id", &codebook_.id}, {"title", &codebook_.title}, {"version", &codebook_.version},
             {"language", &codebook_.language}, {"source", &codebook_.source}}) {
      if (auto read = yaml_.read_text(root, key, *target); !read) return read;
    }
    for (const char* key : {"id", "version"}) {
      if (root[key].text().empty()) return yaml_.wrong(msg::codebook_missing_key, root, key);
    }
    if (const YamlNode sets = root["sets"]; sets && !sets.is_null()) {
      if (!sets.is_map()) return yaml_.wrong(msg::codebook_expected_map, sets, "sets");
      for (std::size_t i = 0; i < sets.size(); ++i) {
        const std::string name = sets.key(i).text();
        set_lines_[name] = sets.key(i).line();
        if (auto read = read_choices(sets.value(i), "@" + name, codebook_.sets[name]); !read) return read;
      }
    }
    if (const YamlNode skip = root["skip_sections"]; skip && !skip.is_null()) {
      if (auto read = read_choices(skip, "skip_sections", codebook_.skip_sections); !read) return read;
    }
    if (auto read = yaml_.read_list(root, "learn_from", codebook_.learn_from); !read) return read;
    const YamlNode codes = root["codes"];
    return codes && !codes.is_null() ? read_codes(codes, -1, 1) : Result<void>();
  }

  Result<void> read_codes(const YamlNode& codes, std::int32_t parent, int level) {
    if (!codes.is_list()) return yaml_.wrong(msg::codebook_expected_list, codes, "codes");
    if (level > deepest_level) {
      return yaml_.wrong(msg::codebook_too_deep, codes, "codes", {{"limit", std::int64_t{deepest_level}}});
    }
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const YamlNode node = codes.item(i);
      if (auto read = read_code(node, parent, level); !read) return read;
    }
    return {};
  }

  Result<void> read_code(const YamlNode& node, std::int32_t parent, int level) {
    if (!node.is_map()) return yaml_.wrong(msg::codebook_expected_map, node, "codes");
    if (auto known = yaml_.known_keys(node, {"id", "name", "definition", "include", "exclude", "statement", "question", "examples", "threshold",
                                       "requires", "suppressed_by", "rules", "codes"});
        !known) {
      return known;
    }
    Code code;
    code.parent = parent;
    code.level = level;
    code.line = node.line();
    for (const auto& [key, target] : std::initializer_list<std::pair<const char*, std::string*>>{
             {"id", &code.id}, {"name", &code.name}, {"definition", &code.definition},
             {"include", &code.include}, {"exclude", &code.exclude}, {"statement", &code.statement},
             {"question", &code.question}}) {
      if (auto read = yaml_.read_text(node, key, *target); !read) return read;
    }
    for (auto read : {check_id(node, code), read_examples(node, code), read_options(node, code), read_rules(node, code)}) {
      if (!read) return read;
    }
    codebook_.codes.push_back(std::move(code));
    const auto place = static_cast<std::int32_t>(codebook_.codes.size() - 1);
    const YamlNode children = node["codes"];
    return children && !children.is_null() ? read_codes(children, place, level + 1) : Result<void>();
  }

  Result<void> check_id(const YamlNode& node, const Code& code) const {
    if (code.id.empty()) return yaml_.wrong(msg::codebook_missing_key, node, "id");
    if (code.name.empty()) return yaml_.wrong(msg::codebook_missing_key, node, "name");
    const auto allowed = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    const bool proper = std::all_of(code.id.begin(), code.id.end(), allowed) && code.id.front() != '.' &&
                        code.id.back() != '.' && code.id.find("..") == std::string::npos;
    if (!proper) return yaml_.wrong(msg::codebook_bad_id, node["id"], code.id);
    if (code.parent >= 0) {
      const std::string& parent = codebook_.codes[static_cast<std::size_t>(code.parent)].id;
      if (!code.id.starts_with(parent + ".")) {
        return yaml_.wrong(msg::codebook_id_not_below_parent, node["id"], code.id, {{"parent", parent}});
      }
    }
    if (const auto other = find_code(codebook_, code.id)) {
      return yaml_.wrong(msg::codebook_double_id, node["id"], code.id,
                   {{"first", std::int64_t{codebook_.codes[*other].line}}});
    }
    return {};
  }

  Result<void> read_examples(const YamlNode& node, Code& code) const {
    const YamlNode examples = node["examples"];
    if (!examples || examples.is_null()) return {};
    if (!examples.is_map()) return yaml_.wrong(msg::codebook_expected_map, examples, "examples");
    if (auto known = yaml_.known_keys(examples, {"positive", "negative"}); !known) return known;
    if (auto read = yaml_.read_list(examples, "positive", code.positive); !read) return read;
    return yaml_.read_list(examples, "negative", code.negative);
  }

  Result<void> read_options(const YamlNode& node, Code& code) const {
    if (const YamlNode threshold = node["threshold"]; threshold && !threshold.is_null()) {
      const std::string text = threshold.text();
      char* end = nullptr;
      code.threshold = std::strtof(text.c_str(), &end);
      if (text.empty() || *end != '\0' || !(code.threshold > 0) || code.threshold > 1000) {
        return yaml_.wrong(msg::codebook_bad_number, threshold, text);
      }
    }
    if (auto read = read_choice(node, "requires", code.id, code.requires_any); !read) return read;
    return read_choice(node, "suppressed_by", code.id, code.suppressed_by);
  }

  Result<void> read_rules(const YamlNode& node, Code& code) const {
    const YamlNode rules = node["rules"];
    if (!rules || rules.is_null()) return {};
    if (!rules.is_list()) return yaml_.wrong(msg::codebook_expected_list, rules, "rules");
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const YamlNode item = rules.item(i);
      if (!item.is_text()) return yaml_.wrong(msg::codebook_expected_text, item, "rules");
      auto rule = parse_rule(item.text());
      if (!rule) return bad_rule(rule, item, code.id);
      code.rules.push_back({item.text(), std::make_shared<const Rule>(std::move(*rule)), item.line()});
    }
    return {};
  }

  // Every @set that is mentioned exists; where it does not, the line that mentions it is named.
  Result<void> check_references() const {
    for (const auto& [name, members] : codebook_.sets) {
      for (const Choice& member : members) {
        if (auto known = check_sets(member, "@" + name, set_lines_.at(name)); !known) return known;
      }
    }
    for (const Choice& section : codebook_.skip_sections) {
      if (auto known = check_sets(section, "skip_sections", 1); !known) return known;
    }
    for (const Code& code : codebook_.codes) {
      for (const auto* option : {&code.requires_any, &code.suppressed_by}) {
        if (!*option) continue;
        if (auto known = check_sets(**option, code.id, code.line); !known) return known;
      }
      for (const CodeRule& rule : code.rules) {
        if (auto known = check_sets(rule, code.id); !known) return known;
      }
    }
    return {};
  }

  Result<void> check_sets(const CodeRule& rule, const std::string& where) const {
    for (const Sequence& operand : rule.rule->operands) {
      if (auto known = check_sets(operand, where, rule.line); !known) return known;
    }
    for (const Exclusion& exclusion : rule.rule->exclusions) {
      if (auto known = check_sets(exclusion.choice, where, rule.line); !known) return known;
    }
    return {};
  }

  Result<void> check_sets(const Sequence& sequence, const std::string& where, int line) const {
    for (const Step& step : sequence.steps) {
      if (auto known = check_sets(step.choice, where, line); !known) return known;
    }
    return {};
  }

  Result<void> check_sets(const Choice& choice, const std::string& where, int line) const {
    for (const Atom& atom : choice) {
      if (atom.kind == Atom::Kind::set && !codebook_.sets.contains(atom.set)) {
        const Message reason{msg::rule_unknown_set, {{"piece", atom.set}}};
        return fail(ErrorKind::bad_input, msg::codebook_bad_rule,
                    {{"file", source_}, {"line", std::int64_t{line}}, {"code", where}, {"reason", std::vector<Message>{reason}}});
      }
      for (const Sequence& phrase : atom.phrase) {
        if (auto known = check_sets(phrase, where, line); !known) return known;
      }
    }
    return {};
  }

  YamlReader yaml_;
  const std::string& source_;
  Codebook codebook_;
  std::map<std::string, int> set_lines_;
};

}  // namespace

Result<Codebook> parse_codebook(std::string_view yaml, const std::string& source) { return Loader(source).load(yaml); }

}  // namespace codeboom
