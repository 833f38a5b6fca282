#include "corpus/coding.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

#include "message_keys/corpus.h"

namespace codeboom {
namespace {

constexpr std::array<std::pair<Flag, std::string_view>, 6> flag_names = {{{Flag::negation, "negation"},
                                                                          {Flag::question, "question"},
                                                                          {Flag::back_off, "back_off"},
                                                                          {Flag::goal, "goal"},
                                                                          {Flag::wish, "wish"},
                                                                          {Flag::problem, "problem"}}};

// In the order of CoderKind, and of Verdict.
constexpr std::array<std::string_view, 3> kind_names = {"person", "machine", "consensus"};
constexpr std::array<std::string_view, 3> verdict_names = {"accepted", "rejected", "changed"};

// Packed suggestions, version 2. All numbers are LEB128 in
// their shortest form; a signed difference is zigzag-coded.
//
//   version                          1
//   number of suggestions, then each: begin - previous begin (signed), length, label, score, chance, flags,
//                                     first evidence - previous end of evidence (signed), number of evidence
//   number of evidence, then each:    begin - previous begin (signed), length, rule, weight
//
// A score, chance or weight is its IEEE 754 bits turned left by 14: numbers such as 3 or 4.5 have only zeros after those and
// take two bytes. Version 1 had no chance and no weight.
constexpr std::uint32_t packed_version = 2;
constexpr int score_rotation = 14;
constexpr std::size_t smallest_suggestion = 7, smallest_evidence = 3;  // in bytes, of any version

class Writer {
 public:
  void number(std::uint32_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  // Differences wrap around, so that every pair of numbers has one.
  void difference(std::uint32_t value, std::uint32_t previous) {
    const std::uint32_t step = value - previous;
    number((step << 1) ^ (step >> 31 ? ~0u : 0u));
  }
  void span(Span value, std::uint32_t& previous_begin) {
    assert(value.begin <= value.end);
    difference(value.begin.value, previous_begin);
    number(value.end.value - value.begin.value);
    previous_begin = value.begin.value;
  }
  void fraction(float value) { number(std::rotl(std::bit_cast<std::uint32_t>(value), score_rotation)); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// After the first thing that pack() does not write, failed() is true and every number is 0.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 35 && !bytes_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte >= 0x80) continue;
      const bool shortest = byte != 0 || shift == 0;
      if (!shortest || value > 0xFFFFFFFFu) break;
      return static_cast<std::uint32_t>(value);
    }
    fail();
    return 0;
  }
  std::uint32_t difference(std::uint32_t previous) {
    const std::uint32_t coded = number();
    return previous + ((coded >> 1) ^ (coded & 1 ? ~0u : 0u));
  }
  float fraction() { return std::bit_cast<float>(std::rotr(number(), score_rotation)); }
  Span span(std::uint32_t& previous_begin) {
    const std::uint32_t begin = difference(previous_begin);
    const std::uint32_t end = begin + number();
    if (end < begin) fail();
    previous_begin = begin;
    return {{begin}, {end}};
  }
  // A count that the bytes left cannot hold is refused before anything is allocated for it.
  std::uint32_t count(std::size_t smallest) {
    const std::uint32_t value = number();
    if (value > bytes_.size() / smallest) fail();
    return failed_ ? 0 : value;
  }
  void fail() {
    failed_ = true;
    bytes_ = {};
  }
  bool failed() const { return failed_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

Suggestion read_suggestion(Reader& reader, std::uint32_t version, std::uint32_t& begin, std::uint32_t& end_evidence) {
  Suggestion suggestion;
  suggestion.span = reader.span(begin);
  suggestion.label = reader.number();
  suggestion.score = reader.fraction();
  if (version > 1) suggestion.chance = reader.fraction();
  const std::uint32_t flags = reader.number();
  if (flags > 0xFFFF) reader.fail();
  suggestion.flags = static_cast<Flags>(flags);
  suggestion.first_evidence = reader.difference(end_evidence);
  suggestion.end_evidence = suggestion.first_evidence + reader.number();
  if (suggestion.end_evidence < suggestion.first_evidence) reader.fail();
  end_evidence = suggestion.end_evidence;
  return suggestion;
}

}  // namespace

std::vector<std::string_view> names_of(Flags flags) {
  std::vector<std::string_view> names;
  for (const auto& [flag, name] : flag_names) {
    if (has(flags, flag)) names.push_back(name);
  }
  return names;
}

std::optional<Flag> flag_named(std::string_view name) {
  for (const auto& [flag, flag_name] : flag_names) {
    if (flag_name == name) return flag;
  }
  return std::nullopt;
}

std::string_view name_of(CoderKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<CoderKind> coder_kind_named(std::string_view name) {
  const auto found = std::find(kind_names.begin(), kind_names.end(), name);
  if (found == kind_names.end()) return std::nullopt;
  return static_cast<CoderKind>(found - kind_names.begin());
}

std::string_view name_of(Verdict verdict) { return verdict_names[static_cast<std::size_t>(verdict)]; }

std::optional<Verdict> verdict_named(std::string_view name) {
  const auto found = std::find(verdict_names.begin(), verdict_names.end(), name);
  if (found == verdict_names.end()) return std::nullopt;
  return static_cast<Verdict>(found - verdict_names.begin());
}

std::string pack(const Suggestions& suggestions) {
  Writer writer;
  writer.number(packed_version);
  writer.number(static_cast<std::uint32_t>(suggestions.suggestions.size()));
  std::uint32_t begin = 0, end_evidence = 0;
  for (const Suggestion& suggestion : suggestions.suggestions) {
    assert(suggestion.first_evidence <= suggestion.end_evidence);
    assert(suggestion.end_evidence <= suggestions.evidence.size());
    writer.span(suggestion.span, begin);
    writer.number(suggestion.label);
    writer.fraction(suggestion.score);
    writer.fraction(suggestion.chance);
    writer.number(suggestion.flags);
    writer.difference(suggestion.first_evidence, end_evidence);
    writer.number(suggestion.end_evidence - suggestion.first_evidence);
    end_evidence = suggestion.end_evidence;
  }
  writer.number(static_cast<std::uint32_t>(suggestions.evidence.size()));
  begin = 0;
  for (const RuleEvidence& evidence : suggestions.evidence) {
    writer.span(evidence.span, begin);
    writer.number(evidence.rule);
    writer.fraction(evidence.weight);
  }
  return writer.take();
}

Result<Suggestions> unpack(std::string_view bytes) {
  Reader reader(bytes);
  Suggestions result;
  const std::uint32_t version = reader.number();
  if (version != 1 && version != packed_version) reader.fail();
  std::uint32_t begin = 0, end_evidence = 0;
  result.suggestions.resize(reader.count(smallest_suggestion));
  for (Suggestion& suggestion : result.suggestions) suggestion = read_suggestion(reader, version, begin, end_evidence);
  begin = 0;
  result.evidence.resize(reader.count(smallest_evidence));
  for (RuleEvidence& evidence : result.evidence) {
    evidence.span = reader.span(begin);
    evidence.rule = reader.number();
    if (version > 1) evidence.weight = reader.fraction();
  }
  for (const Suggestion& suggestion : result.suggestions) {
    if (suggestion.end_evidence > result.evidence.size()) reader.fail();
  }
  if (reader.failed() || !reader.at_end()) return fail(ErrorKind::bad_input, msg::coding_not_packed);
  return result;
}

}  // namespace codeboom
