// Shared by the tests of suggestions: labels as a table in, suggestions as text out.
#pragma once

#include <string>
#include <vector>

#include "tests/match/fixture.h"

namespace codeboom::match_test {

struct Label {
  std::vector<const char*> rules;
  float threshold = 3;
  std::int32_t parent = -1;
  const char* requires_any = "";
  const char* suppressed_by = "";
};

inline RuleSetSource source_of_labels(const std::vector<Label>& labels) {
  RuleSetSource source;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    const Label& label = labels[i];
    LabelOptions options{
        .parent = label.parent, .threshold = label.threshold, .requires_any = {}, .suppressed_by = {}};
    if (*label.requires_any != '\0') options.requires_any = choice_of(label.requires_any);
    if (*label.suppressed_by != '\0') options.suppressed_by = choice_of(label.suppressed_by);
    source.labels.push_back(options);
    for (const char* rule : label.rules) source.rules.push_back({i, rule_of(rule)});
  }
  return source;
}

// "label:score flags [evidence]#rule ..."; " / " parts two suggestions.
inline std::string shown(const Suggestions& result, const Text& text) {
  std::string all;
  for (const Suggestion& suggestion : result.suggestions) {
    std::string score = std::to_string(suggestion.score);
    score.erase(score.find_last_not_of('0') + 1);
    if (score.back() == '.') score.pop_back();
    all += (all.empty() ? "" : " / ") + std::to_string(suggestion.label) + ":" + score;
    for (const std::string_view flag : names_of(suggestion.flags)) all += " " + std::string(flag);
    for (std::uint32_t i = suggestion.first_evidence; i < suggestion.end_evidence; ++i) {
      const RuleEvidence& evidence = result.evidence.at(i);
      all += " [" + std::string(text[evidence.span]) + "]#" + std::to_string(evidence.rule);
    }
  }
  return all;
}

inline std::string suggested_by(Matcher& matcher, const Page& page) {
  Suggestions result;
  matcher.suggest(page.text, page.blocks, result);
  return shown(result, page.text);
}

inline std::string suggested(const std::vector<Label>& labels, const Page& page) {
  Matcher matcher = matcher_of(source_of_labels(labels));
  return suggested_by(matcher, page);
}

inline std::string suggested(const std::vector<Label>& labels, const char* text) {
  return suggested(labels, paragraph(text));
}

}  // namespace codeboom::match_test
