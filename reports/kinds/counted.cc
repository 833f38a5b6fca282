#include "reports/kinds/counted.h"

#include <algorithm>
#include <map>

#include "engine/count/share.h"
#include "message_keys/report_counts.h"
#include "message_keys/report_frame.h"
#include "reports/audit.h"
#include "reports/kinds/count_cells.h"

namespace codeboom {
namespace {

void add_once(std::vector<std::uint32_t>& list, std::uint32_t document) {
  if (list.empty() || list.back() != document) list.push_back(document);
}

// Requires: documents of codings in ascending order.
void add(Counted& counted, std::uint32_t code, std::uint32_t document) {
  add_once(counted.codes[code].given, document);
  for (auto at = static_cast<std::int32_t>(code); at >= 0;
       at = counted.codes[static_cast<std::size_t>(at)].parent) {
    CountedCode& one = counted.codes[static_cast<std::size_t>(at)];
    add_once(one.documents, document);
    ++one.mentions;
  }
}

void add_code(Counted& counted, std::string id, std::string name, std::int32_t parent) {
  CountedCode code;
  code.id = std::move(id);
  code.name = std::move(name);
  code.parent = parent;
  if (parent >= 0) {
    CountedCode& above = counted.codes[static_cast<std::size_t>(parent)];
    above.leaf = false;
    code.level = above.level + 1;
  }
  counted.codes.push_back(std::move(code));
}

}  // namespace

Counted counted(const Material& material, Basis basis) {
  Counted result;
  result.title = material.codebook.title;
  result.in_view = material.documents.size();
  for (const Code& code : material.codebook.codes) add_code(result, code.id, code.name, code.parent);
  std::vector<std::uint32_t> places(material.documents.size());
  for (const std::uint32_t document : base_of(material, basis)) {
    places[document] = static_cast<std::uint32_t>(result.documents.size());
    result.documents.push_back(material.documents[document].metadata);
  }
  for (const CodedPlace& one : codings_of(material, basis)) add(result, one.code, places[one.document]);
  return result;
}

Counted counted(const PublishedStudy& study) {
  Counted result;
  std::map<std::string, std::uint32_t> codes, documents;
  for (const PublishedStudy::Code& code : study.codes) {
    const auto parent = codes.find(code.parent);
    codes.emplace(code.id, static_cast<std::uint32_t>(result.codes.size()));
    add_code(result, code.id, code.label,
             parent == codes.end() ? -1 : static_cast<std::int32_t>(parent->second));
  }
  for (const std::string& id : documents_cited(study)) {
    documents.emplace(id, static_cast<std::uint32_t>(result.documents.size()));
    result.documents.push_back({});
    result.documents.back().id = id;
    const auto listed = std::find_if(study.documents.begin(), study.documents.end(),
                                     [&](const PublishedStudy::Document& one) { return one.id == id; });
    if (listed != study.documents.end()) result.documents.back().title = listed->title;
  }
  result.in_view = result.documents.size();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> mentions;  // document, code
  for (const PublishedStudy::Mention& mention : study.mentions) {
    if (!mention.document.empty())
      mentions.emplace_back(documents.at(mention.document), codes.at(mention.code));
  }
  std::sort(mentions.begin(), mentions.end());
  for (const auto& [document, code] : mentions) add(result, code, document);
  return result;
}

int deepest_level(const Counted& counted) {
  int deepest = 1;
  for (const CountedCode& code : counted.codes) deepest = std::max(deepest, code.level);
  return deepest;
}

std::uint64_t pairs(const Counted& counted) {
  std::uint64_t sum = 0;
  for (const CountedCode& code : counted.codes) sum += code.leaf ? code.documents.size() : 0;
  return sum;
}

Whole whole_of(const Counted& counted, const ReportRequest& request) {
  if (request.population) return {WholeOf::given, request.population};
  if (counted.documents.size() < counted.in_view) return {WholeOf::in_view, counted.in_view};
  return {};
}

Prose nothing_coded(const Material& material, UserLanguage language) {
  return {words(msg::counts_nothing_coded, language,
                {{"codebook", material.codebook.id_and_version()}, {"n", whole(material.documents.size())}}),
          Tone::note};
}

std::vector<MadeWith> made_with_study(const Counted& counted, const ReportRequest& request) {
  std::vector<MadeWith> made = request.made_with;
  made.push_back({words(msg::made_documents, request.language),
                  words(msg::counts_cited, request.language, {{"n", whole(counted.documents.size())}})});
  return made;
}

Estimate estimated_share(const Counted& counted, const CountedCode& code, const Whole& whole) {
  return wilson_share({code.documents.size(), counted.documents.size(), whole.documents});
}

}  // namespace codeboom
