#include "corpus/read/wording.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "corpus/utf8.h"

namespace codeboom {
namespace {

// Unit: characters. A remark is a question with a statement before it, as an interviewer makes.
constexpr std::size_t longest_label = 80;
constexpr std::size_t longest_title = 150;
constexpr std::size_t longest_remark = 150;
constexpr std::size_t longest_question = 300;

UChar32 for_icu(char32_t c) { return static_cast<UChar32>(c); }
bool is_letter(char32_t c) { return u_isalpha(for_icu(c)); }
bool is_small_letter(char32_t c) { return u_islower(for_icu(c)); }

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == '_' || c == 0x201D ||
         c == 0x2019 || c == 0x201C || c == 0xBB;
}

bool is_longer_than(std::size_t limit, std::string_view text) {
  if (text.size() <= limit) return false;
  if (text.size() > 4 * limit) return true;
  const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins)) > limit;
}

// 0 when there is none.
char32_t first_letter_or_digit(std::string_view text) {
  while (!text.empty()) {
    const auto [c, length] = first_code_point(text);
    if (u_isalnum(for_icu(c))) return c;
    text.remove_prefix(length);
  }
  return 0;
}

std::string_view without_closing(std::string_view text) {
  while (!text.empty() && is_closing(last_code_point(text).value))
    text.remove_suffix(last_code_point(text).length);
  return text;
}

std::string_view without_emphasis(std::string_view text) {
  const auto is_emphasis = [](char c) { return c == '*' || c == '_'; };
  while (!text.empty() && is_emphasis(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_emphasis(text.back())) text.remove_suffix(1);
  return text;
}

struct QuotationMarks {
  char32_t opening, closing;
};
constexpr std::array<QuotationMarks, 7> quotation_marks = {{{0x201C, 0x201D},
                                                            {0x2018, 0x2019},
                                                            {0x201E, 0x201D},
                                                            {0x201E, 0x201C},
                                                            {0xAB, 0xBB},
                                                            {'"', '"'},
                                                            {'\'', '\''}}};

// A closing mark inside is an apostrophe when a letter follows it; otherwise the quotation ended there.
bool is_one_quotation(std::string_view text, QuotationMarks marks) {
  const auto [first, opening_length] = first_code_point(text);
  const auto [last, closing_length] = last_code_point(text);
  if (first != marks.opening || last != marks.closing || text.size() <= opening_length + closing_length)
    return false;
  text.remove_suffix(closing_length);
  text.remove_prefix(opening_length);
  while (!text.empty()) {
    const auto [c, length] = first_code_point(text);
    text.remove_prefix(length);
    if (c != marks.closing) continue;
    const bool apostrophe = c != '"' && !text.empty() && is_letter(first_code_point(text).value);
    if (!apostrophe) return false;
  }
  return true;
}

bool ends_in(std::string_view text, std::u32string_view signs) {
  text = without_closing(text);
  return !text.empty() && signs.find(last_code_point(text).value) != std::u32string_view::npos;
}

}  // namespace

bool starts_in_lower_case(std::string_view text) { return is_small_letter(first_letter_or_digit(text)); }

bool starts_in_upper_case(std::string_view text) { return u_isupper(for_icu(first_letter_or_digit(text))); }

bool ends_sentence(std::string_view text) { return ends_in(text, U".!?\u2026"); }

bool is_short_label(std::string_view text) {
  if (is_longer_than(longest_label, text) || ends_in(text, U".!?\u2026,;:")) return false;
  while (!text.empty()) {
    const auto [c, length] = first_code_point(text);
    if (is_letter(c)) return true;
    text.remove_prefix(length);
  }
  return false;
}

bool is_title(std::string_view text) {
  return !is_longer_than(longest_title, text) && (is_quotation(text) || !ends_in(text, U".,;:"));
}

bool is_in_capitals(std::string_view text) {
  if (!is_short_label(text)) return false;
  int letters = 0;
  while (!text.empty()) {
    const auto [c, length] = first_code_point(text);
    if (is_small_letter(c)) return false;
    letters += is_letter(c) ? 1 : 0;
    text.remove_prefix(length);
  }
  return letters >= 4;
}

bool is_question(std::string_view text) {
  text = without_emphasis(text);
  if (!text.ends_with('?') || is_longer_than(longest_question, text)) return false;
  if (!is_longer_than(longest_remark, text)) return true;
  return text[text.find_first_of(".!?")] == '?';
}

bool is_quotation(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  if (text.size() < 3) return false;
  return std::any_of(quotation_marks.begin(), quotation_marks.end(),
                     [&](QuotationMarks marks) { return is_one_quotation(text, marks); });
}

}  // namespace codeboom
