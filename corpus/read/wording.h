// What a stretch of plain text looks like, when nothing but its characters tells what it is.
#pragma once

#include <string_view>

namespace codeboom {

// The first letter decides, after quotation marks, brackets and the like; a digit is neither.
bool starts_in_lower_case(std::string_view text);
bool starts_in_upper_case(std::string_view text);

// A full stop, exclamation mark, question mark or ellipsis,
// closing quotation marks and brackets allowed after it.
bool ends_sentence(std::string_view text);

// At most 80 characters, holds a letter, and ends in no punctuation that carries on or closes a sentence.
bool is_short_label(std::string_view text);

// At most 150 characters and no statement: a label, a question, an exclamation or a quotation.
bool is_title(std::string_view text);

// A short label without a lower-case letter that has at least four letters: "COLOFON", not "LOB".
bool is_in_capitals(std::string_view text);

// Ends in a question mark and is at most 300 characters long; over 150 its first sentence must be a question,
// or it is a paragraph that leads up to one. Emphasis signs around it are allowed.
bool is_question(std::string_view text);

// One quotation from the first character to the last.
bool is_quotation(std::string_view text);

}  // namespace codeboom
