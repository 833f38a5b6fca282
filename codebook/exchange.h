// Codings as files that other programs read: JSON Lines and CSV. Positions there are code points, end exclusive.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/coding.h"
#include "corpus/document.h"

namespace codeboom {

// {"document":"vb-07","start":120,"end":181,"code":"taal.peers.contact","coder":"coder-a","quote":"..."}
// and for suggestions also score, evidence [{start,end,rule}], flags, and versions {codebook,program,lexicon}. No line end.
std::string to_json_line(const Coding& coding, const Text& text);

// document,start,end,code,coder,quote,score,flags with a header; quotes as in RFC 4180.
std::string csv_header();
std::string to_csv_line(const Coding& coding, const Text& text);

// A coding as it stands in an exchange file, before its document is known.
struct ExchangedCoding {
  int line = 0;
  std::string document, code, coder, quote;
  std::optional<std::uint32_t> start, end;  // code points; absent: to be found by the quote
  std::optional<double> score;
  bool seen = false;  // no coding: the coder read the document ("seen": true, or anything in a column "seen", without a code)
  friend bool operator==(const ExchangedCoding&, const ExchangedCoding&) = default;
};

// JSON Lines, or CSV (separator recognised, header names the columns); told apart by their first character.
// Errors: bad_input with file, line and the offending field.
Result<std::vector<ExchangedCoding>> read_codings(std::string_view utf8, const std::string& source);

// Puts it in its document. When the quote does not stand at start..end it is placed where it stands nearest to start, so
// that codings survive a text that shifted; without positions, where it stands once. Errors: bad_input, naming line and
// document, when it stands nowhere, or more than once and no position says which, or when the positions lie beyond the text.
struct Placed {
  Coding coding;
  bool moved = false;  // found by its quote at another place than the file says
};
Result<Placed> place(const ExchangedCoding& coding, const Document& document, const std::string& source);

}  // namespace codeboom
