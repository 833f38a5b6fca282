// What rules need of each distinct word, found once. Only engine/match includes this.
#pragma once

#include <bitset>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/language/tokens.h"
#include "engine/language/words.h"
#include "engine/match/compiled.h"
#include "engine/match/word_traits.h"

namespace codeboom {

using TypeId = std::uint32_t;

class WordTypes {
 public:
  explicit WordTypes(const CompiledRules& rules);
  WordTypes(const WordTypes&) = delete;
  WordTypes& operator=(const WordTypes&) = delete;

  // Called for each new type, in the order of the types: with the word (its completed form where a coordination leaves one out)
  // and what analyse() says of it, so that nobody analyses it again.
  using NewType = std::function<void(TypeId type, std::string_view word, const WordForms& forms)>;
  void on_new_type(NewType use) { on_new_type_ = std::move(use); }

  // The type of a word in the text. `completed` is the form that a coordination leaves out, or empty.
  TypeId type_of(std::string_view word, std::string_view completed);

  std::size_t size() const { return types_.size(); }

  bool belongs(TypeId type, ClassId word_class) const {
    const Type& entry = types_[type];
    if (entry.set != none) return (sets_[entry.set + word_class / 64] >> (word_class % 64) & 1) != 0;
    for (std::uint32_t i = entry.classes; i < entry.single; ++i) {
      if (numbers_[i] == word_class) return true;
    }
    return false;
  }

  WordTraits traits(TypeId type) const { return types_[type].traits; }
  std::span<const ClassId> classes(TypeId type) const { return part(types_[type].classes, types_[type].single); }
  bool has_classes(TypeId type) const { return types_[type].classes != types_[type].single; }

  // What type_of() was given: the word, and after a line end the completed form where there is one.
  std::string_view key(TypeId type) const { return keys_[type]; }

  // Nothing can begin at, or be woken by, most words.
  bool idle(TypeId type) const { return types_[type].single == types_[type].end; }
  std::span<const std::uint32_t> single(TypeId type) const { return part(types_[type].single, types_[type].sequence); }
  std::span<const std::uint32_t> sequence(TypeId type) const { return part(types_[type].sequence, types_[type].other); }
  std::span<const std::uint32_t> other(TypeId type) const { return part(types_[type].other, types_[type].end); }

 private:
  // Offsets into numbers_: classes, then the rules of each kind of trigger.
  struct Type {
    std::uint32_t classes = 0, single = 0, sequence = 0, other = 0, end = 0;
    WordTraits traits = 0;
    std::uint32_t set = none;  // offset into sets_: the classes as bits, for a word of many
  };

  std::span<const std::uint32_t> part(std::uint32_t begin, std::uint32_t end) const {
    return {numbers_.data() + begin, end - begin};
  }
  TypeId add(std::string_view key, std::string_view word, std::string_view completed);
  std::string_view keep(std::string_view text);
  void find_classes(std::string_view word, std::vector<ClassId>& classes);
  void find_parts(const std::string& form, std::vector<ClassId>& classes) const;

  const CompiledRules& rules_;
  boost::unordered_flat_map<std::string_view, TypeId, TextHash> by_word_;
  std::vector<Type> types_;
  std::vector<std::string_view> keys_;  // by type, in kept_
  std::vector<std::uint32_t> numbers_;
  std::vector<std::uint64_t> sets_;
  std::size_t set_size_;
  // Is there a part of words that begins (that ends) with three bytes which are counted here? A part has three letters at least, and most
  // words need be asked for none.
  std::bitset<4096> begins_, ends_;
  std::deque<std::string> kept_;  // blocks that hold the keys
  std::string key_;               // reused
  std::vector<ClassId> classes_;  // reused
  WordForms forms_;               // reused: of the word analysed last
  NewType on_new_type_;
};

}  // namespace codeboom
