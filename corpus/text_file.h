// The text of a file.
#pragma once

#include <string>

#include "corpus/result.h"

namespace codeboom {

// As UTF-8, whatever encoding decode() recognises; "-" is standard input. `source` names it in errors about its bytes.
// Errors: those of read_file() and decode().
Result<std::string> read_text_file(const std::string& path, const std::string& source);
inline Result<std::string> read_text_file(const std::string& path) { return read_text_file(path, path); }

}  // namespace codeboom
