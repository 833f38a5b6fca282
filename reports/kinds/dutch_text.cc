#include "reports/kinds/dutch_text.h"

#include <array>

#include "corpus/joined.h"
#include "message_keys/report_texts.h"
#include "reports/kinds/cells.h"

namespace codeboom {
namespace {

constexpr std::array<std::string_view, 21> dutch{"nul",    "één",     "twee",    "drie",     "vier",     "vijf",     "zes",
                                                 "zeven",  "acht",    "negen",   "tien",     "elf",      "twaalf",   "dertien",
                                                 "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"};
constexpr std::array<std::string_view, 21> english{"zero",    "one",      "two",     "three",    "four",      "five",     "six",
                                                   "seven",   "eight",    "nine",    "ten",      "eleven",    "twelve",   "thirteen",
                                                   "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::size_t longest_word_bytes = 120;

// Which of the sentences on n of a base holds.
MessageArguments counted(std::uint64_t n, std::uint64_t base, UserLanguage language) {
  const char* how = n == base ? (base == 1 ? "only" : base == 2 ? "both" : base < dutch.size() ? "all_few" : "all") : n == 0 ? (base == 1 ? "not_only" : "none") : "some";
  return {{"how", std::string(how)}, {"n", number_in_words(n, language)}, {"base", number_in_words(base, language)}};
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> found;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && is_space(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end > at) found.push_back(text.substr(at, end - at));
    at = end;
  }
  return found;
}

// A long string of letters without a space: cut between code points.
std::string shortened(std::string_view word) {
  if (word.size() <= longest_word_bytes) return std::string(word);
  std::size_t end = longest_word_bytes;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
  return std::string(word.substr(0, end)) + "…";
}

}  // namespace

std::string number_in_words(std::uint64_t n, UserLanguage language) {
  const auto& known = language == UserLanguage::nl ? dutch : english;
  if (n < known.size()) return std::string(known[n]);
  return words(msg::text_figures, language, {{"n", static_cast<std::int64_t>(n)}});
}

std::string out_of(std::uint64_t n, std::uint64_t base, UserLanguage language) {
  return words(msg::text_out_of, language, counted(n, base, language));
}

std::string in_examples(std::uint64_t n, std::uint64_t base, UserLanguage language) {
  return words(msg::text_in_examples, language, counted(n, base, language));
}

std::string elements_of(std::uint64_t n, std::uint64_t base, UserLanguage language) {
  return words(msg::text_elements_of, language, counted(n, base, language));
}

std::string list_in_words(const std::vector<std::string>& parts, UserLanguage language) {
  if (parts.size() < 2) return joined(parts, ", ");
  const std::vector<std::string> first(parts.begin(), parts.end() - 1);
  return words(msg::text_and, language, {{"first", joined(first, ", ")}, {"last", parts.back()}});
}

std::string with_capital(std::string_view text) {
  std::string result(text);
  if (result.empty()) return result;
  const auto first = static_cast<unsigned char>(result[0]);
  if (result.starts_with("één")) {
    result.replace(0, 2, "E");
  } else if (result.starts_with("ij")) {
    result[0] = 'I', result[1] = 'J';
  } else if (first >= 'a' && first <= 'z') {
    result[0] = static_cast<char>(first - 'a' + 'A');
  } else if (first == 0xC3 && result.size() > 1) {  // à to þ, without the division sign
    const auto second = static_cast<unsigned char>(result[1]);
    if (second >= 0xA0 && second <= 0xBE && second != 0xB7) result[1] = static_cast<char>(second - 0x20);
  }
  return result;
}

std::string as_sentence(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  std::string result = with_capital(text);
  const bool closed = result.ends_with('.') || result.ends_with('?') || result.ends_with('!') || result.ends_with("…");
  if (!result.empty() && !closed) result += '.';
  return result;
}

std::string condition_in_words(const std::string& condition, UserLanguage language) {
  std::string text;
  for (std::size_t at = 0; at < condition.size();) {
    std::size_t end = condition.find(" & ", at);
    if (end == std::string::npos) end = condition.size();
    std::string one = condition.substr(at, end - at);
    if (const std::size_t sign = one.find('='); sign != std::string::npos) {
      std::vector<std::string> values;
      std::size_t from = sign + 1;
      for (;;) {
        const std::size_t stop = one.find(';', from);
        const std::string value = one.substr(from, stop == std::string::npos ? stop : stop - from);
        values.push_back(value.empty() ? in_words({msg::summary_no_value, {}}, language) : value);
        if (stop == std::string::npos) break;
        from = stop + 1;
      }
      one = one.substr(0, sign) + " " + list_in_words(values, language);
    }
    text += (text.empty() ? "" : ", ") + one;
    at = end + 3;
  }
  return text;
}

std::size_t words_in(std::string_view text) { return split_words(text).size(); }

std::string first_words(std::string_view text, std::size_t most) {
  std::vector<std::string> kept;
  const auto all = split_words(text);
  for (const std::string_view word : all) {
    if (kept.size() == most) break;
    kept.push_back(shortened(word));
  }
  std::string result = joined(kept, " ");
  if (all.size() <= most) return result;
  while (!result.empty() && (result.back() == ',' || result.back() == ';' || result.back() == ':')) result.pop_back();
  return result + " …";
}

}  // namespace codeboom
