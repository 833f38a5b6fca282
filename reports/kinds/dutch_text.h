// Sentences as an editor prints them: numbers in words, lists with "en", capitals, lines cut between words. Also in English.
//
// Unit  counts of documents; lengths in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/messages/message.h"

namespace codeboom {

// "nul", "één", ... "twintig"; from 21 on in figures, as the language writes them: "1.234".
std::string number_in_words(std::uint64_t n, UserLanguage language);

// "alle twaalf", "beide", "acht van de twaalf", "geen van de twaalf"; of one document "het enige" or "niet het enige".
// Requires: n <= base, base > 0.
std::string out_of(std::uint64_t n, std::uint64_t base, UserLanguage language);

// The same with what is counted and where: "in acht van de twaalf praktijkvoorbeelden", "in beide praktijkvoorbeelden".
std::string in_examples(std::uint64_t n, std::uint64_t base, UserLanguage language);

// "acht van de 94 elementen", "alle twaalf elementen".
std::string elements_of(std::uint64_t n, std::uint64_t base, UserLanguage language);

// "a", "a en b", "a, b en c".
std::string list_in_words(const std::vector<std::string>& parts, UserLanguage language);

// With a capital (also IJ and É; één becomes Eén) and a full stop, unless it ends in a stop, a question mark or an exclamation mark already.
std::string as_sentence(std::string_view text);
std::string with_capital(std::string_view text);

// What --where said: "sector=mbo & jaar=2022;2023" as "sector mbo, jaar 2022 en 2023".
std::string condition_in_words(const std::string& condition, UserLanguage language);

std::size_t words_in(std::string_view text);

// At most `most` words, "…" where something was left out; line ends become spaces. A word of more than 60 letters is cut, too.
std::string first_words(std::string_view text, std::size_t most);

}  // namespace codeboom
