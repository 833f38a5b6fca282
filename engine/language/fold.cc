#include "engine/language/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>

#include "engine/language/words.h"

namespace codeboom {
namespace {

constexpr UChar32 soft_hyphen = 0xAD;

// The letters of Western European text, U+00C0 to U+00FF, without their accents; 0: leave it to ICU.
constexpr std::string_view latin_1_folded = {
    "aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y", 64};

char lower_ascii(std::uint8_t byte) {
  return static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
}

void append(std::string& folded, UChar32 character) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes;
  int length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, character);
  for (int i = 0; i < length; ++i) folded.push_back(static_cast<char>(bytes[static_cast<std::size_t>(i)]));
}

bool is_dropped(UChar32 character) {
  return character == soft_hyphen || u_charType(character) == U_NON_SPACING_MARK;
}

void append_decomposed(std::string& folded, UChar32 character) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const decomposer = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString decomposition;
  if (decomposer == nullptr || !decomposer->getDecomposition(character, decomposition)) {
    decomposition = icu::UnicodeString(character);
  }
  decomposition.foldCase();
  for (std::int32_t i = 0; i < decomposition.length(); i = decomposition.moveIndex32(i, 1)) {
    const UChar32 part = decomposition.char32At(i);
    if (!is_dropped(part)) append(folded, part);
  }
}

void append_folded(std::string& folded, UChar32 character) {
  switch (character) {
    case 0x2018:  // single quotation marks, both ways round, and the letter apostrophe
    case 0x2019:
    case 0x201B:
    case 0x02BC:
      folded.push_back('\'');
      return;
    case 0x2010:  // hyphen and non-breaking hyphen
    case 0x2011:
      folded.push_back('-');
      return;
    case 0x0132:  // the ligature of ij
    case 0x0133:
      folded.append("ij");
      return;
    default:
      break;
  }
  if (character < 0x80) {
    folded.push_back(lower_ascii(static_cast<std::uint8_t>(character)));
    return;
  }
  if (character >= 0xC0 && character <= 0xFF) {
    if (const char letter = latin_1_folded[static_cast<std::size_t>(character - 0xC0)]) {
      folded.push_back(letter);
      return;
    }
  }
  if (!is_dropped(character)) append_decomposed(folded, character);
}

}  // namespace

void fold_into(std::string& folded, std::string_view word) {
  folded.clear();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  for (std::size_t i = 0; i < word.size();) {
    const std::uint8_t byte = bytes[i];
    if (byte < 0x80) {
      folded.push_back(lower_ascii(byte));
      ++i;
      continue;
    }
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(bytes, i, word.size(), character);
    append_folded(folded, character);
  }
}

std::size_t written_length(std::string_view written, std::size_t folded_length) {
  std::string folded;
  std::size_t at = 0;
  while (at < written.size() && folded.size() < folded_length) {
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(written.data()), at, written.size(), character);
    append_folded(folded, character);
  }
  return at;
}

std::string fold(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  fold_into(folded, word);
  return folded;
}

}  // namespace codeboom
