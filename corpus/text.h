// The normalised content of one document, and the only place where positions change their unit.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"

namespace codeboom {

// Positions in a stored text. Units are types: a byte offset cannot be passed where a code point offset is meant.
struct ByteOffset {
  std::uint32_t value = 0;
  friend auto operator<=>(ByteOffset, ByteOffset) = default;
};
struct CodePointOffset {
  std::uint32_t value = 0;
  friend auto operator<=>(CodePointOffset, CodePointOffset) = default;
};

// Half-open, on code point boundaries of the stored text.
struct Span {
  ByteOffset begin, end;
  friend auto operator<=>(const Span&, const Span&) = default;
};
struct CodePointSpan {
  CodePointOffset begin, end;
  friend auto operator<=>(const CodePointSpan&, const CodePointSpan&) = default;
};

// Valid UTF-8 in normalisation form C, lines end in LF, no byte order mark, no control characters but LF and TAB.
// Never changes after it was made.
class Text {
 public:
  Text() = default;

  // Takes any UTF-8. CRLF and CR become LF, a leading byte order mark goes, other control characters each
  // become one space, and the whole is composed (NFC).
  // Errors: bad_input with the byte position of the first invalid byte; too long (over 4 GiB - 1).
  static Result<Text> from_utf8(std::string_view utf8);

  const std::string& utf8() const { return utf8_; }
  std::string_view operator[](Span span) const {
    return std::string_view(utf8_).substr(span.begin.value, span.end.value - span.begin.value);
  }
  Span whole() const { return {{0}, {static_cast<std::uint32_t>(utf8_.size())}}; }

  std::uint32_t code_points() const;  // length in code points

  // Requires: the offset lies on a code point boundary within the text (the end included).
  CodePointOffset to_code_points(ByteOffset offset) const;
  CodePointSpan to_code_points(Span span) const { return {to_code_points(span.begin), to_code_points(span.end)}; }

  // Errors: bad_input when the position lies beyond the text, or when begin > end.
  Result<ByteOffset> to_bytes(CodePointOffset offset) const;
  Result<Span> to_bytes(CodePointSpan span) const;

  // Lines count from 1.
  std::uint32_t line_of(ByteOffset offset) const;

  friend bool operator==(const Text& a, const Text& b) { return a.utf8_ == b.utf8_; }

 private:
  std::string utf8_;
  std::vector<std::uint32_t> code_points_before_;  // per 256 bytes; empty when all is ASCII
};

// SHA-256 of the stored UTF-8 in lower-case hexadecimal: what "the same text" means everywhere.
std::string content_hash(const Text& text);
std::string content_hash(std::string_view bytes);

}  // namespace codeboom
