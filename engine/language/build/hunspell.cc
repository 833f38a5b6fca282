#include "engine/language/build/hunspell.h"

#include <sstream>
#include <utility>

namespace codeboom {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

bool read_line(std::istream& input, std::string& line) {
  if (!std::getline(input, line)) return false;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  replace_all(line, "\xC4\xB3", "ij");
  replace_all(line, "\xC4\xB2", "IJ");
  return true;
}

void read_affix(const std::string& line, Hunspell& hunspell) {
  std::istringstream fields(line);
  std::string kind, flag, strip, add, condition;
  fields >> kind >> flag >> strip >> add >> condition;
  if (condition.empty() && (strip == "Y" || strip == "N")) return;  // the line that counts the ones below it
  Affix affix;
  affix.prefix = kind == "PFX";
  if (strip != "0") affix.strip = strip;
  const std::size_t slash = add.find('/');
  affix.add = add.substr(0, slash);
  if (affix.add == "0") affix.add.clear();
  affix.begins_compound = slash != std::string::npos && add.find("Ca", slash) != std::string::npos;
  const bool has_condition =
      !condition.empty() && condition != "0" && condition.front() != '#' && !condition.starts_with("ts:");
  affix.condition = has_condition ? condition : ".";
  hunspell.affixes[flag].push_back(std::move(affix));
}

// The last letter of `text`, which may take several bytes, cut off.
std::string_view take_last_letter(std::string_view& text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  const std::string_view letter = text.substr(at);
  text.remove_suffix(letter.size());
  return letter;
}

// Compares from the end, as only suffixes have conditions here.
bool holds(std::string_view condition, std::string_view word) {
  if (condition == ".") return true;
  while (!condition.empty()) {
    if (word.empty()) return false;
    const std::string_view letter = take_last_letter(word);
    if (condition.back() != ']') {
      const std::string_view wanted = take_last_letter(condition);
      if (wanted != "." && wanted != letter) return false;
      continue;
    }
    const std::size_t open = condition.rfind('[');
    std::string_view letters = condition.substr(open + 1, condition.size() - open - 2);
    condition.remove_suffix(condition.size() - open);
    const bool negated = letters.starts_with('^');
    if (negated) letters.remove_prefix(1);
    if ((letters.find(letter) != std::string_view::npos) == negated) return false;
  }
  return true;
}

}  // namespace

Hunspell read_hunspell(std::istream& affixes, std::istream& dictionary) {
  Hunspell hunspell;
  std::string line;
  while (read_line(affixes, line)) {
    if (line.starts_with("SFX ") || line.starts_with("PFX ")) read_affix(line, hunspell);
  }
  read_line(dictionary, line);  // the number of words
  while (read_line(dictionary, line)) {
    const std::size_t slash = line.find('/');
    HunspellEntry entry{line.substr(0, slash), {}};
    const std::string flags = slash == std::string::npos
                                  ? ""
                                  : line.substr(slash + 1, line.find_first_of(" \t", slash) - slash - 1);
    for (std::size_t i = 0; i + 1 < flags.size(); i += 2) entry.flags.push_back(flags.substr(i, 2));
    hunspell.entries.push_back(std::move(entry));
  }
  return hunspell;
}

std::vector<Inflected> inflect(const Hunspell& hunspell, std::string_view word, std::string_view flag) {
  std::vector<Inflected> forms;
  const auto found = hunspell.affixes.find(flag);
  if (found == hunspell.affixes.end()) return forms;
  for (const Affix& affix : found->second) {
    if (affix.prefix) {
      forms.push_back({affix.add + std::string(word), false});
    } else if (word.ends_with(affix.strip) && holds(affix.condition, word)) {
      forms.push_back(
          {std::string(word.substr(0, word.size() - affix.strip.size())) + affix.add, affix.begins_compound});
    }
  }
  return forms;
}

}  // namespace codeboom
