#include <vector>

#include "codebook/codebook.h"
#include "codebook/machine.h"
#include "corpus/files.h"
#include "message_keys/codebook.h"
#include "message_keys/engine.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

const char* const small = R"(format: codeboom-codebook/1
id: proef
title: Proef
version: "1.2"
language: nl
source: eigen werk
sets:
  docent: [docent, "*docent", "@mens"]
  mens: [mentor, sociaal medium]
skip_sections: [colofon]
codes:
  - id: taal
    name: Taal
    definition: Wat het is.
    include: Wel dit.
    exclude: Niet dat.
    statement: De school doet dit
    question: Doet de school dit?
    examples:
      positive: ["Een podcast."]
      negative: ["Een boek.", "Een krant."]
    codes:
      - id: taal.toon
        name: Toon
        threshold: 2.5
        requires: "@docent"
        suppressed_by: (graag willen)
        rules:
          - 'toon ^3'
          - 'kort|simpel tekst & @docent !lang'
  - id: basis
    name: Basis
)";

Error error_of(const std::string& yaml) {
  const auto codebook = parse_codebook(yaml, "boek.yaml");
  REQUIRE_FALSE(codebook.has_value());
  return codebook.error();
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

std::vector<std::string> shipped_codebooks() {
  std::vector<std::string> paths;
  for (const char* name : {"hva-succeselementen", "hva-startcodes", "subdoelen", "zeven-elementen", "loopbaancompetenties",
                           "aob-aanbevelingen", "lob-activiteiten", "lob-activiteit-kenmerken", "lob-informatie"}) {
    paths.push_back(std::string(CODEBOOM_SOURCE_DIR) + "/codebook/boeken/" + name + ".yaml");
  }
  return paths;
}

void check_same(const Codebook& a, const Codebook& b) {
  CHECK(a.id_and_version() == b.id_and_version());
  CHECK(a.learn_from == b.learn_from);
  CHECK(a.title == b.title);
  CHECK(a.source == b.source);
  CHECK(a.sets == b.sets);
  CHECK(a.skip_sections == b.skip_sections);
  REQUIRE(a.codes.size() == b.codes.size());
  for (std::size_t i = 0; i < a.codes.size(); ++i) {
    const Code& x = a.codes[i];
    const Code& y = b.codes[i];
    CHECK(x.id == y.id);
    CHECK(x.name == y.name);
    CHECK(x.parent == y.parent);
    CHECK(x.level == y.level);
    CHECK(x.definition == y.definition);
    CHECK(x.include == y.include);
    CHECK(x.exclude == y.exclude);
    CHECK(x.statement == y.statement);
    CHECK(x.question == y.question);
    CHECK(x.positive == y.positive);
    CHECK(x.negative == y.negative);
    CHECK(x.threshold == y.threshold);
    CHECK(x.requires_any == y.requires_any);
    CHECK(x.suppressed_by == y.suppressed_by);
    REQUIRE(x.rules.size() == y.rules.size());
    for (std::size_t rule = 0; rule < x.rules.size(); ++rule) CHECK(*x.rules[rule].rule == *y.rules[rule].rule);
  }
}

}  // namespace

TEST_CASE("a codebook is read whole, parents before children") {
  const auto codebook = parse_codebook(small, "boek.yaml");
  REQUIRE(codebook.has_value());
  CHECK(codebook->id_and_version() == "proef 1.2");
  REQUIRE(codebook->codes.size() == 3);
  CHECK(codebook->codes[0].id == "taal");
  CHECK(codebook->codes[0].negative.size() == 2);
  CHECK(codebook->codes[1].id == "taal.toon");
  CHECK(codebook->codes[1].parent == 0);
  CHECK(codebook->codes[1].level == 2);
  CHECK(codebook->codes[1].threshold == 2.5f);
  CHECK(codebook->codes[1].requires_any.has_value());
  CHECK(codebook->codes[1].suppressed_by.has_value());
  CHECK(codebook->codes[2].parent == -1);
  CHECK(codebook->sets.at("mens").size() == 2);
  CHECK(rule_ids(*codebook) == std::vector<std::string>{"taal.toon#1", "taal.toon#2"});
  CHECK(is_leaf(*codebook, 1));
  CHECK_FALSE(is_leaf(*codebook, 0));
  CHECK(is_leaf(*codebook, 2));
  CHECK(is_within(*codebook, 1, 0));
  CHECK_FALSE(is_within(*codebook, 0, 1));
  CHECK(find_code(*codebook, "basis") == 2u);
  CHECK_FALSE(find_code(*codebook, "bas").has_value());
}

