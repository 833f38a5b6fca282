// What a page says about itself in its head.
#pragma once

#include <gumbo.h>

#include "corpus/document.h"

namespace codeboom {

// Takes the metadata of <meta name="codeboom:FIELD">, then of "dc." and "dcterms.",
// then of "FIELD"; the title also of <title>, the first main heading and og:title,
// in this order. Notes another language than Dutch. Errors: bad_input for a value
// of a codeboom: field that cannot be; those of others are noted and left out.
Result<void> take_html_metadata(Document& document, const GumboNode* root);

}  // namespace codeboom
