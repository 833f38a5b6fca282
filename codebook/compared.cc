#include "codebook/compared.h"

#include <algorithm>

#include "engine/language/tokens.h"
#include "message_keys/codebook.h"

namespace codeboom {

Result<PeoplesCodings> put_in_documents(const std::vector<std::pair<std::string, std::vector<ExchangedCoding>>>& files,
                                        std::vector<Document> documents, const Codebook& codebook) {
  PeoplesCodings result;
  std::map<std::string, std::size_t> places;
  for (Document& document : documents) {
    places.emplace(document.metadata.id, result.documents.size());
    std::vector<Span> sentences;
    for (const Sentence& sentence : tokenise(document.text, document.blocks).sentences) sentences.push_back(sentence.span);
    result.documents.push_back({std::move(document), std::move(sentences), {}});
  }
  for (const auto& [source, codings] : files) {
    for (const ExchangedCoding& coding : codings) {
      if (std::find(result.coders.begin(), result.coders.end(), coding.coder) == result.coders.end()) {
        result.coders.push_back(coding.coder);
      }
      if (coding.seen) continue;
      const auto place_of = places.find(coding.document);
      if (place_of == places.end()) {
        ++result.elsewhere;
        continue;
      }
      if (!find_code(codebook, coding.code)) {
        return fail(ErrorKind::not_found, msg::gold_unknown_code,
                    {{"file", source},
                     {"line", std::int64_t{coding.line}},
                     {"code", coding.code},
                     {"codebook", codebook.id_and_version()}});
      }
      CodedByPeople& there = result.documents[place_of->second];
      auto placed = place(coding, there.document, source);
      if (!placed) return tl::unexpected(placed.error());
      there.codings[coding.coder].push_back(std::move(placed->coding));
    }
  }
  return result;
}

std::vector<LearningSentence> coded_sentences(const Document& document, const std::vector<Coding>& codings, const std::string& coder,
                                              const Codebook& codebook) {
  std::vector<LearningSentence> sentences;
  for (const Sentence& place : tokenise(document.text, document.blocks).sentences) {
    LearningSentence sentence{{}, std::string(document.text[place.span]), document.metadata.id, coder + " " + document.metadata.id,
                              coder, false};
    for (const Coding& coding : codings) {
      if (covers(coding.span, place.span)) sentence.codes.push_back(*find_code(codebook, coding.code));
    }
    std::sort(sentence.codes.begin(), sentence.codes.end());
    sentence.codes.erase(std::unique(sentence.codes.begin(), sentence.codes.end()), sentence.codes.end());
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

bool covers(Span coding, Span sentence) {
  const std::uint32_t begin = std::max(coding.begin.value, sentence.begin.value);
  const std::uint32_t end = std::min(coding.end.value, sentence.end.value);
  if (end <= begin) return false;
  const std::uint32_t shared = end - begin;
  return 2 * shared >= sentence.end.value - sentence.begin.value || 2 * shared > coding.end.value - coding.begin.value;
}

}  // namespace codeboom
