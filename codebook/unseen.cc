#include "codebook/unseen.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/learn/document_verdict.h"

namespace codeboom {
namespace {

constexpr float least_score_calibrated = 0;      // below it nobody asks for a chance
constexpr std::size_t least_documents = 3;       // to learn what a document says; with fewer the usual weights serve
constexpr StackingOptions stacking_in_documents{true, 0.2F};  // from two fifths on, categories are lost (codebook/README.md)
constexpr float rarity_forgiven = 0.05F;         // 0: rare labels stay as rare as they were; 1: all are equally likely

// A number that the coder gives and whether it should: the stuff of F1 and of calibration.
using Scored = Outcome;

// The score from which on saying yes gives the best F1, half-way to the next lower one; the higher of equals.
float best_threshold(std::vector<Scored> scored, float without) {
  std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
  const auto present = static_cast<double>(
      std::count_if(scored.begin(), scored.end(), [](const Scored& one) { return one.right; }));
  double right = 0, best = -1;
  float threshold = without;
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

// By collection of documents.
using ByCollection = std::map<std::string, std::vector<Scored>>;

float chance_of(ByCollection by_collection) {
  std::vector<std::vector<Scored>> collections;
  for (auto& [name, scored] : by_collection) collections.push_back(std::move(scored));
  return best_chance(collections);
}

std::vector<Scored> worth_asking(std::vector<Scored> scored) {
  std::erase_if(scored, [](const Scored& one) { return one.score < least_score_calibrated; });
  return scored;
}

class Conclusion {
 public:
  Conclusion(const Codebook& codebook, const std::vector<std::uint32_t>& labels, const std::vector<UnseenSentence>& sentences,
             LearnedModel& model)
      : codebook_(codebook), labels_(labels), sentences_(sentences), model_(model), part_(model.part), context_(context()) {
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (sentences[i].length == 0) continue;
      if (sentences[i].document.empty()) {
        alone_.push_back(i);
      } else {
        documents_[sentences[i].document].push_back(i);
      }
    }
    for (const auto& [name, document] : documents_) ++documents_in_[sentences[document.front()].collection];
    for (const auto& [name, count] : documents_in_) most_documents_ = std::max(most_documents_, count);
    scores_.resize(sentences.size());
    words_.resize(sentences.size());
  }

  void run() {
    part_.knows_documents = !documents_.empty();
    score_alone();
    part_.alone = calibrate(worth_asking(scored(judged_alone())));
    if (part_.knows_documents) {
      const bool enough = documents_.size() >= least_documents;
      part_.stacking_in_documents = stack(enough ? in_documents() : std::vector<std::size_t>(), stacking_in_documents, in_documents());
      if (enough) {
        learn_weights();
        learn_what_is_shown();
      }
      choose_chances();
      score_documents();
    }
    part_.in_documents = calibrate(worth_asking(scored(part_.knows_documents ? in_documents() : alone_)));
    std::vector<Scored> all = scored(alone_);
    const auto rest = scored(in_documents());
    all.insert(all.end(), rest.begin(), rest.end());
    model_.f1_sentences = f1_from(all, usual_threshold);
    fill_records();
  }

 private:
  DocumentContext context() const {
    std::vector<std::int32_t> parents;
    for (const Code& code : codebook_.codes) parents.push_back(code.parent);
    return context_of(labels_, parents);
  }

  std::vector<std::size_t> in_documents() const {
    std::vector<std::size_t> places;
    for (const auto& [name, of_document] : documents_) places.insert(places.end(), of_document.begin(), of_document.end());
    return places;
  }

  // Sentence x label.
  std::vector<Scored> scored(const std::vector<std::size_t>& places) const {
    std::vector<Scored> scored;
    for (const std::size_t i : places) {
      for (std::size_t column = 0; column < labels_.size(); ++column) {
        scored.push_back({scores_[i][column], sentences_[i].applies[column]});
      }
    }
    return scored;
  }

  // Where no sentence stands alone, those of documents are taken as if they did.
  std::vector<std::size_t> judged_alone() const { return alone_.empty() ? in_documents() : alone_; }

  // What else than its words speaks for the labels of a sentence, in log-odds: of one of a document, roughly; of one alone.
  static std::vector<float> roughly_otherwise(const UnseenSentence& sentence) {
    std::vector<float> log_odds;
    for (const float points : sentence.rules) log_odds.push_back(DocumentContext::rough_log_odds(0, points));
    return log_odds;
  }
  std::vector<float> otherwise(const UnseenSentence& sentence) const {
    std::vector<float> log_odds;
    for (std::size_t column = 0; column < labels_.size(); ++column) {
      log_odds.push_back(sentence.rules[column] / part_.points + part_.resemblance_worth * sentence.resembles[column]);
    }
    return log_odds;
  }

  // From sentences that have a label, or from those of documents.
  Stacking learn_stacking(const std::vector<std::size_t>& places, const StackingOptions& options,
                          std::optional<std::uint32_t> without_fold) const {
    StackingLessons lessons(options);
    for (const std::size_t i : places) {
      const UnseenSentence& sentence = sentences_[i];
      const bool applies = std::find(sentence.applies.begin(), sentence.applies.end(), true) != sentence.applies.end();
      if ((!applies && !options.may_have_none) || sentence.fold == without_fold) continue;
      lessons.add(sentence.words, sentence.document.empty() ? otherwise(sentence) : roughly_otherwise(sentence), sentence.applies);
    }
    return lessons.learn();
  }

  // Puts what all labels say of each into words_ of `judged`, each fold by what the others taught, so that no sentence is judged by
  // what was learned from it. Gives what all taught.
  Stacking stack(const std::vector<std::size_t>& places, const StackingOptions& options, const std::vector<std::size_t>& judged) {
    std::map<std::uint32_t, Stacking> of_others;  // by fold
    for (const std::size_t i : judged) of_others.try_emplace(sentences_[i].fold);
    for (auto& [fold, stacking] : of_others) stacking = learn_stacking(places, options, fold);
    for (const std::size_t i : judged) {
      words_[i] = sentences_[i].words;
      of_others.at(sentences_[i].fold).add_to(words_[i]);
    }
    return learn_stacking(places, options, std::nullopt);
  }

  void score_alone() {
    const std::vector<std::size_t> places = judged_alone();
    part_.stacking_alone = stack(alone_, {}, places);
    const std::vector<float> rare = points_for_rarity();
    for (const std::size_t i : places) {
      const std::vector<float> rest = otherwise(sentences_[i]);
      for (std::size_t column = 0; column < labels_.size(); ++column) {
        scores_[i].push_back(part_.points * (words_[i][column] + rest[column]) + rare[column]);
      }
    }
    const float offset = usual_threshold - best_threshold(scored(places), usual_threshold);
    for (const std::size_t i : places) {
      for (float& score : scores_[i]) score += offset;
    }
    for (std::size_t column = 0; column < rare.size(); ++column) part_.offsets_alone[column] = offset + rare[column];
  }

  // Points of score by column: the rarer among what was learned, the more. Sentences to learn from speak of some labels a hundred
  // times as often as of others; who asks of a loose sentence may ask of any.
  std::vector<float> points_for_rarity() const {
    std::vector<float> counts(labels_.size(), 1);
    for (const UnseenSentence& sentence : sentences_) {
      for (std::size_t column = 0; column < labels_.size(); ++column) counts[column] += sentence.applies[column] ? 1.0F : 0.0F;
    }
    const float most = *std::max_element(counts.begin(), counts.end());
    std::vector<float> points;
    for (const float count : counts) points.push_back(part_.points * rarity_forgiven * std::log(most / count));
    return points;
  }

  void read(const std::vector<std::size_t>& document) {
    context_.clear();
    for (const std::size_t i : document) {
      const UnseenSentence& sentence = sentences_[i];
      context_.add(words_[i], sentence.rules, sentence.codable, sentence.length);
    }
  }

  static bool always(std::size_t, std::size_t) { return true; }

  void learn_weights() {
    DocumentLessons lessons;
    for (const auto& [name, document] : documents_) {
      read(document);
      for (std::size_t place = 0; place < document.size(); ++place) {
        lessons.add(context_, context_.seen(place), sentences_[document[place]].applies, times(document));
      }
    }
    part_.documents = lessons.learn(part_.documents);
  }

  void learn_what_is_shown() {
    Lessons roots, labels;
    for (const auto& [name, document] : documents_) {
      read(document);
      verdict_.judge(context_, part_.documents, always);
      const std::uint32_t count = times(document);
      const std::vector<bool> shown = labels_shown(document), roots_with = roots_shown(shown);
      for (std::uint32_t root = 0; root < context_.root_count(); ++root) roots.add(verdict_.root_rows()[root], roots_with[root], count);
      for (std::size_t column = 0; column < labels_.size(); ++column) {
        if (const auto& row = verdict_.label_rows()[column]) labels.add(*row, shown[column], count);
      }
    }
    const auto take = [](const Lessons& lessons, std::span<float> weights) {
      if (const auto learned = lessons.learn()) std::copy(learned->begin(), learned->end(), weights.begin());
    };
    take(roots, part_.documents.shown.roots);
    take(labels, part_.documents.shown.labels);
  }

  std::vector<bool> labels_shown(const std::vector<std::size_t>& document) const {
    std::vector<bool> shown(labels_.size());
    for (const std::size_t i : document) {
      for (std::size_t column = 0; column < labels_.size(); ++column) shown[column] = shown[column] || sentences_[i].applies[column];
    }
    return shown;
  }

  std::vector<bool> roots_shown(const std::vector<bool>& labels) const {
    std::vector<bool> shown(context_.root_count());
    for (std::size_t column = 0; column < labels.size(); ++column) {
      if (labels[column]) shown[context_.roots()[column]] = true;
    }
    return shown;
  }

  // Collections count alike, so a document of a small one counts as several of the largest.
  std::uint32_t times(const std::vector<std::size_t>& document) const {
    const std::uint32_t count = documents_in_.at(sentences_[document.front()].collection);
    return (most_documents_ + count / 2) / count;
  }

  void choose_chances() {
    ByCollection labels, roots, sentences;
    for (const auto& [name, document] : documents_) {
      read(document);
      verdict_.judge(context_, part_.documents, always);
      const std::string& collection = sentences_[document.front()].collection;
      auto &of_labels = labels[collection], &of_roots = roots[collection], &of_sentences = sentences[collection];
      const std::vector<bool> shown = labels_shown(document), shows_root = roots_shown(shown);
      for (std::size_t column = 0; column < labels_.size(); ++column) {
        for (std::size_t place = 0; place < document.size(); ++place) {
          const bool applies = sentences_[document[place]].applies[column];
          of_sentences.push_back({1 / (1 + std::exp(-verdict_.log_odds(place)[column])), applies});
        }
        of_labels.push_back({verdict_.label_chances()[column], shown[column]});
      }
      for (std::uint32_t root = 0; root < context_.root_count(); ++root) {
        of_roots.push_back({verdict_.root_chances()[root], shows_root[root]});
      }
    }
    part_.documents.root_chance = chance_of(std::move(roots));
    part_.documents.label_chance = chance_of(std::move(labels));
    part_.documents.sentence_chance = chance_of(std::move(sentences));
  }

  void score_documents() {
    std::vector<Scored> of_documents;  // document x label: the best score of its sentences
    for (const auto& [name, document] : documents_) {
      read(document);
      verdict_.judge(context_, part_.documents, always);
      std::vector<Scored> best;
      for (const bool shown : labels_shown(document)) best.push_back({-INFINITY, shown});
      std::vector<float> margins(labels_.size());
      for (std::size_t place = 0; place < document.size(); ++place) {
        verdict_.margins(place, margins);
        std::vector<float>& scores = scores_[document[place]];
        scores.clear();
        for (std::size_t column = 0; column < labels_.size(); ++column) {
          scores.push_back(part_.score_of(margins[column]));
          best[column].score = std::max(best[column].score, scores.back());
        }
      }
      of_documents.insert(of_documents.end(), best.begin(), best.end());
    }
    model_.f1_documents = f1_from(of_documents, usual_threshold);
  }

  void fill_records() {
    for (const Code& code : codebook_.codes) model_.records[code.id] = {};
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      for (std::size_t column = 0; column < scores_[i].size(); ++column) {
        const Code& code = codebook_.codes[labels_[column]];
        CodeRecord& record = model_.records[code.id];
        const bool given = scores_[i][column] >= code.threshold, present = sentences_[i].applies[column];
        record.given += given ? 1 : 0;
        record.present += present ? 1 : 0;
        record.right += given && present ? 1 : 0;
      }
    }
  }

  const Codebook& codebook_;
  const std::vector<std::uint32_t>& labels_;
  const std::vector<UnseenSentence>& sentences_;
  LearnedModel& model_;
  LearnedPart& part_;
  DocumentContext context_;
  DocumentVerdict verdict_;
  std::vector<std::size_t> alone_;
  std::map<std::string, std::vector<std::size_t>> documents_;
  std::map<std::string, std::uint32_t> documents_in_;  // by collection
  std::uint32_t most_documents_ = 0;                   // in one
  std::vector<std::vector<float>> words_, scores_;  // by sentence and column; words_: log-odds, stacked
};

}  // namespace

void conclude(const Codebook& codebook, const std::vector<std::uint32_t>& labels, const std::vector<UnseenSentence>& sentences,
              LearnedModel& model) {
  Conclusion(codebook, labels, sentences, model).run();
}

}  // namespace codeboom
