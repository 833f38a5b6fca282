// A report as files: one source file per format. The same report gives the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"
#include "reports/report.h"

namespace codeboom {

// A self-contained page (WCAG 2.1 AA), for screen and A4, without JavaScript; charts inside as SVG, each with its table behind it.
std::string to_html(const Report& report);
// CommonMark with tables; charts as a link to nothing but their title and table. Text from outside cannot become markup.
std::string to_markdown(const Report& report);
// {"kind","title","language","made_with":[...],"elements":[{"type":"heading",...},...]}; numbers raw, keys English.
std::string to_json(const Report& report);

struct CsvStyle {
  char separator = ',';
  bool byte_order_mark = false;
};
// RFC 4180 with LF: keys of the columns, then a record a row; numbers raw with a point, or, when `separator` is `;`, with a comma.
// With `;` or a byte order mark the file is for a spreadsheet, which would compute a text that begins as a formula does (= + - @, tab):
// such a text gets an apostrophe before it. Without them the file is for programs and gives back exactly what was said.
std::string to_csv(const ReportTable& table, CsvStyle style);

// OpenDocument text, Office Open XML document and workbook. Errors: unavailable, when a picture cannot be made (DOCX).
Result<std::string> to_odt(const Report& report);
Result<std::string> to_docx(const Report& report);
// A sheet per table and one with how it was made; numbers are numbers.
Result<std::string> to_xlsx(const Report& report);

}  // namespace codeboom
