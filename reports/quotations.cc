#include "reports/quotations.h"

#include <algorithm>

namespace codeboom {
namespace {

Quotation quotation_of(const Document& document, const Suggestions& suggestions, const Suggestion& suggestion) {
  Quotation quotation{document.metadata.id, std::string(document.text[suggestion.span]), {}, suggestion.score,
                      suggestion.flags};
  for (std::uint32_t i = suggestion.first_evidence; i < suggestion.end_evidence; ++i) {
    const Span span = suggestions.evidence[i].span;
    if (span.begin < suggestion.span.begin || span.end > suggestion.span.end) continue;  // && reaches other sentences
    quotation.marks.emplace_back(span.begin.value - suggestion.span.begin.value,
                                 span.end.value - suggestion.span.begin.value);
  }
  std::sort(quotation.marks.begin(), quotation.marks.end());
  std::vector<std::pair<std::size_t, std::size_t>> merged;
  for (const auto& mark : quotation.marks) {
    if (!merged.empty() && mark.first <= merged.back().second) {
      merged.back().second = std::max(merged.back().second, mark.second);
    } else {
      merged.push_back(mark);
    }
  }
  quotation.marks = std::move(merged);
  return quotation;
}

}  // namespace

void QuotationPicker::add(const Document& document, const Suggestions& suggestions) {
  for (const Suggestion& suggestion : suggestions.suggestions) {
    std::vector<Quotation>& picked = picked_[suggestion.label];
    const double score = suggestion.score;
    const auto same = std::find_if(picked.begin(), picked.end(),
                                   [&](const Quotation& other) { return other.document == document.metadata.id; });
    if (same != picked.end() && same->score >= score) continue;
    if (same == picked.end() && picked.size() == per_code_ && picked.back().score >= score) continue;
    if (same != picked.end()) picked.erase(same);
    const auto place =
        std::find_if(picked.begin(), picked.end(), [&](const Quotation& other) { return other.score < score; });
    picked.insert(place, quotation_of(document, suggestions, suggestion));
    if (picked.size() > per_code_) picked.pop_back();
  }
}

}  // namespace codeboom
