#include "corpus/messages/message.h"

#include <unicode/fmtable.h>
#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

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

}  // namespace

bool operator==(const Message& a, const Message& b) { return a.key == b.key && a.arguments == b.arguments; }

std::string in_words(const Message& message, UserLanguage language) {
  const CatalogueEntry& entry = catalogues[message.key.catalogue][message.key.index];
  const char* pattern = language == UserLanguage::nl ? entry.nl : entry.en;
  const icu::Locale locale = language == UserLanguage::nl ? icu::Locale("nl", "NL") : icu::Locale("en", "GB");

  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : message.arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(name));
    values.push_back(formattable(value, language));
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), locale, status);
  icu::UnicodeString words;
  format.format(names.data(), values.data(), static_cast<int32_t>(names.size()), words, status);
  std::string result;
  words.toUTF8String(result);
  return U_SUCCESS(status) ? result : std::string(pattern);
}

std::string_view name_of(MessageKey key) {
  return catalogues[key.catalogue][key.index].key;
}

}  // namespace codeboom
