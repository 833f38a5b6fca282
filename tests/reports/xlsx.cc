#include <algorithm>
#include <cstdlib>
#include <map>

#include "reports/write/sheet_names.h"
#include "reports/write/write.h"
#include "tests/catch.h"
#include "tests/reports/golden.h"
#include "tests/reports/package.h"
#include "tests/reports/sample_report.h"

namespace codeboom {
namespace {

std::string workbook(const Report& report) {
  const auto bytes = to_xlsx(report);
  REQUIRE(bytes);
  return *bytes;
}

std::vector<std::string> names_of_sheets(const Package& package) {
  std::vector<std::string> names;
  const auto workbook = xml_of(package["xl/workbook.xml"]);
  for (const auto& sheet : workbook.select_nodes("//sheet"))
    names.emplace_back(sheet.node().attribute("name").value());
  return names;
}

struct SheetCell {
  std::string text;    // of a text
  std::string number;  // of a number
  std::string format;  // how numbers are written
  int indent = 0;
};

// The cells of one sheet by name ("B3"), as a spreadsheet resolves them.
std::map<std::string, SheetCell> cells_of(const Package& package, const std::string& sheet) {
  const auto content = xml_of(package["xl/worksheets/" + sheet]),
             strings = xml_of(package["xl/sharedStrings.xml"]), styles = xml_of(package["xl/styles.xml"]);
  const auto texts = strings.select_nodes("//si");
  const auto looks = styles.select_nodes("//cellXfs/xf");
  std::map<std::string, SheetCell> cells;
  for (const auto& found : content.select_nodes("//sheetData/row/c")) {
    const pugi::xml_node cell = found.node();
    SheetCell& is = cells[cell.attribute("r").value()];
    const std::string value = text_in(cell.child("v"));
    if (std::string(cell.attribute("t").value()) == "s")
      is.text = text_in(texts[std::stoul(value)].node());
    else
      is.number = value;
    const pugi::xml_node look = looks[cell.attribute("s").as_uint()].node();
    is.indent = look.child("alignment").attribute("indent").as_int();
    const std::string id = look.attribute("numFmtId").value();
    is.format = id == "1" ? "0"
                          : styles.select_node(("//numFmt[@numFmtId='" + id + "']").c_str())
                                .node()
                                .attribute("formatCode")
                                .value();
  }
  return cells;
}

TEST_CASE(
    "a workbook has a sheet per table, called as the table is for programs, and one with how it was made",
    "[xlsx]") {
  const Package package = unpacked(workbook(sample_report()));
  REQUIRE(names_of_sheets(package) ==
          std::vector<std::string>{"elements_by_sector", "nothing", "Gemaakt met"});
  auto about = cells_of(package, "sheet3.xml");
  REQUIRE(about["A1"].text == "Voorbeeldverslag: <elementen> & “bewijs”");
  REQUIRE(about["A4"].text == "Codeboek");
  REQUIRE(about["B4"].text == "succes & <co> (succes 1)");
  REQUIRE(about["B5"].text == "codeboom report voorbeeld.codeboom --kind all --where 'sector=mbo'");
  REQUIRE(about["A8"].text == "elements_by_sector");
  REQUIRE(about["B8"].text == "In hoeveel van de 33 documenten een element staat, per sector");
}

TEST_CASE("in a workbook numbers are numbers with the format of their column", "[xlsx]") {
  auto cells = cells_of(unpacked(workbook(sample_report())), "sheet1.xml");
  REQUIRE(cells["B4"].number == "12");
  REQUIRE(cells["B4"].format == "0");
  REQUIRE(std::stod(cells["C4"].number) == Approx(12.0 / 33).epsilon(1e-15));
  REQUIRE(cells["C4"].format == "0.0%");
  REQUIRE(cells["D4"].number == "1.25");
  REQUIRE(cells["D4"].format == "0.000");
  REQUIRE(cells["C6"].number == "0");
  REQUIRE(cells["D6"].number.empty());
}

TEST_CASE("in a workbook text is text, also when it begins as a formula does", "[xlsx]") {
  const Package package = unpacked(workbook(sample_report()));
  auto cells = cells_of(package, "sheet1.xml");
  REQUIRE(cells["E4"].text == "=SOM(A1)");
  REQUIRE(cells["E6"].text == "–5 | kleiner dan 5 🎓");
  REQUIRE(cells["A6"].text == "1.2 <b>Draagvlak</b> in het team; \"samen\"");
  REQUIRE(cells["E7"].text == "één regel\nen nog een");
  REQUIRE(package["xl/worksheets/sheet1.xml"].find("<f>") == std::string::npos);
}

TEST_CASE("in a workbook the tree is indented and its heading stays in sight", "[xlsx]") {
  const Package package = unpacked(workbook(sample_report()));
  auto cells = cells_of(package, "sheet1.xml");
  REQUIRE(cells["A3"].indent == 0);
  REQUIRE(cells["A4"].indent == 1);
  REQUIRE(cells["A5"].indent == 2);
  REQUIRE(cells["B5"].indent == 0);
  const auto sheet = xml_of(package["xl/worksheets/sheet1.xml"]);
  const pugi::xml_node pane = sheet.select_node("//pane").node();
  REQUIRE(std::string(pane.attribute("state").value()) == "frozen");
  REQUIRE(pane.attribute("ySplit").as_int() == 2);
  const auto book = xml_of(package["xl/workbook.xml"]);
  REQUIRE(book.select_nodes("//definedName[@name='_xlnm.Print_Titles']").size() == 2);
  double first = 0;
  for (const auto& column : sheet.select_nodes("//col")) {
    const double width = column.node().attribute("width").as_double();
    REQUIRE((width > 8 && width < 62));
    if (first == 0) first = width;
  }
  REQUIRE(first > 30);
}

TEST_CASE("a workbook of an empty table says that there are no rows", "[xlsx]") {
  auto cells = cells_of(unpacked(workbook(sample_report())), "sheet2.xml");
  REQUIRE(cells["A1"].text == "Wat niemand codeerde");
  REQUIRE(cells["B2"].text == "Documenten");
  REQUIRE(cells["A3"].text == "Geen rijen: hier is niets te tellen.");
}

TEST_CASE("a report without tables is a workbook with only how it was made", "[xlsx]") {
  Report report;
  report.title = "Leeg";
  report.language = UserLanguage::en;
  const Package package = unpacked(workbook(report));
  REQUIRE(names_of_sheets(package) == std::vector<std::string>{"Made with"});
}

TEST_CASE("a workbook has the same bytes every time, in every time zone", "[xlsx]") {
  const std::string one = workbook(sample_report());
  setenv("TZ", "Pacific/Auckland", 1);
  tzset();
  const std::string other = workbook(sample_report());
  unsetenv("TZ");
  tzset();
  REQUIRE(one == other);
  const Package package = unpacked(one);
  for (const PackageFile& file : package.files) REQUIRE((file.date >> 9) == 0);  // years since 1980
  REQUIRE(package["docProps/core.xml"].find(">1980-01-01T00:00:00Z<") != std::string::npos);
}

TEST_CASE("every part of a workbook is well-formed and the sheet of the sample is as it was reviewed",
          "[xlsx]") {
  const Package package = unpacked(workbook(sample_report()));
  for (const PackageFile& file : package.files) xml_of(file.bytes);
  check_golden(in_lines(package["xl/worksheets/sheet1.xml"]), "office-sheet.xml");
}

TEST_CASE("control characters and texts of more than a cell holds leave a workbook that opens", "[xlsx]") {
  Report report = sample_report();
  report.title = std::string(300, 'T') + "\x01\x1f";
  for (ReportElement& element : report.elements) {
    auto* table = std::get_if<ReportTable>(&element);
    if (table == nullptr || table->rows.empty()) continue;
    table->rows[0].cells[0].text =
        "a\x02"
        "b\x7f";
    std::string text;
    while (text.size() < 40000) text += "één ";
    table->rows[1].cells[4].text = text;
  }
  const Package package = unpacked(workbook(report));
  auto cells = cells_of(package, "sheet1.xml");
  REQUIRE(cells["A3"].text == "ab\x7f");
  REQUIRE(cells["E4"].text.size() <= 32767);
  REQUIRE(cells["E4"].text.substr(cells["E4"].text.size() - 3) == "…");
  const auto core = xml_of(package["docProps/core.xml"]);
  REQUIRE(text_in(core.select_node("//dc:title").node()) == std::string(300, 'T'));
}

TEST_CASE("names of sheets are short, allowed and unique", "[xlsx]") {
  const std::string forty = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";
  const std::vector<std::string> names = sheet_names(
      {forty, forty, "a/b:c*[d]?\\", "Twee", "twee", "'aan'", "", "History", "🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓", "'''"});
  REQUIRE(names == std::vector<std::string>{"abcdefghijklmnopqrstuvwxyzabcde",
                                            "abcdefghijklmnopqrstuvwxyzabc 2", "a b c  d", "Twee", "twee 2",
                                            "aan", "-", "History 2", "🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓", "- 2"});
}

}  // namespace
}  // namespace codeboom
