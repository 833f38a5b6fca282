#include <algorithm>

#include "message_keys/rendering.h"
#include "reports/words.h"
#include "reports/write/markdown_text.h"
#include "reports/write/write.h"

namespace codeboom {
namespace {

using Marks = std::vector<std::pair<std::size_t, std::size_t>>;

// What the marks cover of the line that begins at `begin`.
Marks inside(const Marks& marks, std::size_t begin, std::size_t size) {
  Marks within;
  for (const auto& [first, last] : marks) {
    const std::size_t from = std::max(first, begin), to = std::min(last, begin + size);
    if (from < to) within.push_back({from - begin, to - begin});
  }
  return within;
}

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report) {}

  std::string write() {
    heading(1, report_.title);
    for (const ReportElement& element : report_.elements)
      std::visit([this](const auto& one) { add(one); }, element);
    if (!report_.made_with.empty()) heading(2, in_words(msg::page_made_with, report_.language));
    for (const MadeWith& one : report_.made_with) {
      markdown_ += "- " + bold(one.name) + ": " +
                   (one.command ? markdown_code(in_one_line(one.value)) : inside_text(one.value)) + "\n";
    }
    markdown_.erase(markdown_.find_last_not_of('\n') + 1);
    return markdown_ + "\n";
  }

 private:
  static std::string text(std::string_view any) { return markdown_text(in_one_line(any)); }

  static std::string inside_text(std::string_view any) { return markdown_inside(in_one_line(any)); }

  static std::string bold(std::string_view any) {
    const std::string line = in_one_line(any);
    return markdown_text(line, {{0, line.size()}});
  }

  // With the line ends of the text as breaks; every line begins with `prefix`.
  static std::string with_breaks(std::string_view paragraph, std::string_view prefix) {
    std::string markdown;
    for (const std::string_view line : lines(paragraph)) {
      markdown += (markdown.empty() ? "" : "\\\n") + std::string(prefix) + text(line);
    }
    return markdown;
  }

  void heading(int level, std::string_view words) {
    markdown_ += std::string(static_cast<std::size_t>(std::clamp(level, 1, 6)), '#') + " " +
                 inside_text(words) + "\n\n";
  }

  void add(const Heading& one) { heading(one.level, one.text); }

  void add(const Prose& prose) {
    const std::string prefix = prose.tone == Tone::note ? "> " : "";
    const auto parts = paragraphs(prose.text);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      markdown_ += (i == 0 ? "" : prefix.empty() ? "\n" : ">\n") + with_breaks(parts[i], prefix) + "\n";
    }
    markdown_ += "\n";
  }

  void add(const List& list) {
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const std::string bullet = list.style == ListStyle::numbers ? std::to_string(i + 1) + ". " : "- ";
      markdown_ += bullet + (list.style == ListStyle::tick_boxes ? "[ ] " : "") + text(list.items[i].text);
      if (!list.items[i].detail.empty())
        markdown_ += "\\\n" + std::string(bullet.size(), ' ') + text(list.items[i].detail);
      markdown_ += "\n";
    }
    markdown_ += "\n";
  }

  std::string first_cell(const ReportTable::Row& row) const {
    std::string indent;
    for (int level = 1; level < row.level; ++level) indent += "&emsp;";
    const std::string& name = row.cells.front().text;
    return indent + (row.kind == RowKind::plain ? inside_text(name) : bold(name));
  }

  void add(const ReportTable& table) {
    markdown_ += bold(table.caption) + "\n\n";
    if (table.columns.empty()) return;
    std::string under;
    for (const ReportTable::Column& column : table.columns) {
      markdown_ += "| " + inside_text(column.heading) + " ";
      under += column.kind == ColumnKind::text ? "| --- " : "| ---: ";
    }
    markdown_ += "|\n" + under + "|\n";
    for (const ReportTable::Row& row : table.rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        markdown_ += "| " + (i == 0 ? first_cell(row) : inside_text(row.cells[i].text)) + " ";
      markdown_ += "|\n";
    }
    markdown_ += "\n";
    if (table.rows.empty()) markdown_ += text(in_words(msg::page_no_rows, report_.language)) + "\n\n";
    if (!table.note.empty()) markdown_ += text(table.note) + "\n\n";
  }

  void add(const ReportChart& chart) {
    markdown_ += bold(in_words(msg::page_chart, report_.language, {{"title", chart.chart.title}})) + "\\\n" +
                 text(chart.chart.description);
    if (const ReportTable* table = find_table(report_, chart.table)) {
      markdown_ += "\\\n" + text(in_words(msg::page_numbers, report_.language, {{"table", table->caption}}));
    }
    markdown_ += "\n\n";
  }

  void add(const Quote& quote) {
    const std::string_view whole = quote.text;
    const auto parts = paragraphs(whole);
    for (const std::string_view paragraph : parts) {
      if (paragraph.data() != parts.front().data()) markdown_ += ">\n";
      for (const std::string_view line : lines(paragraph)) {
        markdown_ += "> " + markdown_text(line, inside(quote.marks,
                                                       static_cast<std::size_t>(line.data() - whole.data()),
                                                       line.size()));
        markdown_ += line.data() + line.size() == paragraph.data() + paragraph.size() ? "\n" : "\\\n";
      }
    }
    markdown_ += ">\n> — " + text(source_in_words(quote, report_.language));
    if (!quote.remark.empty()) markdown_ += ". " + bold(quote.remark);
    markdown_ += "\n\n";
  }

  const Report& report_;
  std::string markdown_;
};

}  // namespace

std::string to_markdown(const Report& report) { return Writer(report).write(); }

}  // namespace codeboom
