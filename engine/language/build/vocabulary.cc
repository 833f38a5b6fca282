#include "engine/language/build/vocabulary.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "engine/language/words.h"

namespace codeboom {
namespace {

bool is_plainer(std::string_view written, std::string_view than) {
  const bool capital = starts_with_capital(written), than_capital = starts_with_capital(than);
  if (capital != than_capital) return !capital;
  return written.size() < than.size();
}

bool is_roman_number(std::string_view written) {
  return written.size() >= 2 && std::ranges::all_of(written, [](char letter) {
           return std::string_view("MDCLXVI").find(letter) != std::string_view::npos;
         });
}

bool is_street(std::string_view written) {
  static constexpr std::array endings = {"straat", "laan", "plein", "weg", "kade", "steeg"};
  return starts_with_capital(written) &&
         std::ranges::any_of(endings, [&](std::string_view ending) { return written.ends_with(ending); });
}

}  // namespace

bool starts_with_capital(std::string_view written) {
  UChar32 first = 0;
  std::size_t at = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(written.data()), at, written.size(), first);
  return u_isupper(first) != 0;
}

bool is_wanted(std::string_view written) {
  if (written.empty() || written.size() > longest_entry) return false;
  if (written.find_first_of(" +0123456789") != std::string_view::npos) return false;
  if (written.front() == '-' || written.back() == '-') return false;
  return !is_roman_number(written) && !is_street(written);
}

Word& add_word(Vocabulary& words, std::string_view written) {
  Word& word = words[fold(written)];
  if (word.written.empty() || is_plainer(written, word.written)) word.written = written;
  (starts_with_capital(written) ? word.name : word.lower_case) = true;
  return word;
}

const Word* find_word(const Vocabulary& words, std::string_view folded) {
  const auto found = words.find(folded);
  return found == words.end() ? nullptr : &found->second;
}

Word& link_form(Vocabulary& words, std::string_view written, std::string_view lemma, WordClass word_class) {
  const std::string form = fold(written);
  Link link{fold(lemma), word_class};
  const bool known = words.contains(form);
  Word& word = known ? words.find(form)->second : add_word(words, written);
  if (known) (starts_with_capital(written) ? word.name : word.lower_case) = true;
  const bool new_link = form != link.lemma && std::ranges::find(word.links, link) == word.links.end();
  if (new_link) word.links.push_back(std::move(link));
  return word;
}

}  // namespace codeboom