TEST_CASE("printing a codebook and reading it back changes nothing") {
  const auto first = parse_codebook(small, "boek.yaml");
  REQUIRE(first.has_value());
  const auto second = parse_codebook(print_codebook(*first), "boek.yaml");
  REQUIRE(second.has_value());
  check_same(*first, *second);
}

TEST_CASE("every shipped codebook is read, compiles, and survives printing") {
  for (const std::string& path : shipped_codebooks()) {
    INFO(path);
    const auto first = load_codebook(path);
    if (!first) FAIL(in_words(first.error().message, UserLanguage::en));
    CHECK(compile_rules(*first).has_value());
    const auto second = parse_codebook(print_codebook(*first), path);
    REQUIRE(second.has_value());
    check_same(*first, *second);
  }
}

TEST_CASE("the codebook of the study has all its codes, complete") {
  const auto codebook = load_codebook(shipped_codebooks().front());
  REQUIRE(codebook.has_value());
  const auto bytes = read_file(std::string(CODEBOOM_SOURCE_DIR) + "/corpus/studie-hva-2025/codes.tsv");
  REQUIRE(bytes.has_value());
  std::size_t codes = 0, leaves = 0;
  for (std::uint32_t i = 0; i < codebook->codes.size(); ++i) {
    const Code& code = codebook->codes[i];
    INFO(code.id);
    ++codes;
    leaves += is_leaf(*codebook, i) ? 1 : 0;
    CHECK(bytes->find("\n" + code.id + "\t") != std::string::npos);
    CHECK(bytes->find("\t" + code.name + "\n") != std::string::npos);
    CHECK_FALSE(code.definition.empty());
    CHECK_FALSE(code.include.empty());
    CHECK_FALSE(code.exclude.empty());
    CHECK(code.positive.size() >= 2);
    CHECK(code.negative.size() >= 1);
    if (is_leaf(*codebook, i)) CHECK_FALSE(code.rules.empty());
  }
  CHECK(codes == 94);
  CHECK(leaves == 78);
}

TEST_CASE("the record in a project gives the same codebook back") {
  const auto codebook = parse_codebook(small, "boek.yaml");
  REQUIRE(codebook.has_value());
  const CodebookVersion record = to_record(*codebook);
  CHECK(record.codes[1].parent == "taal");
  CHECK(record.rules == rule_ids(*codebook));
  const auto back = from_record(record);
  REQUIRE(back.has_value());
  check_same(*codebook, *back);
}

