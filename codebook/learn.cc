#include <algorithm>
#include <cmath>
#include <functional>

#include "codebook/learning.h"
#include "codebook/machine.h"
#include "engine/language/words.h"
#include "message_keys/codebook.h"

namespace codeboom {
namespace {

constexpr std::uint32_t no_column = 0xFFFFFFFF;
constexpr float usual_threshold = 3;         // of a code, which the offset is chosen for
constexpr float least_score_calibrated = 0;  // below it nobody asks for a chance
constexpr std::uint32_t least_present = 10;  // for a record that says something
constexpr double least_f1 = 0.5;

// A number that the coder gives and whether it should: the stuff of F1 and of calibration.
using Scored = Outcome;

// The score from which on saying yes gives the best F1, half-way to the next lower one; the higher of equals.
float best_threshold(std::vector<Scored> scored) {
  std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
  const auto present = static_cast<double>(
      std::count_if(scored.begin(), scored.end(), [](const Scored& one) { return one.right; }));
  double right = 0, best = -1;
  float threshold = usual_threshold;
  for (std::size_t i = 0; i < scored.size(); ++i) {
    right += scored[i].right ? 1 : 0;
    if (i + 1 < scored.size() && scored[i + 1].score == scored[i].score) continue;  // equal scores stand or fall together
    const double f1 = 2 * right / (static_cast<double>(i + 1) + present);
    if (f1 <= best) continue;
    best = f1;
    threshold = i + 1 < scored.size() ? (scored[i].score + scored[i + 1].score) / 2 : scored[i].score;
  }
  return threshold;
}

std::vector<Scored> worth_asking(std::vector<Scored> scored) {
  std::erase_if(scored, [](const Scored& one) { return one.score < least_score_calibrated; });
  return scored;
}

double f1_from(const std::vector<Scored>& scored, float threshold) {
  double right = 0, given = 0, present = 0;
  for (const Scored& one : scored) {
    const bool says = one.score >= threshold;
    given += says ? 1 : 0;
    present += one.right ? 1 : 0;
    right += says && one.right ? 1 : 0;
  }
  return given + present == 0 ? 0 : 2 * right / (given + present);
}

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
    const std::uint32_t trainings = options_.folds + 1;
    for (std::uint32_t fold = 0; fold < options_.folds; ++fold) {
      progress(fold, trainings);
      cross_validate(fold);
    }
    progress(options_.folds, trainings);
    model_.part.model = train(examples_, columns(), {});
    progress(trainings, trainings);
    add_context();
    judge();
    return std::move(model_);
  }

