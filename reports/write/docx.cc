#include "reports/write/docx_parts.h"
#include "reports/write/picture.h"
#include "reports/write/write.h"
#include "reports/write/xml.h"
#include "reports/write/zip.h"

namespace codeboom {
namespace {

constexpr int pixels_wide = 1600;  // 240 an inch over the width of the text

constexpr const char* relations_namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* office_relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* word_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

std::string png_path(std::size_t chart) { return "media/chart" + std::to_string(chart) + ".png"; }
std::string svg_path(std::size_t chart) { return "media/chart" + std::to_string(chart) + ".svg"; }

std::string content_types() {
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  XmlWriter xml;
  xml.open("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
  const auto usual = [&](std::string_view extension, std::string_view type) {
    xml.leaf("Default", {{"Extension", extension}, {"ContentType", type}});
  };
  const auto part = [&](std::string_view name, std::string_view type) {
    xml.leaf("Override", {{"PartName", name}, {"ContentType", type}});
  };
  usual("rels", "application/vnd.openxmlformats-package.relationships+xml");
  usual("xml", "application/xml");
  usual("png", "image/png");
  usual("svg", "image/svg+xml");
  part("/word/document.xml", word + "document.main+xml");
  part("/word/styles.xml", word + "styles+xml");
  part("/word/numbering.xml", word + "numbering+xml");
  part("/word/settings.xml", word + "settings+xml");
  part("/word/footer1.xml", word + "footer+xml");
  part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  return xml.finish();
}

void relation(XmlWriter& xml, std::string_view id, const std::string& type, std::string_view target) {
  xml.leaf("Relationship", {{"Id", id}, {"Type", type}, {"Target", target}});
}

std::string package_relations() {
  XmlWriter xml;
  xml.open("Relationships", {{"xmlns", relations_namespace}});
  relation(xml, "rId1", office_relations + std::string("/officeDocument"), "word/document.xml");
  relation(xml, "rId2",
           "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
           "docProps/core.xml");
  return xml.finish();
}

std::string document_relations(std::size_t pictures) {
  const std::string office = office_relations;
  XmlWriter xml;
  xml.open("Relationships", {{"xmlns", relations_namespace}});
  relation(xml, "rIdStyles", office + "/styles", "styles.xml");
  relation(xml, "rIdNumbering", office + "/numbering", "numbering.xml");
  relation(xml, "rIdSettings", office + "/settings", "settings.xml");
  relation(xml, DocxRelation::footer, office + "/footer", "footer1.xml");
  for (std::size_t i = 1; i <= pictures; ++i) {
    relation(xml, DocxRelation::png(i), office + "/image", png_path(i));
    relation(xml, DocxRelation::svg(i), office + "/image", svg_path(i));
  }
  return xml.finish();
}

std::string core_properties(const Report& report) {
  XmlWriter xml;
  xml.open("cp:coreProperties",
           {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
            {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
  xml.element("dc:title", report.title).element("dc:creator", "codeboom");
  xml.element("dc:language", report.language == UserLanguage::nl ? "nl-NL" : "en-GB");
  return xml.finish();
}

std::string settings(UserLanguage language) {
  XmlWriter xml;
  xml.open("w:settings", {{"xmlns:w", word_namespace}}).open("w:compat");
  // Without it Word opens the document as one of 2007.
  xml.leaf("w:compatSetting", {{"w:name", "compatibilityMode"},
                               {"w:uri", "http://schemas.microsoft.com/office/word"},
                               {"w:val", "15"}});
  xml.close().leaf("w:themeFontLang", {{"w:val", language == UserLanguage::nl ? "nl-NL" : "en-GB"}});
  return xml.finish();
}

std::string footer() {
  XmlWriter xml;
  xml.open("w:ftr", {{"xmlns:w", word_namespace}}).open("w:p").open("w:pPr");
  xml.leaf("w:pStyle", {{"w:val", "Footer"}}).leaf("w:jc", {{"w:val", "right"}}).close();
  const auto run = [&](std::string_view text) {
    xml.open("w:r").open("w:t", {{"xml:space", "preserve"}}).text(text).close().close();
  };
  const auto field = [&](std::string_view name) {
    xml.open("w:fldSimple", {{"w:instr", name}});
    run("1");
    xml.close();
  };
  field(" PAGE ");
  run(" / ");
  field(" NUMPAGES ");
  return xml.finish();
}

}  // namespace

Result<std::string> to_docx(const Report& report) {
  const std::vector<PlacedPicture> pictures = pictures_of(report);
  std::vector<std::string> svgs;
  for (const PlacedPicture& picture : pictures) svgs.push_back(picture.svg);
  auto pngs = png_of(svgs, pixels_wide);
  if (!pngs) return tl::unexpected(pngs.error());
  std::vector<PackedFile> files = {{"[Content_Types].xml", content_types()},
                                   {"_rels/.rels", package_relations()},
                                   {"docProps/core.xml", core_properties(report)},
                                   {"word/document.xml", docx_document(report, pictures)},
                                   {"word/_rels/document.xml.rels", document_relations(pictures.size())},
                                   {"word/styles.xml", docx_styles(report.language)},
                                   {"word/numbering.xml", docx_numbering(report)},
                                   {"word/settings.xml", settings(report.language)},
                                   {"word/footer1.xml", footer()}};
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    files.push_back({"word/" + png_path(i + 1), std::move((*pngs)[i]), Packing::stored});
    files.push_back({"word/" + svg_path(i + 1), std::move(svgs[i])});
  }
  return packed(files);
}

}  // namespace codeboom
