#include <algorithm>

#include "message_keys/office.h"
#include "message_keys/rendering.h"
#include "reports/words.h"
#include "reports/write/odt_parts.h"
#include "reports/write/xml.h"

namespace codeboom {
namespace {

constexpr const char* heading_styles[] = {"Heading_20_1", "Heading_20_2", "Heading_20_3",
                                          "Heading_20_4", "Heading_20_5", "Heading_20_6"};

class ContentWriter {
 public:
  ContentWriter(const Report& report, const std::vector<PlacedPicture>& pictures)
      : report_(report), pictures_(pictures) {}

  std::string write() {
    xml_.open("office:document-content",
              {{"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
               {"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
               {"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
               {"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
               {"xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"},
               {"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
               {"xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
               {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
               {"office:version", "1.3"}});
    add_automatic_styles();
    xml_.open("office:body").open("office:text").open("text:sequence-decls");
    for (const char* name : {"Table", "Figure"}) {
      xml_.leaf("text:sequence-decl", {{"text:display-outline-level", "0"}, {"text:name", name}});
    }
    xml_.close();
    heading(1, report_.title);
    for (const ReportElement& element : report_.elements)
      std::visit([this](const auto& one) { add(one); }, element);
    add_made_with();
    return xml_.finish();
  }

 private:
  std::string words(MessageKey key, MessageArguments arguments = {}) const {
    return in_words(key, report_.language, std::move(arguments));
  }

  // Text with its line ends, tabs and runs of spaces, which XML alone would lose.
  void characters(std::string_view text) {
    std::size_t from = 0;
    const auto flush = [&](std::size_t end) {
      if (end > from) xml_.text(text.substr(from, end - from));
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool second_space = text[at] == ' ' && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n');
      if (text[at] != '\n' && text[at] != '\t' && !second_space) continue;
      flush(at);
      xml_.leaf(text[at] == '\n' ? "text:line-break" : text[at] == '\t' ? "text:tab" : "text:s");
      from = at + 1;
    }
    flush(text.size());
  }

  void span(std::string_view style, std::string_view text) {
    xml_.open("text:span", {{"text:style-name", style}});
    characters(text);
    xml_.close();
  }

  void paragraph(std::string_view style, std::string_view text) {
    xml_.open("text:p", {{"text:style-name", style}});
    characters(text);
    xml_.close();
  }

  void heading(int level, std::string_view text) {
    const int depth = std::clamp(level, 1, 6);
    xml_.open("text:h", {{"text:style-name", heading_styles[depth - 1]},
                         {"text:outline-level", std::to_string(depth)}});
    characters(text);
    xml_.close();
  }

  // "Tabel 3. " with a number that counts along when a reader adds one.
  void numbered(std::string_view label, std::string_view sequence, std::size_t number) {
    characters(std::string(label) + " ");
    const std::string n = std::to_string(number), name(sequence);
    xml_.open("text:sequence", {{"text:ref-name", "ref" + name + n},
                                {"text:name", name},
                                {"text:formula", "ooow:" + name + "+1"},
                                {"style:num-format", "1"}});
    xml_.text(n).close();
    xml_.text(". ");
  }

  void add(const Heading& one) { heading(std::max(one.level, 2), one.text); }

  void add(const Prose& prose) {
    constexpr const char* styles[] = {"Text_20_body", "Lead", "Note", "Small"};
    for (const std::string_view part : paragraphs(prose.text))
      paragraph(styles[static_cast<std::size_t>(prose.tone)], part);
  }

  void add(const List& list) {
    constexpr const char* styles[] = {"List_20_1", "Numbering_20_1", "Tick_20_boxes"};
    xml_.open("text:list", {{"text:style-name", styles[static_cast<std::size_t>(list.style)]}});
    for (const List::Item& item : list.items) {
      xml_.open("text:list-item");
      paragraph(item.detail.empty() ? "List" : "List_20_with_20_detail", item.text);
      if (!item.detail.empty()) paragraph("List_20_detail", item.detail);
      xml_.close();
    }
    xml_.close();
  }

  void add(const ReportTable& table) {
    const std::string number = std::to_string(++tables_), name = "Table" + number;
    xml_.open("text:p", {{"text:style-name", "Table"}});
    numbered(words(msg::office_table), "Table", tables_);
    characters(table.caption);
    xml_.close();
    xml_.open("table:table", {{"table:name", name}, {"table:style-name", name}});
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      xml_.leaf("table:table-column", {{"table:style-name", name + "." + std::to_string(i + 1)}});
    }
    xml_.open("table:table-header-rows").open("table:table-row", {{"table:style-name", "Row"}});
    for (const ReportTable::Column& column : table.columns) {
      cell("HeadingCell", {true, column.kind != ColumnKind::text, is_dense(table), 0}, column.heading, 1);
    }
    xml_.close().close();
    for (const ReportTable::Row& row : table.rows) add(table, row);
    if (table.rows.empty()) {
      xml_.open("table:table-row", {{"table:style-name", "Row"}});
      cell("Cell", {}, words(msg::page_no_rows), table.columns.size());
      xml_.close();
    }
    xml_.close();
    paragraph("Table_20_Note", table.note);
  }

  void add(const ReportTable& table, const ReportTable::Row& row) {
    constexpr const char* cells[] = {"Cell", "SectionCell", "TotalCell"};
    const char* style = cells[static_cast<std::size_t>(row.kind)];
    const bool bold = row.kind != RowKind::plain, spans = heads_a_group(row);
    xml_.open("table:table-row", {{"table:style-name", "Row"}});
    for (std::size_t i = 0; i < (spans ? 1 : row.cells.size()); ++i) {
      const CellStyle look{bold, table.columns[i].kind != ColumnKind::text, is_dense(table),
                           i == 0 ? indent_level(row) : 0};
      cell(style, look, row.cells[i].text, spans ? row.cells.size() : 1);
    }
    xml_.close();
  }

  void cell(std::string_view style, const CellStyle& look, std::string_view text, std::size_t columns) {
    if (columns > 1) {
      xml_.open("table:table-cell", {{"table:style-name", style},
                                     {"table:number-columns-spanned", std::to_string(columns)},
                                     {"office:value-type", "string"}});
    } else {
      xml_.open("table:table-cell", {{"table:style-name", style}, {"office:value-type", "string"}});
    }
    paragraph(odt_cell_style(look), text);
    xml_.close();
    for (std::size_t i = 1; i < columns; ++i) xml_.leaf("table:covered-table-cell");
  }

  void add(const ReportChart& chart) {
    ++figures_;
    for (; next_picture_ < pictures_.size() && pictures_[next_picture_].figure == figures_; ++next_picture_) {
      add_picture(pictures_[next_picture_], std::to_string(next_picture_ + 1));
    }
    xml_.open("text:p", {{"text:style-name", "Figure"}});
    numbered(words(msg::office_figure), "Figure", figures_);
    characters(chart.chart.title);
    const std::size_t table = number_of_table(report_, chart.table);
    if (table != 0) {
      characters(". " + words(msg::office_numbers, {{"number", static_cast<std::int64_t>(table)}}));
    }
    xml_.close();
  }

  void add_picture(const PlacedPicture& picture, const std::string& number) {
    xml_.open("text:p", {{"text:style-name", picture.last ? "Picture" : "Picture_20_part"}});
    xml_.open("draw:frame", {{"draw:style-name", "PictureFrame"},
                             {"draw:name", "chart" + number},
                             {"text:anchor-type", "as-char"},
                             {"svg:width", cm(picture.width)},
                             {"svg:height", cm(picture.height)}});
    xml_.leaf("draw:image", {{"xlink:href", "Pictures/chart" + number + ".svg"},
                             {"xlink:type", "simple"},
                             {"xlink:show", "embed"},
                             {"xlink:actuate", "onLoad"},
                             {"draw:mime-type", "image/svg+xml"}});
    xml_.element("svg:title", picture.title).element("svg:desc", picture.description);
    xml_.close().close();
  }

  void add(const Quote& quote) {
    xml_.open("text:p", {{"text:style-name", "Quotations"}});
    for (const QuotePart& part : parts_of(quote)) {
      if (part.marked)
        span("Marked", part.text);
      else
        characters(part.text);
    }
    xml_.close();
    xml_.open("text:p", {{"text:style-name", "Quotation_20_source"}});
    characters(source_in_words(quote, report_.language));
    if (!quote.remark.empty()) {
      xml_.text(" · ");
      span("Strong_20_Emphasis", quote.remark);
    }
    xml_.close();
  }

  void add_made_with() {
    if (report_.made_with.empty()) return;
    heading(2, words(msg::page_made_with));
    for (const MadeWith& one : report_.made_with) {
      xml_.open("text:p", {{"text:style-name", "Made_20_with"}});
      span("Strong_20_Emphasis", one.name + ": ");
      if (one.command)
        span("Source_20_Text", one.value);
      else
        characters(one.value);
      xml_.close();
    }
  }

  void cell_style(std::string_view name, std::string_view background, std::string_view top,
                  std::string_view bottom) {
    xml_.open("style:style", {{"style:name", name}, {"style:family", "table-cell"}});
    xml_.leaf("style:table-cell-properties", {{"fo:padding-top", "0.08cm"},
                                              {"fo:padding-bottom", "0.08cm"},
                                              {"fo:padding-left", "0.16cm"},
                                              {"fo:padding-right", "0.16cm"},
                                              {"fo:background-color", background},
                                              {"fo:border-top", top},
                                              {"fo:border-bottom", bottom},
                                              {"fo:border-left", "none"},
                                              {"fo:border-right", "none"}});
    xml_.close();
  }

  void add_automatic_styles() {
    constexpr std::string_view thin = "0.5pt solid #999999", thick = "1pt solid #333333";
    xml_.open("office:automatic-styles");
    cell_style("Cell", "transparent", "none", thin);
    cell_style("HeadingCell", "#e8edf2", "none", thick);
    cell_style("SectionCell", "#f3f5f7", "none", thin);
    cell_style("TotalCell", "transparent", thick, thick);
    xml_.open("style:style", {{"style:name", "Row"}, {"style:family", "table-row"}});
    xml_.leaf("style:table-row-properties", {{"fo:keep-together", "always"}}).close();
    xml_.open("style:style", {{"style:name", "PictureFrame"}, {"style:family", "graphic"}});
    xml_.leaf("style:graphic-properties", {{"style:vertical-pos", "top"}, {"style:vertical-rel", "baseline"}})
        .close();
    std::size_t number = 0;
    for (const ReportElement& element : report_.elements) {
      if (const auto* table = std::get_if<ReportTable>(&element))
        table_styles(*table, "Table" + std::to_string(++number));
    }
    xml_.close();
  }

  void table_styles(const ReportTable& table, const std::string& name) {
    const std::vector<double> widths = column_widths(table);
    double width = 0;
    for (const double one : widths) width += one;
    const bool whole = stays_together(table);
    xml_.open("style:style", {{"style:name", name}, {"style:family", "table"}});
    xml_.leaf("style:table-properties",
              {{"style:width", cm(width)},
               {"table:align", "left"},
               {"table:border-model", "collapsing"},
               {"style:may-break-between-rows", whole ? "false" : "true"},
               {"fo:keep-with-next", whole && !table.note.empty() ? "always" : "auto"}});
    xml_.close();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      xml_.open("style:style",
                {{"style:name", name + "." + std::to_string(i + 1)}, {"style:family", "table-column"}});
      xml_.leaf("style:table-column-properties", {{"style:column-width", cm(widths[i])}}).close();
    }
  }

  const Report& report_;
  const std::vector<PlacedPicture>& pictures_;
  XmlWriter xml_;
  std::size_t tables_ = 0, figures_ = 0, next_picture_ = 0;
};

}  // namespace

std::string odt_content(const Report& report, const std::vector<PlacedPicture>& pictures) {
  return ContentWriter(report, pictures).write();
}

}  // namespace codeboom
