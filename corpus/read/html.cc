#include "corpus/read/html.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "corpus/read/html_metadata.h"
#include "corpus/read/html_tree.h"
#include "corpus/read/read.h"

namespace codeboom {
namespace {

using Nodes = std::unordered_set<const GumboNode*>;

struct Walk {
  ReadableText& readable;
  Nodes above_structure;  // elements with a heading, list or table somewhere below them
  Nodes above_main_heading;
  int list_depth = 0;
  int preformatted = 0;
  int rows = 0;  // open ones that become a table row
};

template <std::size_t size>
bool is_one_of(const std::array<GumboTag, size>& tags, GumboTag tag) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

int heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6
             ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1
             : 0;
}

bool is_list(GumboTag tag) { return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_MENU; }

// Scripts, controls, navigation and what a browser shows only when it cannot do better.
bool is_never_read(GumboTag tag) {
  constexpr std::array<GumboTag, 26> tags = {
      GUMBO_TAG_HEAD,     GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT,
      GUMBO_TAG_NAV,      GUMBO_TAG_ASIDE,  GUMBO_TAG_BUTTON, GUMBO_TAG_INPUT,    GUMBO_TAG_SELECT,
      GUMBO_TAG_TEXTAREA, GUMBO_TAG_LABEL,  GUMBO_TAG_OPTION, GUMBO_TAG_DATALIST, GUMBO_TAG_OUTPUT,
      GUMBO_TAG_PROGRESS, GUMBO_TAG_METER,  GUMBO_TAG_OBJECT, GUMBO_TAG_IFRAME,   GUMBO_TAG_VIDEO,
      GUMBO_TAG_AUDIO,    GUMBO_TAG_CANVAS, GUMBO_TAG_SVG,    GUMBO_TAG_MATH,     GUMBO_TAG_MAP,
      GUMBO_TAG_NOFRAMES};
  return is_one_of(tags, tag);
}

bool ends_block(GumboTag tag) {
  constexpr std::array<GumboTag, 27> tags = {
      GUMBO_TAG_P,        GUMBO_TAG_DIV,     GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,
      GUMBO_TAG_HEADER,   GUMBO_TAG_FOOTER,  GUMBO_TAG_FIGURE,  GUMBO_TAG_ADDRESS, GUMBO_TAG_FIGCAPTION,
      GUMBO_TAG_UL,       GUMBO_TAG_OL,      GUMBO_TAG_MENU,    GUMBO_TAG_DL,      GUMBO_TAG_DD,
      GUMBO_TAG_DT,       GUMBO_TAG_PRE,     GUMBO_TAG_TABLE,   GUMBO_TAG_CAPTION, GUMBO_TAG_FORM,
      GUMBO_TAG_FIELDSET, GUMBO_TAG_DETAILS, GUMBO_TAG_TD,      GUMBO_TAG_TH,      GUMBO_TAG_SUMMARY,
      GUMBO_TAG_CENTER,   GUMBO_TAG_HR};
  return is_one_of(tags, tag);
}

bool is_hidden(const GumboNode* node) {
  if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
  const std::string_view role = attribute(node, "role");
  if (role == "navigation" || role == "search" || role == "contentinfo") return true;
  std::string style(attribute(node, "style"));
  std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  std::transform(style.begin(), style.end(), style.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool stands_in_article(const GumboNode* node) {
  constexpr std::array<GumboTag, 4> tags = {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_SECTION,
                                            GUMBO_TAG_BLOCKQUOTE};
  for (node = node->parent; node != nullptr; node = node->parent) {
    if (is_one_of(tags, tag_of(node))) return true;
  }
  return false;
}

bool is_skipped(const Walk& walk, const GumboNode* node) {
  const GumboTag tag = tag_of(node);
  if (is_never_read(tag) || is_hidden(node)) return true;
  // Of the page itself; those of an article belong to it, and so does a header that holds the main heading.
  if (tag == GUMBO_TAG_FOOTER) return !stands_in_article(node);
  return tag == GUMBO_TAG_HEADER && !walk.above_main_heading.contains(node) && !stands_in_article(node);
}

// A row of data has two cells or more and no structure inside; other tables only lay out the page.
bool is_data_row(const Walk& walk, const GumboNode* row) {
  const GumboVector& children = row->v.element.children;
  int cells = 0;
  for (unsigned i = 0; i < children.length; ++i) {
    const GumboTag tag = tag_of(static_cast<const GumboNode*>(children.data[i]));
    cells += tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH ? 1 : 0;
  }
  return cells >= 2 && !walk.above_structure.contains(row);
}

bool ends_in_space(const std::string& words) {
  return words.empty() || words.back() == ' ' || words.back() == '\n' || words.back() == '\t';
}

void add_space(std::string& words) {
  if (!ends_in_space(words)) words += ' ';
}

void add_words(Walk& walk, std::string_view text) {
  std::string& words = walk.readable.words;
  if (walk.preformatted > 0 && walk.rows == 0) {
    words += text;
    return;
  }
  while (!text.empty()) {
    const std::size_t length = std::min(text.find_first_of(" \t\n\r\f"), text.size());
    words += text.substr(0, length);
    text.remove_prefix(length);
    if (text.empty()) break;
    add_space(words);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n\r\f"), text.size()));
  }
}

// One break is a new line of the same block, two in a row end the block.
void break_line(Walk& walk) {
  std::string& words = walk.readable.words;
  const bool one_line =
      walk.rows > 0 || (!walk.readable.open.empty() && walk.readable.open.back().kind == BlockKind::heading);
  if (one_line) {
    add_space(words);
  } else if (words.ends_with('\n')) {
    end_block(walk.readable);
  } else {
    while (words.ends_with(' ')) words.pop_back();
    if (!words.empty()) words += '\n';
  }
}

void begin_cell(Walk& walk, const GumboNode* cell) {
  const GumboVector& cells = cell->parent->v.element.children;
  const auto is_cell = [](void* child) {
    const GumboTag tag = tag_of(static_cast<const GumboNode*>(child));
    return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
  };
  void** const first = std::find_if(cells.data, cells.data + cells.length, is_cell);
  std::string& words = walk.readable.words;
  while (words.ends_with(' ')) words.pop_back();
  if (*first != cell) words += '\t';
}

// Returns whether the element's children are to be read.
bool enter(Walk& walk, const GumboNode* node) {
  if (is_skipped(walk, node)) return false;
  ReadableText& readable = walk.readable;
  const GumboTag tag = tag_of(node);
  if (walk.rows > 0) {
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
      begin_cell(walk, node);
    } else if (ends_block(tag) || tag == GUMBO_TAG_BR) {
      add_space(readable.words);
    }
    return true;
  }
  if (ends_block(tag)) end_block(readable);
  if (is_list(tag)) ++walk.list_depth;
  if (tag == GUMBO_TAG_PRE) ++walk.preformatted;
  if (tag == GUMBO_TAG_BR) break_line(walk);
  if (tag == GUMBO_TAG_LI) open_element(readable, BlockKind::bullet, std::max(1, walk.list_depth));
  if (tag == GUMBO_TAG_BLOCKQUOTE) open_element(readable, BlockKind::quote, 0);
  if (const int level = heading_level(tag)) open_element(readable, BlockKind::heading, level);
  if (tag == GUMBO_TAG_TR && is_data_row(walk, node)) {
    open_element(readable, BlockKind::table_row, 0);
    ++walk.rows;
  }
  return true;
}

void leave(Walk& walk, const GumboNode* node) {
  ReadableText& readable = walk.readable;
  const GumboTag tag = tag_of(node);
  if (walk.rows > 0) {
    if (tag == GUMBO_TAG_TR) {
      close_element(readable);
      --walk.rows;
    } else if (ends_block(tag) && tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH) {
      add_space(readable.words);
    }
    return;
  }
  if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_BLOCKQUOTE || heading_level(tag) > 0) close_element(readable);
  if (ends_block(tag)) end_block(readable);
  if (is_list(tag)) --walk.list_depth;
  if (tag == GUMBO_TAG_PRE) --walk.preformatted;
}

void mark_ancestors(Nodes& marked, const GumboNode* node) {
  while ((node = node->parent) != nullptr && marked.insert(node).second) {
  }
}

void find_structure(Walk& walk, const GumboNode* root) {
  const auto mark = [&](const GumboNode* node) {
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_H1) mark_ancestors(walk.above_main_heading, node);
    if (heading_level(tag) > 0 || is_list(tag) || tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_BLOCKQUOTE) {
      mark_ancestors(walk.above_structure, node);
    }
    return true;
  };
  walk_tree(root, mark, [](const GumboNode*) {});
}

