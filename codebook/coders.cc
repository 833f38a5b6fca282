#include "codebook/coders.h"

#include <algorithm>
#include <cassert>

#include "engine/language/tokens.h"
#include "message_keys/coders.h"

namespace codeboom {
namespace {

void leave_out(std::vector<CodingsLeftOut>& all, LeftOut why, const std::string& coder, Message message) {
  const auto same = [&](const CodingsLeftOut& one) { return one.why == why && one.coder == coder; };
  auto found = std::find_if(all.begin(), all.end(), same);
  if (found == all.end()) found = all.insert(all.end(), {why, coder, 0, {}});
  ++found->codings;
  found->messages.push_back(std::move(message));
}

// What is known of one coder in one document.
struct Presence {
  std::vector<PlacedCode> codings;
  std::uint64_t given = 0;  // codings, also those of unknown codes
  bool coded = false, misfit = false;
};

class LineUp {
 public:
  LineUp(const std::vector<CoderWork>& work, const Codebook& codebook, Silence silence, const std::set<std::string>& other_versions)
      : work_(work), codebook_(codebook), silence_(silence), other_versions_(other_versions), by_document_(work.size()) {
    assert(work.size() <= 64);
    for (std::size_t i = 0; i < work.size(); ++i) {
      result_.coders.push_back(work[i].coder);
      result_.moved += work[i].moved;
      result_.codings_left_out.insert(result_.codings_left_out.end(), work[i].left_out.begin(), work[i].left_out.end());
      for (const Coding& coding : work[i].codings) place(i, coding);
      for (const std::string& id : work[i].seen) by_document_[i][id].coded = true;
      for (const auto& [id, messages] : work[i].misfits) {
        by_document_[i][id].misfit = true;
        by_document_[i][id].given += messages.size();
      }
    }
  }

  void add(Document document) {
    std::vector<Span> sentences;
    for (const Sentence& sentence : tokenise(document.text, document.blocks).sentences) sentences.push_back(sentence.span);
    std::vector<std::optional<std::vector<PlacedCode>>> coders(work_.size());
    std::vector<DocumentLeftOut> others;  // coders who had another text
    std::size_t present = 0, last = 0;
    std::uint64_t alone = 0;  // codings of the last coder who coded it
    for (std::size_t i = 0; i < work_.size(); ++i) {
      const auto found = by_document_[i].find(document.metadata.id);
      const Presence presence = found == by_document_[i].end() ? Presence{} : found->second;
      if (presence.misfit) {
        others.push_back({LeftOut::other_text, document.metadata.id, work_[i].coder, sentences.size(),
                          document.text.code_points(), presence.given});
      } else if (presence.coded || silence_ == Silence::found_nothing) {
        coders[i] = presence.codings;
        alone = presence.given;
        last = i;
        ++present;
      }
    }
    result_.documents_left_out.insert(result_.documents_left_out.end(), others.begin(), others.end());
    if (present < 2 && (present == 1 || others.empty())) {
      result_.documents_left_out.push_back({present == 1 ? LeftOut::one_coder : LeftOut::nobody, document.metadata.id,
                                            present == 1 ? work_[last].coder : "", sentences.size(),
                                            document.text.code_points(), alone});
    }
    if (present >= 2) result_.documents.push_back({std::move(document), std::move(sentences), std::move(coders)});
  }

  LinedUp take() {
    for (LinedUpDocument& document : result_.documents) {
      for (auto& codings : document.coders) {
        if (!codings) continue;
        std::sort(codings->begin(), codings->end());
        codings->erase(std::unique(codings->begin(), codings->end()), codings->end());
      }
    }
    return std::move(result_);
  }

 private:
  void place(std::size_t coder, const Coding& coding) {
    Presence& presence = by_document_[coder][coding.document];
    presence.coded = true;
    ++presence.given;
    if (const auto code = find_code(codebook_, coding.code)) {
      presence.codings.push_back({*code, coding.span});
      return;
    }
    leave_out(result_.codings_left_out, other_versions_.contains(coding.code) ? LeftOut::other_version : LeftOut::unknown_code,
              coding.coder,
              {msg::coders_code_not_in_codebook,
               {{"coder", coding.coder},
                {"document", coding.document},
                {"code", coding.code},
                {"codebook", codebook_.id_and_version()}}});
  }

  const std::vector<CoderWork>& work_;
  const Codebook& codebook_;
  Silence silence_;
  const std::set<std::string>& other_versions_;
  std::vector<std::map<std::string, Presence>> by_document_;  // by coder
  LinedUp result_;
};

}  // namespace

std::string_view name_of(LeftOut why) {
  constexpr std::string_view names[] = {"nobody", "one_coder", "other_text", "unknown_document", "unknown_code", "other_version"};
  return names[static_cast<std::size_t>(why)];
}

std::vector<CoderWork> work_in_files(const std::vector<std::pair<std::string, std::vector<ExchangedCoding>>>& files,
                                     const std::vector<Document>& documents, const Codebook& codebook) {
  std::map<std::string_view, const Document*> by_id;
  for (const Document& document : documents) by_id.emplace(document.metadata.id, &document);
  std::vector<CoderWork> result;
  const auto work_of = [&](const std::string& coder) -> CoderWork& {
    const auto found = std::find_if(result.begin(), result.end(), [&](const CoderWork& work) { return work.coder == coder; });
    if (found != result.end()) return *found;
    result.push_back({coder, {}, {}, {}, {}, 0});
    return result.back();
  };
  for (const auto& [source, codings] : files) {
    for (const ExchangedCoding& coding : codings) {
      CoderWork& work = work_of(coding.coder);
      const MessageArguments at = {{"file", source},
                                   {"line", std::int64_t{coding.line}},
                                   {"document", coding.document},
                                   {"code", coding.code},
                                   {"codebook", codebook.id_and_version()}};
      const auto document = by_id.find(coding.document);
      if (document == by_id.end()) {
        leave_out(work.left_out, LeftOut::unknown_document, coding.coder, {msg::coders_unknown_document, at});
        continue;
      }
      work.seen.insert(coding.document);
      if (coding.seen) continue;
      if (!find_code(codebook, coding.code)) {
        leave_out(work.left_out, LeftOut::unknown_code, coding.coder, {msg::coders_unknown_code, at});
        continue;
      }
      auto placed = codeboom::place(coding, *document->second, source);
      if (!placed) {
        work.misfits[coding.document].push_back(std::move(placed.error().message));
        continue;
      }
      work.moved += placed->moved ? 1 : 0;
      work.codings.push_back(std::move(placed->coding));
    }
  }
  return result;
}

LinedUp line_up(std::vector<Document> documents, const std::vector<CoderWork>& work, const Codebook& codebook, Silence silence,
                const std::set<std::string>& in_other_versions) {
  LineUp lines(work, codebook, silence, in_other_versions);
  for (Document& document : documents) lines.add(std::move(document));
  return lines.take();
}

}  // namespace codeboom
