#include <set>

#include "reports/write/odt_parts.h"
#include "reports/write/write.h"
#include "tests/catch.h"
#include "tests/reports/golden.h"
#include "tests/reports/package.h"
#include "tests/reports/sample_report.h"

namespace codeboom {
namespace {

Package odt_of(const Report& report) {
  const auto bytes = to_odt(report);
  REQUIRE(bytes);
  return unpacked(*bytes);
}

// As large as they are: what a drawing looks like is tested where it is drawn.
std::vector<PlacedPicture> pictures_for(const Report& report) {
  std::vector<PlacedPicture> pictures;
  for (const ReportElement& element : report.elements) {
    const auto* chart = std::get_if<ReportChart>(&element);
    if (chart == nullptr) continue;
    pictures.push_back(
        {"<svg/>", 17, 8.5, chart->chart.title, chart->chart.description, pictures.size() + 1, true});
  }
  return pictures;
}

TEST_CASE("an ODT begins with its media type, uncompressed, and lists every part", "[odt]") {
  const auto bytes = to_odt(sample_report());
  REQUIRE(bytes);
  REQUIRE(bytes->substr(30, 47) == "mimetypeapplication/vnd.oasis.opendocument.text");
  const Package package = unpacked(*bytes);
  REQUIRE(package.files.front().stored);
  std::set<std::string> listed, present;
  const auto manifest = xml_of(package["META-INF/manifest.xml"]);
  for (const auto& entry : manifest.select_nodes("//manifest:file-entry"))
    listed.insert(entry.node().attribute("manifest:full-path").value());
  for (const PackageFile& file : package.files) {
    if (file.name != "mimetype" && file.name != "META-INF/manifest.xml") present.insert(file.name);
  }
  REQUIRE(listed.erase("/") == 1);
  REQUIRE(listed == present);
  REQUIRE(present.count("Pictures/chart7.svg") == 1);
}

TEST_CASE("an ODT has the title and the language of the report", "[odt]") {
  Report report = sample_report();
  const Package dutch = odt_of(report);
  REQUIRE(texts_at(xml_of(dutch["meta.xml"]), "//dc:title") == std::vector<std::string>{report.title});
  const auto styles = xml_of(dutch["styles.xml"]);
  REQUIRE(std::string(styles.select_node("//style:default-style/style:text-properties/@fo:language")
                          .attribute()
                          .value()) == "nl");
  report.language = UserLanguage::en;
  const auto english = xml_of(odt_of(report)["styles.xml"]);
  REQUIRE(std::string(english.select_node("//style:default-style/style:text-properties/@fo:language")
                          .attribute()
                          .value()) == "en");
  REQUIRE(
      std::string(styles.select_node("//style:page-layout-properties/@fo:page-width").attribute().value()) ==
      "21.000cm");
  REQUIRE(styles.select_node("//style:footer//text:page-number"));
}

TEST_CASE("headings of an ODT are headings: each with its level and style, the title the only first one",
          "[odt]") {
  const auto content = xml_of(odt_of(sample_report())["content.xml"]);
  std::vector<std::string> levels;
  for (const auto& found : content.select_nodes("//text:h")) {
    const std::string level = found.node().attribute("text:outline-level").value();
    REQUIRE(found.node().attribute("text:style-name").value() == "Heading_20_" + level);
    levels.push_back(level);
  }
  REQUIRE(levels == std::vector<std::string>{"1", "2", "3", "2", "2", "2", "2", "2", "2", "2", "2"});
  REQUIRE(texts_at(content, "//text:h[1]").front() == "Voorbeeldverslag: <elementen> & “bewijs”");
}

TEST_CASE("every style that the content of an ODT names is there", "[odt]") {
  const Package package = odt_of(sample_report());
  const auto content = xml_of(package["content.xml"]), styles = xml_of(package["styles.xml"]);
  std::set<std::string> there;
  for (const auto& one : styles.select_nodes("//style:style/@style:name | //text:list-style/@style:name"))
    there.insert(one.attribute().value());
  for (const auto& one : content.select_nodes("//style:style/@style:name"))
    there.insert(one.attribute().value());
  for (const auto& one :
       content.select_nodes("//@text:style-name | //@table:style-name | //@draw:style-name")) {
    INFO(one.attribute().value());
    REQUIRE(there.count(one.attribute().value()) == 1);
  }
  for (const auto& one : styles.select_nodes("//@style:parent-style-name"))
    REQUIRE(there.count(one.attribute().value()) == 1);
}

TEST_CASE("a table of an ODT repeats its heading, keeps rows whole and has its caption before it", "[odt]") {
  const auto content = xml_of(odt_of(sample_report())["content.xml"]);
  const pugi::xml_node table = content.select_node("//table:table").node();
  REQUIRE(text_in(table.previous_sibling()) ==
          "Tabel 1. In hoeveel van de 33 documenten een element staat, per sector");
  REQUIRE(table.child("table:table-header-rows").select_nodes("table:table-row/table:table-cell").size() ==
          5);
  REQUIRE(content.select_node(
      "//style:style[@style:name='Row']/style:table-row-properties[@fo:keep-together='always']"));
  for (const auto& row : table.select_nodes("table:table-row")) {
    REQUIRE(row.node().select_nodes("table:table-cell | table:covered-table-cell").size() == 5);
  }
  REQUIRE(text_in(table.select_node("table:table-row[4]/table:table-cell[1]").node()) ==
          "1.2 <b>Draagvlak</b> in het team; \"samen\"");
  REQUIRE(text_in(table.select_node("table:table-row[5]/table:table-cell[5]").node()) ==
          "één regel\nen nog een");
  REQUIRE(text_in(content.select_node("//table:table[@table:name='Table2']").node()).find("Geen rijen") !=
          std::string::npos);
}

TEST_CASE("a picture of an ODT tells those who cannot see it what it shows, and where its numbers are",
          "[odt]") {
  const Package package = odt_of(sample_report());
  const auto content = xml_of(package["content.xml"]);
  const auto frames = content.select_nodes("//draw:frame");
  REQUIRE(frames.size() == 7);
  for (const auto& found : frames) {
    const pugi::xml_node frame = found.node();
    REQUIRE_FALSE(text_in(frame.child("svg:title")).empty());
    REQUIRE_FALSE(text_in(frame.child("svg:desc")).empty());
    REQUIRE(package.find(frame.child("draw:image").attribute("xlink:href").value()) != nullptr);
    REQUIRE(std::stod(frame.attribute("svg:width").value()) <= 17);
    REQUIRE(std::stod(frame.attribute("svg:height").value()) <= 20);
  }
  REQUIRE(texts_at(content, "//text:p[@text:style-name='Figure']").front() ==
          "Figuur 1. Aandeel per element. De getallen staan in tabel 1.");
}

TEST_CASE("a chart higher than a page becomes several pictures over one caption", "[odt]") {
  BarChart bars;
  for (int i = 1; i <= 200; ++i) bars.bars.push_back({"Element " + std::to_string(i), 0.5, 0.4, 0.6, "", 1});
  Report report;
  report.elements = {ReportChart{{"Hoog", "Tweehonderd staven.", bars}, ""},
                     ReportChart{{"Laag", "Leeg.", BarChart{}}, ""}};
  const Package package = odt_of(report);
  const auto content = xml_of(package["content.xml"]);
  const auto frames = content.select_nodes("//draw:frame");
  REQUIRE(frames.size() > 3);
  std::set<std::string> pictures;
  for (const auto& frame : frames) {
    REQUIRE(std::stod(frame.node().attribute("svg:height").value()) <= 20);
    REQUIRE(
        pictures.insert(package[frame.node().child("draw:image").attribute("xlink:href").value()]).second);
  }
  const std::string parts = std::to_string(frames.size() - 1);
  REQUIRE(text_in(frames[1].node().child("svg:title")) == "Hoog (deel 2 van " + parts + ")");
  REQUIRE(texts_at(content, "//text:p[@text:style-name='Figure']") ==
          std::vector<std::string>{"Figuur 1. Hoog", "Figuur 2. Laag"});
  REQUIRE(content.select_nodes("//text:p[@text:style-name='Picture']").size() == 2);
}

TEST_CASE("quotations and lists of an ODT are what they are called", "[odt]") {
  const auto content = xml_of(odt_of(sample_report())["content.xml"]);
  REQUIRE(texts_at(content, "//text:p[@text:style-name='Quotations']").front() ==
          "Onze leerlingen spreken \"iedere\" week met hun mentor <b>over</b> later & nu 🎓.");
  REQUIRE(texts_at(content, "//text:span[@text:style-name='Marked']") ==
          std::vector<std::string>{"spreken", "mentor <b>over</b>"});
  REQUIRE(content.select_nodes("//text:list[@text:style-name='Tick_20_boxes']/text:list-item").size() == 2);
  REQUIRE(content.select_nodes("//text:list[@text:style-name='Numbering_20_1']/text:list-item").size() == 2);
  REQUIRE(texts_at(content, "//text:list-item[1]/text:p[2]").front() == "“Elke week een uur” (d2)");
  REQUIRE(texts_at(content, "//text:span[@text:style-name='Source_20_Text']").front() ==
          "codeboom report voorbeeld.codeboom --kind all --where 'sector=mbo'");
}

TEST_CASE("an ODT has the same bytes every time and no date of its own", "[odt]") {
  REQUIRE(*to_odt(sample_report()) == *to_odt(sample_report()));
  const Package package = odt_of(sample_report());
  for (const PackageFile& file : package.files) REQUIRE((file.date == 33 && file.time == 0));
}

TEST_CASE("control characters, long titles and runs of spaces leave an ODT that says the same", "[odt]") {
  Report report = sample_report();
  report.title = std::string(300, 'T') + "\x01\xFF";
  report.elements = {Prose{"a  b\tc\x02\x1f  d", Tone::plain}, Quote{}, List{}, Prose{"", Tone::note}};
  const Package package = odt_of(report);
  const auto content = xml_of(package["content.xml"]);
  REQUIRE(texts_at(content, "//text:h[1]").front() == std::string(300, 'T') + "\uFFFD");
  REQUIRE(texts_at(content, "//text:p[@text:style-name='Text_20_body']") ==
          std::vector<std::string>{"a  b\tc  d"});
}

TEST_CASE("columns fit the page and words fit their column", "[odt]") {
  ReportTable table;
  for (int columns = 1; columns <= 30; ++columns) {
    table.columns.push_back({"c", "Kolomkop", columns == 1 ? ColumnKind::text : ColumnKind::share});
    table.rows = {{std::vector<Cell>(table.columns.size(), Cell{"36,4 %", 0.364}), 1, RowKind::plain}};
    table.rows[0].cells[0] = {
        std::string(300, 'x') + " en nog wat woorden die samen niet op een regel passen", std::nullopt};
    double sum = 0;
    for (const double width : column_widths(table)) {
      REQUIRE(width > 0.3);
      sum += width;
    }
    REQUIRE(sum <= printed_width + 1e-9);
  }
}

TEST_CASE("the content of the sample as ODT is as it was reviewed", "[odt]") {
  const Report report = sample_report();
  check_golden(in_lines(odt_content(report, pictures_for(report))), "office-odt-content.xml");
  check_golden(in_lines(odt_styles(UserLanguage::nl)), "office-odt-styles.xml");
}

}  // namespace
}  // namespace codeboom
