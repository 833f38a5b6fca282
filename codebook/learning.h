// Coded sentences to learn from, and what was learned from them: the model, how well it did on sentences it had not seen,
// and where it came from.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codebook/codebook.h"
#include "engine/learn/learned_part.h"

namespace codeboom {

struct LearningSentence {
  std::vector<std::uint32_t> codes;  // places in Codebook::codes; empty: no code applies
  std::string text;
  std::string group;     // sentences of one group (a document, a writer) are never split in cross-validation
  std::string document;  // as one coder coded it: its sentences stand in order and are each other's context; empty: stands alone
  std::string collection;  // documents that were coded together: no collection weighs more for being larger
  bool is_of_codebook = false;  // the codebook says so itself
};

// Tab separated, a line a sentence: codes (comma separated, or "-"), text, and where it is part of one the document's id. Lines
// that begin with # are remarks. Sentences without a document belong to the group `source`.
// Errors: bad_input with file and line: too few columns, a code that the codebook lacks.
Result<std::vector<LearningSentence>> read_learning_sentences(std::string_view utf8, const std::string& source,
                                                              const Codebook& codebook);

// What the codebook itself holds: names, definitions and what is included, and the positive examples.
std::vector<LearningSentence> own_sentences(const Codebook& codebook);

// All there is to learn from: what the codebook holds and what its `learn_from` names, in files beside `path`. With the
// fingerprint of it all; the same fingerprint means the same model.
// Errors: those of reading a file and of read_learning_sentences.
struct LearningMaterial {
  std::vector<LearningSentence> sentences;
  std::string fingerprint;
};
Result<LearningMaterial> learning_material(const Codebook& codebook, const std::string& path);
// Without reading the sentences: to see whether a model still fits.
Result<std::string> learning_fingerprint(const Codebook& codebook, const std::string& path);

// How the coder (rules and learned part) did on a code in cross-validation, sentence by sentence.
struct CodeRecord {
  std::uint32_t present = 0, given = 0, right = 0;
  friend bool operator==(const CodeRecord&, const CodeRecord&) = default;
};

struct LearnedModel {
  // Where it came from.
  std::string codebook;     // "id version"
  std::string fingerprint;  // of the codebook, the sentences and the lexicon: same fingerprint, same model
  std::string lexicon;
  std::uint32_t sentences = 0, without_code = 0, groups = 0, folds = 0;
  // What it is.
  LearnedPart part;                // labels are not kept: they follow from `codes`
  std::vector<std::string> codes;  // by column
  // What it is worth: on sentences of groups that a model like it had not seen.
  double f1_documents = 0;  // document x code; 0 when there were no documents
  double f1_sentences = 0;
  std::map<std::string, CodeRecord> records;  // by code id; also codes without a column
  // The bytes that it was read from, and what keeps them; empty when it was learned here.
  std::string_view as_read;
  std::shared_ptr<const void> keeps_read;
};

struct LearningOptions {
  std::uint32_t folds = 3;  // of cross-validation, for thresholds and calibration: enough for that, and two thirds of the time of 5
  std::uint32_t least_examples = 5;   // of a code, to learn it
  std::uint32_t least_sentences = 100;  // with a code, to learn at all
};

// Trains, cross-validates and calibrates. Deterministic. `progress` is told how many of how many trainings are done.
// Errors: bad_input when there is too little to learn from: what there is and what it takes; those of compile_rules.
Result<LearnedModel> learn(const Codebook& codebook, const std::vector<LearningSentence>& sentences,
                           const LearningOptions& options, const std::function<void(std::uint32_t, std::uint32_t)>& progress);

// May a number that the machine makes for this code be trusted? Not when cross-validation saw it fewer than ten times, or when
// its F1 there was under one half; not known without a record.
std::optional<bool> is_trusted(const LearnedModel& model, const std::string& code);
std::optional<double> f1_of(const CodeRecord& record);

// The bytes of a model file, and back. `owner` keeps the bytes where they are: the model's numbers are used there and not copied.
// Errors: bad_input when the bytes are no model, are damaged, or of another version.
std::string model_bytes(const LearnedModel& model);
Result<LearnedModel> read_model(std::string_view bytes, std::shared_ptr<const void> owner, const std::string& source);

}  // namespace codeboom
