#include <algorithm>
#include <cmath>

#include "message_keys/office.h"
#include "message_keys/rendering.h"
#include "reports/words.h"
#include "reports/write/docx_parts.h"
#include "reports/write/xml.h"

namespace codeboom {
namespace {

constexpr const char* picture_uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";

std::string emu(double centimetres) { return std::to_string(std::llround(centimetres * 360000)); }

// What stands in w:pPr beside the style.
struct Layout {
  bool keep_next = false;
  int numbering = 0;  // w:num; 0: no list
  double indent = 0;
  bool right = false;
};

class DocumentWriter {
 public:
  DocumentWriter(const Report& report, const std::vector<PlacedPicture>& pictures)
      : report_(report), pictures_(pictures) {}

  std::string write() {
    xml_.open("w:document",
              {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
               {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
               {"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
               {"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
               {"xmlns:pic", picture_uri}});
    xml_.open("w:body");
    paragraph("Heading1", {}, report_.title);
    for (const ReportElement& element : report_.elements)
      std::visit([this](const auto& one) { add(one); }, element);
    add_made_with();
    add_page();
    return xml_.finish();
  }

 private:
  std::string words(MessageKey key, MessageArguments arguments = {}) const {
    return in_words(key, report_.language, std::move(arguments));
  }

  void value(std::string_view name, std::string_view value) { xml_.leaf(name, {{"w:val", value}}); }

  void begin_paragraph(std::string_view style, const Layout& layout = {}) {
    xml_.open("w:p").open("w:pPr");
    value("w:pStyle", style);
    if (layout.keep_next) xml_.leaf("w:keepNext");
    if (layout.numbering != 0) {
      xml_.open("w:numPr");
      value("w:ilvl", "0");
      value("w:numId", std::to_string(layout.numbering));
      xml_.close();
    }
    if (layout.indent > 0) xml_.leaf("w:ind", {{"w:left", std::to_string(twips(layout.indent))}});
    if (layout.right) value("w:jc", "right");
    xml_.close();
  }

  void run(std::string_view text, std::string_view style = {}) {
    if (text.empty()) return;
    xml_.open("w:r");
    if (!style.empty()) {
      xml_.open("w:rPr");
      value("w:rStyle", style);
      xml_.close();
    }
    std::size_t from = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const bool end = at == text.size();
      if (!end && text[at] != '\n' && text[at] != '\t') continue;
      if (at > from) xml_.open("w:t", {{"xml:space", "preserve"}}).text(text.substr(from, at - from)).close();
      if (!end) xml_.leaf(text[at] == '\n' ? "w:br" : "w:tab");
      from = at + 1;
    }
    xml_.close();
  }

  void paragraph(std::string_view style, const Layout& layout, std::string_view text) {
    begin_paragraph(style, layout);
    run(text);
    xml_.close();
  }

  // "Tabel 3. " with a number that counts along when a reader adds one.
  void numbered(const std::string& label, std::size_t number) {
    run(label + " ");
    xml_.open("w:fldSimple", {{"w:instr", " SEQ " + label + " \\* ARABIC "}});
    run(std::to_string(number));
    xml_.close();
    run(". ");
  }

  void add(const Heading& heading) {
    paragraph("Heading" + std::to_string(std::clamp(heading.level, 2, 6)), {}, heading.text);
  }

  void add(const Prose& prose) {
    constexpr const char* styles[] = {"BodyText", "Lead", "Note", "Small"};
    for (const std::string_view part : paragraphs(prose.text))
      paragraph(styles[static_cast<std::size_t>(prose.tone)], {}, part);
  }

  void add(const List& list) {
    const int numbering = list.style == ListStyle::bullets      ? DocxNumbering::bullets
                          : list.style == ListStyle::tick_boxes ? DocxNumbering::tick_boxes
                                                                : DocxNumbering::numbers + numbered_lists_++;
    for (const List::Item& item : list.items) {
      paragraph("ListParagraph", {.keep_next = !item.detail.empty(), .numbering = numbering}, item.text);
      if (!item.detail.empty()) paragraph("ListDetail", {}, item.detail);
    }
  }

  void add(const ReportTable& table) {
    begin_paragraph("TableCaption");
    numbered(words(msg::office_table), ++tables_);
    run(table.caption);
    xml_.close();
    const std::vector<double> widths = column_widths(table);
    begin_table(table, widths);
    begin_row(true);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      cell(table,
           {.kind = RowKind::section,
            .heading = true,
            .number = table.columns[i].kind != ColumnKind::text,
            .keep_next = true},
           widths[i], 1, table.columns[i].heading);
    }
    xml_.close();
    for (const ReportTable::Row& row : table.rows) {
      const bool last = &row == &table.rows.back();
      add(table, widths, row, stays_together(table) && (!last || !table.note.empty()));
    }
    if (table.rows.empty()) {
      double width = 0;
      for (const double one : widths) width += one;
      begin_row(false);
      cell(table, {}, width, widths.size(), words(msg::page_no_rows));
      xml_.close();
    }
    xml_.close();
    paragraph("TableNote", {}, table.note);
  }

  void begin_table(const ReportTable& table, const std::vector<double>& widths) {
    double width = 0;
    for (const double one : widths) width += one;
    xml_.open("w:tbl").open("w:tblPr");
    value("w:tblStyle", "ReportTable");
    xml_.leaf("w:tblW", {{"w:w", std::to_string(twips(width))}, {"w:type", "dxa"}});
    xml_.leaf("w:tblLayout", {{"w:type", "fixed"}});
    xml_.leaf("w:tblLook", {{"w:val", "0020"}, {"w:firstRow", "1"}});
    value("w:tblCaption", table.caption);
    xml_.close().open("w:tblGrid");
    for (const double one : widths) xml_.leaf("w:gridCol", {{"w:w", std::to_string(twips(one))}});
    xml_.close();
  }

  void begin_row(bool heading) {
    xml_.open("w:tr").open("w:trPr").leaf("w:cantSplit");
    if (heading) xml_.leaf("w:tblHeader");
    xml_.close();
  }

  struct CellLook {
    RowKind kind = RowKind::plain;
    bool heading = false, number = false, keep_next = false;
    int indent = 0;
  };

  void cell(const ReportTable& table, const CellLook& look, double width, std::size_t columns,
            std::string_view text) {
    xml_.open("w:tc").open("w:tcPr");
    xml_.leaf("w:tcW", {{"w:w", std::to_string(twips(width))}, {"w:type", "dxa"}});
    if (columns > 1) value("w:gridSpan", std::to_string(columns));
    if (look.kind == RowKind::total) {
      xml_.open("w:tcBorders");
      for (const char* side : {"w:top", "w:bottom"})
        xml_.leaf(side, {{"w:val", "single"}, {"w:sz", "8"}, {"w:space", "0"}, {"w:color", "333333"}});
      xml_.close();
    }
    if (look.kind == RowKind::section)
      xml_.leaf("w:shd",
                {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", look.heading ? "E8EDF2" : "F3F5F7"}});
    xml_.close();
    begin_paragraph(is_dense(table) ? "TableTextSmall" : "TableText",
                    {.keep_next = look.keep_next, .indent = look.indent * row_indent, .right = look.number});
    run(text, look.kind == RowKind::plain ? "" : "Strong");
    xml_.close().close();
  }

  void add(const ReportTable& table, const std::vector<double>& widths, const ReportTable::Row& row,
           bool keep_next) {
    begin_row(false);
    if (heads_a_group(row)) {
      double width = 0;
      for (const double one : widths) width += one;
      cell(table, {.kind = row.kind, .keep_next = true, .indent = indent_level(row)}, width, widths.size(),
           row.cells.front().text);
    } else {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        cell(table,
             {.kind = row.kind,
              .number = table.columns[i].kind != ColumnKind::text,
              .keep_next = keep_next,
              .indent = i == 0 ? indent_level(row) : 0},
             widths[i], 1, row.cells[i].text);
      }
    }
    xml_.close();
  }

  void add(const ReportChart& chart) {
    ++figures_;
    for (; next_picture_ < pictures_.size() && pictures_[next_picture_].figure == figures_; ++next_picture_) {
      begin_paragraph("Picture", {.keep_next = pictures_[next_picture_].last});
      xml_.open("w:r").open("w:drawing");
      add_picture(pictures_[next_picture_], next_picture_ + 1);
      xml_.close().close().close();
    }
    begin_paragraph("FigureCaption");
    numbered(words(msg::office_figure), figures_);
    run(chart.chart.title);
    const std::size_t table = number_of_table(report_, chart.table);
    if (table != 0) {
      run(". " + words(msg::office_numbers, {{"number", static_cast<std::int64_t>(table)}}));
    }
    xml_.close();
  }

  void add_picture(const PlacedPicture& picture, std::size_t number) {
    const std::string id = std::to_string(number), name = "chart" + id, width = emu(picture.width),
                      height = emu(picture.height);
    xml_.open("wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
    xml_.leaf("wp:extent", {{"cx", width}, {"cy", height}});
    xml_.leaf("wp:docPr",
              {{"id", id}, {"name", name}, {"descr", picture.description}, {"title", picture.title}});
    xml_.open("a:graphic").open("a:graphicData", {{"uri", picture_uri}}).open("pic:pic");
    xml_.open("pic:nvPicPr").leaf("pic:cNvPr", {{"id", id}, {"name", name}}).leaf("pic:cNvPicPr").close();
    xml_.open("pic:blipFill").open("a:blip", {{"r:embed", DocxRelation::png(number)}});
    xml_.open("a:extLst").open("a:ext", {{"uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"}});
    xml_.leaf("asvg:svgBlip", {{"xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main"},
                               {"r:embed", DocxRelation::svg(number)}});
    xml_.close().close().close();
    xml_.open("a:stretch").leaf("a:fillRect").close().close();
    xml_.open("pic:spPr")
        .open("a:xfrm")
        .leaf("a:off", {{"x", "0"}, {"y", "0"}})
        .leaf("a:ext", {{"cx", width}, {"cy", height}})
        .close();
    xml_.open("a:prstGeom", {{"prst", "rect"}}).leaf("a:avLst").close().close();
    xml_.close().close().close().close();
  }

  void add(const Quote& quote) {
    begin_paragraph("Quote");
    for (const QuotePart& part : parts_of(quote)) run(part.text, part.marked ? "Marked" : "");
    xml_.close();
    begin_paragraph("QuoteSource");
    run(source_in_words(quote, report_.language));
    if (!quote.remark.empty()) {
      run(" · ");
      run(quote.remark, "Strong");
    }
    xml_.close();
  }

  void add_made_with() {
    if (report_.made_with.empty()) return;
    paragraph("Heading2", {}, words(msg::page_made_with));
    for (const MadeWith& one : report_.made_with) {
      begin_paragraph("MadeWith");
      run(one.name + ": ", "Strong");
      run(one.value, one.command ? "SourceText" : "");
      xml_.close();
    }
  }

  void add_page() {
    const std::string margin = std::to_string(twips(page_margin));
    xml_.open("w:sectPr").leaf("w:footerReference", {{"w:type", "default"}, {"r:id", DocxRelation::footer}});
    xml_.leaf("w:pgSz",
              {{"w:w", std::to_string(twips(page_width))}, {"w:h", std::to_string(twips(page_height))}});
    xml_.leaf("w:pgMar", {{"w:top", margin},
                          {"w:right", margin},
                          {"w:bottom", margin},
                          {"w:left", margin},
                          {"w:header", "567"},
                          {"w:footer", "567"},
                          {"w:gutter", "0"}});
    xml_.close();
  }

  const Report& report_;
  const std::vector<PlacedPicture>& pictures_;
  XmlWriter xml_;
  std::size_t tables_ = 0, figures_ = 0, next_picture_ = 0;
  int numbered_lists_ = 0;
};

}  // namespace

std::string docx_document(const Report& report, const std::vector<PlacedPicture>& pictures) {
  return DocumentWriter(report, pictures).write();
}

int twips(double centimetres) { return static_cast<int>(std::lround(centimetres / 2.54 * 1440)); }

}  // namespace codeboom
