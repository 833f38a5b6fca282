#include "reports/write/xml.h"

#include "corpus/utf8.h"

namespace codeboom {
namespace {

bool is_xml(char32_t c) { return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n'; }

// Line ends and tabs in an attribute would be read as spaces.
std::string escaped_characters(std::string_view text, bool in_attribute) {
  std::string xml;
  for (const char c : xml_characters(text)) {
    if (c == '&')
      xml += "&amp;";
    else if (c == '<')
      xml += "&lt;";
    else if (c == '>')
      xml += "&gt;";
    else if (c == '"' && in_attribute)
      xml += "&quot;";
    else if (c == '\n' && in_attribute)
      xml += "&#10;";
    else if (c == '\t' && in_attribute)
      xml += "&#9;";
    else
      xml += c;
  }
  return xml;
}

}  // namespace

std::string xml_characters(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_sequence_length(text, at);
    if (length == 0) {
      append_utf8(kept, 0xFFFD);
      ++at;
      continue;
    }
    if (is_xml(first_code_point(text.substr(at, length)).value)) kept += text.substr(at, length);
    at += length;
  }
  return kept;
}

XmlWriter::XmlWriter() : xml_("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") {}

void XmlWriter::begin(std::string_view name, const Attributes& attributes) {
  (xml_ += '<') += name;
  for (const auto& [key, value] : attributes.list()) {
    ((xml_ += ' ') += key) += "=\"";
    (xml_ += escaped_characters(value, true)) += '"';
  }
}

XmlWriter& XmlWriter::open(std::string_view name, const Attributes& attributes) {
  begin(name, attributes);
  xml_ += '>';
  open_.emplace_back(name);
  return *this;
}

XmlWriter& XmlWriter::leaf(std::string_view name, const Attributes& attributes) {
  begin(name, attributes);
  xml_ += "/>";
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view text) {
  xml_ += escaped_characters(text, false);
  return *this;
}

XmlWriter& XmlWriter::close() {
  ((xml_ += "</") += open_.back()) += '>';
  open_.pop_back();
  return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view words) {
  return open(name).text(words).close();
}

std::string XmlWriter::finish() {
  while (!open_.empty()) close();
  return std::move(xml_);
}

}  // namespace codeboom
