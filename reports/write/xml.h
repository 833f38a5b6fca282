// XML, written from front to back; what is open is closed, what is text is escaped.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codeboom {

// What XML 1.0 can hold: control characters but tab and line end go, bytes that are no UTF-8 become U+FFFD.
std::string xml_characters(std::string_view text);

class XmlWriter {
 public:
  using Attribute = std::pair<std::string_view, std::string_view>;
  // A list as written in the call, or one that was made before.
  class Attributes {
   public:
    Attributes() = default;
    Attributes(std::initializer_list<Attribute> list) : list_(list) {}
    Attributes(const std::vector<std::pair<std::string, std::string>>& list)
        : list_(list.begin(), list.end()) {}
    const std::vector<Attribute>& list() const { return list_; }

   private:
    std::vector<Attribute> list_;
  };

  XmlWriter();  // with the declaration
  XmlWriter& open(std::string_view name, const Attributes& attributes = {});
  XmlWriter& leaf(std::string_view name, const Attributes& attributes = {});  // without content
  XmlWriter& text(std::string_view text);
  XmlWriter& close();                                                // what was opened last
  XmlWriter& element(std::string_view name, std::string_view text);  // with only text in it
  std::string finish();                                              // closes what is open

 private:
  void begin(std::string_view name, const Attributes& attributes);

  std::string xml_;
  std::vector<std::string> open_;
};

}  // namespace codeboom
