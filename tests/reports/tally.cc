#include "reports/tally.h"

#include "reports/tally_formats.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

const std::vector<CodebookVersion::Code> tree{
    {"a", "", "A"}, {"a.x", "a", "A, X"}, {"a.y", "a", "A \"Y\""}, {"b", "", "B"}};

Tally counted() {
  TallyCounter counter({"d1", "d2", "d3", "d4"}, tree);
  counter.add("a.x", "d1");
  counter.add("a.x", "d1");
  counter.add("a.y", "d1");
  counter.add("a.y", "d3");
  counter.add("a", "d2");
  return counter.tally();
}

std::vector<Metadata> with_sectors() {
  std::vector<Metadata> documents(4);
  for (std::size_t i = 0; i < 4; ++i) documents[i].id = "d" + std::to_string(i + 1);
  documents[0].sector = {"mbo", "vmbo"};
  documents[1].sector = {"vmbo"};
  documents[2].sector = {"ho"};
  return documents;
}

}  // namespace

TEST_CASE("a tally counts each document once per code and rolls up over distinct documents") {
  const Tally tally = counted();
  REQUIRE(tally.rows.size() == 4);
  CHECK(tally.rows[0].documents == std::vector<std::string>{"d1", "d2", "d3"});
  CHECK(tally.rows[0].mentions == 5);
  CHECK(tally.rows[1].documents == std::vector<std::string>{"d1"});
  CHECK(tally.rows[1].mentions == 2);
  CHECK(tally.rows[2].n() == 2);
  CHECK(tally.rows[3].n() == 0);
  CHECK(tally.rows[1].level == 2);
  CHECK_FALSE(tally.rows[0].leaf);
  CHECK(tally.rows[3].leaf);
  CHECK(tally.documents == 4);
  CHECK(tally.coded_documents == 3);
  CHECK(tally.mentions == 5);
  CHECK(pairs(tally) == 3);
  CHECK(*share(tally, tally.rows[0]) == 0.75);
}

TEST_CASE("an unknown code or document is told, not counted") {
  TallyCounter counter({"d1"}, tree);
  CHECK_FALSE(counter.add("z", "d1"));
  CHECK_FALSE(counter.add("a", "d9"));
  CHECK(counter.tally().mentions == 0);
}

TEST_CASE("a share over no documents is nothing, not zero") {
  const Tally tally = TallyCounter({}, tree).tally();
  CHECK_FALSE(share(tally, tally.rows[0]).has_value());
  CHECK(to_json(tally, {}).find("\"share\":null") != std::string::npos);
  CHECK(to_text(to_table(tally, {}, UserLanguage::nl), 80).find("–") != std::string::npos);
}

TEST_CASE("a view keeps a level, the leaves, or what occurs") {
  const Tally tally = counted();
  CHECK(rows_in_view(tally, {}).size() == 4);
  CHECK(rows_in_view(tally, {.level = 1, .leaves_only = false, .hide_empty = false}).size() == 2);
  CHECK(rows_in_view(tally, {.level = {}, .leaves_only = true, .hide_empty = false}).size() == 3);
  CHECK(rows_in_view(tally, {.level = {}, .leaves_only = true, .hide_empty = true}).size() == 2);
}

TEST_CASE("a crossed tally counts a document in each of its values") {
  const CrossedTally crossed = cross(counted(), with_sectors(), MetadataField::sector);
  REQUIRE(crossed.columns.size() == 4);
  CHECK(crossed.columns[0].value == "vmbo");
  CHECK(crossed.columns[0].documents == 2);
  CHECK(crossed.columns[1].value == "mbo");
  CHECK(crossed.columns[2].value == "ho");
  CHECK(crossed.columns[3].value.empty());
  CHECK(crossed.columns[3].documents == 1);
  CHECK(crossed.rows[0].n == std::vector<std::uint64_t>{2, 1, 1, 0});
  CHECK(crossed.rows[2].n == std::vector<std::uint64_t>{1, 1, 1, 0});
}

TEST_CASE("a tally as JSON and CSV is for programs: fixed order, fractions, quotes escaped") {
  Tally tally = counted();
  tally.coder = "machine";
  tally.codebook = "proef 1";
  CHECK(to_json(tally, {.level = 1, .leaves_only = false, .hide_empty = false}) ==
        "{\"codes\":[\n"
        "{\"code\":\"a\",\"name\":\"A\",\"level\":1,\"parent\":null,\"n\":3,\"share\":0.75,\"documents\":[\"d1\",\"d2\",\"d3\"],\"mentions\":5},\n"
        "{\"code\":\"b\",\"name\":\"B\",\"level\":1,\"parent\":null,\"n\":0,\"share\":0.0,\"documents\":[],\"mentions\":0}],\n"
        "\"documents\":4,\"coded_documents\":3,\"pairs\":3,\"mentions\":5,\"coder\":\"machine\",\"codebook\":\"proef 1\"}\n");
  CHECK(to_csv(tally, {.level = 2, .leaves_only = false, .hide_empty = false}) ==
        "code,name,level,parent,n,share,mentions,documents\n"
        "a.x,\"A, X\",2,a,1,0.25,2,d1\n"
        "a.y,\"A \"\"Y\"\"\",2,a,2,0.5,2,d1 d3\n");
}

TEST_CASE("a crossed tally as JSON and CSV names each value with its base") {
  const CrossedTally crossed = cross(counted(), with_sectors(), MetadataField::sector);
  const TallyView top{.level = 1, .leaves_only = false, .hide_empty = false};
  CHECK(to_csv(crossed, top) ==
        "code,name,level,parent,n,n_vmbo,of_vmbo,n_mbo,of_mbo,n_ho,of_ho,n_unknown,of_unknown\n"
        "a,A,1,,3,2,2,1,1,1,1,0,1\n"
        "b,B,1,,0,0,2,0,1,0,1,0,1\n");
  CHECK(to_json(crossed, top).find("\"by\":{\"vmbo\":{\"n\":2,\"of\":2},\"mbo\":{\"n\":1,\"of\":1}") != std::string::npos);
}
