// Codings of whole documents, from files, beside what the machine suggests for them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "codebook/exchange.h"
#include "codebook/learning.h"
#include "codebook/machine.h"

namespace codeboom {

// A document with its sentences and what each coder gave in it.
struct CodedByPeople {
  Document document;
  std::vector<Span> sentences;
  std::map<std::string, std::vector<Coding>> codings;  // by coder
};

struct PeoplesCodings {
  std::vector<std::string> coders;        // in order of appearance
  std::vector<CodedByPeople> documents;   // in the order given
  std::uint64_t elsewhere = 0;            // codings of documents that are not among these
};

// Puts the codings of exchange files into documents. `source` of a coding names its file in messages.
// Errors: those of place(); not_found for a code that the codebook lacks.
Result<PeoplesCodings> put_in_documents(const std::vector<std::pair<std::string, std::vector<ExchangedCoding>>>& files,
                                        std::vector<Document> documents, const Codebook& codebook);

// What can be learned from one coder's codings of a document: each of its sentences with the codes that cover it.
// Requires: the codebook has every code.
std::vector<LearningSentence> coded_sentences(const Document& document, const std::vector<Coding>& codings, const std::string& coder,
                                              const Codebook& codebook);

// A coding covers a sentence when it takes up at least half of the sentence, or when most of the coding lies in it.
bool covers(Span coding, Span sentence);

}  // namespace codeboom
