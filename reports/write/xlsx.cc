#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "message_keys/office.h"
#include "message_keys/rendering.h"
#include "reports/table.h"
#include "reports/words.h"
#include "reports/write/sheet_names.h"
#include "reports/write/write.h"
#include "reports/write/xml.h"

namespace codeboom {
namespace {

constexpr time_t first_day_of_1980 =
    315532800;                                // a workbook that says when it was made would differ each time
constexpr std::size_t longest_text = 32767;   // characters in a cell
constexpr double narrowest = 9, widest = 60;  // columns, in characters

tl::unexpected<Error> not_made(std::string reason) {
  return fail(ErrorKind::unavailable, msg::office_not_packed, {{"reason", std::move(reason)}});
}

std::string cell_text(std::string_view text) {
  std::string kept = xml_characters(text);
  if (kept.size() <= longest_text) return kept;
  std::size_t end = longest_text - 3;
  while ((static_cast<unsigned char>(kept[end]) & 0xC0) == 0x80) --end;
  return kept.substr(0, end) + "…";
}

enum class Place { title, heading, body, note };
struct Look {
  Place place = Place::body;
  ColumnKind kind = ColumnKind::text;
  RowKind row = RowKind::plain;
  int indent = 0;
  auto key() const { return std::tuple(place, kind, row, indent); }
  friend bool operator<(const Look& a, const Look& b) { return a.key() < b.key(); }
};

class Workbook {
 public:
  explicit Workbook(const std::string& path) : book_(workbook_new(path.c_str())) {}
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook() {
    if (book_ != nullptr) workbook_close(book_);
  }

  bool is_there() const { return book_ != nullptr; }
  lxw_worksheet* add(const std::string& name) { return workbook_add_worksheet(book_, name.c_str()); }
  lxw_error finish() { return workbook_close(std::exchange(book_, nullptr)); }

  lxw_error describe(std::string title) {
    title = cell_text(title);
    std::string codeboom = "codeboom";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = codeboom.data();
    properties.created = first_day_of_1980;
    return workbook_set_properties(book_, &properties);
  }

  lxw_format* format(const Look& look) {
    auto [at, is_new] = formats_.try_emplace(look, nullptr);
    if (is_new) at->second = made(look);
    return at->second;
  }

 private:
  lxw_format* made(const Look& look) {
    lxw_format* format = workbook_add_format(book_);
    if (look.place == Place::title || look.place == Place::heading || look.row != RowKind::plain)
      format_set_bold(format);
    if (look.place == Place::note) format_set_italic(format);
    if (look.place == Place::title || look.place == Place::note) return format;
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (look.place == Place::heading) format_set_bottom(format, LXW_BORDER_THIN);
    if (look.row == RowKind::total) format_set_top(format, LXW_BORDER_THIN);
    if (look.place == Place::heading || look.row == RowKind::section) format_set_bg_color(format, 0xE8EDF2);
    if ((look.kind == ColumnKind::text && look.row != RowKind::section) || look.place == Place::heading)
      format_set_text_wrap(format);
    if (look.kind != ColumnKind::text) format_set_align(format, LXW_ALIGN_RIGHT);
    if (look.indent > 0) format_set_indent(format, static_cast<std::uint8_t>(std::min(look.indent, 15)));
    if (look.kind == ColumnKind::count) format_set_num_format(format, "0");
    if (look.kind == ColumnKind::share) format_set_num_format(format, "0.0%");
    if (look.kind == ColumnKind::decimal) format_set_num_format(format, "0.000");
    return format;
  }

