#include "codebook/machine.h"

#include "message_keys/codebook.h"

namespace codeboom {

Result<RuleSet> compile_rules(const Codebook& codebook) {
  RuleSetSource source;
  source.sets = codebook.sets;
  source.skip_sections = codebook.skip_sections;
  for (std::uint32_t place = 0; place < codebook.codes.size(); ++place) {
    const Code& code = codebook.codes[place];
    source.labels.push_back({code.parent, code.threshold, code.requires_any, code.suppressed_by});
    for (const CodeRule& rule : code.rules) source.rules.push_back({place, rule.rule});
  }
  return RuleSet::compile(source);
}

Result<MachineCoder> make_machine_coder(const Codebook& codebook, std::shared_ptr<LearnedModel> model) {
  auto rules = compile_rules(codebook);
  if (!rules) return tl::unexpected(rules.error());
  return make_machine_coder(codebook, std::move(*rules), std::move(model));
}

Result<MachineCoder> make_machine_coder(const Codebook& codebook, RuleSet rules, std::shared_ptr<LearnedModel> model) {
  if (!model) return MachineCoder{std::move(rules), nullptr};
  model->part.labels.clear();
  for (const std::string& id : model->codes) {
    const auto code = find_code(codebook, id);
    if (!code) {
      return fail(ErrorKind::bad_input, msg::learning_other_codebook,
                  {{"code", id}, {"codebook", codebook.id_and_version()}, {"model", model->codebook}});
    }
    model->part.labels.push_back(*code);
  }
  const LearnedPart* const part = &model->part;
  return MachineCoder{std::move(rules), std::shared_ptr<const LearnedPart>(std::move(model), part)};
}

Evidence named(const RuleEvidence& evidence, const std::vector<std::string>& rules) {
  const auto name = evidence.rule == words_evidence     ? std::string(words_rule)
                    : evidence.rule == context_evidence ? std::string(context_rule)
                    : evidence.rule == codebook_evidence ? std::string(codebook_rule)
                                                        : rules[evidence.rule];
  return {evidence.span, name, static_cast<double>(evidence.weight)};
}

std::vector<Coding> to_codings(const Suggestions& suggestions, const CodebookVersion& codebook, const MachineRun& run,
                               const Document& document) {
  std::vector<Coding> codings;
  codings.reserve(suggestions.suggestions.size());
  for (const Suggestion& suggestion : suggestions.suggestions) {
    Coding coding;
    coding.document = document.metadata.id;
    coding.span = suggestion.span;
    coding.code = codebook.codes[suggestion.label].id;
    coding.coder = machine_coder;
    coding.quote = document.text[suggestion.span];
    coding.score = suggestion.score;
    if (suggestion.chance > 0) coding.chance = suggestion.chance;
    coding.flags = suggestion.flags;
    coding.codebook = run.codebook;
    coding.program = run.program;
    coding.lexicon = run.lexicon;
    for (std::uint32_t i = suggestion.first_evidence; i < suggestion.end_evidence; ++i) {
      coding.evidence.push_back(named(suggestions.evidence[i], codebook.rules));
    }
    codings.push_back(std::move(coding));
  }
  return codings;
}

}  // namespace codeboom
