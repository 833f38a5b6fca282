#include "app/project_machine.h"

#include "app/commands/commands.h"
#include "app/machine_run.h"
#include "app/terminal.h"
#include "codebook/compared.h"

namespace codeboom {
namespace {

// The decisions that make a suggestion a person's coding. Those that settle a disagreement speak of codings that are there already.
std::vector<Coding> accepted(const std::vector<Decision>& decisions, const Document& document) {
  std::vector<Coding> codings;
  for (const Decision& decision : decisions) {
    if (decision.verdict != Verdict::accepted || !decision.consensus.empty() || decision.document != document.metadata.id) continue;
    Coding coding;
    coding.document = decision.document;
    coding.span = decision.span;
    coding.code = decision.code;
    coding.coder = decision.coder;
    coding.quote = document.text[decision.span];
    codings.push_back(std::move(coding));
  }
  return codings;
}

}  // namespace

Result<void> keep_in_project(Project& project, const ReadyCoder& ready) {
  if (auto added = project.add_codebook(to_record(ready.codebook)); !added) return tl::unexpected(added.error());
  if (!ready.model) return {};
  // As it was read, where it was: making the bytes again takes longer than storing them.
  const std::string made = ready.model->as_read.empty() ? model_bytes(*ready.model) : std::string();
  const auto added = project.add_model({ready.codebook.id_and_version(), ready.model->fingerprint, now_utc(), {}},
                                       made.empty() ? ready.model->as_read : made);
  return added ? Result<void>() : tl::unexpected(added.error());
}

Result<std::shared_ptr<LearnedModel>> model_of_project(const Project& project, const std::string& codebook) {
  auto stored = project.latest_model(codebook);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return std::shared_ptr<LearnedModel>();
  const auto bytes = std::make_shared<const std::string>(std::move((*stored)->bytes));
  auto model = read_model(*bytes, bytes, codebook);
  if (!model) return tl::unexpected(model.error());
  return std::make_shared<LearnedModel>(std::move(*model));
}

Result<ReadyCoder> project_coder(Project& project, const Options& options, UserLanguage language) {
  if (const auto path = options.get("codebook")) {
    auto ready = ready_coder(*path, options, Purpose::documents, language);
    if (!ready) return ready;
    if (auto kept = keep_in_project(project, *ready); !kept) return tl::unexpected(kept.error());
    return ready;
  }
  const auto record = chosen_codebook(project, options);
  if (!record) return tl::unexpected(record.error());
  auto codebook = from_record(*record);
  if (!codebook) return tl::unexpected(codebook.error());
  std::shared_ptr<LearnedModel> model;
  if (!options.has("rules-only")) {
    auto kept = model_of_project(project, codebook->id_and_version());
    if (!kept) return tl::unexpected(kept.error());
    model = std::move(*kept);
  }
  auto coder = make_machine_coder(*codebook, model);
  if (!coder) return tl::unexpected(coder.error());
  return ReadyCoder{std::move(*codebook), std::move(model), std::move(*coder)};
}

Result<std::vector<LearningSentence>> project_sentences(const Project& project, const Codebook& codebook) {
  const auto coders = project.coders();
  if (!coders) return tl::unexpected(coders.error());
  const auto decisions = project.decisions();
  if (!decisions) return tl::unexpected(decisions.error());
  std::vector<LearningSentence> sentences;
  const auto learn_from = [&](const Document& document) -> Result<void> {
    for (const Coder& coder : *coders) {
      if (coder.kind != CoderKind::person) continue;
      auto codings = project.codings(coder.name, document.metadata.id);
      if (!codings) return tl::unexpected(codings.error());
      for (Coding& coding : accepted(*decisions, document)) {
        if (coding.coder == coder.name) codings->push_back(std::move(coding));
      }
      std::erase_if(*codings, [&](const Coding& coding) { return !find_code(codebook, coding.code); });  // of another codebook
      if (codings->empty()) continue;
      const auto own = coded_sentences(document, *codings, coder.name, codebook);
      sentences.insert(sentences.end(), own.begin(), own.end());
    }
    return {};
  };
  if (auto done = project.for_each_document(learn_from); !done) return tl::unexpected(done.error());
  return sentences;
}

}  // namespace codeboom
