// The lexicon that lexicon_data.S puts into the program.
#include <cstddef>

#include "engine/language/lexicon.h"

extern "C" {
extern const std::byte codeboom_lexicon_begin[];
extern const std::byte codeboom_lexicon_end[];
}

namespace codeboom {

const Lexicon& lexicon() {
  static const Lexicon linked = open_lexicon({codeboom_lexicon_begin, codeboom_lexicon_end});
  return linked;
}

}  // namespace codeboom
