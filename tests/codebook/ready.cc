// A codebook read and compiled when the program is built must be what it would have been, read and compiled now; or nothing.
#include "codebook/ready.h"

#include <filesystem>

#include "codebook/machine.h"
#include "corpus/files.h"
#include "tests/match/fixture.h"

namespace codeboom {
namespace {

// Everything that a rule set can hold: all kinds of terms, sets in sets, doers, phrases, separable verbs, all joiners, exclusions.
constexpr std::string_view of_all_kinds = R"yaml(format: codeboom-codebook/1
id: proef
title: Proef met ij en é
version: "1.0.0"
language: nl
source: de test
skip_sections: [colofon]
sets:
  mens: [docent, "@jongere"]
  jongere: ["leerling*", "=PTA"]
  ontkenning: [nooit, in geen geval]
codes:
  - id: een
    name: Een
    threshold: 2
    examples:
      positive: [Docenten spreken leerlingen aan.]
      negative: [Niets.]
    codes:
      - id: een.twee
        name: Twee
        requires: "@mens"
        suppressed_by: (geen zin)
        rules:
          - "aanspreken ^3"
          - ">@mens ..4 (op bezoek) & *gesprek* ! nooit"
          - "samenwerken|samen &, @jongere && /h(av|b)o?/ !, *keuze !&3 loopbaan*"
          - "@jongere &5 kiezen"
)yaml";

ReadyRules made(std::string_view yaml) {
  auto codebook = read_codebook(yaml, "proef.yaml");
  REQUIRE(codebook.has_value());
  auto rules = compile_rules(*codebook);
  REQUIRE(rules.has_value());
  return {std::move(*codebook), std::move(*rules)};
}

}  // namespace

TEST_CASE("a codebook with every kind of rule comes back as it was, and matches the same") {
  const ReadyRules before = made(of_all_kinds);
  const auto after = read_ready(ready_bytes(before, of_all_kinds, "1"), of_all_kinds, "1");
  REQUIRE(after.has_value());
  CHECK(after->codebook.yaml == of_all_kinds);
  CHECK(print_codebook(after->codebook) == print_codebook(before.codebook));
  CHECK(*after->codebook.codes[1].rules[2].rule == *before.codebook.codes[1].rules[2].rule);
  CHECK(after->codebook.codes[1].rules[2].line == before.codebook.codes[1].rules[2].line);
  CHECK(after->rules.bytes() == before.rules.bytes());

  const match_test::Page page = match_test::paragraph(
      "Docenten gaan op bezoek voor een loopbaangesprek. Zij werken met leerlingen samen. De havo en het hbo. Zij spreken hen aan.");
  const auto found = [&](const RuleSet& rules) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rules_in_sentences;
    for (const Match& match : Matcher(rules, nullptr).matches(page.text, page.blocks)) rules_in_sentences.emplace_back(match.rule, match.sentence);
    return rules_in_sentences;
  };
  CHECK(found(before.rules).size() == 3);
  CHECK(found(after->rules) == found(before.rules));
}

TEST_CASE("shipped codebooks come back as they were") {
  for (const auto& file : std::filesystem::directory_iterator(CODEBOOM_SOURCE_DIR "/codebook/boeken")) {
    if (file.path().extension() != ".yaml" || file.path().stem() == "kruistabel") continue;
    INFO(file.path());
    const auto yaml = read_file(file.path().string());
    REQUIRE(yaml.has_value());
    const ReadyRules before = made(*yaml);
    const std::string bytes = ready_bytes(before, *yaml, "1");
    const auto after = read_ready(bytes, *yaml, "1");
    REQUIRE(after.has_value());
    CHECK(after->codebook.yaml == before.codebook.yaml);
    CHECK(print_codebook(after->codebook) == print_codebook(before.codebook));
    CHECK(ready_bytes(*after, *yaml, "1") == bytes);
  }
}

TEST_CASE("what was made of another file or by another program, or is damaged, is not used") {
  const std::string bytes = ready_bytes(made(of_all_kinds), of_all_kinds, "1");
  REQUIRE(read_ready(bytes, of_all_kinds, "1").has_value());
  CHECK_FALSE(read_ready(bytes, std::string(of_all_kinds) + "\n", "1").has_value());
  CHECK_FALSE(read_ready(bytes, of_all_kinds, "2").has_value());
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, bytes.find('\n'), bytes.find('\n') + 1, bytes.size() / 2, bytes.size() - 1}) {
    CHECK_FALSE(read_ready(bytes.substr(0, size), of_all_kinds, "1").has_value());
  }
  CHECK_FALSE(read_ready(bytes + "x", of_all_kinds, "1").has_value());
  for (std::size_t at = 0; at < bytes.size(); at += 97) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    CHECK_FALSE(read_ready(damaged, of_all_kinds, "1").has_value());
  }
}

}  // namespace codeboom
