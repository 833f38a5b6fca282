// What is in an ODT, DOCX or XLSX, read by other means than those that wrote it: libzip and pugixml.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "reports/report.h"

namespace codeboom {

struct PackageFile {
  std::string name, bytes;
  bool stored = false;
  std::uint16_t time = 0, date = 0;  // as a zip has them
};

struct Package {
  std::vector<PackageFile> files;  // in order

  const PackageFile* find(const std::string& name) const;
  const std::string& operator[](const std::string& name) const;  // fails the test when it is not there
};

// Fails the test when the bytes are no zip.
Package unpacked(const std::string& bytes);

// Fails the test when it is not well-formed.
pugi::xml_document xml_of(const std::string& bytes);

// All the text in a node, line breaks and tabs as such.
std::string text_in(const pugi::xml_node& node);

// The same XML, an element a line, as a person reviews it.
std::string in_lines(const std::string& xml);

// The text of every element at the path, e.g. "//text:h".
std::vector<std::string> texts_at(const pugi::xml_document& document, const char* path);

}  // namespace codeboom
