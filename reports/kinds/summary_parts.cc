#include "reports/kinds/summary_parts.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "message_keys/report_texts.h"
#include "reports/kinds/dutch_text.h"
#include "reports/kinds/quotes.h"

namespace codeboom {
namespace {

constexpr double least_difference = 0.2, standard_errors = 3;
constexpr std::string_view sectors[] = {"vmbo", "havo/vwo", "mbo", "ho"};

using DocumentsByCode = std::vector<std::vector<std::uint32_t>>;

// As documents_by_code(), of codings that say that it is done.
DocumentsByCode done_by_code(const Material& material, Basis basis) {
  DocumentsByCode documents(material.codebook.codes.size());
  for (const CodedPlace& one : codings_of(material, basis)) {
    if (!is_done(one)) continue;
    for (auto code = static_cast<std::int32_t>(one.code); code >= 0; code = material.codebook.codes[static_cast<std::size_t>(code)].parent) {
      auto& list = documents[static_cast<std::size_t>(code)];
      if (list.empty() || list.back() != one.document) list.push_back(one.document);
    }
  }
  return documents;
}

std::vector<std::uint64_t> counts_within(const DocumentsByCode& found, const std::vector<std::uint32_t>& documents) {
  std::vector<std::uint64_t> counts;
  for (const auto& list : found) {
    counts.push_back(static_cast<std::uint64_t>(std::count_if(list.begin(), list.end(), [&](std::uint32_t document) {
      return std::binary_search(documents.begin(), documents.end(), document);
    })));
  }
  return counts;
}

// In the order in which sectors are taught; other values in alphabetical order.
std::vector<std::string> values_in_view(const Material& material, const std::vector<std::uint32_t>& base, MetadataField field) {
  std::set<std::string> present;
  for (const std::uint32_t document : base) {
    for (std::string& value : values_of(material.documents[document].metadata, field)) present.insert(std::move(value));
  }
  std::vector<std::string> values;
  if (field == MetadataField::sector) {
    for (const std::string_view sector : sectors) {
      if (present.erase(std::string(sector)) > 0) values.emplace_back(sector);
    }
  }
  values.insert(values.end(), present.begin(), present.end());
  return values;
}

}  // namespace

std::vector<SummaryPart> summary_parts(const SummaryScope& scope, const ReportRequest& request) {
  const Basis basis = basis_of(scope.material);
  const std::vector<std::uint32_t> base = base_of(scope.material, basis);
  const DocumentsByCode found = documents_by_code(scope.material, basis), done = done_by_code(scope.material, basis);
  const auto filled = [&](std::string name, std::vector<std::uint32_t> documents) {
    SummaryPart part;
    part.name = std::move(name);
    part.all = counts_within(found, documents);
    part.done = counts_within(done, documents);
    part.documents = std::move(documents);
    return part;
  };
  if (scope.document) {
    const bool coded = std::binary_search(base.begin(), base.end(), *scope.document);
    return {filled("", coded ? std::vector<std::uint32_t>{*scope.document} : std::vector<std::uint32_t>{})};
  }
  if (request.by.empty()) {
    SummaryPart part = filled("", base);
    if (scope.elsewhere != nullptr) {
      part.compared = true;
      part.elsewhere_documents = base_of(*scope.elsewhere, basis).size();
      for (const auto& list : documents_by_code(*scope.elsewhere, basis)) part.elsewhere.push_back(list.size());
    }
    return {part};
  }
  std::vector<SummaryPart> parts;
  for (const MetadataField field : request.by) {
    const auto values = values_in_view(scope.material, base, field);
    for (const std::string& value : values) {
      std::vector<std::uint32_t> here, others;
      for (const std::uint32_t document : base) {
        const auto own = values_of(scope.material.documents[document].metadata, field);
        if (own.empty()) continue;
        (std::find(own.begin(), own.end(), value) != own.end() ? here : others).push_back(document);
      }
      SummaryPart part = filled(std::string(name_of(field)) + " " + value, std::move(here));
      part.compared = values.size() > 1;
      part.elsewhere_documents = others.size();
      part.elsewhere = counts_within(found, others);
      parts.push_back(std::move(part));
    }
  }
  if (parts.empty()) parts.push_back(filled("", base));
  return parts;
}

std::uint64_t documents_without(const ReportRequest& request, const Material& material) {
  return static_cast<std::uint64_t>(std::count_if(material.documents.begin(), material.documents.end(), [&](const MaterialDocument& one) {
    return std::any_of(request.by.begin(), request.by.end(), [&](MetadataField field) { return values_of(one.metadata, field).empty(); });
  }));
}

std::uint32_t top_of(const Codebook& codebook, std::uint32_t code) {
  while (codebook.codes[code].parent >= 0) code = static_cast<std::uint32_t>(codebook.codes[code].parent);
  return code;
}

std::vector<std::uint32_t> highlights(const Codebook& codebook, const SummaryPart& part, std::size_t budget) {
  std::vector<std::vector<std::uint32_t>> by_top;
  for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
    if (codebook.codes[code].parent < 0) by_top.emplace_back();
    if (is_leaf(codebook, code) && part.done[code] > 0) by_top.back().push_back(code);
  }
  for (auto& leaves : by_top) {
    std::stable_sort(leaves.begin(), leaves.end(), [&](std::uint32_t a, std::uint32_t b) { return part.done[a] > part.done[b]; });
  }
  std::vector<std::uint32_t> chosen;
  for (std::size_t turn = 0;; ++turn) {
    bool any = false;
    for (const auto& leaves : by_top) {
      if (turn >= leaves.size() || chosen.size() == budget) continue;
      chosen.push_back(leaves[turn]);
      any = true;
    }
    if (!any) break;
  }
  // By top code in tree order, within it what is done most first.
  std::stable_sort(chosen.begin(), chosen.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(top_of(codebook, a), part.done[b]) < std::pair(top_of(codebook, b), part.done[a]);
  });
  return chosen;
}

std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>> differences(const SummaryPart& part, const std::vector<std::uint32_t>& codes) {
  const auto here = static_cast<double>(part.documents.size()), there = static_cast<double>(part.elsewhere_documents);
  const auto difference = [&](std::uint32_t code) {
    return static_cast<double>(part.all[code]) / here - static_cast<double>(part.elsewhere[code]) / there;
  };
  std::vector<std::uint32_t> more, less;
  for (const std::uint32_t code : codes) {
    const double pooled = static_cast<double>(part.all[code] + part.elsewhere[code]) / (here + there);
    const double error = std::sqrt(pooled * (1 - pooled) * (1 / here + 1 / there));
    const double by = difference(code);
    if (std::abs(by) < least_difference || std::abs(by) < standard_errors * error) continue;
    (by > 0 ? more : less).push_back(code);
  }
  std::stable_sort(more.begin(), more.end(), [&](std::uint32_t a, std::uint32_t b) { return difference(a) > difference(b); });
  std::stable_sort(less.begin(), less.end(), [&](std::uint32_t a, std::uint32_t b) { return difference(a) < difference(b); });
  return {std::move(more), std::move(less)};
}

std::string facts_of(const Metadata& metadata, UserLanguage language) {
  std::string text = metadata.id + ".";
  for (const MetadataField field : {MetadataField::sector, MetadataField::thema, MetadataField::regio, MetadataField::jaar,
                                    MetadataField::soort, MetadataField::vorm}) {
    const auto values = values_of(metadata, field);
    if (!values.empty()) text += " " + with_capital(name_of(field)) + ": " + list_in_words(values, language) + ".";
  }
  return text;
}

}  // namespace codeboom
