#include "codebook/machine.h"

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
    coding.flags = suggestion.flags;
    coding.codebook = run.codebook;
    coding.program = run.program;
    coding.lexicon = run.lexicon;
    for (std::uint32_t i = suggestion.first_evidence; i < suggestion.end_evidence; ++i) {
      const RuleEvidence& evidence = suggestions.evidence[i];
      coding.evidence.push_back({evidence.span, codebook.rules[evidence.rule]});
    }
    codings.push_back(std::move(coding));
  }
  return codings;
}

}  // namespace codeboom
