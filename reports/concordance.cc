#include "reports/concordance.h"

#include <algorithm>
#include <set>

#include "codebook/compared.h"

namespace codeboom {

std::vector<SoughtRule> rules_within(const Codebook& codebook, std::optional<std::uint32_t> code) {
  std::vector<SoughtRule> rules;
  for (std::uint32_t place = 0; place < codebook.codes.size(); ++place) {
    if (code && !is_within(codebook, place, *code)) continue;
    int number = 0;
    for (const CodeRule& rule : codebook.codes[place].rules) {
      rules.push_back({codebook.codes[place].id + "#" + std::to_string(++number), rule.text, *rule.rule, place});
    }
  }
  return rules;
}

PeoplesView peoples_view(const Codebook& codebook, const std::vector<Coding>& codings,
                         const std::vector<Decision>& decisions) {
  PeoplesView view;
  for (const Coding& coding : codings) {
    if (const auto code = find_code(codebook, coding.code)) view.codings.push_back({coding.span, *code});
  }
  for (const Decision& decision : decisions) {
    const auto code = find_code(codebook, decision.code);
    if (!code) continue;
    std::erase_if(view.decisions, [&](const auto& earlier) { return earlier.span == decision.span && earlier.code == *code; });
    view.decisions.push_back({decision.span, *code, decision.verdict});
  }
  for (const auto& decided : view.decisions) {
    if (decided.verdict == Verdict::accepted) view.codings.push_back({decided.span, decided.code});
  }
  return view;
}

bool has_codings(const Concordance& concordance) {
  return std::any_of(concordance.rules.begin(), concordance.rules.end(),
                     [](const RuleCount& rule) { return rule.own_code + rule.other_code + rule.no_code > 0; });
}

bool has_decisions(const Concordance& concordance) {
  return std::any_of(concordance.rules.begin(), concordance.rules.end(),
                     [](const RuleCount& rule) { return rule.accepted + rule.rejected > 0; });
}

ConcordanceCounter::ConcordanceCounter(const Codebook& codebook, std::vector<SoughtRule> rules, ContextSize size)
    : codebook_(codebook), size_(size) {
  for (SoughtRule& rule : rules) counts_.emplace_back().rule = std::move(rule);
}

void ConcordanceCounter::add(const Document& document, const Tokens& tokens, const std::vector<Match>& matches,
                             const PeoplesView& people) {
  std::set<std::uint32_t> here;
  for (const Match& match : matches) {
    if (match.rule >= counts_.size()) continue;
    RuleCount& count = counts_[match.rule];
    ++count.sentences;
    if (here.insert(match.rule).second) ++count.documents;
    if (count.hits.size() < size_.hits) count.hits.push_back(in_context(document, tokens, match, size_.words));
    if (count.rule.code) add_people(count, tokens.sentences[match.sentence].span, people);
  }
}

void ConcordanceCounter::add_people(RuleCount& count, Span sentence, const PeoplesView& people) const {
  bool own = false, other = false;
  for (const auto& coded : people.codings) {
    if (!covers(coded.span, sentence)) continue;
    (is_within(codebook_, coded.code, *count.rule.code) ? own : other) = true;
  }
  if (!people.codings.empty()) ++(own ? count.own_code : other ? count.other_code : count.no_code);
  for (const auto& decided : people.decisions) {
    if (decided.code != *count.rule.code || !covers(decided.span, sentence)) continue;
    if (decided.verdict == Verdict::accepted) ++count.accepted;
    if (decided.verdict == Verdict::rejected) ++count.rejected;
  }
}

}  // namespace codeboom