 private:
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
      std::vector<float> points(columns());
      if (const auto text = Text::from_utf8(sentence.text)) {
        const std::vector<Block> blocks{{BlockKind::paragraph, 0, text->whole()}};
        for (const Example& part : matcher.examples(*text, blocks)) {
          example.words.insert(example.words.end(), part.words.begin(), part.words.end());
          example.sets.insert(example.sets.end(), part.sets.begin(), part.sets.end());
        }
        Suggestions ranked;
        matcher.rank(*text, blocks, ranked);
        for (const Suggestion& suggestion : ranked.suggestions) {
          const std::uint32_t column = column_of_[suggestion.label];
          if (column != no_column) points[column] = std::max(points[column], suggestion.score);
        }
      }
      std::sort(example.sets.begin(), example.sets.end());
      example.sets.erase(std::unique(example.sets.begin(), example.sets.end()), example.sets.end());
      for (const std::uint32_t code : sentence.codes) {
        if (column_of_[code] != no_column) example.columns.push_back(column_of_[code]);
      }
      examples_.push_back(std::move(example));
      rule_points_.push_back(std::move(points));
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
    for (const LearningSentence& sentence : sentences_) folds_.push_back(fold_of_group[sentence.group]);
    unseen_.resize(sentences_.size());
  }

  void cross_validate(std::uint32_t fold) {
    std::vector<Example> others;
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (folds_[i] != fold) others.push_back(examples_[i]);
    }
    const LinearModel model = train(others, columns(), {});
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (folds_[i] == fold) unseen_[i] = log_odds(model, examples_[i]);
    }
  }

  // Sentences of a document are each other's context, as they will be when the machine codes one.
  void add_context() {
    without_context_ = unseen_;
    std::vector<std::int32_t> parents;
    for (const Code& code : codebook_.codes) parents.push_back(code.parent);
    DocumentContext context = context_of(labels_, parents, model_.part.context);
    std::map<std::string, std::vector<std::size_t>> documents;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (!sentences_[i].document.empty() && !unseen_[i].empty()) documents[sentences_[i].document].push_back(i);
    }
    for (const auto& [name, places] : documents) {
      context.clear();
      for (const std::size_t i : places) {
        std::vector<float> log_odds = unseen_[i];
        for (std::uint32_t column = 0; column < columns(); ++column) {
          log_odds[column] += std::min(rule_points_[i][column], model_.part.most_rule_points) / model_.part.points;
        }
        context.add(log_odds);
      }
      for (std::size_t place = 0; place < places.size(); ++place) {
        const auto evidence = context.evidence(place);
        for (std::uint32_t column = 0; column < columns(); ++column) unseen_[places[place]][column] += evidence[column];
      }
    }
  }

  float score(std::size_t sentence, std::uint32_t column) const {
    const LearnedPart& part = model_.part;
    const float offset = sentences_[sentence].document.empty() ? part.offset_alone : part.offset;
    return std::min(rule_points_[sentence][column], part.most_rule_points) + part.points * unseen_[sentence][column] + offset;
  }

  bool applies(std::size_t sentence, std::uint32_t column) const {
    const auto& labels = examples_[sentence].columns;
    return std::find(labels.begin(), labels.end(), column) != labels.end();
  }

  // Everything that is not the model of all sentences comes from those that a model had not seen.
  void judge() {
    if (options_.folds < 2) return;
    // Where there are no sentences of one kind, those of the other must do.
    const bool some_alone = has(Which::alone), some_in_documents = has(Which::in_documents);
    LearnedPart& part = model_.part;
    const float alone = best_threshold(some_alone ? scored_sentences(Which::alone) : scored_without_context());
    const float in_documents = best_threshold(some_in_documents ? scored_documents() : scored_sentences(Which::alone));
    part.knows_documents = some_in_documents;
    part.offset_alone = usual_threshold - alone;
    part.offset = usual_threshold - in_documents;
    model_.f1_documents = f1_from(scored_documents(), usual_threshold);
    model_.f1_sentences = f1_from(scored_sentences(Which::all), usual_threshold);
    part.alone = calibrate(worth_asking(scored_sentences(some_alone ? Which::alone : Which::in_documents)));
    part.in_documents = calibrate(worth_asking(scored_sentences(some_in_documents ? Which::in_documents : Which::alone)));
    fill_records();
  }

  enum class Which { all, alone, in_documents };

  // Sentence x leaf of documents, as if each stood alone.
  std::vector<Scored> scored_without_context() const {
    std::vector<Scored> scored;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      for (std::uint32_t column = 0; column < columns(); ++column) {
        const float points = std::min(rule_points_[i][column], model_.part.most_rule_points);
        scored.push_back({points + model_.part.points * without_context_[i][column], applies(i, column)});
      }
    }
    return scored;
  }

  bool belongs(std::size_t sentence, Which which) const {
    return which == Which::all || sentences_[sentence].document.empty() == (which == Which::alone);
  }
  bool has(Which which) const {
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (belongs(i, which)) return true;
    }
    return false;
  }

  // Sentence x leaf.
  std::vector<Scored> scored_sentences(Which which) const {
    std::vector<Scored> scored;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (!belongs(i, which)) continue;
      for (std::uint32_t column = 0; column < columns(); ++column) scored.push_back({score(i, column), applies(i, column)});
    }
    return scored;
  }

  // Document x leaf: the best score of the document's sentences.
  std::vector<Scored> scored_documents() const {
    std::map<std::string, std::vector<Scored>> documents;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (sentences_[i].document.empty()) continue;
      auto& scored = documents[sentences_[i].document];
      scored.resize(columns(), {-INFINITY, false});
      for (std::uint32_t column = 0; column < columns(); ++column) {
        scored[column].score = std::max(scored[column].score, score(i, column));
        scored[column].right = scored[column].right || applies(i, column);
      }
    }
    std::vector<Scored> all;
    for (const auto& [name, scored] : documents) all.insert(all.end(), scored.begin(), scored.end());
    return all;
  }

  void fill_records() {
    for (const Code& code : codebook_.codes) model_.records[code.id] = {};
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      for (std::uint32_t column = 0; column < columns(); ++column) {
        const Code& code = codebook_.codes[labels_[column]];
        CodeRecord& record = model_.records[code.id];
        const bool given = score(i, column) >= code.threshold, present = applies(i, column);
        record.given += given ? 1 : 0;
        record.present += present ? 1 : 0;
        record.right += given && present ? 1 : 0;
      }
    }
  }

  const Codebook& codebook_;
  const std::vector<LearningSentence>& sentences_;
  LearningOptions options_;
  LearnedModel model_;
  std::vector<std::uint32_t> column_of_, labels_;  // by code; by column
  std::vector<Example> examples_;
  std::vector<std::vector<float>> rule_points_;  // by sentence and column
  std::vector<std::uint32_t> folds_;
  std::vector<std::vector<float>> without_context_;
  std::vector<std::vector<float>> unseen_;  // log-odds by sentence and column, from a model that had not seen the sentence
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
