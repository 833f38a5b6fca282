// The parsed tree of a page, from the HTML5 parser that only the HTML reader knows.
#pragma once

#include <gumbo.h>

#include <csetjmp>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"

namespace codeboom {

// Memory of one tree. It goes as a whole: the parser's own
// way of freeing a tree recurses as deep as the tree is.
class HtmlMemory {
 public:
  // Nothing of what is allocated moves. When the budget is spent, jumps to `spent`.
  void* allocate(std::size_t size);
  std::jmp_buf spent;

 private:
  std::vector<std::unique_ptr<std::byte[]>> pieces_;
  std::size_t left_ = 0;  // in the last piece
  std::size_t total_ = 0;
};

struct HtmlTree {
  std::unique_ptr<HtmlMemory> memory;
  const GumboNode* document = nullptr;  // lives as long as the memory and the text parsed
};

GumboTag tag_of(const GumboNode* node);  // GUMBO_TAG_UNKNOWN for what is no element

// Requires: an element. Empty when it has no such attribute.
std::string_view attribute(const GumboNode* node, const char* name);
bool has_attribute(const GumboNode* node, const char* name);

const GumboVector* children_of(const GumboNode* node);  // null when it can have none

// Calls `enter` for every node in the order of the page, and `leave` after the children of those for which it
// returned true; with a stack of its own, because a page can be nested deeper than the program's.
template <class Enter, class Leave>
void walk_tree(const GumboNode* root, Enter enter, Leave leave) {
  struct Frame {
    const GumboNode* node;
    unsigned next_child = 0;
  };
  std::vector<Frame> stack;
  if (enter(root)) stack.push_back({root});
  while (!stack.empty()) {
    Frame& frame = stack.back();
    const GumboVector* children = children_of(frame.node);
    if (children == nullptr || frame.next_child >= children->length) {
      leave(frame.node);
      stack.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children->data[frame.next_child++]);
    if (enter(child)) stack.push_back({child});
  }
}

// Requires: valid UTF-8. Errors: bad_input for elements nested so deep, or markup so dense, that only an
// attack has them.
Result<HtmlTree> parse_html(std::string_view utf8, const std::string& source);

}  // namespace codeboom
