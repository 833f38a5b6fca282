// A code tree at one version: what each code means and how the machine finds it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/coding.h"
#include "corpus/project.h"
#include "engine/match/rule.h"

namespace codeboom {

struct CodeRule {
  std::string text;  // as written
  std::shared_ptr<const Rule> rule;
  int line = 0;  // in the codebook file, from 1
};

struct Code {
  std::string id;
  std::int32_t parent = -1;  // place in Codebook::codes, or -1 at the top
  int level = 1;             // 1 at the top
  std::string name;
  std::string definition, include, exclude;
  std::string statement;  // what is done, as a main clause without a full stop: "Oud-leerlingen vertellen over hun studie"; may be empty
  std::string question;   // what a school or an interviewer asks about it; may be empty
  std::vector<std::string> positive, negative;  // executable examples
  float threshold = 3;
  std::optional<Choice> requires_any, suppressed_by;
  std::vector<CodeRule> rules;
  int line = 0;
};

struct Codebook {
  std::string id, title, version, language, source;
  std::map<std::string, std::vector<Choice>> sets;
  std::vector<Choice> skip_sections;
  std::vector<std::string> learn_from;  // files of coded sentences, as written: beside the codebook file
  std::vector<Code> codes;  // depth first, parents before their children: a code's place is its label in the engine
  std::string yaml;         // the file as read

  std::string id_and_version() const { return id + " " + version; }
};

std::optional<std::uint32_t> find_code(const Codebook& codebook, std::string_view id);
bool is_leaf(const Codebook& codebook, std::uint32_t code);

// The code itself or an ancestor of it.
bool is_within(const Codebook& codebook, std::uint32_t code, std::uint32_t ancestor);

// "taal.toon#3": the third rule of the code taal.toon.
std::vector<std::string> rule_ids(const Codebook& codebook);

// Reads a codebook in YAML (format: codebook/FORMAT.md). `source` names the file in messages.
// Errors: bad_input that names file, line and the offending piece: broken YAML, an unknown key, a missing or double id, an id that
// is not its parent's id and a dot and a word, a set that does not exist or contains itself, a rule that cannot be parsed.
Result<Codebook> parse_codebook(std::string_view yaml, const std::string& source);
Result<Codebook> load_codebook(const std::string& path);
// The bytes of such a file, in any encoding that decode() recognises. Errors: those, and of decode().
Result<Codebook> read_codebook(std::string_view bytes, const std::string& source);

// YAML that parse_codebook reads back to the same codebook (comments and layout are not kept).
std::string print_codebook(const Codebook& codebook);

// What the project file keeps of it, and back.
CodebookVersion to_record(const Codebook& codebook);
Result<Codebook> from_record(const CodebookVersion& record);

}  // namespace codeboom