  lxw_workbook* book_;
  std::map<Look, lxw_format*> formats_;
};

// As wide as a page, as many pages as it takes.
void on_a4(lxw_worksheet* sheet) {
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(sheet, a4);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_footer(sheet, "&A&R&P / &N");
}

lxw_row_t row_at(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_at(std::size_t column) { return static_cast<lxw_col_t>(column); }

// What the longest line of it needs.
double characters(std::string_view text) {
  std::size_t longest = 0;
  for (const std::string_view line : lines(text)) longest = std::max(longest, display_width(line));
  return static_cast<double>(longest) + 2;
}

// How many lines a text takes in so many characters.
double lines_in(std::string_view text, double width) {
  const auto room = static_cast<std::size_t>(std::max(width - 1, 1.0));
  double count = 0;
  for (const std::string_view line : lines(text))
    count += static_cast<double>(std::max<std::size_t>(wrapped(line, room).size(), 1));
  return count;
}

// Not every program makes a row as high as its wrapped text when it opens a workbook.
void set_height(lxw_worksheet* sheet, std::size_t row, double lines_of_text) {
  constexpr double line = 15, highest = 409;  // points; what Excel allows
  if (lines_of_text > 1)
    worksheet_set_row(sheet, row_at(row), std::min(lines_of_text * line, highest), nullptr);
}

double width_of(const ReportTable& table, std::size_t column) {
  const ReportTable::Column& is = table.columns[column];
  // A heading is wrapped before it makes a column of numbers wide.
  double width =
      is.kind == ColumnKind::text ? characters(is.heading) : std::min(characters(is.heading), 16.0);
  for (const ReportTable::Row& row : table.rows) {
    if (row.kind == RowKind::section) continue;  // runs on over the empty cells beside it
    const double indent = column == 0 ? 1.5 * (row.level - 1) : 0;
    width = std::max(width, characters(row.cells[column].text) + indent);
  }
  return std::clamp(width, narrowest, widest);
}

class TableSheet {
 public:
  TableSheet(Workbook& book, lxw_worksheet* sheet, const ReportTable& table, UserLanguage language)
      : book_(book), sheet_(sheet), table_(table), language_(language) {}

  void write() {
    text(0, 0, table_.caption, {.place = Place::title});
    double heading_lines = 1;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      widths_.push_back(width_of(table_, i));
      worksheet_set_column(sheet_, column_at(i), column_at(i), widths_[i], nullptr);
      heading_lines = std::max(heading_lines, lines_in(table_.columns[i].heading, widths_[i] / 1.1));
      text(1, i, table_.columns[i].heading,
           {Place::heading, table_.columns[i].kind, RowKind::plain, apart(i)});
    }
    set_height(sheet_, 1, heading_lines);
    std::size_t at = 2;
    for (const ReportTable::Row& row : table_.rows) add(at++, row);
    if (table_.rows.empty()) text(at++, 0, in_words(msg::page_no_rows, language_), {.place = Place::note});
    ++at;
    for (const std::string_view line : lines(table_.note)) text(at++, 0, line, {.place = Place::note});
    for_print();
  }

 private:
  void text(std::size_t row, std::size_t column, std::string_view words, const Look& look) {
    worksheet_write_string(sheet_, row_at(row), column_at(column), cell_text(words).c_str(),
                           book_.format(look));
  }

  // Text that begins on the left would touch a number that ends on the right.
  int apart(std::size_t column) const {
    return column > 0 && table_.columns[column].kind == ColumnKind::text ? 1 : 0;
  }

  void add(std::size_t at, const ReportTable::Row& row) {
    double lines_needed = 1;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const ColumnKind kind = table_.columns[i].kind;
      const Look look{Place::body, kind, row.kind, i == 0 ? row.level - 1 : apart(i)};
      const Cell& cell = row.cells[i];
      if (cell.number && kind != ColumnKind::text) {
        worksheet_write_number(sheet_, row_at(at), column_at(i), *cell.number, book_.format(look));
      } else {
        text(at, i, cell.text, look);
        const double room = (widths_[i] - 1.5 * look.indent) / (row.kind == RowKind::plain ? 1 : 1.1);
        if (kind == ColumnKind::text) lines_needed = std::max(lines_needed, lines_in(cell.text, room));
      }
    }
    if (row.kind != RowKind::section) set_height(sheet_, at, lines_needed);
  }

  void for_print() {
    worksheet_freeze_panes(sheet_, 2, 1);
    worksheet_repeat_rows(sheet_, 0, 1);
    on_a4(sheet_);
    if (table_.columns.size() > 5) worksheet_set_landscape(sheet_);
  }

