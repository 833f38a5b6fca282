#include "reports/html.h"

#include <algorithm>

#include "message_keys/rendering.h"
#include "reports/draw/draw.h"
#include "reports/words.h"
#include "reports/write/write.h"

namespace codeboom {
namespace {

// What a picture may take of A4, where the heading and the caption stand on the same page.
constexpr double page_height = 860;

// Ids of our own have an underscore, which no anchor has.
std::string table_id(std::string_view key) { return "tabel_" + std::string(key); }

std::string with_breaks(std::string_view text) {
  std::string html;
  for (const std::string_view line : lines(text)) html += (html.empty() ? "" : "<br>\n") + escaped(line);
  return html;
}

std::string tag(std::string_view name, std::string_view attributes, std::string_view content) {
  return "<" + std::string(name) + std::string(attributes) + ">" + std::string(content) + "</" +
         std::string(name) + ">";
}

std::string class_attribute(std::string_view names) {
  return names.empty() ? "" : " class=\"" + std::string(names) + "\"";
}

class TableWriter {
 public:
  TableWriter(const ReportTable& table, UserLanguage language) : table_(table), language_(language) {
    for (const ReportTable::Row& row : table.rows) is_tree_ = is_tree_ || row.level > 1;
  }

  std::string write() {
    const std::string id = table_id(table_.key), title = id + "_titel";
    const std::size_t columns = table_.columns.size();
    html_ = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"" + title +
            "\">\n<table id=\"" + id + "\"" +
            class_attribute(columns > 12  ? "widest"
                            : columns > 7 ? "wide"
                                          : "") +
            ">\n<caption id=\"" + title + "\">" + escaped(table_.caption) + "</caption>\n<thead><tr>";
    for (const ReportTable::Column& column : table_.columns) {
      html_ +=
          tag("th", std::string(" scope=\"col\"") + (column.kind == ColumnKind::text ? "" : " class=\"n\""),
              escaped(column.heading));
    }
    html_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < table_.rows.size(); ++i) add(table_.rows[i], i == 0);
    if (table_.rows.empty()) {
      html_ += "<tr><td colspan=\"" + std::to_string(std::max<std::size_t>(columns, 1)) + "\">" +
               escaped(in_words(msg::page_no_rows, language_)) + "</td></tr>\n";
    }
    html_ += "</tbody>\n</table>\n</div>\n";
    if (!table_.note.empty()) html_ += tag("p", " class=\"meta\"", with_breaks(table_.note)) + "\n";
    return html_;
  }

 private:
  void add(const ReportTable::Row& row, bool first) {
    if (row.kind == RowKind::section && !first) html_ += "</tbody>\n<tbody>\n";  // the reach of its heading
    std::string names = row.kind == RowKind::section ? "section" : row.kind == RowKind::total ? "total" : "";
    if (is_tree_ && row.kind == RowKind::plain) names = "l" + std::to_string(std::clamp(row.level, 1, 8));
    html_ += "<tr" + class_attribute(names) + ">";
    const bool heads_a_group =
        row.kind == RowKind::section && std::all_of(row.cells.begin() + 1, row.cells.end(),
                                                    [](const Cell& cell) { return cell.text.empty(); });
    if (heads_a_group) {
      html_ += tag("th", " scope=\"rowgroup\" colspan=\"" + std::to_string(row.cells.size()) + "\"",
                   with_breaks(row.cells.front().text));
    } else {
      html_ += tag("th", " scope=\"row\"", with_breaks(row.cells.front().text));
      for (std::size_t i = 1; i < row.cells.size(); ++i) {
        html_ += tag("td", table_.columns[i].kind == ColumnKind::text ? "" : " class=\"n\"",
                     with_breaks(row.cells[i].text));
      }
    }
    html_ += "</tr>\n";
  }

