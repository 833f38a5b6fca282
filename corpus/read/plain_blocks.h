// What the readers share of recognising blocks by their words; plain_blocks() itself stands in read.h.
#pragma once

#include <vector>

#include "corpus/document.h"

namespace codeboom {

// Blocks of a paragraph that a markup language delivered whole: bullets and tables typed by hand in it, but
// no headings, since such a format has its own.
std::vector<Block> blocks_in_paragraph(const Text& text, Span paragraph);

// Paragraphs that are a question become question, those after one become answer up to the next question or
// heading, and one that is a quotation from beginning to end becomes quote.
void mark_questions_and_answers(const Text& text, std::vector<Block>& blocks);

}  // namespace codeboom
