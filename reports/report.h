// A report before any format: what it says, in reading order. reports/kinds/ makes one of coded documents, reports/write/ makes a file of
// one, reports/draw/ draws its charts.
//
// Shape   the title is the heading of level 1; headings in `elements` are of level 2 and deeper and skip none.
// Unit    text is plain, in the language of the report, as people read it; a Cell has its number for programs beside it, raw: shares are
//         fractions, 0 to 1. Every number has its base: in its caption, its column or its note.
// Errors  none: what cannot be computed is said in words where it would stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "corpus/messages/message.h"
#include "corpus/text.h"
#include "reports/chart.h"

namespace codeboom {

struct Heading {
  int level = 2;
  std::string text;
  std::string anchor;  // lower-case letters, digits, hyphens and dots, unique in the report; may be empty
};

enum class Tone {
  plain,
  lead,   // the report in a sentence or two
  note,   // what a reader must know before using the numbers
  small   // how it was counted
};
struct Prose {
  std::string text;
  Tone tone = Tone::plain;
};

enum class ListStyle { bullets, numbers, tick_boxes };
struct List {
  ListStyle style = ListStyle::bullets;
  struct Item {
    std::string text;
    std::string detail;  // smaller, under it: an example, a source; may be empty
  };
  std::vector<Item> items;
};

struct Cell {
  std::string text;              // as people read it; an empty cell is empty
  std::optional<double> number;  // of a count, a share or another number
  friend bool operator==(const Cell&, const Cell&) = default;
};

enum class ColumnKind { text, count, share, decimal };
enum class RowKind { plain, section, total };

struct ReportTable {
  std::string key;      // for programs: lower-case English words with underscores, unique in the report
  std::string caption;  // what it counts, with its base
  struct Column {
    std::string key, heading;  // for programs; for people
    ColumnKind kind = ColumnKind::text;
  };
  std::vector<Column> columns;  // the first one names the row
  struct Row {
    std::vector<Cell> cells;  // as many as columns
    int level = 1;            // in a tree, 1 at the top
    RowKind kind = RowKind::plain;
  };
  std::vector<Row> rows;
  std::string note;  // under it; may be empty
};

// A chart always has the numbers that it draws in a table of the same report.
struct ReportChart {
  Chart chart;
  std::string table;  // ReportTable::key
};

// What a document says, word for word.
struct Quote {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> marks;  // bytes in `text`, in order, apart
  std::string document, title;                             // its id and title
  std::optional<CodePointSpan> place;                      // in the document
  std::string coder;                                       // who coded it; may be empty
  std::string remark;  // what to know of it: that a machine suggested it, that it is a wish; may be empty
};

using ReportElement = std::variant<Heading, Prose, List, ReportTable, ReportChart, Quote>;

// What whoever wants to check the report needs: a name and a value, each for people.
struct MadeWith {
  std::string name, value;
  bool command = false;  // the value is a command line
};

struct Report {
  std::string kind;  // as --kind names it
  std::string title;
  UserLanguage language = UserLanguage::nl;
  std::vector<ReportElement> elements;
  std::vector<MadeWith> made_with;  // data, codebook, coders, settings, program, command
};

const ReportTable* find_table(const Report& report, std::string_view key);

}  // namespace codeboom
