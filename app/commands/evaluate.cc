#include "app/commands/commands.h"
#include "app/evaluation.h"
#include "app/terminal.h"
#include "corpus/text_file.h"
#include "message_keys/app.h"
#include "message_keys/reports.h"
#include "reports/evaluation_formats.h"

namespace codeboom {
namespace {

constexpr std::string_view formats[] = {"text", "json"};

Result<EvaluationOptions> evaluation_options(const Options& options) {
  EvaluationOptions result;
  const auto folds = number(options, "cross-validate", 2, 20);
  const auto seed = number(options, "seed", 0, 1'000'000'000);
  const auto replicates = number(options, "bootstrap", 0, 100'000);
  for (const auto* read : {&folds, &seed, &replicates}) {
    if (!*read) return tl::unexpected(read->error());
  }
  result.folds = static_cast<std::uint32_t>(folds->value_or(0));
  result.bootstrap.seed = static_cast<std::uint64_t>(seed->value_or(1));
  result.bootstrap.replicates = static_cast<std::uint32_t>(replicates->value_or(1000));
  result.explain = options.has("explain");
  return result;
}

void print_tables(const ReadyCoder& ready, const PhraseEvaluation& evaluation, UserLanguage language) {
  const std::size_t width = output_width();
  print(in_words({msg::evaluate_phrases_headline,
                  {{"codebook", ready.codebook.id_and_version()},
                   {"phrases", static_cast<std::int64_t>(evaluation.phrases)},
                   {"off_topic", static_cast<std::int64_t>(evaluation.off_topic)},
                   {"abstained", static_cast<std::int64_t>(evaluation.off_topic_abstained)}}},
                 language) +
        "\n\n" + to_text(level_table(evaluation, language), width) + "\n" +
        to_text(reliability_table(evaluation.by_score, msg::evaluate_score_from_to, language), width) + "\n" +
        to_text(reliability_table(evaluation.by_chance, msg::evaluate_chance_from_to, language), width) + "\n" +
        to_text(code_table(ready.codebook, evaluation, language), width));
}

void print_tables(const ReadyCoder& ready, const DocumentEvaluation& evaluation, UserLanguage language) {
  const std::size_t width = output_width();
  print(in_words({msg::evaluate_documents_headline,
                  {{"first", evaluation.first},
                   {"second", evaluation.second},
                   {"documents", static_cast<std::int64_t>(evaluation.documents)},
                   {"codebook", ready.codebook.id_and_version()}}},
                 language) +
        "\n\n" + to_text(level_table(evaluation, language), width) + "\n" + to_text(segment_table(evaluation, language), width) +
        "\n" + to_text(code_table(ready.codebook, evaluation, language), width) + "\n");
}

std::string json_end(const ReadyCoder& ready, const EvaluationOptions& how, const std::vector<ExplainedDifference>& differences) {
  std::string text = ",\"codebook\":\"" + ready.codebook.id_and_version() + "\",\"learned_from\":" +
                     std::to_string(ready.model ? ready.model->sentences : 0) + ",\"cross_validate\":" + std::to_string(how.folds) +
                     ",\"seed\":" + std::to_string(how.bootstrap.seed) +
                     ",\"bootstrap\":" + std::to_string(how.bootstrap.replicates);
  if (how.explain) text += ",\n\"differences\":" + to_json(differences);
  return text + "}\n";
}

// What people said, as the options name it. Read before the machine coder is made ready, which may take the minutes of learning a
// model: a wrong name is told at once.
struct Named {
  std::string gold_path, gold;
  std::vector<std::pair<std::string, std::vector<ExchangedCoding>>> codings;  // by file
  std::string folder;
  std::optional<DocumentSource> documents;  // of the codings
};

Result<Named> read_named(const Options& options) {
  Named named;
  if (options.has("gold")) {
    named.gold_path = *options.get("gold");
    auto utf8 = read_text_file(named.gold_path);
    if (!utf8) return tl::unexpected(utf8.error());
    named.gold = std::move(*utf8);
    return named;
  }
  const auto folder = required(options, "documents");
  if (!folder) return tl::unexpected(folder.error());
  named.folder = *folder;
  for (const std::string& path : options.all("codings")) {
    const auto utf8 = read_text_file(path);
    if (!utf8) return tl::unexpected(utf8.error());
    auto codings = read_codings(*utf8, path);
    if (!codings) return tl::unexpected(codings.error());
    named.codings.emplace_back(path, std::move(*codings));
  }
  auto source = DocumentSource::open({named.folder}, options);
  if (!source) return tl::unexpected(source.error());
  named.documents = std::move(*source);
  return named;
}

Result<ExitStatus> evaluate_phrases_command(const Named& named, const ReadyCoder& ready, const std::string& codebook_path,
                                            const EvaluationOptions& how, std::string_view format, UserLanguage language) {
  const auto gold = read_gold(named.gold, named.gold_path, ready.codebook);
  if (!gold) return tl::unexpected(gold.error());
  if (gold->empty()) return fail(ErrorKind::bad_input, msg::evaluate_nothing, {{"file", named.gold_path}});
  const auto result = evaluate_gold(ready, codebook_path, *gold, how, language);
  if (!result) return tl::unexpected(result.error());
  if (format == "json") {
    std::string json = to_json(ready.codebook, result->evaluation);
    json.pop_back();
    print(json + json_end(ready, how, result->differences));
  } else {
    print_tables(ready, result->evaluation, language);
    if (how.explain) print("\n" + to_text(result->differences, language));
  }
  return ExitStatus::success;
}

Result<PeoplesCodings> put_together(const Named& named, const Codebook& codebook, UserLanguage language) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < named.documents->count(); ++i) {
    auto document = named.documents->read(i);
    if (!document) {
      note(document.error().message, language);
      continue;
    }
    documents.push_back(std::move(*document));
  }
  auto people = put_in_documents(named.codings, std::move(documents), codebook);
  if (!people) return people;
  if (people->coders.empty() || people->documents.empty()) {
    return fail(ErrorKind::bad_input, msg::evaluate_nothing, {{"file", named.codings.front().first}});
  }
  if (people->elsewhere > 0) {
    note({msg::evaluate_elsewhere, {{"codings", static_cast<std::int64_t>(people->elsewhere)}, {"folder", named.folder}}}, language);
  }
  return people;
}

Result<ExitStatus> evaluate_codings_command(const Named& named, const ReadyCoder& ready, const std::string& codebook_path,
                                            const EvaluationOptions& how, std::string_view format, UserLanguage language) {
  const auto people = put_together(named, ready.codebook, language);
  if (!people) return tl::unexpected(people.error());
  const auto result = evaluate_codings(ready, codebook_path, *people, how, language);
  if (!result) return tl::unexpected(result.error());
  if (format == "json") {
    std::string json = "{\"comparisons\":[";
    for (std::size_t i = 0; i < result->comparisons.size(); ++i) {
      json += (i == 0 ? "\n" : ",\n") + to_json(ready.codebook, result->comparisons[i]);
    }
    print(json + "]" + json_end(ready, how, result->differences));
  } else {
    for (const DocumentEvaluation& comparison : result->comparisons) print_tables(ready, comparison, language);
    if (how.explain) print(to_text(result->differences, language));
  }
  return ExitStatus::success;
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto path = required(options, "codebook");
  if (!path) return tl::unexpected(path.error());
  const auto format = one_of(options, "format", formats);
  if (!format) return tl::unexpected(format.error());
  const auto how = evaluation_options(options);
  if (!how) return tl::unexpected(how.error());
  if (options.has("gold") == options.has("codings")) return fail(ErrorKind::usage, msg::evaluate_gold_or_codings);
  const auto named = read_named(options);
  if (!named) return tl::unexpected(named.error());
  const auto ready = ready_coder(*path, options, Purpose::ranking, context.language);
  if (!ready) return tl::unexpected(ready.error());
  const auto evaluate = options.has("gold") ? evaluate_phrases_command : evaluate_codings_command;
  return evaluate(*named, *ready, *path, *how, *format, context.language);
}

}  // namespace

Command evaluate_command() {
  return {"evaluate", "", msg::command_evaluate,
          with_machine_options({{"codebook", "BESTAND", msg::option_codebook},
                                {"gold", "BESTAND", msg::option_gold},
                                {"codings", "BESTAND", msg::option_codings},
                                {"documents", "MAP", msg::option_documents},
                                {"cross-validate", "N", msg::option_cross_validate},
                                {"explain", "", msg::option_explain},
                                {"seed", "N", msg::option_seed},
                                {"bootstrap", "N", msg::option_bootstrap},
                                {"format", "text|json", msg::option_format}}),
          "codeboom evaluate --codebook codebook/boeken/hva-succeselementen.yaml --codings corpus/voorbeelden/coder-a.jsonl --documents corpus/voorbeelden",
          0, 0, run};
}

}  // namespace codeboom
