// The reports on the published study of the Hogeschool van Amsterdam (2025): its structure, its numbers, and
// what they say of 192 examples.
//
// Source  intervals and estimates computed by hand from the formulas in engine/count/share.h and richness.h:
// N = 192, T = 64, S = 78,
//         Q1 = 23, Q2 = 21, U = 242.
#include <map>

#include "reports/audit.h"
#include "reports/kinds/kinds.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

PublishedStudy study() {
  auto read = read_published_study(std::string(CODEBOOM_SOURCE_DIR) + "/corpus/studie-hva-2025");
  REQUIRE(read.has_value());
  return *read;
}

const ReportTable& table_of(const Report& report, const std::string& key) {
  const ReportTable* table = find_table(report, key);
  INFO(key);
  REQUIRE(table != nullptr);
  return *table;
}

std::size_t place_of(const ReportTable& table, const std::string& column) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].key == column) return i;
  }
  FAIL("no column " << column);
  return 0;
}

// The number in the first row that begins so.
double number(const ReportTable& table, const std::string& row, const std::string& column) {
  for (const ReportTable::Row& one : table.rows) {
    if (!one.cells.front().text.starts_with(row)) continue;
    const Cell& cell = one.cells[place_of(table, column)];
    REQUIRE(cell.number.has_value());
    return *cell.number;
  }
  FAIL("no row " << row);
  return 0;
}

std::vector<std::string> headings(const Report& report) {
  std::vector<std::string> texts;
  for (const ReportElement& element : report.elements) {
    if (const auto* heading = std::get_if<Heading>(&element)) texts.push_back(heading->text);
  }
  return texts;
}

}  // namespace

TEST_CASE("the study's tally report has its five sections in its order", "[kinds-count]") {
  const Report report = make_tally_report(study(), {});
  CHECK(headings(report) ==
        std::vector<std::string>{
            "Overzicht", "1. De taal van jongeren spreken", "2. Aansluiten bij basisbehoeften van jongeren",
            "3. Samen werken aan LOB binnen de organisatie", "4. Samen werken aan LOB buiten de organisatie",
            "5. Voorzien in materiële randvoorwaarden", "Niet gevonden", "Wat in de publicatie niet klopt",
            "Bijlage: de documenten"});
}

TEST_CASE("each of the study's 94 codes has the same numbers in the report as in the tally",
          "[kinds-count]") {
  const Report report = make_tally_report(study(), {});
  std::multimap<std::string, std::pair<std::uint64_t, std::uint64_t>> in_report, in_tally;
  for (int section = 1; section <= 5; ++section) {
    const ReportTable& table = table_of(report, "elements_" + std::to_string(section));
    for (const ReportTable::Row& row : table.rows) {
      in_report.emplace(
          row.cells[0].text,
          std::pair(static_cast<std::uint64_t>(*row.cells[place_of(table, "n")].number),
                    static_cast<std::uint64_t>(*row.cells[place_of(table, "mentions")].number)));
      CHECK(*row.cells[place_of(table, "share")].number ==
            Approx(*row.cells[place_of(table, "n")].number / 64));
    }
  }
  for (const TallyRow& row : tally_of(study()).rows)
    in_tally.emplace(row.name, std::pair(row.n(), row.mentions));
  CHECK(in_report.size() == 94);
  const auto sorted = [](const auto& numbers) {
    std::vector<std::pair<std::string, std::pair<std::uint64_t, std::uint64_t>>> list(numbers.begin(),
                                                                                      numbers.end());
    std::sort(list.begin(), list.end());
    return list;
  };
  CHECK(sorted(in_report) == sorted(in_tally));
}

TEST_CASE("an element of the study stands with its findings and the documents that each cites",
          "[kinds-count]") {
  const ReportTable table = table_of(make_tally_report(study(), {}), "elements_1");
  CHECK(table.rows.front().cells.front().text == "Passend kanaal van communicatie en passende vorm(geving)");
  CHECK(table.rows.front().cells.back().text ==
        "1: 1288, 2386; 2: 1592; 3: 275; 4: 2386; 5: 1878; 6: 2369; 7: 1032");
  CHECK(table.rows.back().kind == RowKind::total);
  CHECK(table.rows.back().cells.front().text == "De taal van jongeren spreken");
}

