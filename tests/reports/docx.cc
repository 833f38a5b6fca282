#include <cstdlib>
#include <set>

#include "reports/write/docx_parts.h"
#include "reports/write/picture.h"
#include "reports/write/write.h"
#include "reports/write/xml.h"
#include "tests/catch.h"
#include "tests/reports/golden.h"
#include "tests/reports/package.h"
#include "tests/reports/sample_report.h"

namespace codeboom {
namespace {

// Making pictures takes long, and none of these tests changes the sample.
const Package& sample_docx() {
  static const Package package = [] {
    const auto bytes = to_docx(sample_report());
    REQUIRE(bytes);
    return unpacked(*bytes);
  }();
  return package;
}

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

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

TEST_CASE("every part of a DOCX has a type, and every relation leads to a part", "[docx]") {
  const Package& package = sample_docx();
  const auto types = xml_of(package["[Content_Types].xml"]);
  std::set<std::string> extensions;
  for (const auto& one : types.select_nodes("//Default/@Extension"))
    extensions.insert(one.attribute().value());
  for (const auto& one : types.select_nodes("//Override/@PartName"))
    REQUIRE(package.find(std::string(one.attribute().value()).substr(1)) != nullptr);
  for (const PackageFile& file : package.files) {
    INFO(file.name);
    REQUIRE(extensions.count(file.name.substr(file.name.rfind('.') + 1)) == 1);
    if (file.name.ends_with(".xml") || file.name.ends_with(".rels") || file.name.ends_with(".svg"))
      xml_of(file.bytes);
    if (!file.name.ends_with(".rels")) continue;
    const std::string folder = folder_of(file.name.substr(0, file.name.find("_rels/") + 1));
    const auto relations = xml_of(file.bytes);
    for (const auto& one : relations.select_nodes("//Relationship/@Target"))
      REQUIRE(package.find(folder + one.attribute().value()) != nullptr);
  }
  std::set<std::string> ids;
  const auto relations = xml_of(package["word/_rels/document.xml.rels"]),
             document = xml_of(package["word/document.xml"]);
  for (const auto& one : relations.select_nodes("//Relationship/@Id"))
    REQUIRE(ids.insert(one.attribute().value()).second);
  const auto used = document.select_nodes("//@r:embed | //@r:id");
  REQUIRE(used.size() == 15);  // seven pictures, each twice, and the footer
  for (const auto& one : used) REQUIRE(ids.count(one.attribute().value()) == 1);
}

TEST_CASE("every style and numbering that a DOCX names is there", "[docx]") {
  const Package& package = sample_docx();
  const auto document = xml_of(package["word/document.xml"]), styles = xml_of(package["word/styles.xml"]),
             numbering = xml_of(package["word/numbering.xml"]);
  std::set<std::string> there;
  for (const auto& one : styles.select_nodes("//w:style/@w:styleId"))
    REQUIRE(there.insert(one.attribute().value()).second);
  for (const auto& one :
       document.select_nodes("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")) {
    INFO(one.attribute().value());
    REQUIRE(there.count(one.attribute().value()) == 1);
  }
  for (const auto& one : styles.select_nodes("//w:basedOn/@w:val | //w:next/@w:val"))
    REQUIRE(there.count(one.attribute().value()) == 1);
  std::set<std::string> numbers;
  for (const auto& one : numbering.select_nodes("//w:num/@w:numId")) numbers.insert(one.attribute().value());
  for (const auto& one : document.select_nodes("//w:numPr/w:numId/@w:val"))
    REQUIRE(numbers.count(one.attribute().value()) == 1);
}

TEST_CASE("headings of a DOCX are Word's own, each with its level", "[docx]") {
  const auto document = xml_of(sample_docx()["word/document.xml"]),
             styles = xml_of(sample_docx()["word/styles.xml"]);
  std::string levels;
  for (const auto& one : document.select_nodes("//w:pStyle[starts-with(@w:val, 'Heading')]/@w:val"))
    levels += one.attribute().value()[7];
  REQUIRE(levels == "12322222222");
  for (int level = 1; level <= 6; ++level) {
    const std::string path = "//w:style[@w:styleId='Heading" + std::to_string(level) + "']";
    const pugi::xml_node style = styles.select_node(path.c_str()).node();
    REQUIRE(std::string(style.child("w:name").attribute("w:val").value()) ==
            "heading " + std::to_string(level));
    REQUIRE(style.child("w:pPr").child("w:outlineLvl").attribute("w:val").as_int(-1) == level - 1);
  }
}

TEST_CASE("a table of a DOCX repeats its heading, keeps rows whole and has its caption before it", "[docx]") {
  const auto document = xml_of(sample_docx()["word/document.xml"]);
  const pugi::xml_node table = document.select_node("//w:tbl").node();
  REQUIRE(text_in(table.previous_sibling()) ==
          "Tabel 1. In hoeveel van de 33 documenten een element staat, per sector");
  REQUIRE(std::string(table.previous_sibling().child("w:fldSimple").attribute("w:instr").value()) ==
          " SEQ Tabel \\* ARABIC ");
  REQUIRE(table.select_nodes("w:tr").size() == 6);
  REQUIRE(table.select_nodes("w:tr/w:trPr/w:tblHeader").size() == 1);
  REQUIRE(table.select_node("w:tr[1]/w:trPr/w:tblHeader"));
  REQUIRE(table.select_nodes("w:tr/w:trPr/w:cantSplit").size() == 6);
  REQUIRE(table.select_node("w:tr[2]/w:tc/w:tcPr/w:gridSpan[@w:val='5']"));
  REQUIRE(text_in(table.select_node("w:tr[5]/w:tc[1]").node()) ==
          "1.2 <b>Draagvlak</b> in het team; \"samen\"");
  REQUIRE(text_in(table.select_node("w:tr[6]/w:tc[5]").node()) == "één regel\nen nog een");
  REQUIRE(table.select_node("w:tr[3]/w:tc[2]//w:jc[@w:val='right']"));
  REQUIRE(text_in(document.select_node("//w:tbl[2]").node()).find("Geen rijen") != std::string::npos);
}

TEST_CASE("a picture of a DOCX is a PNG with the SVG beside it and says what it shows", "[docx]") {
  const Package& package = sample_docx();
  const auto document = xml_of(package["word/document.xml"]);
  const auto drawings = document.select_nodes("//w:drawing");
  REQUIRE(drawings.size() == 7);
  std::set<std::string> ids;
  for (const auto& found : drawings) {
    const pugi::xml_node properties = found.node().select_node(".//wp:docPr").node();
    REQUIRE(*properties.attribute("descr").value() != '\0');
    REQUIRE(*properties.attribute("title").value() != '\0');
    REQUIRE(ids.insert(properties.attribute("id").value()).second);
    REQUIRE(found.node().select_node(".//a:blip/a:extLst/a:ext/asvg:svgBlip/@r:embed"));
    REQUIRE(found.node().select_node(".//wp:extent").node().attribute("cx").as_int() <= 17 * 360000);
  }
  for (int i = 1; i <= 7; ++i) {
    const std::string& png = package["word/media/chart" + std::to_string(i) + ".png"];
    REQUIRE(png.substr(0, 8) == "\x89PNG\r\n\x1a\n");
    REQUIRE(png.substr(16, 4) == std::string("\0\0\x06\x40", 4));  // 1600 wide
  }
}

TEST_CASE("two numbered lists in a DOCX both begin at 1", "[docx]") {
  Report report;
  report.elements = {List{ListStyle::numbers, {{"een", ""}}}, List{ListStyle::bullets, {{"punt", ""}}},
                     List{ListStyle::numbers, {{"weer een", ""}}}};
  const auto document = xml_of(docx_document(report, {})), numbering = xml_of(docx_numbering(report));
  std::string used;
  for (const auto& one : document.select_nodes("//w:numId/@w:val")) used += one.attribute().value();
  REQUIRE(used == "314");
  for (const char* id : {"3", "4"}) {
    const std::string path = std::string("//w:num[@w:numId='") + id + "']";
    const pugi::xml_node number = numbering.select_node(path.c_str()).node();
    REQUIRE(number.child("w:abstractNumId").attribute("w:val").as_int() == 2);
    REQUIRE(number.child("w:lvlOverride").child("w:startOverride").attribute("w:val").as_int() == 1);
  }
}

TEST_CASE("a DOCX has its title, its language, A4 and the number of the page", "[docx]") {
  const Package& package = sample_docx();
  REQUIRE(texts_at(xml_of(package["docProps/core.xml"]), "//dc:title").front() == sample_report().title);
  const auto styles = xml_of(package["word/styles.xml"]), document = xml_of(package["word/document.xml"]),
             footer = xml_of(package["word/footer1.xml"]);
  REQUIRE(std::string(styles.select_node("//w:docDefaults//w:lang/@w:val").attribute().value()) == "nl-NL");
  REQUIRE(document.select_node("//w:sectPr/w:pgSz[@w:w='11906'][@w:h='16838']"));
  REQUIRE(footer.select_node("//w:fldSimple[@w:instr=' PAGE ']"));
  REQUIRE(xml_of(docx_styles(UserLanguage::en)).select_node("//w:docDefaults//w:lang[@w:val='en-GB']"));
}

TEST_CASE("a DOCX has the same bytes every time and no date of its own", "[docx]") {
  Report report = sample_report();
  report.elements.resize(5);  // one picture
  REQUIRE(*to_docx(report) == *to_docx(report));
  for (const PackageFile& file : sample_docx().files) REQUIRE((file.date == 33 && file.time == 0));
}

TEST_CASE("control characters, long titles and empty elements leave a DOCX that says the same", "[docx]") {
  Report report;
  report.title = std::string(300, 'T') + "\x01\xFF";
  report.elements = {Prose{"a  b\tc\x02\x1f  d\ne", Tone::plain}, Quote{}, List{}, Prose{"", Tone::note}};
  const auto bytes = to_docx(report);
  REQUIRE(bytes);
  const auto document = xml_of(unpacked(*bytes)["word/document.xml"]);
  const auto texts = texts_at(document, "//w:p");
  REQUIRE(texts[0] == std::string(300, 'T') + "\uFFFD");
  REQUIRE(texts[1] == "a  b\tc  d\ne");
}

TEST_CASE("without rsvg-convert a DOCX with pictures is refused with what to do; one without is made",
          "[docx]") {
  const std::string path = std::getenv("PATH");
  setenv("PATH", "/nonexistent", 1);
  const auto refused = to_docx(sample_report());
  Report without;
  without.title = "Zonder plaatjes";
  const auto made = to_docx(without);
  setenv("PATH", path.c_str(), 1);
  REQUIRE(made);
  REQUIRE_FALSE(refused);
  REQUIRE(refused.error().kind == ErrorKind::unavailable);
  REQUIRE(in_words(refused.error().message, UserLanguage::nl) ==
          "Voor plaatjes in DOCX is rsvg-convert nodig (pakket librsvg2-bin). Installeer het met “apt-get "
          "install librsvg2-bin”, of kies "
          "--format odt of html.");
}

TEST_CASE("what is no picture is refused with the reason, also among good ones", "[docx]") {
  const std::string good = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>";
  REQUIRE(png_of({good, good}, 40));
  const auto refused = png_of({good, "dit is geen plaatje", good}, 40);
  REQUIRE_FALSE(refused);
  REQUIRE(in_words(refused.error().message, UserLanguage::en).find("(exit status 1)") != std::string::npos);
}

TEST_CASE("XML escapes what would be markup and leaves out what it cannot hold", "[docx][odt]") {
  REQUIRE(xml_characters("a\x01\tb\r\n\x1f🎓\xC3") == "a\tb\n🎓\uFFFD");
  REQUIRE(xml_characters("\uFFFE\uFFFF|\u00A0") == "|\u00A0");
  XmlWriter xml;
  const std::string written = xml.open("a", {{"b", "1 < \"2\" &\n3"}}).text("<x> & ]]>").finish();
  const auto read = xml_of(written);
  REQUIRE(std::string(read.child("a").attribute("b").value()) == "1 < \"2\" &\n3");
  REQUIRE(text_in(read.child("a")) == "<x> & ]]>");
}

TEST_CASE("the document of the sample as DOCX is as it was reviewed", "[docx]") {
  const Report report = sample_report();
  check_golden(in_lines(docx_document(report, pictures_for(report))), "office-docx-document.xml");
  check_golden(in_lines(docx_styles(UserLanguage::nl)), "office-docx-styles.xml");
  check_golden(in_lines(docx_numbering(report)), "office-docx-numbering.xml");
}

}  // namespace
}  // namespace codeboom
