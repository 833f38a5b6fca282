#include "app/evaluation.h"

#include <algorithm>

#include "message_keys/app.h"

namespace codeboom {
namespace {

constexpr std::size_t most_ranked = 10;

bool within(const Codebook& codebook, const std::vector<std::uint32_t>& codes, std::uint32_t ancestor) {
  return std::any_of(codes.begin(), codes.end(), [&](std::uint32_t code) { return is_within(codebook, code, ancestor); });
}

// The machine coder for one part: as it is, or one that learned from all but this part.
Result<MachineCoder> coder_without(const ReadyCoder& ready, const std::string& codebook_path,
                                   const std::vector<LearningSentence>& all, const std::vector<std::uint32_t>& part_of,
                                   std::uint32_t part, const EvaluationOptions& options, UserLanguage language) {
  if (options.folds == 0) return ready.coder;
  auto material = learning_material(ready.codebook, codebook_path);
  if (!material) return tl::unexpected(material.error());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (part_of[i] != part) material->sentences.push_back(all[i]);
  }
  auto model = learn_with_progress(ready.codebook, material->sentences, {}, language);
  if (!model) return tl::unexpected(model.error());
  return make_machine_coder(ready.codebook, std::make_shared<LearnedModel>(std::move(*model)));
}

Result<void> check_parts(std::uint32_t folds, std::size_t units) {
  if (folds <= units) return {};
  return fail(ErrorKind::usage, msg::evaluate_too_few,
              {{"folds", std::int64_t{folds}}, {"units", static_cast<std::int64_t>(units)}});
}

void explain_phrase(const Codebook& codebook, const GoldPhrase& phrase, const Text& text, const Ranker& ranker,
                    const std::vector<RankedSuggestion>& ranked, std::vector<ExplainedDifference>& differences) {
  const bool first_right = !ranked.empty() && within(codebook, phrase.codes, ranked.front().code);
  if (first_right || (phrase.codes.empty() && (ranked.empty() || !ranked.front().given))) return;
  const std::string where = std::to_string(phrase.line);
  for (const std::uint32_t code : phrase.codes) {
    ExplainedDifference missed{ExplainedDifference::Kind::missed, where, codebook.codes[code].id, phrase.text, 0, {}, ranker.unknown_words(text)};
    for (const RankedSuggestion& suggestion : ranked) {
      if (suggestion.code != code) continue;
      missed.score = suggestion.score;
      missed.evidence = in_words(suggestion.evidence, text);
    }
    differences.push_back(std::move(missed));
  }
  if (ranked.empty()) return;
  const RankedSuggestion& first = ranked.front();
  differences.push_back({ExplainedDifference::Kind::false_alarm, where, codebook.codes[first.code].id, phrase.text, first.score,
                         in_words(first.evidence, text), {}});
}

std::vector<PlacedCode> placed(const std::vector<Coding>& codings, const Codebook& codebook) {
  std::vector<PlacedCode> result;
  for (const Coding& coding : codings) result.push_back({*find_code(codebook, coding.code), coding.span});
  return result;
}

std::vector<PlacedCode> placed(const Suggestions& suggestions) {
  std::vector<PlacedCode> result;
  for (const Suggestion& suggestion : suggestions.suggestions) result.push_back({suggestion.label, suggestion.span});
  return result;
}

const std::vector<Coding>& codings_of(const CodedByPeople& one, const std::string& coder) {
  static const std::vector<Coding> nothing;
  const auto found = one.codings.find(coder);
  return found == one.codings.end() ? nothing : found->second;
}

// Sentence by sentence, leaf by leaf: what the first coder gave and the machine did not, and the other way round.
void explain_document(const Codebook& codebook, const CodedByPeople& one, const std::string& coder, Ranker& ranker,
                      const Suggestions& suggestions, std::vector<ExplainedDifference>& differences) {
  const std::vector<PlacedCode> people = placed(codings_of(one, coder), codebook), machine = placed(suggestions);
  const auto has = [](const std::vector<PlacedCode>& codes, std::uint32_t code, Span sentence) {
    return std::any_of(codes.begin(), codes.end(),
                       [&](const PlacedCode& there) { return there.code == code && covers(there.span, sentence); });
  };
  for (const Span sentence : one.sentences) {
    const auto text = Text::from_utf8(one.document.text[sentence]);
    if (!text) continue;  // cannot be: it is part of a text
    std::vector<RankedSuggestion> ranked;
    for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
      const bool person = has(people, code, sentence), suggested = has(machine, code, sentence);
      if (person == suggested) continue;
      if (ranked.empty()) ranked = ranker.rank(*text, codebook.codes.size());
      ExplainedDifference difference{person ? ExplainedDifference::Kind::missed : ExplainedDifference::Kind::false_alarm, one.document.metadata.id,
                            codebook.codes[code].id, std::string(one.document.text[sentence]), 0, {}, {}};
      for (const RankedSuggestion& suggestion : ranked) {
        if (suggestion.code != code) continue;
        difference.score = suggestion.score;
        difference.evidence = in_words(suggestion.evidence, *text);
      }
      if (person) difference.unknown_words = ranker.unknown_words(*text);
      differences.push_back(std::move(difference));
    }
  }
}

}  // namespace

