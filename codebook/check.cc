#include "codebook/check.h"

#include <set>

#include "codebook/machine.h"
#include "message_keys/codebook.h"

namespace codeboom {
namespace {

struct Outcome {
  bool given = false;
  float score = 0;
  std::vector<std::string> rules;
};

class Checker {
 public:
  Checker(const Codebook& codebook, RuleSet rules)
      : codebook_(codebook), ids_(rule_ids(codebook)), matcher_(std::move(rules)) {
    for (std::uint32_t place = 0; place < codebook.codes.size(); ++place) {
      for (std::size_t i = 0; i < codebook.codes[place].rules.size(); ++i) label_of_rule_.push_back(place);
    }
  }

  CodebookCheck run() {
    for (std::uint32_t place = 0; place < codebook_.codes.size(); ++place) {
      const Code& code = codebook_.codes[place];
      if (!has_rules(place)) {
        check_.not_run += static_cast<std::uint32_t>(code.positive.size() + code.negative.size());
        continue;
      }
      for (const std::string& example : code.positive) expect(place, example, ExampleFault::Kind::missed);
      for (const std::string& example : code.negative) expect(place, example, ExampleFault::Kind::false_alarm);
    }
    return std::move(check_);
  }

 private:
  bool has_rules(std::uint32_t place) const {
    for (const std::uint32_t label : label_of_rule_) {
      if (is_within(codebook_, label, place)) return true;
    }
    return false;
  }

  void expect(std::uint32_t place, const std::string& example, ExampleFault::Kind kind) {
    ++check_.examples;
    const Outcome outcome = run_example(place, example);
    if (outcome.given == (kind == ExampleFault::Kind::missed)) return;
    check_.faults.push_back({kind, place, example, outcome.score, outcome.rules});
  }

  Outcome run_example(std::uint32_t place, const std::string& example) {
    Outcome outcome;
    const auto text = Text::from_utf8(example);
    if (!text) return outcome;  // cannot be: the codebook file was valid UTF-8
    const std::vector<Block> blocks{{BlockKind::paragraph, 0, text->whole()}};
    Suggestions suggestions;
    matcher_.suggest(*text, blocks, suggestions);
    for (const Suggestion& suggestion : suggestions.suggestions) {
      if (is_within(codebook_, suggestion.label, place)) outcome.given = true;
    }
    std::set<std::uint32_t> fired;
    for (const Match& match : matcher_.matches(*text, blocks)) {
      if (is_within(codebook_, label_of_rule_[match.rule], place)) fired.insert(match.rule);
    }
    for (const std::uint32_t rule : fired) {
      outcome.score += strength_of(rule);
      outcome.rules.push_back(ids_[rule]);
    }
    return outcome;
  }

  float strength_of(std::uint32_t rule) const {
    const std::uint32_t label = label_of_rule_[rule];
    std::uint32_t first = rule;
    while (first > 0 && label_of_rule_[first - 1] == label) --first;
    return static_cast<float>(codebook_.codes[label].rules[rule - first].rule->strength);
  }

  const Codebook& codebook_;
  std::vector<std::string> ids_;
  Matcher matcher_;
  std::vector<std::uint32_t> label_of_rule_;
  CodebookCheck check_;
};

void note_sets(const Choice& choice, std::set<std::string>& used) {
  for (const Atom& atom : choice) {
    if (atom.kind == Atom::Kind::set) used.insert(atom.set);
    for (const Sequence& phrase : atom.phrase) {
      for (const Step& step : phrase.steps) note_sets(step.choice, used);
    }
  }
}

void note_sets(const Code& code, std::set<std::string>& used) {
  if (code.requires_any) note_sets(*code.requires_any, used);
  if (code.suppressed_by) note_sets(*code.suppressed_by, used);
  for (const CodeRule& rule : code.rules) {
    for (const Sequence& operand : rule.rule->operands) {
      for (const Step& step : operand.steps) note_sets(step.choice, used);
    }
    for (const Exclusion& exclusion : rule.rule->exclusions) note_sets(exclusion.choice, used);
  }
}

void warn_about_sets(const Codebook& codebook, std::vector<Message>& warnings) {
  std::set<std::string> used;
  for (const Choice& choice : codebook.skip_sections) note_sets(choice, used);
  for (const Code& code : codebook.codes) note_sets(code, used);
  for (std::size_t before = 0; before != used.size();) {  // a set in a set that is used is used
    before = used.size();
    for (const auto& [name, members] : codebook.sets) {
      if (!used.contains(name)) continue;
      for (const Choice& member : members) note_sets(member, used);
    }
  }
  for (const auto& [name, members] : codebook.sets) {
    if (!used.contains(name) && name != "ontkenning") warnings.push_back({msg::codebook_unused_set, {{"set", name}}});
  }
}

void warn_about_code(const Code& code, std::vector<Message>& warnings) {
  if (code.definition.empty()) warnings.push_back({msg::codebook_no_definition, {{"code", code.id}}});
  if (code.positive.size() < 2 || code.negative.empty()) {
    warnings.push_back({msg::codebook_no_examples,
                        {{"code", code.id},
                         {"positive", static_cast<std::int64_t>(code.positive.size())},
                         {"negative", static_cast<std::int64_t>(code.negative.size())}}});
  }
  std::set<std::string> seen;
  float evidence = 0;
  for (const CodeRule& rule : code.rules) {
    evidence += static_cast<float>(rule.rule->strength);
    if (seen.insert(print_rule(*rule.rule)).second) continue;
    warnings.push_back(
        {msg::codebook_double_rule, {{"code", code.id}, {"rule", rule.text}, {"line", std::int64_t{rule.line}}}});
  }
  if (!code.rules.empty() && evidence < code.threshold) {
    warnings.push_back(
        {msg::codebook_rule_without_threshold, {{"code", code.id}, {"threshold", static_cast<double>(code.threshold)}}});
  }
}

}  // namespace

Result<CodebookCheck> check_codebook(const Codebook& codebook) {
  auto rules = compile_rules(codebook);
  if (!rules) return tl::unexpected(rules.error());
  CodebookCheck check = Checker(codebook, std::move(*rules)).run();
  for (const Code& code : codebook.codes) warn_about_code(code, check.warnings);
  warn_about_sets(codebook, check.warnings);
  return check;
}

}  // namespace codeboom
