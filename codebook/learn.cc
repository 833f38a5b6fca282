#include <algorithm>
#include <cstring>
#include <functional>

#include "codebook/beside.h"
#include "codebook/machine.h"
#include "codebook/unseen.h"
#include "engine/language/words.h"
#include "message_keys/codebook.h"

namespace codeboom {
namespace {

constexpr std::uint32_t no_column = 0xFFFFFFFF;
constexpr std::uint32_t least_present = 10;  // for a record that says something
constexpr double least_f1 = 0.5;

class Learner {
 public:
  Learner(const Codebook& codebook, const std::vector<LearningSentence>& sentences, const LearningOptions& options)
      : codebook_(codebook), sentences_(sentences), options_(options) {}

  Result<LearnedModel> run(const std::function<void(std::uint32_t, std::uint32_t)>& progress) {
    choose_columns();
    if (auto enough = check_enough(); !enough) return tl::unexpected(enough.error());
    auto rules = compile_rules(codebook_);
    if (!rules) return tl::unexpected(rules.error());
    read_sentences(Matcher(std::move(*rules)));
    divide();
    // Half of the trainings are done beside the others, on another processor.
    const std::uint32_t trainings = options_.folds + 1, here = trainings / 2;
    Beside beside([&] { return cross_validate_all(here - 1, options_.folds); });
    for (std::uint32_t fold = 0; fold + 1 < here; ++fold) {
      progress(2 * fold, trainings);
      cross_validate(fold);
    }
    progress(2 * (here - 1), trainings);
    model_.part.model = train(examples_, columns(), training());
    model_.part.pieces = pieces_of(model_.part.model, of_codebook_);
    if (const auto numbers = beside.collect()) {
      take_over(*numbers, here - 1);
    } else {
      for (std::uint32_t fold = here - 1; fold < options_.folds; ++fold) cross_validate(fold);
    }
    progress(trainings, trainings);
    // Everything that is not the model of all sentences comes from those that a model had not seen.
    if (options_.folds >= 2) conclude(codebook_, labels_, unseen_, model_);
    return std::move(model_);
  }

 private:
  TrainingOptions training() const {
    TrainingOptions options;
    options.codable = std::any_of(sentences_.begin(), sentences_.end(), [](const auto& one) { return !one.document.empty(); });
    return options;
  }
  std::uint32_t columns() const { return static_cast<std::uint32_t>(labels_.size()); }

  void choose_columns() {
    std::vector<std::uint32_t> often(codebook_.codes.size());
    for (const LearningSentence& sentence : sentences_) {
      ++model_.sentences;
      model_.without_code += sentence.codes.empty() ? 1 : 0;
      for (const std::uint32_t code : sentence.codes) ++often[code];
    }
    column_of_.assign(codebook_.codes.size(), no_column);
    for (std::uint32_t code = 0; code < often.size(); ++code) {
      // Only leaves are learned: what all codes below one have in common says too little of which documents show it (measured).
      if (often[code] < options_.least_examples || !is_leaf(codebook_, code)) continue;
      column_of_[code] = columns();
      labels_.push_back(code);
      model_.codes.push_back(codebook_.codes[code].id);
    }
    model_.part.offsets_alone.assign(columns(), 0);  // stays so where there is too little to cross-validate
  }

  Result<void> check_enough() const {
    const std::uint32_t coded = model_.sentences - model_.without_code;
    if (coded >= options_.least_sentences && columns() >= 2) return {};
    return fail(ErrorKind::bad_input, msg::learning_too_little,
                {{"sentences", std::int64_t{coded}},
                 {"wanted", std::int64_t{options_.least_sentences}},
                 {"codes", std::int64_t{columns()}},
                 {"examples", std::int64_t{options_.least_examples}}});
  }

  void read_sentences(Matcher matcher) {
    for (const LearningSentence& sentence : sentences_) {
      Example example;
      UnseenSentence& unseen = unseen_.emplace_back();
      unseen.collection = sentence.collection;
      unseen.document = sentence.document;
      unseen.rules.resize(columns());
      unseen.applies.resize(columns());
      if (const auto text = Text::from_utf8(sentence.text)) read_sentence(*text, matcher, example, unseen);
      if (sentence.is_of_codebook) unseen.length = 0;  // it would resemble itself
      example.in_document = !sentence.document.empty();
      example.is_coded = !sentence.codes.empty();
      for (const std::uint32_t code : sentence.codes) {
        if (column_of_[code] == no_column) continue;
        example.columns.push_back(column_of_[code]);
        unseen.applies[column_of_[code]] = true;
      }
      if (sentence.is_of_codebook) of_codebook_.push_back(example);
      examples_.push_back(std::move(example));
    }
  }

