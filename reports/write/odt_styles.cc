#include <vector>

#include "reports/write/odt_parts.h"
#include "reports/write/xml.h"

namespace codeboom {
namespace {

struct ParagraphStyle {
  std::string name, display, parent;
  std::vector<std::pair<std::string, std::string>> paragraph, text;
  int outline = 0;  // level of a heading
};

std::vector<ParagraphStyle> prose_styles() {
  const std::pair<std::string, std::string> keep{"fo:keep-with-next", "always"},
      bold{"fo:font-weight", "bold"}, grey{"fo:color", "#444444"};
  return {
      {"Standard", "Standard", "", {}, {}},
      {"Text_20_body",
       "Text body",
       "Standard",
       {{"fo:margin-bottom", "0.25cm"}, {"fo:line-height", "125%"}},
       {}},
      {"Lead", "Lead", "Text_20_body", {}, {{"fo:font-size", "12.5pt"}}},
      {"Note",
       "Note",
       "Text_20_body",
       {{"fo:border-left", "2pt solid #8a4b00"}, {"fo:padding-left", "0.25cm"}, {"fo:margin-left", "0.3cm"}},
       {}},
      {"Small", "Small", "Text_20_body", {}, {{"fo:font-size", "9pt"}, grey}},
      {"Made_20_with",
       "Made with",
       "Text_20_body",
       {{"fo:margin-bottom", "0.1cm"}},
       {{"fo:font-size", "9pt"}}},
      {"Quotations",
       "Quotations",
       "Text_20_body",
       {{"fo:margin-left", "1cm"}, {"fo:margin-right", "1cm"}, {"fo:margin-bottom", "0.05cm"}, keep},
       {{"fo:font-style", "italic"}}},
      {"Quotation_20_source",
       "Quotation source",
       "Text_20_body",
       {{"fo:margin-left", "1cm"}, {"fo:margin-right", "1cm"}},
       {{"fo:font-size", "9pt"}, grey}},
      {"List", "List", "Text_20_body", {{"fo:margin-bottom", "0.15cm"}}, {}},
      {"List_20_with_20_detail", "List with detail", "List", {{"fo:margin-bottom", "0cm"}, keep}, {}},
      {"List_20_detail", "List detail", "List", {}, {{"fo:font-size", "9pt"}, grey}},
      {"Caption", "Caption", "Standard", {}, {{"fo:font-size", "9.5pt"}, bold}},
      {"Table", "Table", "Caption", {{"fo:margin-top", "0.4cm"}, {"fo:margin-bottom", "0.15cm"}, keep}, {}},
      {"Figure", "Figure", "Caption", {{"fo:margin-top", "0.1cm"}, {"fo:margin-bottom", "0.5cm"}}, {}},
      {"Picture_20_part", "Picture part", "Standard", {{"fo:margin-top", "0.3cm"}}, {}},
      {"Picture", "Picture", "Standard", {{"fo:margin-top", "0.3cm"}, keep}, {}},
      {"Table_20_Note",
       "Table Note",
       "Small",
       {{"fo:margin-top", "0.1cm"}, {"fo:margin-bottom", "0.5cm"}},
       {}},
      {"Footer", "Footer", "Standard", {{"fo:text-align", "end"}}, {{"fo:font-size", "9pt"}, grey}}};
}

void add_headings(std::vector<ParagraphStyle>& styles) {
  constexpr const char* sizes[] = {"20pt", "15pt", "12.5pt", "11pt", "10.5pt", "10.5pt"};
  constexpr const char* above[] = {"0cm", "0.7cm", "0.5cm", "0.4cm", "0.4cm", "0.4cm"};
  styles.push_back({"Heading",
                    "Heading",
                    "Standard",
                    {{"fo:keep-with-next", "always"}},
                    {{"fo:font-weight", "bold"}, {"fo:color", "#1f3a5f"}}});
  for (int level = 1; level <= 6; ++level) {
    const std::string n = std::to_string(level);
    // LibreOffice takes the space above and below together: one of them alone would undo the other.
    styles.push_back({"Heading_20_" + n,
                      "Heading " + n,
                      "Heading",
                      {{"fo:margin-top", above[level - 1]}, {"fo:margin-bottom", "0.2cm"}},
                      {{"fo:font-size", sizes[level - 1]}},
                      level});
  }
}

std::string display(std::string name) {
  for (std::size_t at; (at = name.find("_20_")) != std::string::npos;) name.replace(at, 4, " ");
  return name;
}

// Every combination that odt_cell_style() names.
void add_cells(std::vector<ParagraphStyle>& styles) {
  for (const bool dense : {false, true}) {
    const std::string base = odt_cell_style({false, false, dense, 0});
    styles.push_back({base,
                      display(base),
                      dense ? "Table_20_Contents" : "Standard",
                      {},
                      {{"fo:font-size", dense ? "7.5pt" : "9pt"}}});
    for (const bool heading : {false, true}) {
      const std::string of = odt_cell_style({heading, false, dense, 0});
      if (heading) styles.push_back({of, display(of), base, {}, {{"fo:font-weight", "bold"}}});
      const std::string number = odt_cell_style({heading, true, dense, 0});
      styles.push_back({number, display(number), of, {{"fo:text-align", "end"}}, {}});
      for (int indent = 1; indent < deepest_row; ++indent) {
        const std::string name = odt_cell_style({heading, false, dense, indent});
        styles.push_back({name, display(name), of, {{"fo:margin-left", cm(indent * row_indent)}}, {}});
      }
    }
  }
}

class StylesWriter {
 public:
  explicit StylesWriter(UserLanguage language) : dutch_(language == UserLanguage::nl) {}

