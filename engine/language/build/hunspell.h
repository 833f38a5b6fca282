// Reads a Hunspell dictionary: words with flags, and what each flag makes of a word.
#pragma once

#include <istream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace codeboom {

struct Affix {
  bool prefix = false;
  std::string strip, add;
  std::string condition;         // as Hunspell writes it: letters, [classes], [^classes] and "."
  bool begins_compound = false;  // what it makes can be the first part of a compound
};

struct HunspellEntry {
  std::string word;
  std::vector<std::string> flags;  // two letters each
};

struct Hunspell {
  std::map<std::string, std::vector<Affix>, std::less<>> affixes;  // by flag
  std::vector<HunspellEntry> entries;
};

// The ligature of ij becomes two letters.
Hunspell read_hunspell(std::istream& affixes, std::istream& dictionary);

struct Inflected {
  std::string form;
  bool begins_compound = false;
};

// The forms that this flag gives; empty when it is no flag of affixes.
std::vector<Inflected> inflect(const Hunspell& hunspell, std::string_view word, std::string_view flag);

}  // namespace codeboom
