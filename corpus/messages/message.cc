#include "corpus/messages/message.h"

#include <unicode/fmtable.h>
#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

#include <map>
#include <tuple>
#include <utility>

#include "corpus/messages/catalogue.h"

namespace codeboom {
namespace {

icu::Formattable formattable(const MessageValue& value, UserLanguage language) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    return icu::Formattable(icu::UnicodeString::fromUTF8(*text));
  }
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return icu::Formattable(*integer);
  if (const auto* number = std::get_if<double>(&value)) return icu::Formattable(*number);
  std::string words;
  for (const Message& part : std::get<std::vector<Message>>(value)) {
    words += (words.empty() ? "" : " ") + in_words(part, language);
  }
  return icu::Formattable(icu::UnicodeString::fromUTF8(words));
}

const char* pattern_of(MessageKey key, UserLanguage language) {
  const CatalogueEntry& entry = catalogues[key.catalogue][key.index];
  return language == UserLanguage::nl ? entry.nl : entry.en;
}

// What stands in the catalogue, read once: a report says the same of every code, and making the formats of numbers takes ICU longer
// than all the rest. Each thread has its own, because ICU's formats may not be shared.
const icu::MessageFormat& format_of(MessageKey key, UserLanguage language, UErrorCode& status) {
  thread_local std::map<std::tuple<UserLanguage, std::uint8_t, std::uint16_t>, icu::MessageFormat> formats;
  const std::tuple place(language, key.catalogue, key.index);
  auto found = formats.find(place);
  if (found == formats.end()) {
    const icu::Locale locale = language == UserLanguage::nl ? icu::Locale("nl", "NL") : icu::Locale("en", "GB");
    const auto pattern = icu::UnicodeString::fromUTF8(pattern_of(key, language));
    found = formats.emplace(std::piecewise_construct, std::tuple(place), std::tie(pattern, locale, status)).first;
  }
  return found->second;
}

}  // namespace

bool operator==(const Message& a, const Message& b) { return a.key == b.key && a.arguments == b.arguments; }

std::string in_words(const Message& message, UserLanguage language) {
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : message.arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(name));
    values.push_back(formattable(value, language));
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString words;
  format_of(message.key, language, status).format(names.data(), values.data(), static_cast<int32_t>(names.size()), words, status);
  std::string result;
  words.toUTF8String(result);
  return U_SUCCESS(status) ? result : std::string(pattern_of(message.key, language));
}

std::string_view name_of(MessageKey key) {
  return catalogues[key.catalogue][key.index].key;
}

}  // namespace codeboom
