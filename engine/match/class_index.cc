#include "engine/match/class_index.h"

#include <algorithm>
#include <set>

#include "corpus/text.h"
#include "engine/language/words.h"

namespace codeboom {
namespace {

// As the words of a text are compared, whatever way the rule's accents were typed.
std::string exact_form_of_term(const std::string& term) {
  const auto composed = Text::from_utf8(term);
  return exact_form(composed ? composed->utf8() : term);
}

// Entries of one text become one entry.
void merge(std::vector<ClassIndex::Contains>& entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.text < b.text; });
  std::vector<ClassIndex::Contains> merged;
  for (ClassIndex::Contains& entry : entries) {
    if (!merged.empty() && merged.back().text == entry.text) {
      merged.back().classes.insert(merged.back().classes.end(), entry.classes.begin(), entry.classes.end());
    } else {
      merged.push_back(std::move(entry));
    }
  }
  entries = std::move(merged);
}

std::vector<std::size_t> lengths_of(const TextMap<std::vector<ClassId>>& parts) {
  std::set<std::size_t> lengths;
  for (const auto& entry : parts) lengths.insert(entry.first.size());
  return {lengths.begin(), lengths.end()};
}

}  // namespace

void add_to_index(ClassIndex& index, const Term& term, const std::vector<ClassId>& classes) {
  const auto add = [&](std::vector<ClassId>& there) { there.insert(there.end(), classes.begin(), classes.end()); };
  switch (term.kind) {
    case Term::Kind::lemma:
      return add(index.lemma[fold(term.text)]);
    case Term::Kind::exact:
      return add(index.exact[exact_form_of_term(term.text)]);
    case Term::Kind::begins:
      return add(index.begins[fold(term.text)]);
    case Term::Kind::ends:
      return add(index.ends[fold(term.text)]);
    case Term::Kind::contains:
      index.contains.push_back({fold(term.text), classes});
      return;
    case Term::Kind::regex:
      return;
  }
}

Result<void> add_pattern(ClassIndex& index, const Term& term, ClassId id) {
  if (term.kind != Term::Kind::regex) return {};
  auto pattern = WordPattern::compile(term.text);
  if (!pattern) return tl::unexpected(pattern.error());
  index.patterns.emplace_back(std::move(*pattern), id);
  return {};
}

void finish_index(ClassIndex& index) {
  merge(index.contains);
  index.begins_lengths = lengths_of(index.begins);
  index.ends_lengths = lengths_of(index.ends);
}

}  // namespace codeboom
