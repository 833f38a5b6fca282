#include "engine/language/numerals.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include "engine/language/words.h"

namespace codeboom {
namespace {

constexpr int most = 100;
constexpr std::size_t longest = 24;  // "achtenzeventigste" and its accents

constexpr std::string_view below_twenty[] = {"nul",      "een",     "twee",      "drie",     "vier",
                                             "vijf",     "zes",     "zeven",     "acht",     "negen",
                                             "tien",     "elf",     "twaalf",    "dertien",  "veertien",
                                             "vijftien", "zestien", "zeventien", "achttien", "negentien"};
constexpr std::string_view tens[] = {"",        "",       "twintig",  "dertig",  "veertig",
                                     "vijftig", "zestig", "zeventig", "tachtig", "negentig"};

// Folded: "drieentwintig".
std::string written_out(int number) {
  if (number == most) return "honderd";
  const auto unit = static_cast<std::size_t>(number % 10), ten = static_cast<std::size_t>(number / 10);
  if (number < 20) return std::string(below_twenty[number]);
  const std::string before = unit == 0 ? std::string() : std::string(below_twenty[unit]) + "en";
  return before + std::string(tens[ten]);
}

std::string ordinal_ending(int number) { return number == 1 || number == 8 || number >= 20 ? "ste" : "de"; }

std::string ordinal(int number) {
  if (number == 1) return "eerste";
  return number == 3 ? "derde" : written_out(number) + ordinal_ending(number);
}

using Ways = std::vector<std::string>;

boost::unordered_flat_map<std::string, Ways> all_ways() {
  boost::unordered_flat_map<std::string, Ways> ways;
  const auto add = [&](const Ways& same) {
    for (const std::string& one : same) {
      for (const std::string& other : same) {
        if (other != one) ways[one].push_back(other);
      }
    }
  };
  for (int number = 0; number <= most; ++number) {
    const std::string digits = std::to_string(number);
    add({digits, written_out(number)});
    if (number > 0) add({digits + "e", digits + ordinal_ending(number), ordinal(number)});
  }
  return ways;
}

}  // namespace

std::vector<std::string> other_numerals(std::string_view word) {
  if (word.size() > longest) return {};
  static const auto ways = all_ways();
  const std::string folded = fold(word);
  const bool article = folded == "een" && word.size() == folded.size();
  const auto found = ways.find(folded);
  return found == ways.end() || article ? Ways{} : found->second;
}

}  // namespace codeboom