  const ReportTable& table_;
  UserLanguage language_;
  bool is_tree_ = false;
  std::string html_;
};

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report) {}

  std::string write() {
    html_ = tag("h1", "", escaped(report_.title)) + "\n";
    const auto first_heading =
        std::find_if(report_.elements.begin(), report_.elements.end(),
                     [](const ReportElement& one) { return std::holds_alternative<Heading>(one); });
    for (auto element = report_.elements.begin(); element != report_.elements.end(); ++element) {
      if (element == first_heading) add_contents();
      std::visit([this](const auto& one) { add(one); }, *element);
    }
    add_made_with();
    // A summary is one page of a document and two of a sector: on paper it is set smaller.
    if (report_.kind == "summary") html_ = "<div class=\"brief\">\n" + html_ + "</div>\n";
    return page(report_.title, html_, report_.language);
  }

 private:
  std::string words(MessageKey key, MessageArguments arguments = {}) const {
    return escaped(in_words(key, report_.language, std::move(arguments)));
  }

  static std::string id_of(const Heading& heading, std::size_t ordinal) {
    return heading.anchor.empty() ? "kop_" + std::to_string(ordinal) : heading.anchor;
  }

  // Of the main headings, when there are more than fit on a screen together.
  void add_contents() {
    constexpr std::size_t few = 5;
    std::string items;
    std::size_t main_headings = 0, ordinal = 0;
    for (const ReportElement& element : report_.elements) {
      const auto* heading = std::get_if<Heading>(&element);
      if (heading == nullptr) continue;
      ++ordinal;
      if (heading->level != 2) continue;
      ++main_headings;
      items += "<li><a href=\"#" + escaped(id_of(*heading, ordinal)) + "\">" + escaped(heading->text) +
               "</a></li>\n";
    }
    if (main_headings <= few) return;
    html_ += "<nav class=\"contents\" aria-labelledby=\"inhoud_kop\">\n<h2 id=\"inhoud_kop\">" +
             words(msg::page_contents) + "</h2>\n<ol>\n" + items + "</ol>\n</nav>\n";
  }

  void add_made_with() {
    if (report_.made_with.empty()) return;
    html_ += "<section aria-labelledby=\"gemaakt_met\">\n<h2 id=\"gemaakt_met\">" +
             words(msg::page_made_with) + "</h2>\n<dl class=\"made\">\n";
    for (const MadeWith& one : report_.made_with) {
      const std::string value = with_breaks(one.value);
      html_ += tag("dt", "", escaped(one.name)) +
               tag("dd", "", one.command ? tag("code", "", value) : value) + "\n";
    }
    html_ += "</dl>\n</section>\n";
  }

  void add(const Heading& heading) {
    const std::string name = "h" + std::to_string(std::clamp(heading.level, 2, 6));
    html_ += tag(name, " id=\"" + escaped(id_of(heading, ++headings_)) + "\"", escaped(heading.text)) + "\n";
  }

  void add(const Prose& prose) {
    constexpr const char* classes[] = {"", "lead", "note", "meta"};
    const std::string name = class_attribute(classes[static_cast<std::size_t>(prose.tone)]);
    const auto parts = paragraphs(prose.text);
    const bool in_one_box = prose.tone == Tone::note && parts.size() > 1;
    if (in_one_box) html_ += "<div class=\"note\">\n";
    for (const std::string_view part : parts)
      html_ += tag("p", in_one_box ? "" : name, with_breaks(part)) + "\n";
    if (in_one_box) html_ += "</div>\n";
  }

  void add(const List& list) {
    const std::string name = list.style == ListStyle::numbers ? "ol" : "ul";
    std::string items = "\n";
    for (const List::Item& item : list.items) {
      const std::string detail =
          item.detail.empty() ? "" : tag("span", " class=\"detail\"", with_breaks(item.detail));
      items += tag("li", "", with_breaks(item.text) + detail) + "\n";
    }
    // Without marker a list is no list to some screen readers, unless it says so.
    html_ +=
        tag(name, list.style == ListStyle::tick_boxes ? " class=\"ticks\" role=\"list\"" : "", items) + "\n";
  }

  void add(const ReportTable& table) { html_ += TableWriter(table, report_.language).write(); }

  void add(const ReportChart& chart) {
    const std::string id = "grafiek_" + std::to_string(++charts_);
    html_ += "<figure id=\"" + id + "\">\n";
    for (const Drawing& part : draw_in_parts(chart.chart, id, report_.language, page_height))
      html_ += part.svg + "\n";
    html_ += "<figcaption><strong>" + escaped(chart.chart.title) + "</strong>";
    if (!chart.chart.description.empty()) html_ += "<br>\n" + escaped(chart.chart.description);
    if (const ReportTable* table = find_table(report_, chart.table)) {
      html_ += " <a href=\"#" + escaped(table_id(table->key)) + "\">" +
               words(msg::page_numbers, {{"table", table->caption}}) + "</a>";
    }
    html_ += "</figcaption>\n</figure>\n";
  }

  void add(const Quote& quote) {
    std::string text;
    std::size_t done = 0;
    for (const auto& [begin, end] : quote.marks) {
      const std::string_view whole = quote.text;
      text += with_breaks(whole.substr(done, begin - done)) +
              tag("mark", "", with_breaks(whole.substr(begin, end - begin)));
      done = end;
    }
    text += with_breaks(std::string_view(quote.text).substr(done));
    html_ += "<blockquote>\n" + tag("p", "", text) + "\n<footer>" +
             escaped(source_in_words(quote, report_.language));
    if (!quote.remark.empty()) html_ += " " + tag("strong", " class=\"remark\"", escaped(quote.remark));
    html_ += "</footer>\n</blockquote>\n";
  }

  const Report& report_;
  std::string html_;
  std::size_t headings_ = 0, charts_ = 0;
};

}  // namespace

std::string to_html(const Report& report) { return Writer(report).write(); }

}  // namespace codeboom
