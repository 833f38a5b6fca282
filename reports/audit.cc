#include "reports/audit.h"

#include <algorithm>
#include <map>
#include <set>

#include "corpus/joined.h"
#include "message_keys/study.h"

namespace codeboom {
namespace {

// Keys in the order of their first appearance, so that findings follow the study's files.
template <class Key, class Value>
class Grouped {
 public:
  void add(const Key& key, const Value& value) {
    const auto [place, is_new] = places_.emplace(key, groups_.size());
    if (is_new) groups_.push_back({key, {}});
    groups_[place->second].second.push_back(value);
  }
  bool contains(const Key& key) const { return places_.contains(key); }
  const auto& groups() const { return groups_; }

 private:
  std::map<Key, std::size_t> places_;
  std::vector<std::pair<Key, std::vector<Value>>> groups_;
};

class Auditor {
 public:
  explicit Auditor(const PublishedStudy& study) : study_(study) {
    for (const auto& document : study.documents) {
      listed_.add(document.id, std::to_string(document.line));
      titles_.add(document.title, document.id);
    }
    for (const auto& mention : study.mentions) {
      if (mention.document.empty()) continue;
      cited_.add(mention.document, mention.code);
      citations_.add({mention.code, mention.finding, mention.document}, mention.line);
    }
  }

  Audit run() {
    audit_.codes = study_.codes.size();
    audit_.listed = listed_.groups().size();
    audit_.cited = cited_.groups().size();
    about_listing();
    about_findings();
    about_codes();
    std::stable_sort(audit_.findings.begin(), audit_.findings.end(),
                     [](const AuditFinding& a, const AuditFinding& b) { return a.kind < b.kind; });
    return std::move(audit_);
  }

 private:
  void about_listing() {
    for (const auto& [document, codes] : cited_.groups()) {
      if (listed_.contains(document)) continue;
      std::vector<std::string> distinct = codes;
      distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
      add(AuditKind::cited_not_listed, document, distinct.front(), msg::audit_cited_not_listed,
          {{"document", document}, {"codes", joined(distinct, ", ")}});
    }
    for (const auto& document : study_.documents) {
      if (cited_.contains(document.id) || !reported_.insert(document.id).second) continue;
      add(AuditKind::listed_never_cited, document.id, "", msg::audit_listed_never_cited,
          {{"document", document.id}, {"title", document.title}});
    }
    for (const auto& [document, lines] : listed_.groups()) {
      if (lines.size() < 2) continue;
      add(AuditKind::listed_twice, document, "", msg::audit_listed_twice,
          {{"document", document}, {"count", static_cast<std::int64_t>(lines.size())}, {"lines", joined(lines, ", ")}});
    }
    for (const auto& [title, documents] : titles_.groups()) {
      if (documents.size() < 2) continue;
      add(AuditKind::title_listed_twice, documents.front(), "", msg::audit_title_listed_twice,
          {{"title", title}, {"count", static_cast<std::int64_t>(documents.size())}, {"documents", joined(documents, ", ")}});
    }
  }

  void about_findings() {
    for (const auto& [key, lines] : citations_.groups()) {
      if (lines.size() < 2) continue;
      const auto& [code, finding, document] = key;
      add(AuditKind::cited_twice, document, code, msg::audit_cited_twice,
          {{"document", document},
           {"finding", std::int64_t{finding}},
           {"code", code},
           {"count", static_cast<std::int64_t>(lines.size())}});
    }
    for (const auto& mention : study_.mentions) {
      if (!mention.document.empty()) continue;
      add(AuditKind::finding_without_document, "", mention.code, msg::audit_finding_without_document,
          {{"finding", std::int64_t{mention.finding}}, {"code", mention.code}});
    }
  }

  void about_codes() {
    for (const TallyRow& row : tally_of(study_).rows) {
      if (!row.leaf || row.n() > 0) continue;
      add(AuditKind::code_without_document, "", row.code, msg::audit_code_without_document, {{"code", row.code}});
    }
  }

  void add(AuditKind kind, const std::string& document, const std::string& code, MessageKey key,
           MessageArguments arguments) {
    audit_.findings.push_back({kind, document, code, {key, std::move(arguments)}});
  }

  const PublishedStudy& study_;
  Audit audit_;
  Grouped<std::string, std::string> listed_, titles_, cited_;
  Grouped<std::tuple<std::string, int, std::string>, int> citations_;
  std::set<std::string> reported_;
};

}  // namespace

std::string_view name_of(AuditKind kind) {
  switch (kind) {
    case AuditKind::cited_not_listed: return "cited_not_listed";
    case AuditKind::listed_never_cited: return "listed_never_cited";
    case AuditKind::listed_twice: return "listed_twice";
    case AuditKind::cited_twice: return "cited_twice";
    case AuditKind::finding_without_document: return "finding_without_document";
    case AuditKind::title_listed_twice: return "title_listed_twice";
    case AuditKind::code_without_document: return "code_without_document";
  }
  return {};
}

Audit audit(const PublishedStudy& study) { return Auditor(study).run(); }

std::vector<std::string> documents_cited(const PublishedStudy& study) {
  std::vector<std::string> documents;
  for (const auto& mention : study.mentions) {
    if (!mention.document.empty()) documents.push_back(mention.document);
  }
  std::sort(documents.begin(), documents.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;  // IDs are numbers
  });
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  return documents;
}

Tally tally_of(const PublishedStudy& study) {
  std::vector<std::string> documents = documents_cited(study);
  std::vector<CodebookVersion::Code> codes;
  for (const auto& code : study.codes) codes.push_back({code.id, code.parent, code.label});
  TallyCounter counter(std::move(documents), std::move(codes));
  for (const auto& mention : study.mentions) {
    if (!mention.document.empty()) counter.add(mention.code, mention.document);
  }
  return counter.tally();
}

}  // namespace codeboom