TEST_CASE("the study's appendix has its 65 documents and the two that it cites without listing them",
          "[kinds-count]") {
  const ReportTable table = table_of(make_tally_report(study(), {}), "documents");
  REQUIRE(table.rows.size() == 67);
  CHECK(table.rows[65].cells.front().text == "1121");
  CHECK(table.rows[66].cells.front().text == "1577");
  CHECK(table.rows[66].cells.back().text == "staat niet in de bijlage van de studie");
}

TEST_CASE("what 64 of 192 documents say: 27 with an element are 33 to 52 per cent, or 62 to 101 documents",
          "[kinds-count]") {
  ReportRequest request;
  request.population = 192;
  const ReportTable table = table_of(make_certainty_report(study(), request), "shares");
  const std::string row = "De taal van jongeren spreken";
  CHECK(table.rows.size() == 94);
  CHECK(number(table, row, "n") == 27);
  CHECK(number(table, row, "share") == Approx(27.0 / 64));
  CHECK(number(table, row, "wilson_low") == Approx(0.32773421787));
  CHECK(number(table, row, "wilson_high") == Approx(0.52205785105));
  CHECK(number(table, row, "exact_low") == Approx(62.0 / 192));
  CHECK(number(table, row, "exact_high") == Approx(101.0 / 192));
  CHECK(number(table, row, "whole_low") == 62);
  CHECK(number(table, row, "whole_high") == 101);
}

TEST_CASE(
    "the study saw 78 codes of at least 90: 23 once, 21 twice, coverage 90.8 per cent, 22 documents more for "
    "95",
    "[kinds-count]") {
  ReportRequest request;
  request.population = 192;
  const Report report = make_certainty_report(study(), request);
  const ReportTable& table = table_of(report, "missed");
  CHECK(number(table, "gecodeerde documenten", "value") == 64);
  CHECK(number(table, "codes gezien", "value") == 78);
  CHECK(number(table, "daarvan in precies één", "value") == 23);
  CHECK(number(table, "daarvan in precies twee", "value") == 21);
  CHECK(number(table, "codes naar schatting (Chao2)", "value") == Approx(90.3984375));
  CHECK(number(table, "codes naar schatting (Chao2, gecorrigeerd", "value") == Approx(89.3203125));
  CHECK(number(table, "codes naar schatting in een geheel van 192", "value") == Approx(87.76615384615));
  CHECK(number(table, "dekking (Chao en Jost)", "value") == Approx(0.90763589803));
  CHECK(number(table, "dekking volgens Turing", "value") == Approx(1 - 23.0 / 242));
  CHECK(number(table, "documenten erbij voor 90%", "value") == 0);
  CHECK(number(table, "documenten erbij voor 95%", "value") == 22);
  const ReportTable& curve = table_of(report, "saturation");
  CHECK(number(curve, "64", "codes") == Approx(78));
  CHECK(number(curve, "64", "low") == 78);
}

TEST_CASE(
    "without a population the intervals of the study are those of an endless one, and the report says so",
    "[kinds-count]") {
  const ReportTable table = table_of(make_certainty_report(study(), {}), "shares");
  CHECK(table.columns.size() == 7);
  CHECK(number(table, "De taal van jongeren spreken", "wilson_low") < 0.32);
  const Report tally = make_tally_report(study(), {});
  CHECK(table_of(tally, "overview").columns.size() == 3);  // the shares of these 64 are exact: no interval
}

TEST_CASE("a population smaller than what was coded gives no intervals but a sentence", "[kinds-count]") {
  ReportRequest request;
  request.population = 10;
  const Report report = make_certainty_report(study(), request);
  bool said = false;
  for (const ReportElement& element : report.elements) {
    const auto* prose = std::get_if<Prose>(&element);
    said = said || (prose != nullptr &&
                    prose->text.starts_with("Er zijn 64 documenten gecodeerd, meer dan het geheel van 10"));
  }
  CHECK(said);
  CHECK_FALSE(table_of(report, "shares").rows.front().cells[3].number.has_value());
}