TEST_CASE("what is wrong in a codebook is named with its line and piece") {
  struct Case {
    const char* what;
    const char* by;
    MessageKey key;
    int line;
    const char* piece;
  };
  const Case cases[] = {
      {"format: codeboom-codebook/1", "format: anders", msg::codebook_not_a_codebook, 1, "format"},
      {"id: proef\n", "", msg::codebook_missing_key, 1, "id"},
      {"language: nl", "taal: nl", msg::codebook_unknown_key, 5, "taal"},
      {"  docent: [docent", "  docent: [(een (twee", msg::codebook_bad_rule, 8, "@docent"},
      {"\"*docent\"", "\"*do\"", msg::codebook_bad_rule, 8, "@docent"},
      {"    name: Taal\n", "", msg::codebook_missing_key, 12, "name"},
      {"definition: Wat", "definitie: Wat", msg::codebook_unknown_key, 14, "definitie"},
      {"id: taal.toon", "id: toon", msg::codebook_id_not_below_parent, 23, "toon"},
      {"id: taal.toon", "id: taal.Toon", msg::codebook_bad_id, 23, "taal.Toon"},
      {"id: basis", "id: taal", msg::codebook_double_id, 31, "taal"},
      {"threshold: 2.5", "threshold: veel", msg::codebook_bad_number, 25, "veel"},
      {"threshold: 2.5", "threshold: 0", msg::codebook_bad_number, 25, "0"},
      {"'toon ^3'", "'toon ^4'", msg::codebook_bad_rule, 29, "taal.toon"},
      {"positive: [\"Een podcast.\"]", "positive: Een podcast.", msg::codebook_expected_list, 20, "positive"},
      {"rules:\n          - 'toon ^3'\n          - 'kort|simpel tekst & @docent !lang'\n", "rules: toon\n",
       msg::codebook_expected_list, 28, "rules"},
  };
  for (const Case& item : cases) {
    INFO(item.by);
    const Error error = error_of(replaced(small, item.what, item.by));
    CHECK(error.kind == ErrorKind::bad_input);
    CHECK(error.message.key == item.key);
    const std::string words = in_words(error.message, UserLanguage::nl);
    INFO(words);
    CHECK(words.find("boek.yaml, regel " + std::to_string(item.line)) == 0);
    CHECK(words.find(item.piece) != std::string::npos);
  }
}

TEST_CASE("broken YAML is one sentence with its line") {
  const Error error = error_of("format: codeboom-codebook/1\nid: [\n");
  CHECK(error.message.key == msg::codebook_bad_yaml);
  CHECK(error_of("").message.key == msg::codebook_not_a_codebook);
  CHECK(error_of("- a\n- b\n").message.key == msg::codebook_not_a_codebook);
  CHECK(error_of("format: codeboom-codebook/1\nid: a\nversion: 1\ncodes: []\n").message.key == msg::codebook_no_codes);
}

TEST_CASE("a set that does not exist is named with the line that mentions it") {
  for (const auto& [what, by, line] : {std::tuple{"& @docent", "& @leraar", "30"}, {"\"@mens\"]", "\"@leraar\"]", "8"},
                                       {"requires: \"@docent\"", "requires: \"@leraar\"", "23"}}) {
    const std::string words = in_words(error_of(replaced(small, what, by)).message, UserLanguage::nl);
    INFO(words);
    CHECK(words.find("boek.yaml, regel " + std::string(line)) == 0);
    CHECK(words.find("@leraar") != std::string::npos);
  }
}

TEST_CASE("a set that holds itself is found when the rules are compiled") {
  const auto cyclic = parse_codebook(replaced(small, "[mentor, ", "[mentor, \"@docent\", "), "boek.yaml");
  REQUIRE(cyclic.has_value());
  const auto cycle = compile_rules(*cyclic);
  REQUIRE_FALSE(cycle.has_value());
  CHECK(cycle.error().message.key == msg::rule_set_cycle);
}

TEST_CASE("a codebook saved on Windows is read, and one whose bytes are no text is refused by name") {
  const std::string yaml = replaced(small, "name: Toon", "name: Eén toon");
  const std::string in_windows_1252 = replaced(yaml, "Eén", "E\xE9n");
  const auto codebook = read_codebook(in_windows_1252, "proef.yaml");
  REQUIRE(codebook.has_value());
  CHECK(codebook->codes[1].name == "Eén toon");
  CHECK(codebook->yaml == yaml);
  const auto damaged = read_codebook(yaml + "# \xE9", "proef.yaml");
  REQUIRE_FALSE(damaged.has_value());
  CHECK(in_words(damaged.error().message, UserLanguage::nl) ==
        "proef.yaml is beschadigde UTF-8: op bytepositie " + std::to_string(yaml.size() + 2) +
            " staat geen geldig teken. Herstel het daar en sla het bestand op als UTF-8.");
}
