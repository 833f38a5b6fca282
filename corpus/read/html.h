// The part of the HTML reader that the Markdown reader uses for raw HTML.
#pragma once

#include <string>
#include <string_view>

#include "corpus/read/assemble.h"

namespace codeboom {

// Adds the visible text of a piece of HTML. Requires: valid UTF-8. Errors: those of parse_html.
Result<void> add_html(ReadableText& readable, std::string_view html, const std::string& source);

// What a character reference such as "&eacute;" stands for; itself when it is none.
std::string decoded_reference(std::string_view reference);

// The charset that <meta> names in the first 1,024 bytes, in lower case; empty when none is named.
std::string declared_charset(std::string_view bytes);

}  // namespace codeboom
