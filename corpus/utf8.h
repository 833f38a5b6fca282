// One pass over bytes that should be UTF-8: where they
// stop being valid, and what is still to be done to them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace codeboom {

// Unit: bytes.
struct Utf8Scan {
  std::size_t valid_until = 0;  // the size when all is valid, else where the first invalid sequence begins
  std::size_t multi_byte_sequences = 0;  // valid ones
  bool has_controls = false;             // control characters other than LF and TAB; CR is one
  bool may_need_composing = false;       // has characters that are not known to be in form C in any company
  friend bool operator==(const Utf8Scan&, const Utf8Scan&) = default;
};

// Invalid are: overlong forms, surrogates, values above U+10FFFF, stray or missing continuation bytes, a
// truncated end. After the first invalid byte nothing is looked at.
Utf8Scan scan_utf8(std::string_view bytes);

// Length of the valid sequence that begins at `at`; 0 when it is not valid. Requires: at < bytes.size().
std::size_t utf8_sequence_length(std::string_view bytes, std::size_t at);

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;  // bytes
};
// Requires: valid UTF-8, not empty.
CodePoint first_code_point(std::string_view utf8);
CodePoint last_code_point(std::string_view utf8);

// Requires: code_point is a Unicode scalar value (no surrogate, at most U+10FFFF).
void append_utf8(std::string& to, char32_t code_point);

}  // namespace codeboom
