#include "corpus/read/plain_blocks.h"

#include <algorithm>

#include "corpus/read/lines.h"
#include "corpus/read/read.h"
#include "corpus/read/wording.h"

namespace codeboom {
namespace {

// Whether the text has signs for structure of its own ("## ", "> "), or stands in a format that has others.
enum class Signs { of_plain_text, of_another_format };

// One item of the lists that are open at this place.
struct ListLevel {
  std::uint32_t indent, marker;
};

struct Grouping {
  const Text& text;
  std::vector<Line> lines;
  std::vector<std::uint32_t> widths;  // per line, of the column that it is set in
  Signs signs;
  std::vector<Block> blocks = {};
  std::vector<ListLevel> lists = {};
  std::vector<std::size_t> guessed_headings = {};  // indices of blocks that only look like a heading
};

std::string_view words(const Grouping& grouping, const Line& line) { return grouping.text[line.span]; }
std::string_view content(const Grouping& grouping, const Line& line) { return grouping.text[line.content]; }

bool is_blank(const Grouping& grouping, std::size_t line) {
  return line >= grouping.lines.size() || grouping.lines[line].kind == LineKind::blank;
}
bool is_after_blank(const Grouping& grouping, std::size_t line) {
  return line == 0 || is_blank(grouping, line - 1);
}
bool is_list_line(const Line& line) { return line.kind == LineKind::bullet || line.kind == LineKind::item; }

std::size_t next_with_words(const Grouping& grouping, std::size_t line) {
  while (line < grouping.lines.size() && is_blank(grouping, line)) ++line;
  return line;
}

void add(Grouping& grouping, BlockKind kind, int level, Span span) {
  if (span.begin >= span.end) return;
  if (kind != BlockKind::bullet) grouping.lists.clear();
  grouping.blocks.push_back({kind, level, span});
}

// A line was broken on purpose when the first word of the next line would still have fitted. Lines of 160
// bytes and more come from files with one line per paragraph.
bool is_broken_on_purpose(const Grouping& grouping, std::size_t line) {
  const std::string_view here = words(grouping, grouping.lines[line]);
  const std::string_view next = words(grouping, grouping.lines[line + 1]);
  const std::size_t first_word = std::min(next.find_first_of(" \t"), next.size());
  return here.size() > 160 || (here.size() + 1 + first_word) * 10 < std::size_t{grouping.widths[line]} * 7;
}

// "1. ", "– " and "o " begin an item only where a sentence may begin, or beside another item.
bool begins_item(const Grouping& grouping, std::size_t line) {
  const Line& here = grouping.lines[line];
  if (here.kind == LineKind::bullet) return true;
  if (here.kind != LineKind::item) return false;
  const auto same_list = [&](std::size_t other) {
    return other < grouping.lines.size() && is_list_line(grouping.lines[other]);
  };
  if (here.marker == 'o') {
    return same_list(next_with_words(grouping, line + 1)) || (line > 0 && same_list(line - 1)) ||
           !grouping.lists.empty();
  }
  if (is_after_blank(grouping, line) || !grouping.lists.empty() || here.number == 1) return true;
  const Line& before = grouping.lines[line - 1];
  if (before.kind != LineKind::text) return true;
  const std::string_view sentence = words(grouping, before);
  return ends_sentence(sentence) || sentence.ends_with(':') || sentence.ends_with(';');
}

int depth_of_item(Grouping& grouping, const Line& line) {
  auto& lists = grouping.lists;
  while (!lists.empty() && lists.back().indent > line.indent) lists.pop_back();
  const auto same = std::find_if(lists.begin(), lists.end(), [&](const ListLevel& level) {
    return level.indent == line.indent && level.marker == line.marker;
  });
  if (same != lists.end()) {
    lists.erase(same + 1, lists.end());
  } else {
    lists.push_back({line.indent, line.marker});
  }
  return static_cast<int>(lists.size());
}

// Returns the line after the item.
std::size_t add_item(Grouping& grouping, std::size_t line) {
  const int depth = depth_of_item(grouping, grouping.lines[line]);
  Span span = grouping.lines[line].content;
  const bool marker_alone = grouping.lines[line].content.begin == grouping.lines[line].span.end;
  const std::uint32_t indent = grouping.lines[line].indent;
  std::size_t next = line + 1;
  for (; !is_blank(grouping, next) && grouping.lines[next].kind != LineKind::heading; ++next) {
    const Line& continuation = grouping.lines[next];
    if (begins_item(grouping, next) || continuation.kind == LineKind::table_row) break;
    const bool first = marker_alone && next == line + 1;
    if (!first && continuation.indent <= indent && !starts_in_lower_case(words(grouping, continuation)) &&
        is_broken_on_purpose(grouping, next - 1)) {
      break;
    }
    if (first) span.begin = continuation.span.begin;
    span.end = continuation.span.end;
  }
  add(grouping, BlockKind::bullet, depth, span);
  return next;
}

std::size_t add_quote(Grouping& grouping, std::size_t line) {
  Span span = grouping.lines[line].content;
  for (++line; line < grouping.lines.size() && grouping.lines[line].kind == LineKind::quote; ++line) {
    if (span.begin == span.end) span = grouping.lines[line].content;
    span.end = grouping.lines[line].span.end;
  }
  add(grouping, BlockKind::quote, 0, span);
  return line;
}

// "1. Inleiding" alone, with prose after it, is a heading and no list; so is "1. PRAKTIJK".
bool is_numbered_heading(const Grouping& grouping, std::size_t line) {
  const Line& here = grouping.lines[line];
  if (numbered_heading_level(words(grouping, here)) == 0) return false;
  if (here.kind == LineKind::text) return true;
  if (here.kind != LineKind::item || !is_after_blank(grouping, line) || !is_blank(grouping, line + 1))
    return false;
  if (is_in_capitals(content(grouping, here))) return true;
  const std::size_t next = next_with_words(grouping, line + 1);
  return next < grouping.lines.size() && grouping.lines[next].kind == LineKind::text &&
         !is_short_label(words(grouping, grouping.lines[next]));
}

// A short line by itself: blank lines around it, or only before it when a list or a sentence follows at once.
bool looks_like_heading(const Grouping& grouping, std::size_t line) {
  const Line& here = grouping.lines[line];
  const std::string_view label = words(grouping, here);
  if (!is_after_blank(grouping, line) || !is_short_label(label) || starts_in_lower_case(label)) return false;
  if (is_quotation(label) || label.find_first_of("@|") != std::string_view::npos || label.starts_with("http"))
    return false;
  if (is_blank(grouping, line + 1)) return true;
  if (begins_item(grouping, line + 1)) return true;
  const Line& next = grouping.lines[line + 1];
  if (next.kind != LineKind::text) return false;
  const std::string_view after = words(grouping, next);
  return starts_in_upper_case(after) && ends_sentence(after) && is_broken_on_purpose(grouping, line);
}

// Level of the heading that this line is; 0 when it is none.
int heading_level(const Grouping& grouping, std::size_t line) {
  if (grouping.signs == Signs::of_another_format) return 0;
  const std::string_view label = words(grouping, grouping.lines[line]);
  if (is_numbered_heading(grouping, line)) return numbered_heading_level(label);
  if (grouping.lines[line].kind != LineKind::text) return 0;
  if (is_in_capitals(label)) return 1;
  return looks_like_heading(grouping, line) ? 2 : 0;
}

// Whether a paragraph ends with this line although the next is not blank.
bool ends_paragraph(const Grouping& grouping, std::size_t line) {
  const Line& next = grouping.lines[line + 1];
  if (begins_item(grouping, line + 1)) return true;
  if (next.kind != LineKind::text && next.kind != LineKind::item) return true;
  if (!ends_sentence(words(grouping, grouping.lines[line]))) return false;
  if (starts_in_lower_case(words(grouping, next))) return false;
  return heading_level(grouping, line + 1) > 0 || is_broken_on_purpose(grouping, line);
}

std::size_t add_paragraph(Grouping& grouping, std::size_t line) {
  Span span = grouping.lines[line].span;
  while (!is_blank(grouping, line + 1) && !ends_paragraph(grouping, line)) ++line;
  span.end = grouping.lines[line].span.end;
  add(grouping, BlockKind::paragraph, 0, span);
  return line + 1;
}

std::size_t add_heading(Grouping& grouping, std::size_t line, int level) {
  const bool guessed =
      !is_numbered_heading(grouping, line) && !is_in_capitals(words(grouping, grouping.lines[line]));
  if (guessed) grouping.guessed_headings.push_back(grouping.blocks.size());
  add(grouping, BlockKind::heading, level, grouping.lines[line].span);
  return line + 1;
}

// Returns the first line after the block.
std::size_t add_block(Grouping& grouping, std::size_t line) {
  const Line& here = grouping.lines[line];
  switch (here.kind) {
    case LineKind::blank:
      return line + 1;
    case LineKind::heading:
      add(grouping, BlockKind::heading, here.level, here.content);
      return line + 1;
    case LineKind::table_row:
      add(grouping, BlockKind::table_row, 0, here.content);
      return line + 1;
    case LineKind::quote:
      return add_quote(grouping, line);
    case LineKind::bullet:
      return add_item(grouping, line);
    case LineKind::item:
    case LineKind::text:
      break;
  }
  if (const int level = heading_level(grouping, line)) return add_heading(grouping, line, level);
  return begins_item(grouping, line) ? add_item(grouping, line) : add_paragraph(grouping, line);
}

// A heading has something below it, and more than three in a row are a list of names.
void withdraw_guesses(Grouping& grouping) {
  const auto& guessed = grouping.guessed_headings;
  for (std::size_t first = 0, after = 0; first < guessed.size(); first = after) {
    for (after = first + 1; after < guessed.size() && guessed[after] == guessed[after - 1] + 1;) ++after;
    const bool at_end = guessed[after - 1] + 1 == grouping.blocks.size();
    const std::size_t count = after - first;
    const std::size_t withdrawn = at_end ? count : count > 3 ? count - 1 : 0;
    for (std::size_t i = first; i < first + withdrawn; ++i) {
      Block& block = grouping.blocks[guessed[i]];
      block = {BlockKind::paragraph, 0, block.span};
    }
  }
}

// The longest of the lines between two blank ones, at least that of a narrow column. Unit: bytes.
std::vector<std::uint32_t> column_widths(const std::vector<Line>& lines) {
  std::vector<std::uint32_t> widths(lines.size());
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    std::uint32_t width = 40;
    for (end = begin; end == begin || (end < lines.size() && lines[end].kind != LineKind::blank); ++end) {
      width = std::max(width, lines[end].span.end.value - lines[end].span.begin.value);
    }
    std::fill(widths.begin() + static_cast<std::ptrdiff_t>(begin),
              widths.begin() + static_cast<std::ptrdiff_t>(end), width);
  }
  return widths;
}

std::vector<Block> grouped(const Text& text, Span within, Signs signs) {
  std::vector<Line> lines = lines_of(text, within);
  std::vector<std::uint32_t> widths = column_widths(lines);
  Grouping grouping{text, std::move(lines), std::move(widths), signs};
  if (signs == Signs::of_another_format) {
    for (Line& line : grouping.lines) {
      if (line.kind == LineKind::heading || line.kind == LineKind::quote) line.kind = LineKind::text;
    }
  }
  for (std::size_t line = 0; line < grouping.lines.size();) line = add_block(grouping, line);
  withdraw_guesses(grouping);
  return std::move(grouping.blocks);
}

}  // namespace

std::vector<Block> plain_blocks(const Text& text, Span within) {
  std::vector<Block> blocks = grouped(text, within, Signs::of_plain_text);
  mark_questions_and_answers(text, blocks);
  return blocks;
}

std::vector<Block> blocks_in_paragraph(const Text& text, Span paragraph) {
  return grouped(text, paragraph, Signs::of_another_format);
}

void mark_questions_and_answers(const Text& text, std::vector<Block>& blocks) {
  bool answering = false;
  for (Block& block : blocks) {
    if (block.kind == BlockKind::heading || block.kind == BlockKind::title) answering = false;
    if (block.kind != BlockKind::paragraph) continue;
    if (is_question(text[block.span])) {
      block.kind = BlockKind::question;
      answering = true;
    } else if (answering) {
      block.kind = BlockKind::answer;
    } else if (is_quotation(text[block.span])) {
      block.kind = BlockKind::quote;
    }
  }
}

}  // namespace codeboom
