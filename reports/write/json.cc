#include "corpus/joined.h"
#include "reports/json_text.h"
#include "reports/write/write.h"

namespace codeboom {
namespace {

std::string field(std::string_view key, std::string_view text) {
  return ",\"" + std::string(key) + "\":" + quoted(text);
}

// Nothing is left out: whoever reads it need not ask whether a key is there.
std::string cell(const Cell& one) {
  return one.number ? "{\"text\":" + quoted(one.text) + ",\"number\":" + number_text(*one.number) + "}"
                    : quoted(one.text);
}

struct Writer {
  std::string operator()(const Heading& heading) const {
    return "{\"type\":\"heading\",\"level\":" + std::to_string(heading.level) + field("text", heading.text) +
           field("anchor", heading.anchor) + "}";
  }

  std::string operator()(const Prose& prose) const {
    constexpr const char* tones[] = {"plain", "lead", "note", "small"};
    return "{\"type\":\"prose\",\"tone\":" + quoted(tones[static_cast<std::size_t>(prose.tone)]) +
           field("text", prose.text) + "}";
  }

  std::string operator()(const List& list) const {
    constexpr const char* styles[] = {"bullets", "numbers", "tick_boxes"};
    std::vector<std::string> items;
    for (const List::Item& item : list.items)
      items.push_back("{\"text\":" + quoted(item.text) + field("detail", item.detail) + "}");
    return "{\"type\":\"list\",\"style\":" + quoted(styles[static_cast<std::size_t>(list.style)]) +
           ",\"items\":[" + joined(items, ",") + "]}";
  }

  std::string operator()(const ReportTable& table) const {
    constexpr const char* kinds[] = {"text", "count", "share", "decimal"};
    constexpr const char* row_kinds[] = {"plain", "section", "total"};
    std::vector<std::string> columns, rows;
    for (const ReportTable::Column& column : table.columns) {
      columns.push_back("{\"key\":" + quoted(column.key) + field("heading", column.heading) +
                        field("kind", kinds[static_cast<std::size_t>(column.kind)]) + "}");
    }
    for (const ReportTable::Row& row : table.rows) {
      std::vector<std::string> cells;
      for (const Cell& one : row.cells) cells.push_back(cell(one));
      rows.push_back("\n  {\"level\":" + std::to_string(row.level) +
                     field("kind", row_kinds[static_cast<std::size_t>(row.kind)]) + ",\"cells\":[" +
                     joined(cells, ",") + "]}");
    }
    return "{\"type\":\"table\"" + field("key", table.key) + field("caption", table.caption) +
           ",\"columns\":[" + joined(columns, ",") + "],\"rows\":[" + joined(rows, ",") + "]" +
           field("note", table.note) + "}";
  }

  std::string operator()(const ReportChart& chart) const {
    constexpr const char* drawings[] = {"bars", "heat_map", "curve",
                                        "tree", "timeline", "words"};  // in the order of the variant
    return "{\"type\":\"chart\"" + field("drawing", drawings[chart.chart.drawing.index()]) +
           field("title", chart.chart.title) + field("description", chart.chart.description) +
           field("table", chart.table) + "}";
  }

  std::string operator()(const Quote& quote) const {
    std::vector<std::string> marks;
    for (const auto& [begin, end] : quote.marks)
      marks.push_back(quoted(quote.text.substr(begin, end - begin)));
    const std::string place = quote.place ? "{\"begin\":" + std::to_string(quote.place->begin.value) +
                                                ",\"end\":" + std::to_string(quote.place->end.value) + "}"
                                          : "null";
    return "{\"type\":\"quote\"" + field("text", quote.text) + ",\"marked\":[" + joined(marks, ",") + "]" +
           field("document", quote.document) + field("title", quote.title) + ",\"place\":" + place +
           field("coder", quote.coder) + field("remark", quote.remark) + "}";
  }
};

}  // namespace

std::string to_json(const Report& report) {
  std::vector<std::string> made, elements;
  for (const MadeWith& one : report.made_with) {
    made.push_back("\n {\"name\":" + quoted(one.name) + field("value", one.value) +
                   ",\"command\":" + (one.command ? "true" : "false") + "}");
  }
  for (const ReportElement& element : report.elements)
    elements.push_back("\n " + std::visit(Writer{}, element));
  return "{\"kind\":" + quoted(report.kind) + field("title", report.title) +
         field("language", report.language == UserLanguage::nl ? "nl" : "en") + ",\n\"made_with\":[" +
         joined(made, ",") + "],\n\"elements\":[" + joined(elements, ",") + "]}\n";
}

}  // namespace codeboom
