#include "corpus/text.h"

#include <nettle/sha2.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

#include "corpus/utf8.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_text = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t index_step = 64;  // bytes per entry of Text::code_points_before_

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::uint32_t count_code_points(std::string_view utf8) {
  return static_cast<std::uint32_t>(std::count_if(utf8.begin(), utf8.end(), begins_code_point));
}

// Bytes that stay as they are, wherever they stand.
bool stays(unsigned char byte) {
  return (byte >= 0x20 && byte != 0x7F && byte != 0xC2) || byte == '\n' || byte == '\t';
}

// Requires: valid UTF-8.
std::string without_controls(std::string_view utf8) {
  std::string clean;
  clean.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    while (at < utf8.size() && stays(static_cast<unsigned char>(utf8[at]))) ++at;
    clean.append(utf8, begin, at - begin);
    if (at == utf8.size()) break;
    const char byte = utf8[at++];
    if (byte == '\r') {
      clean += '\n';
      if (at < utf8.size() && utf8[at] == '\n') ++at;
    } else if (byte != '\xC2') {
      clean += ' ';
    } else {
      const bool control = static_cast<unsigned char>(utf8[at]) < 0xA0;
      if (control) clean += ' ';
      if (!control) clean.append(utf8, at - 1, 2);
      ++at;
    }
  }
  return clean;
}

// Composes piece by piece, because ICU counts in 32 bits with a sign. A piece ends before an ASCII character:
// nothing composes across that border. Requires: valid UTF-8.
Result<std::string> composed(std::string_view utf8) {
  constexpr std::size_t piece_size = 1024 * 1024;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form_c = icu::Normalizer2::getNFCInstance(status);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  for (std::size_t begin = 0; begin < utf8.size() && U_SUCCESS(status);) {
    std::size_t end = std::min(begin + piece_size, utf8.size());
    while (end < utf8.size() && static_cast<unsigned char>(utf8[end]) >= 0x80) ++end;
    if (end - begin > std::numeric_limits<std::int32_t>::max()) status = U_BUFFER_OVERFLOW_ERROR;
    const std::string_view piece = std::string_view(utf8).substr(begin, end - begin);
    if (scan_utf8(piece).may_need_composing) {
      form_c->normalizeUTF8(0, icu::StringPiece(piece.data(), static_cast<std::int32_t>(piece.size())), sink,
                            nullptr, status);
    } else {
      result += piece;
    }
    begin = end;
  }
  if (U_FAILURE(status)) return fail(ErrorKind::bad_input, msg::text_too_long);
  return result;
}

}  // namespace

Result<Text> Text::from_utf8(std::string_view utf8) {
  const std::size_t given_size = utf8.size();
  while (utf8.starts_with(byte_order_mark)) utf8.remove_prefix(byte_order_mark.size());
  const Utf8Scan scan = scan_utf8(utf8);
  if (scan.valid_until < utf8.size()) {
    const std::size_t position = given_size - utf8.size() + scan.valid_until;
    return fail(ErrorKind::bad_input, msg::text_invalid_utf8,
                {{"byte", static_cast<std::int64_t>(position)}});
  }
  if (utf8.size() > longest_text) return fail(ErrorKind::bad_input, msg::text_too_long);

  Text text;
  text.utf8_ = scan.has_controls ? without_controls(utf8) : std::string(utf8);
  if (scan.may_need_composing) {
    auto normalised = composed(text.utf8_);
    if (!normalised) return tl::unexpected(normalised.error());
    if (normalised->size() > longest_text) return fail(ErrorKind::bad_input, msg::text_too_long);
    text.utf8_ = std::move(*normalised);
  }
  if (scan.multi_byte_sequences > 0) {
    std::uint32_t before = 0;
    text.code_points_before_.reserve(text.utf8_.size() / index_step + 1);
    for (std::size_t begin = 0; begin <= text.utf8_.size(); begin += index_step) {
      text.code_points_before_.push_back(before);
      before += count_code_points(std::string_view(text.utf8_).substr(begin, index_step));
    }
  }
  return text;
}

std::uint32_t Text::code_points() const { return to_code_points(whole().end).value; }

CodePointOffset Text::to_code_points(ByteOffset offset) const {
  assert(offset.value <= utf8_.size());
  assert(offset.value == utf8_.size() || begins_code_point(utf8_[offset.value]));
  if (code_points_before_.empty()) return {offset.value};
  const std::size_t entry = offset.value / index_step;
  const std::size_t begin = entry * index_step;
  const auto rest = std::string_view(utf8_).substr(begin, offset.value - begin);
  return {code_points_before_[entry] + count_code_points(rest)};
}

Result<ByteOffset> Text::to_bytes(CodePointOffset offset) const {
  const std::uint32_t length = code_points();
  if (offset.value > length) {
    return fail(ErrorKind::bad_input, msg::text_position_beyond_end,
                {{"position", std::int64_t{offset.value}}, {"length", std::int64_t{length}}});
  }
  if (code_points_before_.empty()) return ByteOffset{offset.value};
  // The last entry that has at most `offset` code points before it; the end of the text is the one place
  // where no code point begins.
  const auto after =
      std::upper_bound(code_points_before_.begin(), code_points_before_.end(), offset.value) - 1;
  std::uint32_t remaining = offset.value - *after;
  std::size_t at = static_cast<std::size_t>(after - code_points_before_.begin()) * index_step;
  while (at < utf8_.size()) {
    if (begins_code_point(utf8_[at])) {
      if (remaining == 0) break;
      --remaining;
    }
    ++at;
  }
  return ByteOffset{static_cast<std::uint32_t>(at)};
}

Result<Span> Text::to_bytes(CodePointSpan span) const {
  if (span.begin > span.end) {
    return fail(ErrorKind::bad_input, msg::text_positions_swapped,
                {{"begin", std::int64_t{span.begin.value}}, {"end", std::int64_t{span.end.value}}});
  }
  const auto begin = to_bytes(span.begin);
  if (!begin) return tl::unexpected(begin.error());
  const auto end = to_bytes(span.end);
  if (!end) return tl::unexpected(end.error());
  return Span{*begin, *end};
}

std::uint32_t Text::line_of(ByteOffset offset) const {
  assert(offset.value <= utf8_.size());
  return 1 + static_cast<std::uint32_t>(std::count(utf8_.begin(), utf8_.begin() + offset.value, '\n'));
}

std::string content_hash(const Text& text) { return content_hash(std::string_view(text.utf8())); }

std::string content_hash(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hexadecimal;
  for (const std::uint8_t byte : digest) {
    hexadecimal += digits[byte >> 4];
    hexadecimal += digits[byte & 15];
  }
  return hexadecimal;
}

}  // namespace codeboom
