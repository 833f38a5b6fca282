#include "reports/write/odt_parts.h"
#include "reports/write/write.h"
#include "reports/write/xml.h"
#include "reports/write/zip.h"

namespace codeboom {
namespace {

constexpr std::string_view media_type = "application/vnd.oasis.opendocument.text";

std::string path_of_picture(std::size_t number) { return "Pictures/chart" + std::to_string(number) + ".svg"; }

std::string meta(const Report& report) {
  XmlWriter xml;
  xml.open("office:document-meta", {{"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
                                    {"xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"},
                                    {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                                    {"office:version", "1.3"}});
  xml.open("office:meta").element("meta:generator", "codeboom").element("dc:title", report.title);
  xml.element("dc:language", report.language == UserLanguage::nl ? "nl-NL" : "en-GB");
  return xml.finish();
}

std::string manifest(std::size_t pictures) {
  XmlWriter xml;
  xml.open("manifest:manifest", {{"xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"},
                                 {"manifest:version", "1.3"}});
  xml.leaf("manifest:file-entry",
           {{"manifest:full-path", "/"}, {"manifest:version", "1.3"}, {"manifest:media-type", media_type}});
  for (const char* part : {"content.xml", "styles.xml", "meta.xml"}) {
    xml.leaf("manifest:file-entry", {{"manifest:full-path", part}, {"manifest:media-type", "text/xml"}});
  }
  for (std::size_t i = 1; i <= pictures; ++i) {
    xml.leaf("manifest:file-entry",
             {{"manifest:full-path", path_of_picture(i)}, {"manifest:media-type", "image/svg+xml"}});
  }
  return xml.finish();
}

}  // namespace

Result<std::string> to_odt(const Report& report) {
  std::vector<PlacedPicture> pictures = pictures_of(report);
  // The media type stands first and as it is, so that whoever looks at the first bytes knows what this is.
  std::vector<PackedFile> files = {{"mimetype", std::string(media_type), Packing::stored},
                                   {"META-INF/manifest.xml", manifest(pictures.size())},
                                   {"content.xml", odt_content(report, pictures)},
                                   {"styles.xml", odt_styles(report.language)},
                                   {"meta.xml", meta(report)}};
  for (std::size_t i = 0; i < pictures.size(); ++i)
    files.push_back({path_of_picture(i + 1), std::move(pictures[i].svg)});
  return packed(files);
}

}  // namespace codeboom
