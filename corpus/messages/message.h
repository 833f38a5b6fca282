// Everything that a user reads, as a key and its arguments; put into words (Dutch or English) where it is shown.
//
// The sentences stand in corpus/messages/NAME.yaml, one file per folder that speaks. The build turns each into
// `message_keys/NAME.h` (one constant per key, so an unknown key does not compile), which whoever speaks includes, and
// fails when a translation is missing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace codeboom {

enum class UserLanguage { nl, en };

struct MessageKey {
  std::uint8_t catalogue;
  std::uint16_t index;  // into that catalogue
  friend bool operator==(MessageKey, MessageKey) = default;
};

struct Message;
// A list of messages is put into words in the same language, one after the other: a reason inside a sentence.
using MessageValue = std::variant<std::string, std::int64_t, double, std::vector<Message>>;
using MessageArguments = std::vector<std::pair<std::string, MessageValue>>;

struct Message {
  MessageKey key;
  MessageArguments arguments;
  friend bool operator==(const Message&, const Message&);
};

// The message in words: ICU MessageFormat with named arguments, numbers as that language writes them.
// An argument the pattern names but that is absent stands in the text as {name}; nothing is thrown.
std::string in_words(const Message& message, UserLanguage language);

// The name of a key as it stands in the catalogue, e.g. "text.invalid_utf8".
std::string_view name_of(MessageKey key);

}  // namespace codeboom
