#include <yaml-cpp/yaml.h>

#include "codebook/codebook.h"

namespace codeboom {
namespace {

void add_text(YAML::Emitter& out, const char* key, const std::string& text) {
  if (text.empty()) return;
  out << YAML::Key << key << YAML::Value << YAML::DoubleQuoted << text;
}

void add_list(YAML::Emitter& out, const char* key, const std::vector<std::string>& list) {
  if (list.empty()) return;
  out << YAML::Key << key << YAML::Value << YAML::BeginSeq;
  for (const std::string& item : list) out << YAML::DoubleQuoted << item;
  out << YAML::EndSeq;
}

std::vector<std::string> printed(const std::vector<Choice>& choices) {
  std::vector<std::string> list;
  for (const Choice& choice : choices) list.push_back(print_choice(choice));
  return list;
}

void add_code(YAML::Emitter& out, const Codebook& codebook, std::uint32_t place);

void add_children(YAML::Emitter& out, const Codebook& codebook, std::int32_t parent) {
  out << YAML::Key << "codes" << YAML::Value << YAML::BeginSeq;
  for (std::uint32_t i = 0; i < codebook.codes.size(); ++i) {
    if (codebook.codes[i].parent == parent) add_code(out, codebook, i);
  }
  out << YAML::EndSeq;
}

void add_code(YAML::Emitter& out, const Codebook& codebook, std::uint32_t place) {
  const Code& code = codebook.codes[place];
  out << YAML::BeginMap;
  add_text(out, "id", code.id);
  add_text(out, "name", code.name);
  add_text(out, "definition", code.definition);
  add_text(out, "include", code.include);
  add_text(out, "exclude", code.exclude);
  add_text(out, "statement", code.statement);
  add_text(out, "question", code.question);
  if (!code.positive.empty() || !code.negative.empty()) {
    out << YAML::Key << "examples" << YAML::Value << YAML::BeginMap;
    add_list(out, "positive", code.positive);
    add_list(out, "negative", code.negative);
    out << YAML::EndMap;
  }
  if (code.threshold != 3) out << YAML::Key << "threshold" << YAML::Value << code.threshold;
  if (code.requires_any) add_text(out, "requires", print_choice(*code.requires_any));
  if (code.suppressed_by) add_text(out, "suppressed_by", print_choice(*code.suppressed_by));
  std::vector<std::string> rules;
  for (const CodeRule& rule : code.rules) rules.push_back(rule.text);
  add_list(out, "rules", rules);
  if (!is_leaf(codebook, place)) add_children(out, codebook, static_cast<std::int32_t>(place));
  out << YAML::EndMap;
}

}  // namespace

std::string print_codebook(const Codebook& codebook) {
  YAML::Emitter out;
  out << YAML::BeginMap;
  add_text(out, "format", "codeboom-codebook/1");
  add_text(out, "id", codebook.id);
  add_text(out, "title", codebook.title);
  add_text(out, "version", codebook.version);
  add_text(out, "language", codebook.language);
  add_text(out, "source", codebook.source);
  if (!codebook.sets.empty()) {
    out << YAML::Key << "sets" << YAML::Value << YAML::BeginMap;
    for (const auto& [name, members] : codebook.sets) add_list(out, name.c_str(), printed(members));
    out << YAML::EndMap;
  }
  add_list(out, "skip_sections", printed(codebook.skip_sections));
  add_list(out, "learn_from", codebook.learn_from);
  add_children(out, codebook, -1);
  out << YAML::EndMap;
  return std::string(out.c_str()) + "\n";
}

}  // namespace codeboom