  std::string write() {
    xml_.open("office:document-styles",
              {{"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
               {"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
               {"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
               {"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
               {"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
               {"xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
               {"office:version", "1.3"}});
    xml_.open("office:font-face-decls");
    font("Liberation Sans", "swiss", "variable");
    font("Liberation Mono", "modern", "fixed");
    xml_.close().open("office:styles");
    add_default();
    std::vector<ParagraphStyle> styles = prose_styles();
    add_headings(styles);
    add_cells(styles);
    for (const ParagraphStyle& style : styles) add(style);
    text_style("Strong_20_Emphasis", {{"fo:font-weight", "bold"}});
    text_style("Marked", {{"fo:font-weight", "bold"}, {"fo:background-color", "#fff2b3"}});
    text_style("Source_20_Text", {{"style:font-name", "Liberation Mono"}, {"fo:font-size", "8.5pt"}});
    add_outline();
    bullets("List_20_1", "•");
    bullets("Tick_20_boxes", "☐");
    numbers("Numbering_20_1");
    xml_.close();
    add_page();
    return xml_.finish();
  }

 private:
  void font(const std::string& name, std::string_view family, std::string_view pitch) {
    xml_.leaf("style:font-face", {{"style:name", name},
                                  {"svg:font-family", "'" + name + "'"},
                                  {"style:font-family-generic", family},
                                  {"style:font-pitch", pitch}});
  }

  void add_default() {
    xml_.open("style:default-style", {{"style:family", "paragraph"}});
    xml_.leaf("style:paragraph-properties", {{"fo:orphans", "2"},
                                             {"fo:widows", "2"},
                                             {"style:writing-mode", "lr-tb"},
                                             {"style:tab-stop-distance", "1cm"}});
    xml_.leaf("style:text-properties", {{"style:font-name", "Liberation Sans"},
                                        {"fo:font-size", "10.5pt"},
                                        {"fo:language", dutch_ ? "nl" : "en"},
                                        {"fo:country", dutch_ ? "NL" : "GB"}});
    xml_.close();
  }

  void properties(std::string_view name, const std::vector<std::pair<std::string, std::string>>& list) {
    if (!list.empty()) xml_.leaf(name, list);
  }

  void add(const ParagraphStyle& style) {
    std::vector<std::pair<std::string, std::string>> is = {
        {"style:name", style.name}, {"style:display-name", style.display}, {"style:family", "paragraph"}};
    if (!style.parent.empty()) is.emplace_back("style:parent-style-name", style.parent);
    if (style.outline != 0) {
      is.emplace_back("style:default-outline-level", std::to_string(style.outline));
      is.emplace_back("style:next-style-name", "Text_20_body");
    }
    xml_.open("style:style", is);
    properties("style:paragraph-properties", style.paragraph);
    properties("style:text-properties", style.text);
    xml_.close();
  }

  void text_style(const std::string& name, const std::vector<std::pair<std::string, std::string>>& text) {
    xml_.open("style:style",
              {{"style:name", name}, {"style:display-name", display(name)}, {"style:family", "text"}});
    properties("style:text-properties", text);
    xml_.close();
  }

  // Headings have a level and no number.
  void add_outline() {
    xml_.open("text:outline-style", {{"style:name", "Outline"}});
    for (int level = 1; level <= 6; ++level) {
      xml_.leaf("text:outline-level-style",
                {{"text:level", std::to_string(level)}, {"style:num-format", ""}});
    }
    xml_.close();
  }

  void list_place() {
    xml_.open("style:list-level-properties",
              {{"text:list-level-position-and-space-mode", "label-alignment"}});
    xml_.leaf("style:list-level-label-alignment", {{"text:label-followed-by", "listtab"},
                                                   {"text:list-tab-stop-position", "0.7cm"},
                                                   {"fo:text-indent", "-0.7cm"},
                                                   {"fo:margin-left", "0.7cm"}});
    xml_.close();
  }

  void bullets(const std::string& name, std::string_view bullet) {
    xml_.open("text:list-style", {{"style:name", name}, {"style:display-name", display(name)}});
    xml_.open("text:list-level-style-bullet", {{"text:level", "1"}, {"text:bullet-char", bullet}});
    list_place();
    xml_.close().close();
  }

  void numbers(const std::string& name) {
    xml_.open("text:list-style", {{"style:name", name}, {"style:display-name", display(name)}});
    xml_.open("text:list-level-style-number",
              {{"text:level", "1"}, {"style:num-format", "1"}, {"style:num-suffix", "."}});
    list_place();
    xml_.close().close();
  }

  void add_page() {
    xml_.open("office:automatic-styles").open("style:page-layout", {{"style:name", "A4"}});
    xml_.leaf("style:page-layout-properties", {{"fo:page-width", cm(page_width)},
                                               {"fo:page-height", cm(page_height)},
                                               {"style:print-orientation", "portrait"},
                                               {"fo:margin-top", cm(page_margin)},
                                               {"fo:margin-bottom", cm(page_margin - 0.5)},
                                               {"fo:margin-left", cm(page_margin)},
                                               {"fo:margin-right", cm(page_margin)}});
    xml_.open("style:footer-style");
    xml_.leaf("style:header-footer-properties", {{"fo:min-height", "0.9cm"}, {"fo:margin-top", "0.4cm"}});
    xml_.close().close().close();
    xml_.open("office:master-styles")
        .open("style:master-page", {{"style:name", "Standard"}, {"style:page-layout-name", "A4"}});
    xml_.open("style:footer").open("text:p", {{"text:style-name", "Footer"}});
    xml_.open("text:page-number", {{"text:select-page", "current"}}).text("1").close();
    xml_.text(" / ").element("text:page-count", "1");
  }

  bool dutch_;
  XmlWriter xml_;
};

}  // namespace

std::string odt_cell_style(const CellStyle& style) {
  std::string name = style.heading ? "Table_20_Heading" : "Table_20_Contents";
  if (style.dense) name += "_20_small";
  if (style.number)
    name += "_20_number";
  else if (style.indent > 0)
    name += "_20_level_20_" + std::to_string(style.indent + 1);
  return name;
}

std::string odt_styles(UserLanguage language) { return StylesWriter(language).write(); }

}  // namespace codeboom
