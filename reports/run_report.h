// The page that `codeboom run` writes: the tally, what the elements look like, the documents, and how it was made.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "codebook/codebook.h"
#include "reports/quotations.h"
#include "reports/tally.h"

namespace codeboom {

struct RunReport {
  Tally tally;
  const Codebook* codebook = nullptr;
  std::vector<Metadata> documents;      // in the order of the corpus
  const QuotationPicker* quotations = nullptr;
  std::vector<Message> remarks;         // documents refused, encodings converted
  std::string program, lexicon;         // versions
  std::string command;                  // makes it again
};

std::string to_html(const RunReport& report, UserLanguage language);

}  // namespace codeboom
