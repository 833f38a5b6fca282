// The few quotations that show what a code looks like in these documents.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "corpus/coding.h"
#include "corpus/document.h"

namespace codeboom {

struct Quotation {
  std::string document;  // its id
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> marks;  // bytes in `text`: the evidence, in order, not overlapping
  double score = 0;
  Flags flags = 0;
};

// Keeps the best few per code while suggestions stream by: the highest score first, earlier documents first among equals,
// and no second one from a document. Memory does not grow with the corpus.
class QuotationPicker {
 public:
  QuotationPicker(std::size_t codes, std::size_t per_code) : per_code_(per_code), picked_(codes) {}
  void add(const Document& document, const Suggestions& suggestions);
  const std::vector<Quotation>& of(std::uint32_t code) const { return picked_[code]; }

 private:
  std::size_t per_code_;
  std::vector<std::vector<Quotation>> picked_;
};

}  // namespace codeboom