  void read_sentence(const Text& text, Matcher& matcher, Example& example, UnseenSentence& unseen) const {
    const std::vector<Block> blocks{{BlockKind::paragraph, 0, text.whole()}};
    for (const Example& part : matcher.examples(text, blocks)) {
      example.words.insert(example.words.end(), part.words.begin(), part.words.end());
      example.sets.insert(example.sets.end(), part.sets.begin(), part.sets.end());
    }
    std::sort(example.sets.begin(), example.sets.end());
    example.sets.erase(std::unique(example.sets.begin(), example.sets.end()), example.sets.end());
    for (const Token& token : matcher.tokens().tokens) unseen.length += token.kind != TokenKind::punctuation ? 1 : 0;
    Suggestions ranked;
    matcher.rank(text, blocks, ranked);
    for (const Suggestion& suggestion : ranked.suggestions) {
      const std::uint32_t column = column_of_[suggestion.label];
      if (column == no_column) continue;
      unseen.rules[column] = std::max(unseen.rules[column], std::min(suggestion.score, model_.part.most_rule_points));
    }
  }

  // Groups go, the largest first, to the fold that has the fewest sentences.
  void divide() {
    std::vector<std::pair<std::string, std::uint32_t>> groups;  // in order of appearance
    std::map<std::string, std::size_t> places;
    for (const LearningSentence& sentence : sentences_) {
      const auto [place, added] = places.try_emplace(sentence.group, groups.size());
      if (added) groups.emplace_back(sentence.group, 0);
      ++groups[place->second].second;
    }
    model_.groups = static_cast<std::uint32_t>(groups.size());
    options_.folds = model_.folds = std::min(options_.folds, model_.groups);
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::uint32_t> sizes(options_.folds);
    std::map<std::string, std::uint32_t> fold_of_group;
    for (const auto& [name, size] : groups) {
      const auto least = std::min_element(sizes.begin(), sizes.end());
      *least += size;
      fold_of_group[name] = static_cast<std::uint32_t>(least - sizes.begin());
    }
    for (std::size_t i = 0; i < sentences_.size(); ++i) unseen_[i].fold = fold_of_group[sentences_[i].group];
  }

  void cross_validate(std::uint32_t fold) {
    std::vector<Example> others;
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (unseen_[i].fold != fold) others.push_back(examples_[i]);
    }
    const LinearModel model = train(others, columns(), training());
    const CodebookPieces pieces = pieces_of(model, of_codebook_);
    Resemblance resemblance(model, pieces);
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (unseen_[i].fold != fold) continue;
      unseen_[i].words = log_odds(model, examples_[i]);
      if (model.columns > columns()) unseen_[i].codable = unseen_[i].words.back();
      unseen_[i].words.resize(columns());
      const auto resembles = resemblance.to(examples_[i], columns());
      unseen_[i].resembles.assign(resembles.begin(), resembles.end());
    }
  }

  // The numbers of the sentences in these folds, one after the other.
  std::string cross_validate_all(std::uint32_t first, std::uint32_t end) {
    std::string numbers;
    const auto append = [&](const float* values, std::size_t count) {
      numbers.append(reinterpret_cast<const char*>(values), count * sizeof(float));
    };
    for (std::uint32_t fold = first; fold < end; ++fold) cross_validate(fold);
    for (std::size_t i = 0; i < unseen_.size(); ++i) {
      if (unseen_[i].fold < first || unseen_[i].fold >= end) continue;
      append(unseen_[i].words.data(), columns());
      append(unseen_[i].resembles.data(), columns());
      append(&unseen_[i].codable, 1);
    }
    return numbers;
  }

  // What cross_validate_all() made of the folds from `first` on.
  void take_over(const std::string& numbers, std::uint32_t first) {
    const char* at = numbers.data();
    const auto take = [&](float* values, std::size_t count) {
      std::memcpy(values, at, count * sizeof(float));
      at += count * sizeof(float);
    };
    for (std::size_t i = 0; i < unseen_.size(); ++i) {
      if (unseen_[i].fold < first) continue;
      for (auto* const values : {&unseen_[i].words, &unseen_[i].resembles}) {
        values->resize(columns());
        take(values->data(), columns());
      }
      take(&unseen_[i].codable, 1);
    }
  }

  const Codebook& codebook_;
  const std::vector<LearningSentence>& sentences_;
  LearningOptions options_;
  LearnedModel model_;
  std::vector<std::uint32_t> column_of_, labels_;  // by code; by column
  std::vector<Example> examples_;
  std::vector<Example> of_codebook_;    // what it says itself
  std::vector<UnseenSentence> unseen_;  // by sentence
};

}  // namespace

Result<LearnedModel> learn(const Codebook& codebook, const std::vector<LearningSentence>& sentences,
                           const LearningOptions& options,
                           const std::function<void(std::uint32_t, std::uint32_t)>& progress) {
  auto model = Learner(codebook, sentences, options).run(progress);
  if (model) {
    model->codebook = codebook.id_and_version();
    model->lexicon = lexicon_version();
  }
  return model;
}

std::optional<double> f1_of(const CodeRecord& record) {
  const double sum = static_cast<double>(record.given) + static_cast<double>(record.present);
  return sum == 0 ? std::nullopt : std::optional(2 * static_cast<double>(record.right) / sum);
}

std::optional<bool> is_trusted(const LearnedModel& model, const std::string& code) {
  const auto found = model.records.find(code);
  if (found == model.records.end()) return std::nullopt;
  return found->second.present >= least_present && f1_of(found->second).value_or(0) >= least_f1;
}

}  // namespace codeboom
