// The reports that count, on material small enough to count by hand.
#include <algorithm>

#include "reports/kinds/counted.h"
#include "reports/kinds/crosstab_parts.h"
#include "reports/kinds/double_coding.h"
#include "reports/kinds/kinds.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

// a (a.x, a.y) and b, coded by anna and bert in twelve documents: the first six of vmbo, the others of mbo.
struct Made {
  Material material;

  Made() {
    material.codebook.id = "boek";
    material.codebook.version = "1";
    material.codebook.title = "Proef";
    add_code("a", -1, 1);
    add_code("a.x", 0, 2);
    add_code("a.y", 0, 2);
    add_code("b", -1, 1);
    material.people = {"anna", "bert"};
    material.in_project = 12;
    for (int i = 0; i < 12; ++i) {
      MaterialDocument document;
      document.metadata.id = "d" + std::to_string(i);
      document.metadata.sector = {i < 6 ? "vmbo" : "mbo"};
      document.metadata.jaar = i < 3 ? 2019 : 2021;
      document.sentences = 10;
      document.by_people = true;
      document.coders = {static_cast<std::uint32_t>(i % 2)};
      material.documents.push_back(document);
    }
  }

  void add_code(const std::string& id, std::int32_t parent, int level) {
    Code code;
    code.id = id;
    code.name = "element " + id;
    code.parent = parent;
    code.level = level;
    material.codebook.codes.push_back(code);
  }

  // Requires: documents in order.
  void code(std::uint32_t document, std::uint32_t code, std::uint32_t coder, std::uint32_t sentence = 0) {
    CodedPlace one;
    one.document = document;
    one.code = code;
    one.coder = coder;
    one.first_sentence = sentence;
    one.end_sentence = sentence + 1;
    material.by_people.push_back(one);
    material.each_person.push_back(one);
  }
};

const ReportTable& table_of(const Report& report, const std::string& key) {
  const ReportTable* table = find_table(report, key);
  INFO(key);
  REQUIRE(table != nullptr);
  return *table;
}

bool says(const Report& report, const std::string& words) {
  return std::any_of(report.elements.begin(), report.elements.end(), [&](const ReportElement& element) {
    const auto* prose = std::get_if<Prose>(&element);
    return prose != nullptr && prose->text.find(words) != std::string::npos;
  });
}

std::vector<double> numbers(const ReportTable::Row& row) {
  std::vector<double> list;
  for (const Cell& cell : row.cells) {
    if (cell.number) list.push_back(*cell.number);
  }
  return list;
}

ReportRequest by_sector() {
  ReportRequest request;
  request.by = {MetadataField::sector};
  return request;
}

}  // namespace

TEST_CASE("a document counts once for an element and for what is above it, a coding each time",
          "[kinds-count]") {
  Made made;
  made.code(0, 1, 0);
  made.code(0, 1, 0, 2);
  made.code(0, 2, 0, 3);
  made.code(4, 1, 0);
  const Counted all = counted(made.material, Basis::people);
  CHECK(all.codes[0].documents == std::vector<std::uint32_t>{0, 4});
  CHECK(all.codes[0].given.empty());
  CHECK(all.codes[0].mentions == 4);
  CHECK(all.codes[1].documents == std::vector<std::uint32_t>{0, 4});
  CHECK(all.codes[2].documents == std::vector<std::uint32_t>{0});
  CHECK(all.codes[3].documents.empty());
  CHECK(pairs(all) == 3);
}