  Workbook& book_;
  lxw_worksheet* sheet_;
  const ReportTable& table_;
  UserLanguage language_;
  std::vector<double> widths_;  // of the columns, in characters
};

// How the report was made, and which sheet holds what.
void write_made_with(Workbook& book, lxw_worksheet* sheet, const Report& report,
                     const std::vector<std::string>& names) {
  std::size_t at = 0;
  constexpr double name_width = 34, value_width = 90;
  const auto pair = [&](std::string_view name, std::string_view value, const Look& look) {
    set_height(sheet, at, std::max(lines_in(name, name_width), lines_in(value, value_width)));
    worksheet_write_string(sheet, row_at(at), 0, cell_text(name).c_str(), book.format(look));
    worksheet_write_string(sheet, row_at(at), 1, cell_text(value).c_str(), book.format(look));
    ++at;
  };
  on_a4(sheet);
  worksheet_set_column(sheet, 0, 0, name_width, nullptr);
  worksheet_set_column(sheet, 1, 1, value_width, nullptr);
  worksheet_write_string(sheet, row_at(at++), 0, cell_text(report.title).c_str(),
                         book.format({.place = Place::title}));
  pair(in_words(msg::page_made_with, report.language), "", {.place = Place::heading});
  for (const MadeWith& one : report.made_with) pair(one.name, one.value, {});
  if (names.size() < 2) return;
  ++at;
  pair(in_words(msg::office_sheet, report.language), in_words(msg::office_table, report.language),
       {.place = Place::heading});
  std::size_t sheets = 0;
  for (const ReportElement& element : report.elements) {
    if (const auto* table = std::get_if<ReportTable>(&element)) pair(names[sheets++], table->caption, {});
  }
}

Result<void> write_workbook(const Report& report, const std::string& path) {
  std::vector<std::string> wanted;
  for (const ReportElement& element : report.elements) {
    if (const auto* table = std::get_if<ReportTable>(&element)) wanted.push_back(table->key);
  }
  wanted.push_back(in_words(msg::office_made_with_sheet, report.language));
  const std::vector<std::string> names = sheet_names(wanted);
  Workbook book(path);
  if (!book.is_there()) return not_made(lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED));
  if (const lxw_error error = book.describe(report.title); error != LXW_NO_ERROR)
    return not_made(lxw_strerror(error));
  std::size_t sheets = 0;
  for (const ReportElement& element : report.elements) {
    const auto* table = std::get_if<ReportTable>(&element);
    if (table == nullptr) continue;
    lxw_worksheet* sheet = book.add(names[sheets++]);
    if (sheet == nullptr) return not_made(lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED));
    TableSheet(book, sheet, *table, report.language).write();
  }
  lxw_worksheet* sheet = book.add(names.back());
  if (sheet == nullptr) return not_made(lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED));
  write_made_with(book, sheet, report, names);
  if (const lxw_error error = book.finish(); error != LXW_NO_ERROR) return not_made(lxw_strerror(error));
  return {};
}

// libxlsxwriter 1.1 writes to a path only: this one leads to memory.
class MemoryFile {
 public:
  MemoryFile() : file_(memfd_create("codeboom-xlsx", MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (file_ >= 0) close(file_);
  }

  bool is_there() const { return file_ >= 0; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

  std::string content() const {
    std::string bytes;
    char part[65536];
    for (ssize_t got; (got = pread(file_, part, sizeof part, static_cast<off_t>(bytes.size()))) > 0;) {
      bytes.append(part, static_cast<std::size_t>(got));
    }
    return bytes;
  }

 private:
  int file_;
};

}  // namespace

Result<std::string> to_xlsx(const Report& report) {
  const MemoryFile file;
  if (!file.is_there()) return not_made("memfd_create");
  if (auto written = write_workbook(report, file.path()); !written) return tl::unexpected(written.error());
  return file.content();
}

}  // namespace codeboom
