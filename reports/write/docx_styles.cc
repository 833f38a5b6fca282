#include "reports/write/docx_parts.h"
#include "reports/write/xml.h"

namespace codeboom {
namespace {

constexpr const char* word_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// Lengths in centimetres, letters in points.
struct Style {
  const char* id;
  const char* name;  // a name that Word knows is shown in the reader's language
  const char* parent = "";
  double letters = 0;  // 0: as the parent
  bool bold = false, italic = false;
  const char* colour = "";
  double above = 0, below = -1, left = 0;  // below -1: as the parent
  bool keep_next = false, border = false;
  int outline = 0;  // level of a heading
};

constexpr Style styles[] = {
    {.id = "Normal", .name = "Normal"},
    {.id = "BodyText", .name = "Body Text", .parent = "Normal", .below = 0.25},
    {.id = "Lead", .name = "Lead", .parent = "BodyText", .letters = 12.5},
    {.id = "Note", .name = "Note", .parent = "BodyText", .left = 0.3, .border = true},
    {.id = "Small", .name = "Small", .parent = "BodyText", .letters = 9, .colour = "444444"},
    {.id = "MadeWith", .name = "Made with", .parent = "BodyText", .letters = 9, .below = 0.1},
    {.id = "Heading1",
     .name = "heading 1",
     .parent = "Normal",
     .letters = 20,
     .bold = true,
     .colour = "1F3A5F",
     .below = 0.3,
     .keep_next = true,
     .outline = 1},
    {.id = "Heading2",
     .name = "heading 2",
     .parent = "Normal",
     .letters = 15,
     .bold = true,
     .colour = "1F3A5F",
     .above = 0.7,
     .below = 0.2,
     .keep_next = true,
     .outline = 2},
    {.id = "Heading3",
     .name = "heading 3",
     .parent = "Normal",
     .letters = 12.5,
     .bold = true,
     .colour = "1F3A5F",
     .above = 0.5,
     .below = 0.2,
     .keep_next = true,
     .outline = 3},
    {.id = "Heading4",
     .name = "heading 4",
     .parent = "Normal",
     .letters = 11,
     .bold = true,
     .colour = "1F3A5F",
     .above = 0.4,
     .below = 0.2,
     .keep_next = true,
     .outline = 4},
    {.id = "Heading5", .name = "heading 5", .parent = "Heading4", .letters = 10.5, .outline = 5},
    {.id = "Heading6", .name = "heading 6", .parent = "Heading4", .letters = 10.5, .outline = 6},
    {.id = "Quote",
     .name = "Quote",
     .parent = "BodyText",
     .italic = true,
     .below = 0.05,
     .left = 1,
     .keep_next = true},
    {.id = "QuoteSource",
     .name = "Quote Source",
     .parent = "BodyText",
     .letters = 9,
     .colour = "444444",
     .left = 1},
    {.id = "ListParagraph", .name = "List Paragraph", .parent = "BodyText", .below = 0.1},
    {.id = "ListDetail",
     .name = "List Detail",
     .parent = "BodyText",
     .letters = 9,
     .colour = "444444",
     .below = 0.15,
     .left = 0.7},
    {.id = "Caption", .name = "caption", .parent = "Normal", .letters = 9.5, .bold = true},
    {.id = "TableCaption",
     .name = "Table Caption",
     .parent = "Caption",
     .above = 0.4,
     .below = 0.15,
     .keep_next = true},
    {.id = "FigureCaption", .name = "Figure Caption", .parent = "Caption", .above = 0.1, .below = 0.5},
    {.id = "Picture", .name = "Picture", .parent = "Normal", .above = 0.3},
    {.id = "TableText", .name = "Table Text", .parent = "Normal", .letters = 9},
    {.id = "TableTextSmall", .name = "Table Text Small", .parent = "TableText", .letters = 7.5},
    {.id = "TableNote", .name = "Table Note", .parent = "Small", .above = 0.1, .below = 0.5},
    {.id = "Footer", .name = "footer", .parent = "Normal", .letters = 9, .colour = "444444"},
};

class StylesWriter {
 public:
  explicit StylesWriter(UserLanguage language)
      : language_(language == UserLanguage::nl ? "nl-NL" : "en-GB") {}

  std::string write() {
    xml_.open("w:styles", {{"xmlns:w", word_namespace}});
    xml_.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
    font("Arial");
    value("w:sz", "21");
    value("w:szCs", "21");
    xml_.leaf("w:lang", {{"w:val", language_}, {"w:eastAsia", language_}, {"w:bidi", "ar-SA"}});
    xml_.close().close().open("w:pPrDefault").open("w:pPr");
    xml_.leaf("w:spacing", {{"w:after", "0"}, {"w:line", "264"}, {"w:lineRule", "auto"}});
    xml_.close().close().close();
    for (const Style& style : styles) add(style);
    add_character_style("Strong", "Strong");
    add_character_style("Marked", "Marked");
    add_character_style("SourceText", "Source Text");
    add_table_style();
    return xml_.finish();
  }

 private:
  void value(std::string_view name, std::string_view value) { xml_.leaf(name, {{"w:val", value}}); }

  void font(std::string_view name) {
    xml_.leaf("w:rFonts", {{"w:ascii", name}, {"w:hAnsi", name}, {"w:eastAsia", name}, {"w:cs", name}});
  }