TEST_CASE("five of six against none of six is a difference: Fisher's exact p is 2 x 6 / 792",
          "[kinds-count]") {
  Made made;
  for (std::uint32_t document = 0; document < 5; ++document) made.code(document, 1, document % 2);
  const Report report = make_crosstab_report(made.material, by_sector());
  const ReportTable& shares = table_of(report, "crosstab_sector_shares");
  CHECK(shares.columns[1].heading == "vmbo (van 6)");
  CHECK(shares.rows[1].cells[1].text == "83% (44–97) *");
  CHECK(numbers(shares.rows[1]) == std::vector<double>{5.0 / 6, 0, 5.0 / 12});
  CHECK(numbers(table_of(report, "crosstab_sector_counts").rows[1]) == std::vector<double>{5, 0, 5});
  CHECK(numbers(table_of(report, "crosstab_sector_counts").rows.back()) == std::vector<double>{6, 6, 12});
  const ReportTable& tests = table_of(report, "crosstab_sector_tests");
  REQUIRE(tests.rows.size() == 4);
  CHECK(tests.rows[1].cells[1].text == "exact (Fisher)");
  CHECK(*tests.rows[1].cells[2].number == Approx(12.0 / 792));
  // a and a.x were tested; a.y and b occur nowhere, and count for nothing.
  CHECK(*tests.rows[1].cells[3].number == Approx(2 * 12.0 / 792));
  CHECK(tests.rows[1].cells[4].text == "verschil");
  CHECK(tests.rows[3].cells[4].text ==
        "komt in geen of in alle documenten voor; er is geen verschil om te toetsen");
}

TEST_CASE("every cell has its row, column and overall percentage", "[kinds-count]") {
  Made made;
  for (const std::uint32_t document : {0u, 1u, 2u, 7u}) made.code(document, 3, document % 2);
  const ReportTable cells =
      table_of(make_crosstab_report(made.material, by_sector()), "crosstab_sector_cells");
  const ReportTable::Row& row = cells.rows[6];  // b in vmbo: a code has two rows
  CHECK(row.cells[0].text == "element b");
  CHECK(row.cells[1].text == "vmbo");
  const auto found = numbers(row);
  REQUIRE(found.size() == 7);
  CHECK(found[0] == 3);                                   // n
  CHECK(found[1] == 6);                                   // of
  CHECK(found[2] == Approx(0.5));                         // column
  CHECK(found[3] == Approx(0.1876163065).epsilon(1e-6));  // Wilson of 3 in 6
  CHECK(found[4] == Approx(0.8123836935).epsilon(1e-6));
  CHECK(found[5] == Approx(0.75));  // row
  CHECK(found[6] == Approx(0.25));  // overall
  CHECK(row.cells.back().text == "ja");
}

TEST_CASE("groups that overlap are not tested, and the report says why", "[kinds-count]") {
  Made made;
  made.material.documents[0].metadata.sector = {"vmbo", "mbo"};
  made.code(0, 1, 0);
  const Report report = make_crosstab_report(made.material, by_sector());
  CHECK(find_table(report, "crosstab_sector_tests") == nullptr);
  CHECK(says(report, "Er is niet getoetst: niet geldig omdat de groepen overlappen"));
  CHECK(says(report, "Een document kan in meer dan één groep staan"));
  CHECK(numbers(table_of(report, "crosstab_sector_counts").rows.back()) == std::vector<double>{6, 7, 12});
}

TEST_CASE("documents without a value stand apart and are not tested", "[kinds-count]") {
  Made made;
  made.material.documents[11].metadata.sector.clear();
  for (std::uint32_t document = 0; document < 5; ++document) made.code(document, 1, document % 2);
  const Report report = make_crosstab_report(made.material, by_sector());
  CHECK(table_of(report, "crosstab_sector_counts").columns[3].heading == "onbekend (van 1)");
  CHECK(says(report, "Bij 1 van de 12 documenten is dit onbekend."));
  // 5 of 6 against 0 of 5: C(6,5) C(5,0) / C(11,5) and the one other table that is not more likely, C(5,5)
  // C(6,0) / C(11,5).
  CHECK(*table_of(report, "crosstab_sector_tests").rows[1].cells[2].number == Approx(7.0 / 462));
}

