// Recognises how a file's bytes are encoded and turns them into UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "corpus/result.h"

namespace codeboom {

enum class Encoding { utf8, utf16_little_endian, utf16_big_endian, windows_1252 };
std::string_view name_of(Encoding encoding);  // "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"

struct Decoded {
  std::string utf8;
  Encoding encoding = Encoding::utf8;
};

// UTF-8 when it is valid. UTF-16 by its byte order mark, or by the zero bytes of European text. Windows-1252
// when the bytes outside ASCII are the letters and signs of Dutch text and no byte is undefined there.
// Errors: bad_input for anything else (binary data, damaged UTF-8), with file, byte position and what to do.
Result<Decoded> decode(std::string_view bytes, const std::string& source);

// For a file that says so itself. Errors: bad_input for a byte that is undefined there, and for binary data.
Result<Decoded> decode_windows_1252(std::string_view bytes, const std::string& source);

}  // namespace codeboom
