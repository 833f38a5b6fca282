// A compiled RuleSet as bytes: everything is numbers by then, so it lies there as it is used.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "engine/match/compiled.h"

namespace codeboom {

// In the order of the words, so that the same rules always give the same bytes.
template <class Archive, class Value>
void save(Archive& archive, const TextMap<Value>& map) {
  std::vector<const typename TextMap<Value>::value_type*> entries;
  for (const auto& entry : map) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  archive(cereal::make_size_tag(entries.size()));
  for (const auto* const entry : entries) archive(entry->first, entry->second);
}

template <class Archive, class Value>
void load(Archive& archive, TextMap<Value>& map) {
  cereal::size_type size = 0;
  archive(cereal::make_size_tag(size));
  map.reserve(size);
  for (cereal::size_type i = 0; i < size; ++i) {
    std::string word;
    archive(word);
    archive(map[std::move(word)]);
  }
}

template <class Archive>
std::string save_minimal(const Archive&, const WordPattern& pattern) {
  return pattern.expression();
}

template <class Archive>
void load_minimal(const Archive&, WordPattern& pattern, const std::string& expression) {
  auto compiled = WordPattern::compile(expression);
  if (!compiled) throw cereal::Exception(expression);
  pattern = std::move(*compiled);
}

std::string RuleSet::bytes() const { return to_bytes(*compiled_); }

RuleSet RuleSet::from_bytes(std::string_view bytes) {
  return RuleSet(std::make_shared<const CompiledRules>(codeboom::from_bytes<CompiledRules>(bytes)));
}

}  // namespace codeboom
