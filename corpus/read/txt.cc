#include <algorithm>

#include "corpus/metadata.h"
#include "corpus/read/assemble.h"
#include "corpus/read/lines.h"
#include "corpus/read/read.h"
#include "corpus/read/wording.h"
#include "corpus/white_space.h"

namespace codeboom {
namespace {

// The first line when it stands by itself above the rest and
// reads as a title. Nothing when the text begins otherwise.
std::optional<Line> title_of(const Text& text) {
  std::string_view rest = text.utf8();
  const std::size_t begin = leading_space(rest);
  rest.remove_prefix(begin);
  if (rest.empty()) return std::nullopt;
  const std::size_t length = std::min(rest.find('\n'), rest.size());
  const auto at = static_cast<std::uint32_t>(begin);
  const Line line = lines_of(text, {{at}, {at + static_cast<std::uint32_t>(length)}}).front();
  if (line.kind == LineKind::heading && line.level == 1) return line;
  rest.remove_prefix(length);
  const std::size_t space = leading_space(rest);
  const std::string_view between = rest.substr(0, space);
  const bool stands_alone = space < rest.size() && std::count(between.begin(), between.end(), '\n') >= 2;
  if (line.kind != LineKind::text || !stands_alone || !is_title(text[line.span])) return std::nullopt;
  return line;
}

}  // namespace

Result<Document> read_txt(std::string_view utf8, const std::string& source) {
  auto front_matter = read_front_matter(utf8, source);
  if (!front_matter) return tl::unexpected(front_matter.error());
  auto text = text_of(utf8.substr(front_matter->end_byte), source);
  if (!text) return tl::unexpected(text.error());

  Document document;
  document.metadata = std::move(front_matter->metadata);
  document.notes = std::move(front_matter->notes);
  document.source = source;
  document.text = std::move(*text);
  Span rest = document.text.whole();
  if (const auto title = title_of(document.text)) {
    document.blocks.push_back({BlockKind::title, 0, title->content});
    rest.begin = title->span.end;
  }
  const auto blocks = plain_blocks(document.text, rest);
  document.blocks.insert(document.blocks.end(), blocks.begin(), blocks.end());
  name_document(document);
  return document;
}

}  // namespace codeboom
