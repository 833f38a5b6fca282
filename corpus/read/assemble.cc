#include "corpus/read/assemble.h"

#include <algorithm>
#include <cassert>
#include <filesystem>

#include "corpus/read/plain_blocks.h"
#include "corpus/white_space.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

bool stands_close(BlockKind kind) { return kind == BlockKind::bullet || kind == BlockKind::table_row; }

std::string id_from(const std::string& source) {
  const std::string stem = std::filesystem::path(source).stem().string();
  const auto composed = Text::from_utf8(stem);  // a file name need not be UTF-8
  return composed ? composed->utf8() : stem;
}

}  // namespace

void end_block(ReadableText& readable) {
  // Each block by itself, so that composing cannot move the positions of those before it.
  const auto text = Text::from_utf8(readable.words);
  readable.words.clear();
  readable.too_long |= !text;
  const std::string_view content = text ? trimmed(text->utf8()) : std::string_view{};
  if (content.empty()) return;
  Block block;
  if (!readable.open.empty()) {
    OpenElement& element = readable.open.back();
    const bool follows_bullet = element.kind == BlockKind::bullet && element.has_block;
    if (!follows_bullet) block = {element.kind, element.level, {}};
    element.has_block = true;
  }
  if (!readable.blocks.empty()) {
    const bool same_list = block.kind == readable.blocks.back().kind && stands_close(block.kind);
    readable.utf8 += same_list ? "\n" : "\n\n";
  }
  block.span.begin.value = static_cast<std::uint32_t>(readable.utf8.size());
  readable.utf8 += content;
  block.span.end.value = static_cast<std::uint32_t>(readable.utf8.size());
  readable.blocks.push_back(block);
}

void open_element(ReadableText& readable, BlockKind kind, int level) {
  end_block(readable);
  readable.open.push_back({kind, level, false});
}

void close_element(ReadableText& readable) {
  end_block(readable);
  if (!readable.open.empty()) readable.open.pop_back();
}

Result<Document> assemble(ReadableText readable, const std::string& source) {
  end_block(readable);
  auto text = text_of(readable.utf8, source);
  if (readable.too_long) text = fail(ErrorKind::bad_input, msg::read_too_long, {{"file", source}});
  if (!text) return tl::unexpected(text.error());
  assert(text->utf8() == readable.utf8);
  Document document;
  document.source = source;
  document.text = std::move(*text);
  for (const Block& block : readable.blocks) {
    if (block.kind == BlockKind::paragraph) {
      const auto parts = blocks_in_paragraph(document.text, block.span);
      document.blocks.insert(document.blocks.end(), parts.begin(), parts.end());
    } else {
      document.blocks.push_back(block);
    }
  }
  if (!document.blocks.empty()) {
    Block& first = document.blocks.front();
    if (first.kind == BlockKind::heading && first.level == 1) first = {BlockKind::title, 0, first.span};
  }
  mark_questions_and_answers(document.text, document.blocks);
  return document;
}

void name_document(Document& document) {
  Metadata& metadata = document.metadata;
  if (metadata.id.empty()) metadata.id = document.source == "-" ? "stdin" : id_from(document.source);
  if (metadata.title.empty()) {
    const auto names_it = [](const Block& block) {
      return block.kind == BlockKind::title || block.kind == BlockKind::heading;
    };
    const auto found = std::find_if(document.blocks.begin(), document.blocks.end(), names_it);
    metadata.title = found == document.blocks.end() ? metadata.id : std::string(document.text[found->span]);
  }
  if (document.blocks.empty()) {
    document.notes.push_back({msg::read_empty_document, {{"file", document.source}}});
  }
}

Result<Text> text_of(std::string_view utf8, const std::string& source) {
  auto text = Text::from_utf8(utf8);
  if (text) return text;
  const auto& arguments = text.error().message.arguments;
  if (arguments.empty()) return fail(ErrorKind::bad_input, msg::read_too_long, {{"file", source}});
  return fail(ErrorKind::bad_input, msg::encoding_damaged_utf8, {{"file", source}, arguments.front()});
}

}  // namespace codeboom
