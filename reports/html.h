// The frame of every page: self-contained, accessible (WCAG 2.1 AA), printable, without JavaScript.
#pragma once

#include <string>
#include <string_view>

#include "corpus/messages/message.h"

namespace codeboom {

// Text for use between tags and in quoted attributes.
std::string escaped(std::string_view text);

// A whole page: `body` is HTML, `title` is text. Language, style sheet and skip link are the frame's.
std::string page(std::string_view title, std::string_view body, UserLanguage language);

}  // namespace codeboom
