#include "corpus/utf8.h"

#include <cstdint>
#include <cstring>

namespace codeboom {
namespace {

constexpr std::uint64_t every_byte = 0x0101010101010101u;
constexpr std::size_t word_size = sizeof(std::uint64_t);

// Eight bytes at once: ASCII without control characters, which is nearly all of a Dutch text.
bool is_plain_ascii(std::uint64_t word) {
  const std::uint64_t high_bits = every_byte * 0x80;
  const std::uint64_t below_space = (word - every_byte * 0x20) & ~word;
  const std::uint64_t as_delete = word ^ (every_byte * 0x7F);
  const std::uint64_t is_delete = (as_delete - every_byte) & ~as_delete;
  return ((word | below_space | is_delete) & high_bits) == 0;
}

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

bool second_byte_fits(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0;  // below: overlong
    case 0xED:
      return second <= 0x9F;  // above: surrogates
    case 0xF0:
      return second >= 0x90;  // below: overlong
    case 0xF4:
      return second <= 0x8F;  // above: beyond U+10FFFF
    default:
      return true;
  }
}

// Ranges whose characters are unchanged by composition, also next to any other
// of them: all below the combining marks, general punctuation without the two
// old quads, currency signs, boxes and dingbats, private use, pictographs.
bool stays_composed(std::string_view sequence) {
  const unsigned char lead = byte_at(sequence, 0);
  if (lead < 0xCC || lead == 0xEE) return true;
  const unsigned char second = byte_at(sequence, 1);
  if (lead == 0xEF) return second < 0xA4;
  if (lead == 0xF0) return second == 0x9F;
  if (lead != 0xE2) return false;
  const unsigned char third = byte_at(sequence, 2);
  if (second == 0x80) return third >= 0x82;
  if (second == 0x82) return third >= 0xA0;
  if (second == 0x83) return third < 0x90;
  return second == 0x81 || (second >= 0x94 && second < 0xA0);
}

}  // namespace

std::size_t utf8_sequence_length(std::string_view bytes, std::size_t at) {
  const unsigned char lead = byte_at(bytes, at);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (bytes.size() - at < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(byte_at(bytes, at + i))) return 0;
  }
  return second_byte_fits(lead, byte_at(bytes, at + 1)) ? length : 0;
}

Utf8Scan scan_utf8(std::string_view bytes) {
  Utf8Scan scan;
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::uint64_t word = 0;
    if (bytes.size() - at >= word_size) {
      std::memcpy(&word, bytes.data() + at, word_size);
      if (is_plain_ascii(word)) {
        at += word_size;
        continue;
      }
    }
    const unsigned char byte = byte_at(bytes, at);
    if (byte < 0x80) {
      scan.has_controls |= (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
      ++at;
      continue;
    }
    const std::size_t length = utf8_sequence_length(bytes, at);
    if (length == 0) break;
    scan.has_controls |= byte == 0xC2 && byte_at(bytes, at + 1) < 0xA0;
    scan.may_need_composing |= !stays_composed(bytes.substr(at, length));
    ++scan.multi_byte_sequences;
    at += length;
  }
  scan.valid_until = at;
  return scan;
}

CodePoint first_code_point(std::string_view utf8) {
  const char32_t lead = byte_at(utf8, 0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t value = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) value = (value << 6) | (byte_at(utf8, i) & 0x3Fu);
  return {value, length};
}

CodePoint last_code_point(std::string_view utf8) {
  std::size_t at = utf8.size() - 1;
  while (is_continuation(byte_at(utf8, at))) --at;
  return first_code_point(utf8.substr(at));
}

void append_utf8(std::string& to, char32_t code_point) {
  const auto tail = [&](int shift) { to += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F)); };
  if (code_point < 0x80) {
    to += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    to += static_cast<char>(0xC0 | (code_point >> 6));
    tail(0);
  } else if (code_point < 0x10000) {
    to += static_cast<char>(0xE0 | (code_point >> 12));
    tail(6), tail(0);
  } else {
    to += static_cast<char>(0xF0 | (code_point >> 18));
    tail(12), tail(6), tail(0);
  }
}

}  // namespace codeboom
