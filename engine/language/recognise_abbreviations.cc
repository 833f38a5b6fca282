#include <array>

#include "engine/language/characters.h"
#include "engine/language/lexicon.h"
#include "engine/language/recognise.h"

namespace codeboom {
namespace {

constexpr std::size_t longest_abbreviation = 16;

bool is_ascii_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

Abbreviation listed(std::string_view abbreviation) {
  std::array<char, longest_abbreviation + 1> folded;
  std::size_t size = 0;
  for (const char byte : abbreviation)
    folded[size++] = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
  const std::uint32_t slot = find_slot(lexicon(), {folded.data(), size});
  if (slot == no_slot) return Abbreviation::none;
  return static_cast<Abbreviation>(slot_field::abbreviation.get(lexicon().slots[slot]));
}

// ASCII letters with single full stops between and after them.
std::size_t stopped_letters_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin <= longest_abbreviation) {
    const bool stop = text[end] == '.' && end > begin && text[end - 1] != '.';
    if (!is_ascii_letter(text[end]) && !stop) break;
    ++end;
  }
  return end;
}

// "E.E.M.", "U.S.": one letter before each full stop.
bool is_letter_by_letter(std::string_view abbreviation) {
  for (std::size_t i = 0; i < abbreviation.size(); ++i) {
    if ((abbreviation[i] == '.') != (i % 2 == 1)) return false;
  }
  return abbreviation.size() % 2 == 0;
}

bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

}  // namespace

AbbreviationMatch abbreviation_at(std::string_view text, std::size_t begin, std::size_t first_stop) {
  if (first_stop - begin >= longest_abbreviation) return {};
  std::size_t end = stopped_letters_end(text, begin);
  if (end - begin > longest_abbreviation || end <= first_stop) return {};
  // "etc..." is a word and an ellipsis; "m.b.t LOB" forgot its last full stop.
  if (end < text.size() && (text[end] == '.' || is_word_part(character_at(text, end).kind))) {
    if (text[end] == '.' || text[end - 1] != '.') return {};
  }
  const std::string_view whole = text.substr(begin, end - begin);
  if (whole.back() != '.') {
    std::array<char, longest_abbreviation + 1> stopped;
    if (whole.size() == longest_abbreviation) return {};
    const std::size_t size = whole.copy(stopped.data(), whole.size());
    stopped[size] = '.';
    const Abbreviation kind = listed({stopped.data(), size + 1});
    if (kind != Abbreviation::none) return {end, kind};
    // "doen.De": the abbreviation, if any, ends at the first full stop.
    end = first_stop + 1;
    const Abbreviation first = listed(text.substr(begin, end - begin));
    constexpr std::size_t telling = 3;  // "bijv.op", but not "al.das"
    const bool sure =
        is_capital(text[end]) || (first == Abbreviation::never_ends && first_stop - begin >= telling);
    return first == Abbreviation::none || !sure ? AbbreviationMatch{} : AbbreviationMatch{end, first};
  }
  const Abbreviation kind = listed(whole);
  if (kind != Abbreviation::none) return {end, kind};
  if (!is_letter_by_letter(whole)) return {};
  // A single letter is an initial only as a capital.
  if (whole.size() > 2 || is_capital(whole.front())) return {end, Abbreviation::never_ends};
  return {};
}

}  // namespace codeboom
