#include <algorithm>
#include <cmath>
#include <functional>

#include "codebook/learning.h"
#include "codebook/machine.h"
#include "engine/language/words.h"

namespace codeboom {
namespace {

constexpr std::uint32_t no_column = 0xFFFFFFFF;
constexpr float usual_threshold = 3;         // of a code, which the offset is chosen for
constexpr float highest_score = 100;         // that no sentence reaches
constexpr float least_score_calibrated = 0;  // below it nobody asks for a chance
constexpr std::uint32_t least_present = 10;  // for a record that says something
constexpr double least_f1 = 0.5;

// A number that the coder gives and whether it should: the stuff of F1 and of calibration.
using Scored = Outcome;

// The score from which on saying yes gives the best F1; the higher of equals.
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
    if (f1 > best) best = f1, threshold = scored[i].score;
  }
  return threshold;
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
    judge();
    return std::move(model_);
  }

 private:
  std::uint32_t columns() const { return static_cast<std::uint32_t>(labels_.size()); }

  // A code applies where one below it does: so a code above learns from all of them, and can be given where they differ.
  std::vector<std::uint32_t> with_ancestors(const std::vector<std::uint32_t>& codes) const {
    std::vector<std::uint32_t> all;
    for (const std::uint32_t code : codes) {
      for (auto at = static_cast<std::int32_t>(code); at >= 0; at = codebook_.codes[static_cast<std::size_t>(at)].parent) {
        all.push_back(static_cast<std::uint32_t>(at));
      }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  bool leaf_column(std::uint32_t column) const { return is_leaf(codebook_, labels_[column]); }

  void choose_columns() {
    std::vector<std::uint32_t> often(codebook_.codes.size());
    for (const LearningSentence& sentence : sentences_) {
      ++model_.sentences;
      model_.without_code += sentence.codes.empty() ? 1 : 0;
      for (const std::uint32_t code : with_ancestors(sentence.codes)) ++often[code];
    }
    column_of_.assign(codebook_.codes.size(), no_column);
    for (std::uint32_t code = 0; code < often.size(); ++code) {
      if (often[code] < options_.least_examples) continue;
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
      for (const std::uint32_t code : with_ancestors(sentence.codes)) {
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

  float score(std::size_t sentence, std::uint32_t column) const {
    return std::min(rule_points_[sentence][column], model_.part.most_rule_points) +
           model_.part.words_score(unseen_[sentence][column], !leaf_column(column));
  }

  bool applies(std::size_t sentence, std::uint32_t column) const {
    const auto& labels = examples_[sentence].columns;
    return std::find(labels.begin(), labels.end(), column) != labels.end();
  }

  // Everything that is not the model of all sentences comes from those that a model had not seen.
  void judge() {
    if (options_.folds < 2) return;
    const std::vector<Scored> raw_documents = scored_documents(), raw_sentences = scored_sentences(Which::all);
    const float threshold = best_threshold(raw_documents.empty() ? raw_sentences : raw_documents);
    model_.part.offset = usual_threshold - threshold;
    model_.part.offset_above = offset_above();
    model_.f1_documents = f1_from(raw_documents, threshold);
    model_.f1_sentences = f1_from(raw_sentences, threshold);
    model_.part.alone = calibrate(scored_sentences(Which::alone));
    model_.part.in_documents = raw_documents.empty() ? model_.part.alone : calibrate(scored_sentences(Which::in_documents));
    fill_records();
  }

  // Where there are no documents to tell, a code above others is not given for its words.
  float offset_above() const {
    const std::vector<Scored> scored = scored_above();
    const float threshold = scored.empty() ? INFINITY : best_threshold(scored);
    return threshold == INFINITY ? usual_threshold - highest_score : usual_threshold - threshold;
  }

  enum class Which { all, alone, in_documents };

  // Sentence x leaf; to calibrate with, only what scores enough for anyone to ask.
  std::vector<Scored> scored_sentences(Which which) const {
    std::vector<Scored> scored;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (which != Which::all && sentences_[i].in_document != (which == Which::in_documents)) continue;
      for (std::uint32_t column = 0; column < columns(); ++column) {
        if (!leaf_column(column)) continue;
        const Scored one{score(i, column), applies(i, column)};
        if (which == Which::all || one.score >= least_score_calibrated) scored.push_back(one);
      }
    }
    return scored;
  }

  // By document and column: the best score of its sentences.
  std::vector<std::vector<Scored>> best_in_documents() const {
    std::map<std::string, std::vector<Scored>> documents;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (!sentences_[i].in_document) continue;
      auto& scored = documents[sentences_[i].group];
      scored.resize(columns(), {-INFINITY, false});
      for (std::uint32_t column = 0; column < columns(); ++column) {
        scored[column].score = std::max(scored[column].score, score(i, column));
        scored[column].right = scored[column].right || applies(i, column);
      }
    }
    std::vector<std::vector<Scored>> all;
    for (auto& [name, scored] : documents) all.push_back(std::move(scored));
    return all;
  }

  // Document x leaf.
  std::vector<Scored> scored_documents() const {
    std::vector<Scored> all;
    for (const auto& document : best_in_documents()) {
      for (std::uint32_t column = 0; column < columns(); ++column) {
        if (leaf_column(column)) all.push_back(document[column]);
      }
    }
    return all;
  }

  // Document x code above others: certain where a leaf below is given, otherwise its own score. Requires: the offset is set.
  std::vector<Scored> scored_above() const {
    std::vector<Scored> all;
    for (const auto& document : best_in_documents()) {
      for (std::uint32_t column = 0; column < columns(); ++column) {
        if (leaf_column(column)) continue;
        Scored above = document[column];
        for (std::uint32_t below = 0; below < columns(); ++below) {
          const bool given = leaf_column(below) && is_within(codebook_, labels_[below], labels_[column]) &&
                             document[below].score >= usual_threshold;
          if (given) above.score = INFINITY;
        }
        all.push_back(above);
      }
    }
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
