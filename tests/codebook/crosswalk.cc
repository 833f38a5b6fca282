#include "codebook/crosswalk.h"

#include <set>

#include "tests/catch.h"

using namespace codeboom;

namespace {

constexpr const char* from_yaml = R"(format: codeboom-codebook/1
id: bron
version: "1"
codes:
  - id: a
    name: A
    codes:
      - {id: a.x, name: AX}
      - {id: a.y, name: AY}
  - {id: b, name: B}
)";
constexpr const char* to_yaml = R"(format: codeboom-codebook/1
id: doel
version: "2"
codes:
  - {id: p, name: P}
  - {id: q, name: Q}
)";

std::string crosswalk_yaml(const std::string& target) {
  return "format: codeboom-crosswalk/1\nid: k\ntitle: K\nversion: \"1\"\nfrom: bron\ntargets:\n" + target;
}

LoadedCrosswalk loaded(const std::string& target) {
  auto crosswalk = parse_crosswalk(crosswalk_yaml(target), "k.yaml");
  REQUIRE(crosswalk);
  auto from = parse_codebook(from_yaml, "bron.yaml"), to = parse_codebook(to_yaml, "doel.yaml");
  REQUIRE(from);
  REQUIRE(to);
  return {std::move(*crosswalk), std::move(*from), {std::move(*to)}, "k.yaml"};
}

std::vector<std::string> faults(const std::string& target) {
  std::vector<std::string> texts;
  for (const Message& fault : crosswalk_faults(loaded(target))) texts.push_back(in_words(fault, UserLanguage::nl));
  return texts;
}

const std::string sound = "  - codebook: doel\n    links:\n      - {from: a, to: p, reason: r}\n    without:\n      - {code: b, reason: r}\n";

}  // namespace

TEST_CASE("a crosswalk is read with its links, gaps and lines") {
  const auto crosswalk = parse_crosswalk(crosswalk_yaml(sound), "k.yaml");
  REQUIRE(crosswalk);
  CHECK(crosswalk->id_and_version() == "k 1");
  REQUIRE(crosswalk->targets.size() == 1);
  CHECK(crosswalk->targets[0].links[0].from == "a");
  CHECK(crosswalk->targets[0].links[0].line == 9);
  CHECK(crosswalk->targets[0].without[0].reason == "r");
}

TEST_CASE("a link or gap of a code with others below it holds for its leaves") { CHECK(faults(sound).empty()); }

TEST_CASE("what does not add up in a crosswalk is said with its line") {
  const std::string begin = "  - codebook: doel\n    links:\n      - {from: a, to: p, reason: r}\n";
  struct Row {
    std::string rest, expected;
  };
  const Row rows[] = {
      {"    without: []\n", "k.yaml, regel 7: b is niet met doel verbonden en staat ook niet bij “without”."},
      {"      - {from: a.x, to: p, reason: s}\n    without:\n      - {code: b, reason: r}\n",
       "k.yaml, regel 10: a.x is al met p verbonden, op regel 9 (doel)."},
      {"      - {from: b, to: z, reason: s}\n    without:\n      - {code: b, reason: r}\n",
       "k.yaml, regel 10: code z staat niet in codeboek doel 2 (doel)."},
      {"      - {from: c, to: q, reason: s}\n    without:\n      - {code: b, reason: r}\n",
       "k.yaml, regel 10: code c staat niet in codeboek bron 1 (doel)."},
      {"    without:\n      - {code: b, reason: r}\n      - {code: a.y, reason: s}\n",
       "k.yaml, regel 12: a.y staat bij “without”, maar is op regel 9 verbonden (doel)."},
      {"    without:\n      - {code: b, reason: r}\n      - {code: b, reason: s}\n",
       "k.yaml, regel 12: b staat al bij “without”, op regel 11 (doel)."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    CHECK(faults(begin + row.rest) == std::vector<std::string>{row.expected});
  }
}

TEST_CASE("a crosswalk that cannot be read is refused with file, line and piece") {
  struct Row {
    std::string yaml, expected;
  };
  const Row rows[] = {
      {"format: codeboom-codebook/1\n", "k.yaml, regel 1: dit is geen kruistabel; bovenaan hoort “format: codeboom-crosswalk/1” te staan."},
      {crosswalk_yaml(sound) + "kleur: rood\n",
       "k.yaml, regel 12: “kleur” is hier geen bekend kenmerk; wel: format, id, title, version, language, from, targets."},
      {"format: codeboom-crosswalk/1\nid: k\ntitle: K\nversion: \"1\"\nfrom: bron\n", "k.yaml, regel 1: hier ontbreekt “targets”."},
      {crosswalk_yaml("  - codebook: doel\n    links:\n      - {from: a, to: p}\n"), "k.yaml, regel 9: hier ontbreekt “reason”."},
      {crosswalk_yaml("  - codebook: doel\n    links: ja\n"), "k.yaml, regel 8: bij “links” hoort een lijst te staan."},
  };
  for (const Row& row : rows) {
    const auto read = parse_crosswalk(row.yaml, "k.yaml");
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::bad_input);
    CHECK(in_words(read.error().message, UserLanguage::nl) == row.expected);
  }
}

TEST_CASE("the shipped crosswalk accounts for every element in every framework, with reasons that differ") {
  const auto shipped = load_crosswalk(CODEBOOM_SOURCE_DIR "/codebook/boeken/kruistabel.yaml");
  REQUIRE(shipped);
  for (const Message& fault : crosswalk_faults(*shipped)) CHECK(in_words(fault, UserLanguage::nl).empty());
  CHECK(shipped->from.id == "hva-succeselementen");
  REQUIRE(shipped->targets.size() == 4);
  std::set<std::string> reasons;
  for (const CrosswalkTarget& target : shipped->crosswalk.targets) {
    for (const CrosswalkLink& link : target.links) CHECK(reasons.insert(link.reason).second);
    for (const CrosswalkGap& gap : target.without) CHECK(reasons.insert(gap.reason).second);
  }
}
