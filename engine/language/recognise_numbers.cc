#include <array>

#include "engine/language/characters.h"
#include "engine/language/recognise.h"

namespace codeboom {
namespace {

constexpr std::string_view en_dash = "\xE2\x80\x93";
constexpr std::string_view per_mille = "\xE2\x80\xB0";

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (is_digit(text, at)) ++at;
  return at;
}

// The length of a sign that joins digits, when digits follow it.
std::size_t joint_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char sign = text[at];
  if (sign == '.' || sign == ',' || sign == ':' || sign == '-') return is_digit(text, at + 1) ? 1 : 0;
  if (sign == en_dash.front() && text.substr(at).starts_with(en_dash) && is_digit(text, at + en_dash.size()))
    return en_dash.size();
  return 0;
}

// "12/05/2024": days and months of one or two digits, years of two or four.
std::size_t slash_date_end(std::string_view text, std::size_t begin) {
  const std::size_t day = digits_end(text, begin);
  if (day - begin > 2 || day >= text.size() || text[day] != '/') return 0;
  const std::size_t month = digits_end(text, day + 1);
  if (month == day + 1 || month - day > 3 || month >= text.size() || text[month] != '/') return 0;
  const std::size_t year = digits_end(text, month + 1);
  return year - month == 3 || year - month == 5 ? year : 0;
}

}  // namespace

std::size_t number_end(std::string_view text, std::size_t begin) {
  std::size_t end = slash_date_end(text, begin);
  if (end == 0) {
    end = digits_end(text, begin);
    while (const std::size_t joint = joint_length(text, end)) end = digits_end(text, end + joint);
  }
  if (end >= text.size()) return end;
  if (text[end] == '%') return end + 1;
  if (text.substr(end).starts_with(per_mille)) return end + per_mille.size();
  if (text[end] == ',' && end + 1 < text.size() && text[end + 1] == '-') {
    const bool goes_on =
        end + 2 < text.size() && (is_word_part(character_at(text, end + 2).kind) || text[end + 2] == '-');
    if (!goes_on) return end + 2;
  }
  return end;
}

std::size_t ordinal_end(std::string_view text, std::size_t end) {
  static constexpr std::array endings = {"ste", "de", "e"};
  for (const std::string_view ending : endings) {
    if (!text.substr(end).starts_with(ending)) continue;
    const std::size_t after = end + ending.size();
    if (after == text.size()) return after;
    const CharacterClass next = character_at(text, after).kind;
    const bool goes_on =
        is_word_part(next) || next == CharacterClass::hyphen || next == CharacterClass::apostrophe;
    if (!goes_on) return after;
  }
  return 0;
}

}  // namespace codeboom
