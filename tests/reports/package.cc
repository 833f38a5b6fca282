#include "tests/reports/package.h"

#include <zip.h>

#include <sstream>

#include "tests/catch.h"

namespace codeboom {
namespace {

std::string content(zip_t* archive, zip_uint64_t index, zip_uint64_t size) {
  std::string bytes(size, '\0');
  zip_file_t* file = zip_fopen_index(archive, index, 0);
  REQUIRE(file != nullptr);
  REQUIRE(zip_fread(file, bytes.data(), size) == static_cast<zip_int64_t>(size));
  REQUIRE(zip_fclose(file) == 0);  // its checksum is right
  return bytes;
}

std::uint16_t two_bytes(const std::string& bytes, std::size_t at) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) |
                                    (static_cast<unsigned char>(bytes[at + 1]) << 8));
}

// libzip tells the time in the zone of whoever looks; the central directory has it as it was written.
void read_times(const std::string& bytes, Package& package) {
  std::size_t at = 0;
  for (PackageFile& file : package.files) {
    at = bytes.find(std::string("PK\1\2", 4), at);
    REQUIRE(at != std::string::npos);
    file.time = two_bytes(bytes, at + 12);
    file.date = two_bytes(bytes, at + 14);
    at += 46;
  }
}

}  // namespace

const PackageFile* Package::find(const std::string& name) const {
  for (const PackageFile& file : files) {
    if (file.name == name) return &file;
  }
  return nullptr;
}

const std::string& Package::operator[](const std::string& name) const {
  const PackageFile* file = find(name);
  INFO(name);
  REQUIRE(file != nullptr);
  return file->bytes;
}

Package unpacked(const std::string& bytes) {
  Package package;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  REQUIRE(source != nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  REQUIRE(archive != nullptr);
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t stat;
    REQUIRE(zip_stat_index(archive, i, 0, &stat) == 0);
    package.files.push_back({stat.name, content(archive, i, stat.size), stat.comp_method == ZIP_CM_STORE});
  }
  zip_discard(archive);
  read_times(bytes, package);
  return package;
}

pugi::xml_document xml_of(const std::string& bytes) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  INFO(result.description() << " at byte " << result.offset);
  REQUIRE(result);
  return document;
}

std::string text_in(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    const std::string name = child.name();
    if (child.type() == pugi::node_pcdata)
      text += child.value();
    else if (name == "text:line-break" || name == "w:br")
      text += "\n";
    else if (name == "text:tab" || name == "w:tab")
      text += "\t";
    else if (name == "text:s")
      text += std::string(child.attribute("text:c").as_uint(1), ' ');
    else
      text += text_in(child);
  }
  return text;
}

std::string in_lines(const std::string& xml) {
  std::ostringstream out;
  xml_of(xml).save(out, " ");
  return out.str();
}

std::vector<std::string> texts_at(const pugi::xml_document& document, const char* path) {
  std::vector<std::string> texts;
  for (const pugi::xpath_node& node : document.select_nodes(path)) texts.push_back(text_in(node.node()));
  return texts;
}

}  // namespace codeboom