TEST_CASE("of many values the rarest are taken together", "[kinds-count]") {
  Made made;
  for (int i = 0; i < 4; ++i) {
    made.material.documents.push_back(made.material.documents[0]);
    made.material.documents.back().metadata.id = "e" + std::to_string(i);
  }
  for (std::size_t i = 0; i < 16; ++i)
    made.material.documents[i].metadata.regio = "regio " + std::to_string(10 + std::min<std::size_t>(i, 14));
  const Crossing crossing =
      crossed_with(counted(made.material, Basis::people), MetadataField::regio, UserLanguage::nl);
  REQUIRE(crossing.columns.size() == 12);
  CHECK(crossing.joined == 4);
  CHECK(crossing.columns.back().value == "overige waarden");
  CHECK(crossing.columns.back().documents == 4);
  CHECK(crossing.columns[10].value == "regio 24");
  CHECK(crossing.columns[10].documents == 2);
}

TEST_CASE("by coder, each counts what that one found in the documents that one coded", "[kinds-count]") {
  Made made;
  made.material.documents[0].coders = {0, 1};
  made.code(0, 1, 0);
  made.code(0, 2, 1);
  made.code(1, 1, 1);
  const Counted all = counted(made.material, Basis::people);
  const Crossing crossing = crossed_with_coders(all, made.material, UserLanguage::nl);
  CHECK(crossing.overlapping);
  CHECK(crossing.columns[0].documents == 6);
  CHECK(crossing.columns[1].documents == 7);
  CHECK(crossing.n[0] == std::vector<std::uint64_t>{1, 2});
  CHECK(crossing.n[1] == std::vector<std::uint64_t>{1, 1});
  CHECK(crossing.n[2] == std::vector<std::uint64_t>{0, 1});
}

TEST_CASE("four of twelve documents with both of two elements are 1.6 times what chance gives",
          "[kinds-count]") {
  Made made;
  for (std::uint32_t document = 0; document < 7; ++document) {  // a.x in 0-4, b in 1-6: both in 1-4
    if (document < 5) made.code(document, 1, document % 2);
    if (document > 0) made.code(document, 3, document % 2, document == 1 ? 0u : 5u);
  }
  const Report report = make_crosstab_report(made.material, by_sector());
  const ReportTable& pairs = table_of(report, "pairs_in_documents");
  REQUIRE(pairs.rows.size() == 1);
  CHECK(pairs.rows[0].cells[0].text == "element a.x");
  CHECK(pairs.rows[0].cells[1].text == "element b");
  const auto found = numbers(pairs.rows[0]);
  REQUIRE(found.size() == 5);
  CHECK(found[0] == 4);
  CHECK(found[1] == Approx(2.5));
  CHECK(found[2] == Approx(1.6));
  CHECK(found[3] == Approx(0.96458541134));
  CHECK(found[4] == Approx(2.65398996283));
  const ReportTable& sentences = table_of(report, "pairs_in_sentences");
  REQUIRE(sentences.rows.size() == 1);
  CHECK(*sentences.rows[0].cells[2].number == 1);                      // document 1 only
  CHECK(*sentences.rows[0].cells[3].number == Approx(5.0 * 6 / 120));  // of 120 sentences
  CHECK(*sentences.rows[0].cells[4].number == Approx(4));
}

TEST_CASE("two people who differ on one of six judgements: alpha 0.73, pooled over elements",
          "[kinds-count]") {
  Made made;
  made.material.documents[0].coders = {0, 1};
  made.material.documents[1].coders = {0, 1};
  made.code(0, 1, 0);
  made.code(0, 1, 1);
  made.code(0, 2, 0);
  made.code(1, 3, 0);
  made.code(1, 3, 1);
  const DoubleCoding coding = double_coding(made.material);
  CHECK(coding.documents == 2);
  CHECK(coding.elements == 3);
  // Four values an element. a.x and b: 2 yes, 2 no, no disagreement, 2 x 2 x 2 / (4 x 3) expected. a.y: 1
  // yes, 3 no, one of two documents in disagreement, 2 x 1 x 3 / 12 expected.
  CHECK(*coding.alpha.value.value == Approx(1 - 0.5 / (8.0 / 12 + 6.0 / 12 + 8.0 / 12)));
  CHECK(*coding.agreement.value.value == Approx(5.0 / 6));
  CHECK(says(make_tally_report(made.material, {}),
             "Krippendorffs alfa 0,73; zonder correctie voor toeval was 83% van"));
}

