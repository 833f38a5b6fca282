// What several formats say in the same words, and how they divide text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/messages/message.h"
#include "reports/report.h"

namespace codeboom {

std::string in_words(MessageKey key, UserLanguage language, MessageArguments arguments = {});

// Where a quote comes from: document, title, place and coder, as far as they are known; without the remark.
std::string source_in_words(const Quote& quote, UserLanguage language);

// Divided at empty lines; never empty strings, none for a text without words.
std::vector<std::string_view> paragraphs(std::string_view text);

// Divided at line ends.
std::vector<std::string_view> lines(std::string_view text);

// The text with every run of white space as one space.
std::string in_one_line(std::string_view text);

}  // namespace codeboom
