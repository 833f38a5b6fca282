#include "codebook/ready.h"

#include <memory>
#include <utility>

#include "corpus/archive.h"
#include "corpus/quick_hash.h"
#include "engine/language/words.h"

namespace codeboom {
namespace {

// Everything that these bytes were made of.
std::string made_of(std::string_view file, std::string_view program) {
  return "codeboom-ready/1 " + std::string(program) + " " + std::string(lexicon_version()) + " " + quick_hash(file);
}

}  // namespace

template <class Archive>
void save(Archive& archive, const std::shared_ptr<const Rule>& rule) {
  archive(*rule);
}

template <class Archive>
void load(Archive& archive, std::shared_ptr<const Rule>& rule) {
  auto own = std::make_shared<Rule>();
  archive(*own);
  rule = std::move(own);
}

std::string ready_bytes(const ReadyRules& ready, std::string_view file, std::string_view program) {
  const std::string content = to_bytes(std::pair(ready.codebook, ready.rules.bytes()));
  return made_of(file, program) + "\n" + quick_hash(content) + "\n" + content;
}

std::optional<ReadyRules> read_ready(std::string_view bytes, std::string_view file, std::string_view program) {
  const auto begins_with = [&bytes](const std::string& line) {
    if (!bytes.starts_with(line) || bytes.substr(line.size(), 1) != "\n") return false;
    bytes.remove_prefix(line.size() + 1);
    return true;
  };
  if (!begins_with(made_of(file, program))) return std::nullopt;
  const std::size_t line_end = bytes.find('\n');
  if (line_end == std::string_view::npos) return std::nullopt;
  const std::string_view content = bytes.substr(line_end + 1);
  if (!begins_with(quick_hash(content))) return std::nullopt;
  auto [codebook, rules] = from_bytes<std::pair<Codebook, std::string>>(content);
  return ReadyRules{std::move(codebook), RuleSet::from_bytes(rules)};
}

}  // namespace codeboom
