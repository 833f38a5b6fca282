#include "corpus/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "corpus/utf8.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

// Windows-1252 from 0x80 to 0x9F; 0 is undefined. From 0xA0 on it is Latin-1.
constexpr std::array<char16_t, 32> windows_1252_signs = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

tl::unexpected<Error> refuse(MessageKey key, const std::string& source, std::size_t byte) {
  return fail(ErrorKind::bad_input, key, {{"file", source}, {"byte", static_cast<std::int64_t>(byte)}});
}

bool is_control(unsigned char byte) {
  return byte < 0x20 ? byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' : byte == 0x7F;
}

// Where the control characters begin in bytes of which more than one in fifty is one.
std::optional<std::size_t> binary_from(std::string_view bytes) {
  const auto is_one = [](char byte) { return is_control(static_cast<unsigned char>(byte)); };
  const auto count = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_one));
  if (count * 50 <= bytes.size()) return std::nullopt;
  return static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_one) - bytes.begin());
}

// UTF-16 without a byte order mark: in European text nearly every second byte is zero.
std::optional<Encoding> utf16_by_zeros(std::string_view bytes) {
  if (bytes.empty() || bytes.size() % 2 != 0 || bytes.find('\0') == std::string_view::npos)
    return std::nullopt;
  std::array<std::size_t, 2> zeros = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  const std::size_t units = bytes.size() / 2;
  const auto nearly_all = [&](std::size_t count) { return count * 10 >= units * 7; };
  const auto nearly_none = [&](std::size_t count) { return count * 50 <= units; };
  if (nearly_all(zeros[1]) && nearly_none(zeros[0])) return Encoding::utf16_little_endian;
  if (nearly_all(zeros[0]) && nearly_none(zeros[1])) return Encoding::utf16_big_endian;
  return std::nullopt;
}

// `begin` is where the text starts, after a byte order mark.
Result<Decoded> decode_utf16(std::string_view bytes, std::size_t begin, Encoding encoding,
                             const std::string& source) {
  const std::size_t low = encoding == Encoding::utf16_little_endian ? 0 : 1;
  const auto unit_at = [&](std::size_t at) {
    return static_cast<char32_t>(byte_at(bytes, at + low) | (byte_at(bytes, at + 1 - low) << 8));
  };
  Decoded decoded{{}, encoding};
  decoded.utf8.reserve(bytes.size() / 2 + bytes.size() / 16);
  for (std::size_t at = begin; at < bytes.size(); at += 2) {
    if (at + 1 == bytes.size()) return refuse(msg::encoding_damaged_utf16, source, at);
    char32_t unit = unit_at(at);
    if (unit >= 0xD800 && unit < 0xE000) {
      const bool pair_fits = unit < 0xDC00 && at + 3 < bytes.size();
      const char32_t second = pair_fits ? unit_at(at + 2) : 0;
      if (second < 0xDC00 || second > 0xDFFF) return refuse(msg::encoding_damaged_utf16, source, at);
      unit = 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00);
      at += 2;
    }
    append_utf8(decoded.utf8, unit);
  }
  if (binary_from(decoded.utf8)) return refuse(msg::encoding_not_text, source, begin);
  return decoded;
}

bool is_ascii_letter(unsigned char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

// Bytes that Dutch text does not have in Windows-1252, or that betray another encoding: undefined ones, the
// two letters that every UTF-8 accent begins with, Icelandic letters.
bool is_unlikely_in_dutch(unsigned char byte) {
  if (byte < 0x80) return false;
  if (byte < 0xA0) return windows_1252_signs[byte - 0x80] == 0;
  constexpr std::string_view unlikely = "\xC2\xC3\xD0\xDE\xF0\xFE";
  return unlikely.find(static_cast<char>(byte)) != std::string_view::npos;
}

// A sign in the middle of a word is an accented letter of DOS or of an old Macintosh. Apostrophes, dashes, an
// ellipsis, spaces, hyphens and the letters among the signs can stand there.
bool is_sign_inside_word(std::string_view bytes, std::size_t at) {
  const unsigned char byte = byte_at(bytes, at);
  constexpr std::string_view inside_words =
      "\x83\x85\x8A\x8C\x8E\x91\x92\x96\x97\x9A\x9C\x9E\x9F\xA0\xAD\xB4\xB7";
  if (byte < 0x80 || byte >= 0xC0 || inside_words.find(static_cast<char>(byte)) != std::string_view::npos) {
    return false;
  }
  return at > 0 && at + 1 < bytes.size() && is_ascii_letter(byte_at(bytes, at - 1)) &&
         is_ascii_letter(byte_at(bytes, at + 1));
}

// The first byte that speaks against Windows-1252 with Dutch in it; the size when none does.
std::size_t windows_1252_until(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const unsigned char byte = byte_at(bytes, at);
    if (byte < 0x80) continue;
    // The beginning of a dash, quotation mark or euro sign in UTF-8 whose last byte is lost.
    const bool half_a_sign = byte == 0xE2 && at + 1 < bytes.size() &&
                             (byte_at(bytes, at + 1) == 0x80 || byte_at(bytes, at + 1) == 0x82);
    if (half_a_sign || is_unlikely_in_dutch(byte) || is_sign_inside_word(bytes, at)) return at;
  }
  return bytes.size();
}

// Whether most of what is not ASCII is valid UTF-8.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t valid = 0, invalid = 0;
  while (!bytes.empty()) {
    const Utf8Scan scan = scan_utf8(bytes);
    valid += scan.multi_byte_sequences;
    if (scan.valid_until == bytes.size()) break;
    ++invalid;
    bytes.remove_prefix(scan.valid_until + 1);
  }
  return valid > invalid;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  constexpr std::array<std::string_view, 4> names = {"UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"};
  return names[static_cast<std::size_t>(encoding)];
}

Result<Decoded> decode_windows_1252(std::string_view bytes, const std::string& source) {
  Decoded decoded{{}, Encoding::windows_1252};
  decoded.utf8.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const unsigned char byte = byte_at(bytes, at);
    const char32_t code_point = byte < 0x80 || byte >= 0xA0 ? byte : windows_1252_signs[byte - 0x80];
    if (code_point == 0 && byte != 0) return refuse(msg::encoding_unknown, source, at);
    append_utf8(decoded.utf8, code_point);
  }
  if (const auto binary = binary_from(bytes)) return refuse(msg::encoding_not_text, source, *binary);
  return decoded;
}

Result<Decoded> decode(std::string_view bytes, const std::string& source) {
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes, 2, Encoding::utf16_little_endian, source);
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes, 2, Encoding::utf16_big_endian, source);
  if (const auto utf16 = utf16_by_zeros(bytes)) return decode_utf16(bytes, 0, *utf16, source);

  const Utf8Scan scan = scan_utf8(bytes);
  const bool valid = scan.valid_until == bytes.size();
  if (!valid || scan.has_controls) {
    if (const auto binary = binary_from(bytes)) return refuse(msg::encoding_not_text, source, *binary);
  }
  if (valid) return Decoded{std::string(bytes), Encoding::utf8};
  const std::size_t doubt = windows_1252_until(bytes);
  const bool says_utf8 = bytes.starts_with("\xEF\xBB\xBF") || is_mostly_utf8(bytes);
  if (doubt == bytes.size() && !says_utf8) return decode_windows_1252(bytes, source);
  const bool damaged = says_utf8 || scan.multi_byte_sequences > 0;
  if (damaged) return refuse(msg::encoding_damaged_utf8, source, scan.valid_until);
  return refuse(msg::encoding_unknown, source, doubt);
}

}  // namespace codeboom
