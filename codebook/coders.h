// Coders beside each other: which documents two or more of them coded, and where.
//
// A coder coded a document when at least one coding there is the coder's, or when it is said that the coder saw it: a line with
// "seen" in a codings file, a memo on the document, the machine's run over it, or the choice that every coder read everything.
// Whoever coded a document said yes or no to every code in every unit of it; whoever did not said nothing. Codings that do not
// fit the text of a document show that the coder had another text: then the coder did not code this one.
// Errors  none: what cannot be compared is left out, counted, and said with its reason.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "codebook/codebook.h"
#include "codebook/exchange.h"
#include "corpus/document.h"

namespace codeboom {

// A coding by place: of a code in the codebook and, half-open, of bytes in the document.
struct PlacedCode {
  std::uint32_t code = 0;
  Span span;
  friend auto operator<=>(const PlacedCode&, const PlacedCode&) = default;
};

// Why documents or codings are not compared.
enum class LeftOut {
  nobody,            // nobody coded the document
  one_coder,         // only one of the coders did
  other_text,        // codings of the document do not fit its text: they were made on another one
  unknown_document,  // codings of a document that is not among those given
  unknown_code,      // codings of a code in no version of the codebook
  other_version      // codings of a code that only other versions have
};
std::string_view name_of(LeftOut why);  // as the enumerators are called

struct CodingsLeftOut {
  LeftOut why = LeftOut::unknown_code;
  std::string coder;
  std::uint64_t codings = 0;
  std::vector<Message> messages;  // one per coding
};

// One coder's work as it was found.
struct CoderWork {
  std::string coder;
  std::vector<Coding> codings;   // placed in the documents
  std::set<std::string> seen;    // ids of documents that the coder saw, beside those with codings
  std::map<std::string, std::vector<Message>> misfits;  // by document: codings that do not fit its text, one message each
  std::vector<CodingsLeftOut> left_out;                 // unknown documents and codes
  std::uint64_t moved = 0;       // codings that were found by their quote at another place than was said
};

// Everything in exchange files, by coder in order of appearance. A file's name is used in messages.
std::vector<CoderWork> work_in_files(const std::vector<std::pair<std::string, std::vector<ExchangedCoding>>>& files,
                                     const std::vector<Document>& documents, const Codebook& codebook);

struct LinedUpDocument {
  Document document;
  std::vector<Span> sentences;                                 // in the order of the text
  std::vector<std::optional<std::vector<PlacedCode>>> coders;  // as LinedUp::coders, sorted, each once; empty: did not code it
};

struct DocumentLeftOut {
  LeftOut why = LeftOut::nobody;
  std::string id;
  std::string coder;  // who alone coded it, or whose codings do not fit
  std::uint64_t sentences = 0, code_points = 0, codings = 0;
  friend bool operator==(const DocumentLeftOut&, const DocumentLeftOut&) = default;
};

struct LinedUp {
  std::vector<std::string> coders;
  std::vector<LinedUpDocument> documents;  // coded by at least two of the coders, in the order given
  std::vector<DocumentLeftOut> documents_left_out;
  std::vector<CodingsLeftOut> codings_left_out;  // by reason and coder
  std::uint64_t moved = 0;                       // as CoderWork::moved, of all coders
};

// What it means that nothing is known of a coder in a document.
enum class Silence { did_not_read, found_nothing };

// Requires: at most 64 coders, each named once. `in_other_versions`: ids of codes that other versions of the codebook have.
LinedUp line_up(std::vector<Document> documents, const std::vector<CoderWork>& work, const Codebook& codebook, Silence silence,
                const std::set<std::string>& in_other_versions = {});

}  // namespace codeboom
