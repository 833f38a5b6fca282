#include "engine/match/word_types.h"

#include <algorithm>

#include "engine/language/numerals.h"

namespace codeboom {
namespace {

constexpr std::size_t block_size = 1 << 16;
constexpr std::size_t few_classes = 6;  // up to here a list is read faster than a set is kept

void append(std::vector<ClassId>& to, const std::vector<ClassId>& from) { to.insert(to.end(), from.begin(), from.end()); }

// "Ouders" at the start of a sentence is the form "ouders". Only the first letter: "PTA" is not "pta".
std::string without_capital(std::string form) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(form[i]); };
  if (!form.empty() && form[0] >= 'A' && form[0] <= 'Z') {
    form[0] = static_cast<char>(form[0] + ('a' - 'A'));
  } else if (form.size() > 1 && at(0) == 0xC3 && at(1) >= 0x80 && at(1) <= 0x9E && at(1) != 0x97) {
    form[1] = static_cast<char>(at(1) + 0x20);  // À to Þ
  }
  return form;
}

std::string_view first_three(std::string_view text) { return text.substr(0, 3); }
std::string_view last_three(std::string_view text) { return text.substr(text.size() - std::min<std::size_t>(text.size(), 3)); }

std::size_t place_among(std::size_t places, std::string_view bytes) {
  std::size_t number = 0;
  for (const char byte : bytes) number = number * 31 + static_cast<unsigned char>(byte);
  return number % places;
}

}  // namespace

std::string exact_form(std::string_view word) {
  std::string form;
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view rest = word.substr(i);
    if (rest.starts_with("\u2019")) {
      form += '\'';
      i += 3;
    } else if (rest.starts_with("\u00AD")) {
      i += 2;
    } else {
      form += word[i++];
    }
  }
  return form;
}

WordTypes::WordTypes(const CompiledRules& rules) : rules_(rules), set_size_((rules.triggers.size() + 63) / 64) {
  // Room for the words of a few megabytes of text. What is not used costs nothing; what grows is cleared and copied each time.
  constexpr std::size_t usual_types = 1 << 15, usual_numbers = 1 << 20;
  types_.reserve(usual_types);
  keys_.reserve(usual_types);
  numbers_.reserve(usual_numbers);
  sets_.reserve(usual_numbers);
  for (const auto& [part, classes] : rules.index.begins) begins_.set(place_among(begins_.size(), first_three(part)));
  for (const auto& [part, classes] : rules.index.ends) ends_.set(place_among(ends_.size(), last_three(part)));
}

TypeId WordTypes::type_of(std::string_view word, std::string_view completed) {
  std::string_view key = word;
  if (!completed.empty()) {
    key_.assign(word);
    key_ += '\n';  // no word holds a line end
    key_ += completed;
    key = key_;
  }
  const auto known = by_word_.find(key);
  return known != by_word_.end() ? known->second : add(key, word, completed);
}

std::string_view WordTypes::keep(std::string_view text) {
  if (kept_.empty() || kept_.back().capacity() - kept_.back().size() < text.size()) {
    kept_.emplace_back().reserve(std::max(block_size, text.size()));
  }
  std::string& block = kept_.back();
  const std::size_t begin = block.size();
  block += text;
  return std::string_view(block).substr(begin);
}

TypeId WordTypes::add(std::string_view key, std::string_view word, std::string_view completed) {
  classes_.clear();
  find_classes(word, classes_);
  if (!completed.empty()) find_classes(completed, classes_);
  std::sort(classes_.begin(), classes_.end());
  classes_.erase(std::unique(classes_.begin(), classes_.end()), classes_.end());

  const auto size = [this] { return static_cast<std::uint32_t>(numbers_.size()); };
  const auto add_rules = [this](std::vector<std::uint32_t> Triggers::*kind) {
    const auto begin = static_cast<std::ptrdiff_t>(numbers_.size());
    for (const ClassId id : classes_) append(numbers_, rules_.triggers[id].*kind);
    std::sort(numbers_.begin() + begin, numbers_.end());
    numbers_.erase(std::unique(numbers_.begin() + begin, numbers_.end()), numbers_.end());
  };
  Type type;
  type.traits = traits_of(word);
  type.classes = size();
  append(numbers_, classes_);
  if (classes_.size() > few_classes) {
    type.set = static_cast<std::uint32_t>(sets_.size());
    sets_.resize(sets_.size() + set_size_);
    for (const ClassId id : classes_) sets_[type.set + id / 64] |= std::uint64_t{1} << (id % 64);
  }
  type.single = size();
  add_rules(&Triggers::single);
  type.sequence = size();
  add_rules(&Triggers::sequence);
  type.other = size();
  add_rules(&Triggers::other);
  type.end = size();
  types_.push_back(type);
  const auto id = static_cast<TypeId>(types_.size() - 1);
  keys_.push_back(keep(key));
  by_word_.emplace(keys_.back(), id);
  if (on_new_type_) on_new_type_(id, completed.empty() ? word : completed, forms_);
  return id;
}

void WordTypes::find_classes(std::string_view word, std::vector<ClassId>& classes) {
  const ClassIndex& index = rules_.index;
  const std::string exact = exact_form(word);
  for (const std::string& form : {exact, without_capital(exact)}) {
    if (const auto found = index.exact.find(form); found != index.exact.end()) append(classes, found->second);
  }
  analyse_into(forms_, word);
  const auto look_up = [&](const std::string& form) {
    if (const auto found = index.lemma.find(form); found != index.lemma.end()) append(classes, found->second);
    find_parts(form, classes);
  };
  const auto& forms = forms_.search_forms;
  for (const std::string& form : forms) look_up(form);
  for (const std::string& lemma : forms_.lemmas) {
    if (std::find(forms.begin(), forms.end(), lemma) == forms.end()) look_up(lemma);
  }
  for (const std::string& numeral : other_numerals(word)) {
    if (const auto found = index.lemma.find(numeral); found != index.lemma.end()) append(classes, found->second);
  }
  for (const auto& [pattern, word_class] : index.patterns) {
    const bool matches = std::any_of(forms_.search_forms.begin(), forms_.search_forms.end(),
                                     [&](const std::string& form) { return pattern.matches(form); });
    if (matches) classes.push_back(word_class);
  }
}

void WordTypes::find_parts(const std::string& form, std::vector<ClassId>& classes) const {
  const ClassIndex& index = rules_.index;
  const std::string_view text = form;
  const bool may_begin = begins_.test(place_among(begins_.size(), first_three(text)));
  const bool may_end = ends_.test(place_among(ends_.size(), last_three(text)));
  for (const std::size_t length : index.begins_lengths) {
    if (!may_begin || length > text.size()) break;
    if (const auto found = index.begins.find(text.substr(0, length)); found != index.begins.end()) {
      append(classes, found->second);
    }
  }
  for (const std::size_t length : index.ends_lengths) {
    if (!may_end || length > text.size()) break;
    if (const auto found = index.ends.find(text.substr(text.size() - length)); found != index.ends.end()) {
      append(classes, found->second);
    }
  }
  for (const auto& part : index.contains) {
    if (text.find(part.text) != std::string_view::npos) append(classes, part.classes);
  }
}

}  // namespace codeboom
