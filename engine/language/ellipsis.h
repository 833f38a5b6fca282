// Completes words of which a coordination leaves out a part: "vmbo-, havo- en vwo-scholen",
// "loopbaanoriëntatie en -begeleiding".
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/language/tokens.h"

namespace codeboom {

// Fills Token::completed of this token, which has a hyphen at an edge, when other words of its sentence
// complete it.
void complete_ellipsis(Tokens& tokens, std::string_view text, const Sentence& sentence, std::uint32_t token);

}  // namespace codeboom
