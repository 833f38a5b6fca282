// Projects with random histories, and what a project says whatever it calls its documents.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpus/merge.h"
#include "corpus/merge_codings.h"
#include "tests/corpus/project_fixture.h"

namespace codeboom::test {

inline constexpr const char* now = "2026-11-27T10:00:00Z";

// Everything that a project says, one line each, documents named by their text. The same lines: the same
// logical content.
inline std::vector<std::string> said_by(const Project& project) {
  const ProjectContent content = taken(project.content());
  std::map<std::string, std::string> text_of{{"", ""}};
  for (const StoredDocument& document : content.documents)
    text_of[document.metadata.id] = document.sha256.substr(0, 12);
  const auto place = [](Span span) {
    return std::to_string(span.begin.value) + "-" + std::to_string(span.end.value);
  };
  std::set<std::string> once;
  std::vector<std::string> lines;
  for (const StoredDocument& document : content.documents) once.insert("document " + document.sha256);
  for (const Coder& coder : content.coders) once.insert("coder " + coder.name + " " + std::string(name_of(coder.kind)));
  for (const CodebookVersion& codebook : content.codebooks)
    once.insert("codebook " + codebook.id + " " + codebook.version);
  std::map<std::string, Coding> codings;
  for (const Coding& coding : content.codings) {
    const std::string key = "coding " + text_of.at(coding.document) + " " + place(coding.span) + " " +
                            coding.coder + " " + coding.code;
    const auto [known, is_new] = codings.try_emplace(key, coding);
    if (!is_new && stands_before(coding, known->second)) known->second = coding;
  }
  for (const auto& [key, coding] : codings) {
    std::string line = key + " under '" + coding.codebook + "' flags " + std::to_string(coding.flags);
    if (coding.score) line += " score " + std::to_string(*coding.score);
    for (const Evidence& evidence : coding.evidence) line += " " + evidence.rule + "@" + place(evidence.span);
    once.insert(line);
  }
  for (const auto& [said, at] : content.decisions) {
    lines.push_back("decision " + at + " " + text_of.at(said.document) + " " + place(said.span) + " " +
                    said.code + " " + std::string(name_of(said.verdict)) + " " + said.coder + " " +
                    said.reason + " for '" + said.consensus + "'");
  }
  for (const auto& [said, at] : content.memos) {
    lines.push_back("memo " + at + " " + text_of.at(said.document) + " " +
                    (said.span ? place(*said.span) : "") + " " + said.code + " " + said.coder + " " +
                    said.text);
  }
  lines.insert(lines.end(), once.begin(), once.end());
  std::sort(lines.begin(), lines.end());
  return lines;
}

// Few documents, places, codes and people, so that what several did meets everywhere.
class RandomHistories {
 public:
  explicit RandomHistories(std::uint32_t seed) : dice_(seed) {}

  void write(const std::string& path) {
    Project project = taken(Project::create(path));
    change(project, [&] {
      const std::string side = std::to_string(++sides_);
      std::vector<Document> documents;
      for (std::uint32_t text = 0; text < 6; ++text) {
        if (dice_.below(3) == 0) continue;
        const std::string name = "tekst" + std::to_string(text);
        documents.push_back(document(dice_.below(4) == 0 ? name + "-bij-" + side : name,
                                     "Dit is tekst nummer " + std::to_string(text) + "."));
        if (dice_.below(2) == 0) documents.back().metadata.jaar = 2000 + static_cast<int>(dice_.below(3));
        taken(project.add_document(documents.back()));
      }
      versions_ = {""};
      for (const std::string version : {"1.0", "1.9", "1.10"}) {
        if (dice_.below(2) == 0) continue;
        taken(project.add_codebook(
            {"lob", version, "Loopbaan", "id: lob\n", {{"a", "", "A"}, {"b", "", "B"}}, {"a#1"}}));
        versions_.push_back("lob " + version);
      }
      for (const std::string coder : coders) {
        taken(project.add_coder({coder, coder == "consensus" ? CoderKind::consensus : CoderKind::person}));
      }
      if (documents.empty()) return;
      for (std::uint32_t i = dice_.below(30); i > 0; --i) add_coding(project, documents);
      for (std::uint32_t i = dice_.below(6); i > 0; --i) add_decision(project, documents);
      for (std::uint32_t i = dice_.below(6); i > 0; --i) add_memo(project, documents);
    });
  }

 private:
  static constexpr const char* coders[] = {"anna", "bert", "consensus"};
  std::string coder() { return coders[dice_.below(3)]; }
  std::string code() { return dice_.below(2) == 0 ? "a" : "b"; }
  std::string time() { return "2026-11-0" + std::to_string(1 + dice_.below(3)) + "T10:00:00Z"; }
  Span span() {
    const std::uint32_t begin = dice_.below(3);
    return {{begin}, {begin + 1 + dice_.below(3)}};
  }
  const Document& any(const std::vector<Document>& documents) {
    return documents[dice_.below(static_cast<std::uint32_t>(documents.size()))];
  }

  void add_coding(Project& project, const std::vector<Document>& documents) {
    const Span place = span();
    Coding made = coding(any(documents), place.begin.value, place.end.value, code(), coder());
    made.codebook = versions_[dice_.below(static_cast<std::uint32_t>(versions_.size()))];
    if (dice_.below(4) == 0) made.score = dice_.below(3), made.flags = static_cast<Flags>(dice_.below(2));
    if (made.score) made.evidence = {{place, "a#1", static_cast<double>(dice_.below(2))}};
    taken(project.add_coding(made));
  }
  void add_decision(Project& project, const std::vector<Document>& documents) {
    const Verdict verdicts[] = {Verdict::accepted, Verdict::rejected, Verdict::changed};
    taken(project.add_decision(
        {any(documents).metadata.id, span(), code(), verdicts[dice_.below(3)], coder(), "",
         dice_.below(2) == 0 ? "consensus" : ""},
        time()));
  }
  void add_memo(Project& project, const std::vector<Document>& documents) {
    Memo memo{coder(), dice_.below(4) == 0 ? "" : any(documents).metadata.id, code(), {}, dice_.word(1)};
    if (!memo.document.empty() && dice_.below(2) == 0) memo.span = span();
    taken(project.add_memo(memo, time()));
  }

  Dice dice_;
  int sides_ = 0;
  std::vector<std::string> versions_;
};

// Merges into the file `into`, as the command does.
inline MergeReport merge_files(const std::string& into, const std::vector<std::string>& others,
                               SameTitle same_title = SameTitle::refuse) {
  Project project = taken(Project::open(into));
  std::vector<Project> opened;
  for (const std::string& other : others) opened.push_back(taken(Project::open_read_only(other)));
  std::vector<OtherProject> named;
  for (std::size_t i = 0; i < others.size(); ++i) named.push_back({others[i], &opened[i]});
  auto transaction = taken(project.begin());
  MergeReport report = taken(merge(project, into, named, same_title, now));
  taken(transaction.commit());
  return report;
}

inline std::string copied(const std::string& from, const std::string& to) {
  std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
  return to;
}

inline std::vector<std::string> said_in(const std::string& path) {
  return said_by(taken(Project::open_read_only(path)));
}

}  // namespace codeboom::test
