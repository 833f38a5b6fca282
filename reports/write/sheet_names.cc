#include "reports/write/sheet_names.h"

#include <algorithm>

#include "corpus/utf8.h"
#include "reports/write/xml.h"

namespace codeboom {
namespace {

constexpr std::size_t most = 31;  // in UTF-16 units, as Excel counts them
constexpr std::string_view forbidden = "[]:*?/\\\n\t";

// As much as fits in `units`.
std::string cut(std::string_view name, std::size_t units) {
  std::size_t at = 0;
  for (std::size_t used = 0; at < name.size();) {
    const CodePoint next = first_code_point(name.substr(at));
    used += next.value > 0xFFFF ? 2 : 1;
    if (used > units) break;
    at += next.length;
  }
  return std::string(name.substr(0, at));
}

std::string trimmed(std::string name) {
  constexpr std::string_view ends = " '";
  const std::size_t begin = name.find_first_not_of(ends);
  if (begin == std::string::npos) return "";
  return name.substr(begin, name.find_last_not_of(ends) - begin + 1);
}

std::string allowed(std::string_view wanted) {
  std::string name = xml_characters(wanted);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return forbidden.find(c) != std::string_view::npos; }, ' ');
  name = trimmed(cut(trimmed(std::move(name)), most));
  return name.empty() ? "-" : name;
}

// Names of tables are ASCII; others are told apart as they are.
std::string lower(std::string name) {
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return name;
}

}  // namespace

std::vector<std::string> sheet_names(const std::vector<std::string>& wanted) {
  std::vector<std::string> names, taken = {"history"};
  for (const std::string& want : wanted) {
    const std::string base = allowed(want);
    std::string name = base;
    for (int n = 2; std::find(taken.begin(), taken.end(), lower(name)) != taken.end(); ++n) {
      const std::string number = " " + std::to_string(n);
      name = cut(base, most - number.size()) + number;
    }
    taken.push_back(lower(name));
    names.push_back(name);
  }
  return names;
}

}  // namespace codeboom