Result<EvaluatedPhrases> evaluate_gold(const ReadyCoder& ready, const std::string& codebook_path,
                                       const std::vector<GoldPhrase>& phrases, const EvaluationOptions& options,
                                       UserLanguage language) {
  if (auto enough = check_parts(options.folds, phrases.size()); !enough) return tl::unexpected(enough.error());
  std::vector<LearningSentence> sentences;
  std::vector<std::uint32_t> part_of;
  const std::uint32_t parts = std::max(options.folds, 1u);
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    sentences.push_back({phrases[i].codes, phrases[i].text, "gold " + std::to_string(i), {}, {}, false});
    part_of.push_back(i % parts);
  }
  EvaluatedPhrases result;
  std::vector<RankedPhrase> ranked_phrases(phrases.size());
  for (std::uint32_t part = 0; part < parts; ++part) {
    const auto coder = coder_without(ready, codebook_path, sentences, part_of, part, options, language);
    if (!coder) return tl::unexpected(coder.error());
    Ranker ranker(ready.codebook, *coder);
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      if (part_of[i] != part) continue;
      const auto text = Text::from_utf8(phrases[i].text);
      if (!text) return tl::unexpected(text.error());
      const auto ranked = ranker.rank(*text, most_ranked);
      ranked_phrases[i].gold = phrases[i].codes;
      for (const RankedSuggestion& one : ranked) {
        ranked_phrases[i].ranked.push_back({one.code, one.score, one.chance, one.given});
      }
      if (options.explain) explain_phrase(ready.codebook, phrases[i], *text, ranker, ranked, result.differences);
    }
  }
  result.evaluation = evaluate_phrases(ready.codebook, ranked_phrases, options.bootstrap);
  return result;
}

Result<EvaluatedDocuments> evaluate_codings(const ReadyCoder& ready, const std::string& codebook_path,
                                            const PeoplesCodings& people, const EvaluationOptions& options,
                                            UserLanguage language) {
  if (auto enough = check_parts(options.folds, people.documents.size()); !enough) return tl::unexpected(enough.error());
  const std::uint32_t parts = std::max(options.folds, 1u);
  std::vector<LearningSentence> sentences;
  std::vector<std::uint32_t> part_of_sentence;
  for (std::uint32_t i = 0; i < people.documents.size(); ++i) {
    const CodedByPeople& one = people.documents[i];
    const auto own = coded_sentences(one.document, codings_of(one, people.coders.front()), people.coders.front(), ready.codebook);
    sentences.insert(sentences.end(), own.begin(), own.end());
    part_of_sentence.insert(part_of_sentence.end(), own.size(), i % parts);
  }
  EvaluatedDocuments result;
  std::vector<std::vector<PlacedCode>> machine(people.documents.size());
  for (std::uint32_t part = 0; part < parts; ++part) {
    const auto coder = coder_without(ready, codebook_path, sentences, part_of_sentence, part, options, language);
    if (!coder) return tl::unexpected(coder.error());
    Matcher matcher = coder->matcher();
    Ranker ranker(ready.codebook, *coder);
    for (std::size_t i = part; i < people.documents.size(); i += parts) {
      const CodedByPeople& one = people.documents[i];
      Suggestions suggestions;
      matcher.suggest(one.document.text, one.document.blocks, suggestions);
      machine[i] = placed(suggestions);
      if (options.explain) {
        explain_document(ready.codebook, one, people.coders.front(), ranker, suggestions, result.differences);
      }
    }
  }
  const auto compare = [&](const std::string& first, const std::string& second, bool with_machine) {
    std::vector<ComparedDocument> compared;
    for (std::size_t i = 0; i < people.documents.size(); ++i) {
      const CodedByPeople& one = people.documents[i];
      compared.push_back({one.document.metadata.id, one.sentences,
                          with_machine ? machine[i] : placed(codings_of(one, first), ready.codebook),
                          placed(codings_of(one, second), ready.codebook)});
    }
    DocumentEvaluation evaluation = evaluate_documents(ready.codebook, compared, options.bootstrap);
    evaluation.first = first;
    evaluation.second = second;
    result.comparisons.push_back(std::move(evaluation));
  };
  for (const std::string& coder : people.coders) compare(std::string(machine_coder), coder, true);
  for (std::size_t i = 0; i < people.coders.size(); ++i) {
    for (std::size_t j = i + 1; j < people.coders.size(); ++j) compare(people.coders[i], people.coders[j], false);
  }
  return result;
}

}  // namespace codeboom
