#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "corpus/coding.h"
#include "corpus/document.h"
#include "message_keys/corpus.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

std::uint32_t below(std::mt19937& random, std::uint32_t limit) {
  return static_cast<std::uint32_t>(random()) % limit;
}

Suggestions random_suggestions(std::mt19937& random, std::size_t count) {
  Suggestions result;
  for (std::size_t i = 0; i < count; ++i) {
    Suggestion suggestion;
    suggestion.span.begin.value = below(random, 100'000);
    suggestion.span.end.value = suggestion.span.begin.value + below(random, 300);
    suggestion.label = below(random, 90);
    suggestion.score = static_cast<float>(below(random, 1000)) / 7.0f;
    suggestion.chance = static_cast<float>(below(random, 100)) / 100.0f;
    suggestion.flags = static_cast<Flags>(below(random, 64));
    suggestion.first_evidence = static_cast<std::uint32_t>(result.evidence.size());
    for (std::uint32_t evidence = below(random, 4); evidence > 0; --evidence) {
      const std::uint32_t begin = suggestion.span.begin.value + below(random, 50);
      result.evidence.push_back({{{begin}, {begin + 9}}, below(random, 3000), static_cast<float>(below(random, 3))});
    }
    suggestion.end_evidence = static_cast<std::uint32_t>(result.evidence.size());
    result.suggestions.push_back(suggestion);
  }
  return result;
}

}  // namespace

TEST_CASE("suggestions come back from their packed form as they went in") {
  std::mt19937 random(7);
  for (const std::size_t count : {0u, 1u, 2u, 10u, 1000u}) {
    const Suggestions given = random_suggestions(random, count);
    const auto back = unpack(pack(given));
    REQUIRE(back);
    CHECK((*back == given));
  }
}

TEST_CASE("no number is lost in packing, however large or odd") {
  constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
  Suggestions given;
  given.evidence = {{{{most}, {most}}, most, -1.5f}, {{{0}, {most}}, 0, 0}, {{{5}, {5}}, 1, 0.1f}};
  for (const float score :
       {0.0f, -0.0f, 3.0f, 4.5f, 0.1f, -1e-42f, std::numeric_limits<float>::max(),
        std::numeric_limits<float>::infinity(), std::numeric_limits<float>::denorm_min()}) {
    given.suggestions.push_back({{{most - 1}, {most}}, most, score, 0.875f, 0xFFFF, 0, 3});
    given.suggestions.push_back({{{0}, {0}}, 0, score, score, 0, 2, 2});
  }
  const auto back = unpack(pack(given));
  REQUIRE(back);
  CHECK((*back == given));
  CHECK(std::signbit(back->suggestions[2].score));
}

TEST_CASE("a usual suggestion with one piece of evidence takes 17 bytes or fewer") {
  Suggestions given;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    given.suggestions.push_back({{{i * 100}, {i * 100 + 90}}, i % 78, 4.0f, 0, 0, i, i + 1});
    given.evidence.push_back({{{i * 100 + 5}, {i * 100 + 17}}, i % 3000, 2.0f});
  }
  CHECK(pack(given).size() <= 17 * 1000);
}

TEST_CASE(
    "packed suggestions that are cut off, longer, or changed in any byte never give something invalid") {
  std::mt19937 random(11);
  const Suggestions given = random_suggestions(random, 10);
  const std::string bytes = pack(given);
  for (std::size_t length = 0; length < bytes.size(); ++length) CHECK_FALSE(unpack(bytes.substr(0, length)));
  CHECK_FALSE(unpack(bytes + '\0'));
  int accepted = 0;
  for (std::size_t at = 1; at < bytes.size(); ++at) {  // the first byte is the version: an older one is read, not written
    for (int change = 1; change < 256; ++change) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ change);
      const auto back = unpack(changed);
      if (!back) continue;
      ++accepted;
      const auto is_valid = [&](const Suggestion& suggestion) {
        return suggestion.span.begin <= suggestion.span.end &&
               suggestion.first_evidence <= suggestion.end_evidence &&
               suggestion.end_evidence <= back->evidence.size();
      };
      REQUIRE(std::all_of(back->suggestions.begin(), back->suggestions.end(), is_valid));
      REQUIRE((pack(*back) == changed));  // what is accepted is exactly what pack() would have written
    }
  }
  CHECK(accepted > 0);
}

TEST_CASE("hostile bytes are refused before memory is taken for them") {
  const std::vector<std::string> hostile = {
      "",
      "\x03",
      "\x02",
      "\x01",
      "\x01\xFF\xFF\xFF\xFF\x0F",
      std::string("\x01\x01\x14\x03\x02\x90\x20\x80\x80\x04\x00\x01\x01\x14\x02\x05", 16),  // flags over 16 bits
      std::string("\x01\0\xFF\xFF\xFF\xFF\x0F", 7),
      "\x01\xFF\xFF\xFF\xFF\x1F",                  // more than 32 bits
      "\x01\x80\x80\x80\x80\x80\x80\x80\x80\x01",  // a number without end
      std::string("\x81\0\0\0", 4),                // the version written longer than needed
      std::string("\x01\x80\0\0", 4),              // a zero in two bytes
  };
  for (const std::string& bytes : hostile) {
    CAPTURE(bytes);
    const auto back = unpack(bytes);
    REQUIRE_FALSE(back);
    CHECK(back.error().kind == ErrorKind::bad_input);
    CHECK(back.error().message.key == msg::coding_not_packed);
  }
  CHECK(unpack(std::string("\x01\0\0", 3))->suggestions.empty());
}

TEST_CASE("packed suggestions of version 1, without chance and weight, are still read") {
  // One suggestion at 10..13: label 2, score 3, no flags, one piece of evidence at 10..12 of rule 5.
  const std::string bytes("\x01\x01\x14\x03\x02\x90\x20\x00\x00\x01\x01\x14\x02\x05", 14);
  const auto back = unpack(bytes);
  REQUIRE(back);
  REQUIRE(back->suggestions.size() == 1);
  CHECK(back->suggestions[0].score == 3.0f);
  CHECK(back->suggestions[0].chance == 0);
  CHECK(back->evidence[0].rule == 5);
  CHECK(back->evidence[0].weight == 0);
}

TEST_CASE("flags, verdicts and block kinds have names and are found by them") {
  CHECK(names_of(0).empty());
  CHECK(names_of(63) ==
        std::vector<std::string_view>{"negation", "question", "back_off", "goal", "wish", "problem"});
  CHECK(names_of(static_cast<Flags>(Flag::question)) == std::vector<std::string_view>{"question"});
  for (const Flag flag : {Flag::negation, Flag::question, Flag::back_off, Flag::goal, Flag::wish, Flag::problem}) {
    CHECK(flag_named(names_of(static_cast<Flags>(flag)).at(0)) == flag);
  }
  CHECK_FALSE(flag_named("Negation"));
  for (const Verdict verdict : {Verdict::accepted, Verdict::rejected, Verdict::changed}) {
    CHECK(verdict_named(name_of(verdict)) == verdict);
  }
  CHECK(name_of(Verdict::rejected) == "rejected");
  CHECK_FALSE(verdict_named(""));
  for (const BlockKind kind :
       {BlockKind::title, BlockKind::heading, BlockKind::paragraph, BlockKind::bullet, BlockKind::table_row,
        BlockKind::quote, BlockKind::question, BlockKind::answer}) {
    CHECK(block_kind_named(name_of(kind)) == kind);
  }
  CHECK(name_of(BlockKind::table_row) == "table_row");
  CHECK_FALSE(block_kind_named("chapter"));
}
