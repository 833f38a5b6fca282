// What the readers of formats with markup share: they collect words and say what stands around them; out come
// the readable text and its blocks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace codeboom {

// Something open that decides what its words become: an item, a quotation, a heading, a table row.
struct OpenElement {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;
  bool has_block = false;  // of an item only the first block is a bullet; what follows in it are paragraphs
};

struct ReadableText {
  std::string utf8;           // the blocks so far, with line breaks between them
  std::vector<Block> blocks;  // in `utf8`
  std::string words;          // of the block that is being collected
  std::vector<OpenElement> open;
  bool too_long = false;
};

// What was collected becomes a block of the innermost open element, without the white space around it; white
// space alone becomes nothing. Bullets and table rows that follow each other are separated by a line break,
// other blocks by a blank line.
void end_block(ReadableText& readable);

void open_element(ReadableText& readable, BlockKind kind, int level);
// Ends the block too. Does nothing when none is open.
void close_element(ReadableText& readable);

// The document without metadata. Paragraphs are split where their lines are
// bullets or table rows typed by hand; questions, answers and quotations
// are recognised. A heading of level 1 at the very start is the title.
Result<Document> assemble(ReadableText readable, const std::string& source);

// Gives the document its id and title where its metadata name none, and a note when it is empty.
void name_document(Document& document);

// Text::from_utf8 with an error that names the file.
Result<Text> text_of(std::string_view utf8, const std::string& source);

}  // namespace codeboom
