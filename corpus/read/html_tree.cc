#include "corpus/read/html_tree.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include "message_keys/corpus.h"

namespace codeboom {
namespace {

constexpr std::size_t memory_budget = std::size_t{2} * 1024 * 1024 * 1024;
constexpr std::size_t piece_size = 256 * 1024;

// The parser walks up the open elements for many a tag, so that time grows with the depth of nesting.
constexpr int deepest_nesting = 2000;
constexpr std::size_t longest_tag = 4096;  // bytes that are looked through for the end of a tag

// Elements that need no end tag.
constexpr std::array<std::string_view, 28> closing_themselves = {
    "area",  "base", "body",  "br", "col",   "dd",   "dt",     "embed", "head",  "hr",
    "html",  "img",  "input", "li", "link",  "meta", "option", "p",     "param", "source",
    "tbody", "td",   "tfoot", "th", "thead", "tr",   "track",  "wbr"};
// Elements that hold no markup.
constexpr std::array<std::string_view, 4> holding_raw_text = {"script", "style", "textarea", "title"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string tag_name_at(std::string_view html) {
  std::string name;
  for (const char c : html.substr(0, 12)) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (!capital && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) break;
    name += static_cast<char>(capital ? c - 'A' + 'a' : c);
  }
  return name;
}

// Where the element's end tag begins; the end when it has none.
std::size_t end_tag_of(std::string_view html, std::size_t at, const std::string& name) {
  do {
    at = html.find("</", at + 1);
  } while (at != std::string_view::npos && tag_name_at(html.substr(at + 2)) != name);
  return std::min(at, html.size());
}

// Counts tags without parsing: more than the real depth where end tags are missing.
bool is_nested_too_deep(std::string_view html) {
  std::unordered_map<std::string, int> open;
  int depth = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    if (html.substr(at).starts_with("<!--")) {
      at = std::min(html.find("-->", at), html.size());
      continue;
    }
    const bool closes = html.substr(at).starts_with("</");
    const std::string name = tag_name_at(html.substr(at + (closes ? 2 : 1)));
    at = std::min(at + 1 + name.size(), html.size());
    if (name.empty() || contains(closing_themselves, name)) continue;
    int& of_this_name = open[name];
    if (closes) {
      depth -= of_this_name > 0 ? 1 : 0;
      of_this_name -= of_this_name > 0 ? 1 : 0;
      continue;
    }
    if (contains(holding_raw_text, name)) at = end_tag_of(html, at, name);
    const bool in_drawing = open["svg"] + open["math"] > 0;
    const std::string_view tag = html.substr(at, longest_tag);
    if (in_drawing && tag.substr(0, tag.find('>')).ends_with('/')) continue;
    ++of_this_name;
    if (++depth > deepest_nesting) return true;
  }
  return false;
}

void* allocate_for_parser(void* memory, std::size_t size) {
  return static_cast<HtmlMemory*>(memory)->allocate(size);
}
void keep_until_the_end(void*, void*) {}

// Nothing when the memory is spent. The parser cannot be told to stop, so its allocator jumps out of it; it
// is C, and all it holds is in `memory`.
const GumboNode* parse(HtmlMemory& memory, std::string_view utf8) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate_for_parser;
  options.deallocator = keep_until_the_end;
  options.userdata = &memory;
  options.max_errors = 0;
  if (setjmp(memory.spent) != 0) return nullptr;
  return gumbo_parse_with_options(&options, utf8.data(), utf8.size())->document;
}

}  // namespace

void* HtmlMemory::allocate(std::size_t size) {
  constexpr std::size_t alignment = alignof(std::max_align_t);
  size = (size + alignment - 1) / alignment * alignment;
  if (size > left_) {
    const std::size_t piece = std::max(size, piece_size);
    total_ += piece;
    if (total_ > memory_budget) std::longjmp(spent, 1);
    pieces_.push_back(std::make_unique_for_overwrite<std::byte[]>(piece));
    left_ = piece;
  }
  left_ -= size;
  return pieces_.back().get() + left_;
}

GumboTag tag_of(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT ? node->v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

bool has_attribute(const GumboNode* node, const char* name) {
  return gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

const GumboVector* children_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  return node->type == GUMBO_NODE_ELEMENT ? &node->v.element.children : nullptr;
}

Result<HtmlTree> parse_html(std::string_view utf8, const std::string& source) {
  if (is_nested_too_deep(utf8)) {
    return fail(ErrorKind::bad_input, msg::read_too_deep,
                {{"file", source}, {"limit", std::int64_t{deepest_nesting}}});
  }
  HtmlTree tree;
  tree.memory = std::make_unique<HtmlMemory>();
  tree.document = parse(*tree.memory, utf8);
  if (tree.document == nullptr) return fail(ErrorKind::bad_input, msg::read_too_complex, {{"file", source}});
  return tree;
}

}  // namespace codeboom