void read_tree(ReadableText& readable, const GumboNode* root) {
  Walk walk{readable, {}, {}};
  find_structure(walk, root);
  const auto enter_node = [&](const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_DOCUMENT:
        return true;
      case GUMBO_NODE_ELEMENT:
        return enter(walk, node);
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        add_words(walk, node->v.text.text);
        return false;
      default:
        return false;
    }
  };
  walk_tree(root, enter_node, [&](const GumboNode* node) { leave(walk, node); });
  end_block(readable);
}

}  // namespace

Result<void> add_html(ReadableText& readable, std::string_view html, const std::string& source) {
  const auto tree = parse_html(html, source);
  if (!tree) return tl::unexpected(tree.error());
  read_tree(readable, tree->document);
  return {};
}

Result<Document> read_html(std::string_view utf8, const std::string& source) {
  const auto page = text_of(utf8, source);
  if (!page) return tl::unexpected(page.error());
  const auto tree = parse_html(page->utf8(), source);
  if (!tree) return tl::unexpected(tree.error());
  ReadableText readable;
  read_tree(readable, tree->document);
  auto document = assemble(std::move(readable), source);
  if (!document) return document;
  if (auto taken = take_html_metadata(*document, tree->document); !taken)
    return tl::unexpected(taken.error());
  name_document(*document);
  return document;
}

}  // namespace codeboom