TEST_CASE("documents that the machine alone coded make an interval of people narrower", "[kinds-count]") {
  Made made;
  const MaterialDocument like = made.material.documents[0];
  made.material.documents.clear();
  for (std::uint32_t i = 0; i < 200; ++i) {
    MaterialDocument document = like;
    document.metadata.id = "m" + std::to_string(i);
    document.by_people = i < 60;
    document.by_machine = true;
    made.material.documents.push_back(document);
    const auto add = [&](std::vector<CodedPlace>& to) {
      CodedPlace one;
      one.document = i;
      one.code = 3;
      to.push_back(one);
    };
    if (i < 60 && i % 2 == 0) add(made.material.by_people);
    if (i % 2 == 0 ? i % 10 != 0 : i % 20 == 1) add(made.material.by_machine);
  }
  made.material.run = MachineRun{};
  const Report report = make_certainty_report(made.material, {});
  const ReportTable& table = table_of(report, "with_machine");
  const ReportTable::Row& row = table.rows.back();
  CHECK(row.cells[0].text == "element b");
  CHECK(*row.cells[1].number == 30);
  CHECK(*row.cells[2].number == Approx(0.5));
  CHECK(*row.cells[5].number == Approx(90.0 / 200));  // unchecked suggestions
  CHECK(*row.cells[6].number == Approx(0.5).margin(0.02));
  CHECK(*row.cells[9].number < 0.9);
  CHECK(*row.cells[10].number > 60);
  CHECK(table.rows.front().cells[6].number.has_value() == table.rows.front().cells[7].number.has_value());
  CHECK_FALSE(table.rows.front().cells.back().text.empty());  // nothing found of a: why there is no interval
}

TEST_CASE("nothing coded, one document and documents without metadata each give a page that says so",
          "[kinds-count]") {
  Made made;
  Material nothing = made.material;
  for (MaterialDocument& document : nothing.documents) document.by_people = false;
  Material none = nothing;
  none.documents.clear();
  Material one = made.material;
  one.documents.resize(1);
  one.documents[0].metadata = {};
  one.documents[0].metadata.id = "los";
  for (const auto& make : {+[](const Material& material) { return make_tally_report(material, {}); },
                           +[](const Material& material) { return make_crosstab_report(material, {}); },
                           +[](const Material& material) { return make_certainty_report(material, {}); }}) {
    CHECK(says(make(nothing), "Er is nog niets gecodeerd met boek 1, in geen van de 12 documenten."));
    CHECK(says(make(none), "en er zijn geen documenten: voeg ze toe"));
    CHECK(make(one).elements.size() > 4);
  }
  CHECK(says(make_tally_report(one, {}), "Van geen van de 1 document is het jaar bekend."));
  CHECK(says(make_certainty_report(one, {}), "In de gecodeerde documenten komt geen enkele code voor"));
}

TEST_CASE("the machine's suggestions are never counted as people's, and a report of them alone says so",
          "[kinds-count]") {
  Made made;
  CodedPlace suggested;
  suggested.code = 3;
  made.material.by_machine.push_back(suggested);
  made.material.documents[0].by_machine = true;
  made.material.run = MachineRun{};
  CHECK(numbers(table_of(make_tally_report(made.material, {}), "overview").rows[3]) ==
        std::vector<double>{0, 0});
  CHECK(says(make_tally_report(made.material, {}), "die tellen in dit verslag niet mee"));
  made.material.people.clear();
  const Report machine = make_tally_report(made.material, {});
  CHECK(says(machine, "geen mens heeft ze nog beoordeeld"));
  CHECK(numbers(table_of(machine, "overview").rows[3]).front() == 1);
}