  void add(const Style& style) {
    const std::string_view parent = style.parent;
    if (parent.empty())
      xml_.open("w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", style.id}});
    else
      xml_.open("w:style", {{"w:type", "paragraph"}, {"w:styleId", style.id}});
    value("w:name", style.name);
    if (!parent.empty()) value("w:basedOn", parent);
    if (style.outline != 0) value("w:next", "BodyText");
    xml_.leaf("w:qFormat");
    add_paragraph(style);
    add_letters(style);
    xml_.close();
  }

  void add_paragraph(const Style& style) {
    xml_.open("w:pPr");
    if (style.keep_next) xml_.leaf("w:keepNext");
    if (style.border) {
      xml_.open("w:pBdr")
          .leaf("w:left", {{"w:val", "single"}, {"w:sz", "16"}, {"w:space", "8"}, {"w:color", "8A4B00"}})
          .close();
    }
    if (style.above > 0 && style.below >= 0) {
      xml_.leaf("w:spacing", {{"w:before", std::to_string(twips(style.above))},
                              {"w:after", std::to_string(twips(style.below))}});
    } else if (style.above > 0) {
      xml_.leaf("w:spacing", {{"w:before", std::to_string(twips(style.above))}});
    } else if (style.below >= 0) {
      xml_.leaf("w:spacing", {{"w:after", std::to_string(twips(style.below))}});
    }
    if (style.left > 0) xml_.leaf("w:ind", {{"w:left", std::to_string(twips(style.left))}});
    if (style.outline != 0) value("w:outlineLvl", std::to_string(style.outline - 1));
    xml_.close();
  }

  void add_letters(const Style& style) {
    xml_.open("w:rPr");
    if (style.bold) xml_.leaf("w:b");
    if (style.italic) xml_.leaf("w:i");
    if (*style.colour != '\0') value("w:color", style.colour);
    if (style.letters > 0) {
      const std::string half_points = std::to_string(static_cast<int>(style.letters * 2));
      value("w:sz", half_points);
      value("w:szCs", half_points);
    }
    xml_.close();
  }

  void add_character_style(std::string_view id, std::string_view name) {
    xml_.open("w:style", {{"w:type", "character"}, {"w:styleId", id}});
    value("w:name", name);
    xml_.leaf("w:qFormat").open("w:rPr");
    if (id == "SourceText") {
      font("Courier New");
      value("w:sz", "17");
    } else {
      xml_.leaf("w:b");
      if (id == "Marked") xml_.leaf("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", "FFF2B3"}});
    }
    xml_.close().close();
  }

  void add_table_style() {
    xml_.open("w:style", {{"w:type", "table"}, {"w:styleId", "ReportTable"}});
    value("w:name", "Report Table");
    xml_.open("w:tblPr").open("w:tblBorders");
    for (const char* side : {"w:top", "w:bottom", "w:insideH"}) {
      xml_.leaf(side, {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "0"}, {"w:color", "999999"}});
    }
    xml_.close().open("w:tblCellMar");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right"}) {
      xml_.leaf(side, {{"w:w", side[2] == 't' || side[2] == 'b' ? "40" : "91"}, {"w:type", "dxa"}});
    }
    xml_.close().close().close();
  }

  std::string language_;
  XmlWriter xml_;
};

struct Level {
  const char* format;
  const char* text;
};

}  // namespace

std::string docx_styles(UserLanguage language) { return StylesWriter(language).write(); }

std::string docx_numbering(const Report& report) {
  constexpr Level levels[] = {
      {"bullet", "•"}, {"bullet", "☐"}, {"decimal", "%1."}};  // as DocxNumbering counts them
  XmlWriter xml;
  const auto value = [&](std::string_view name, std::string_view is) { xml.leaf(name, {{"w:val", is}}); };
  xml.open("w:numbering", {{"xmlns:w", word_namespace}});
  for (int i = 0; i < 3; ++i) {
    xml.open("w:abstractNum", {{"w:abstractNumId", std::to_string(i)}});
    value("w:multiLevelType", "singleLevel");
    xml.open("w:lvl", {{"w:ilvl", "0"}});
    value("w:start", "1");
    value("w:numFmt", levels[i].format);
    value("w:lvlText", levels[i].text);
    value("w:lvlJc", "left");
    const std::string indent = std::to_string(twips(0.7));
    xml.open("w:pPr").leaf("w:ind", {{"w:left", indent}, {"w:hanging", indent}}).close();
    if (i == 1) {  // a font that has the box, on Windows and elsewhere
      xml.open("w:rPr")
          .leaf("w:rFonts",
                {{"w:ascii", "Segoe UI Symbol"}, {"w:hAnsi", "Segoe UI Symbol"}, {"w:cs", "Segoe UI Symbol"}})
          .close();
    }
    xml.close().close();
  }
  int numbers = 0;
  for (const ReportElement& element : report.elements) {
    const auto* list = std::get_if<List>(&element);
    if (list != nullptr && list->style == ListStyle::numbers) ++numbers;
  }
  for (int id = 1; id < DocxNumbering::numbers + numbers; ++id) {
    xml.open("w:num", {{"w:numId", std::to_string(id)}});
    value("w:abstractNumId", std::to_string(id < DocxNumbering::numbers ? id - 1 : 2));
    if (id >= DocxNumbering::numbers) {
      xml.open("w:lvlOverride", {{"w:ilvl", "0"}});
      value("w:startOverride", "1");
      xml.close();
    }
    xml.close();
  }
  return xml.finish();
}

}  // namespace codeboom
