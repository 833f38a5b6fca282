#include "reports/concordance.h"

#include "engine/match/rule_set.h"
#include "reports/concordance_formats.h"
#include "tests/match/fixture.h"

namespace codeboom {
namespace {

using match_test::valid;

constexpr const char* yaml = R"(format: codeboom-codebook/1
id: boek
title: Boek
version: "1"
language: nl
codes:
  - id: a
    name: A
    rules: [appel]
    codes:
      - {id: a.x, name: X, rules: [peer, appel & peer]}
      - {id: a.y, name: Y}
  - {id: b, name: B, rules: [kers]}
)";
constexpr const char* page_text = "Een appel. Een peer. Een appel en een peer. Een pruim.";
const Span first{{0}, {10}}, second{{11}, {20}}, third{{21}, {43}}, fourth{{44}, {54}};

Document document_of(const std::string& id, const std::string& text) {
  Document document;
  document.metadata.id = id;
  document.text = valid(Text::from_utf8(text));
  document.blocks = {{BlockKind::paragraph, 0, document.text.whole()}};
  return document;
}

Coding coded(Span span, const std::string& code) {
  Coding coding;
  coding.span = span;
  coding.code = code;
  return coding;
}

Decision decided(Span span, const std::string& code, Verdict verdict) { return {"d", span, code, verdict, "anna", ""}; }

// Counts rules in documents that all got the same codings and decisions.
Concordance count(const std::vector<SoughtRule>& rules, const std::vector<Document>& documents,
                  const std::vector<Coding>& codings, const std::vector<Decision>& decisions, ContextSize size = {}) {
  const Codebook codebook = valid(parse_codebook(yaml, "boek.yaml"));
  RuleSetSource source;
  source.labels.resize(1);
  for (const SoughtRule& rule : rules) source.rules.push_back({0, rule.rule});
  Matcher matcher = match_test::matcher_of(source);
  ConcordanceCounter counter(codebook, rules, size);
  for (const Document& document : documents) {
    const auto matches = matcher.matches(document.text, document.blocks);
    counter.add(document, matcher.tokens(), matches, peoples_view(codebook, codings, decisions));
  }
  return counter.concordance();
}

RuleCount counted(const std::string& rule, const std::string& code, const std::vector<Coding>& codings,
                  const std::vector<Decision>& decisions = {}) {
  const Codebook codebook = valid(parse_codebook(yaml, "boek.yaml"));
  const SoughtRule sought{"", rule, match_test::rule_of(rule), find_code(codebook, code)};
  return count({sought}, {document_of("d", page_text)}, codings, decisions).rules.front();
}

std::string numbers(const RuleCount& count) {
  return std::to_string(count.own_code) + " " + std::to_string(count.other_code) + " " + std::to_string(count.no_code) +
         ", " + std::to_string(count.accepted) + " " + std::to_string(count.rejected);
}

}  // namespace

TEST_CASE("the rules of a code are its own and those of the codes below it, in the order of the codebook") {
  const Codebook codebook = valid(parse_codebook(yaml, "boek.yaml"));
  const auto ids = [&](std::optional<std::uint32_t> code) {
    std::string text;
    for (const SoughtRule& rule : rules_within(codebook, code)) text += rule.id + " ";
    return text;
  };
  CHECK(ids({}) == "a#1 a.x#1 a.x#2 b#1 ");
  CHECK(ids(find_code(codebook, "a")) == "a#1 a.x#1 a.x#2 ");
  CHECK(ids(find_code(codebook, "a.x")) == "a.x#1 a.x#2 ");
  CHECK(ids(find_code(codebook, "a.y")).empty());
}

TEST_CASE("a rule is counted once per sentence, and its first hits are kept") {
  const SoughtRule rule{"", "appel|peer", match_test::rule_of("appel|peer"), {}};
  const std::vector<Document> documents = {document_of("d", page_text), document_of("e", "Niets."),
                                           document_of("f", "Een peer.")};
  const Concordance concordance = count({rule}, documents, {}, {}, {.words = 1, .hits = 2});
  const RuleCount& counts = concordance.rules.front();
  CHECK(counts.sentences == 4);
  CHECK(counts.documents == 2);
  REQUIRE(counts.hits.size() == 2);
  CHECK(counts.hits[1] == HitInContext{"d", {{15}, {19}}, "Een ", "peer", "."});
  CHECK_FALSE(has_codings(concordance));
  CHECK_FALSE(has_decisions(concordance));
}

TEST_CASE("a sentence counts for the rule's code, for another or for none, in documents that people coded") {
  struct Row {
    const char* rule;
    const char* code;
    std::vector<Coding> codings;
    const char* numbers;
  };
  const std::vector<Row> rows = {
      {"appel", "a", {}, "0 0 0, 0 0"},
      {"appel", "a", {coded(first, "a")}, "1 0 1, 0 0"},
      {"appel", "a", {coded(first, "a.y"), coded(third, "b")}, "1 1 0, 0 0"},
      {"appel", "a.x", {coded(first, "a")}, "0 1 1, 0 0"},
      {"appel", "a", {coded(first, "b"), coded(first, "a")}, "1 0 1, 0 0"},
      {"appel", "a", {coded(fourth, "b")}, "0 0 2, 0 0"},
      {"appel", "a", {coded({{0}, {54}}, "a")}, "2 0 0, 0 0"},
      {"appel", "a", {coded({{25}, {30}}, "a")}, "1 0 1, 0 0"},
      {"appel", "a", {coded(first, "elders")}, "0 0 0, 0 0"},
      {"vijg", "a", {coded(first, "a")}, "0 0 0, 0 0"},
  };
  for (const Row& row : rows) {
    INFO(row.rule << " | " << row.code << " | " << row.numbers);
    CHECK(numbers(counted(row.rule, row.code, row.codings)) == row.numbers);
  }
}

TEST_CASE("decisions count on the rule's own code in its sentences; the last one on a suggestion holds") {
  struct Row {
    std::vector<Decision> decisions;
    const char* numbers;
  };
  const std::vector<Row> rows = {
      {{decided(first, "a", Verdict::accepted)}, "1 0 1, 1 0"},
      {{decided(first, "a", Verdict::rejected)}, "0 0 0, 0 1"},
      {{decided(first, "a", Verdict::accepted), decided(first, "a", Verdict::rejected)}, "0 0 0, 0 1"},
      {{decided(first, "a", Verdict::changed)}, "0 0 0, 0 0"},
      {{decided(first, "a", Verdict::accepted), decided(third, "a", Verdict::rejected)}, "1 0 1, 1 1"},
      {{decided(first, "a.x", Verdict::accepted)}, "1 0 1, 0 0"},
      {{decided(second, "a", Verdict::rejected)}, "0 0 0, 0 0"},
      {{decided(first, "elders", Verdict::rejected)}, "0 0 0, 0 0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.numbers);
    CHECK(numbers(counted("appel", "a", {}, row.decisions)) == row.numbers);
  }
}

TEST_CASE("people's numbers stand in the counts only when there are any") {
  const Codebook codebook = valid(parse_codebook(yaml, "boek.yaml"));
  const std::vector<SoughtRule> rules = rules_within(codebook, find_code(codebook, "b"));
  const std::vector<Document> documents = {document_of("d", "Een kers.")};
  const Span all{{0}, {9}};
  CHECK(counts_to_csv(count(rules, documents, {}, {}), codebook) ==
        "rule,code,text,sentences,documents\nb#1,b,kers,1,1\n");
  CHECK(counts_to_csv(count(rules, documents, {coded(all, "a")}, {}), codebook) ==
        "rule,code,text,sentences,documents,own_code,other_code,no_code\nb#1,b,kers,1,1,0,1,0\n");
  CHECK(counts_to_csv(count(rules, documents, {}, {decided(all, "b", Verdict::rejected)}), codebook) ==
        "rule,code,text,sentences,documents,accepted,rejected\nb#1,b,kers,1,1,0,1\n");
  const Concordance both = count(rules, documents, {}, {decided(all, "b", Verdict::accepted)});
  CHECK(to_json_line(both.rules.front(), both, codebook, {}) ==
        "{\"rule\":\"b#1\",\"code\":\"b\",\"text\":\"kers\",\"sentences\":1,\"documents\":1,\"own_code\":1,\"other_code\":0,"
        "\"no_code\":0,\"accepted\":1,\"rejected\":0,\"hits\":[{\"document\":\"d\",\"start\":4,\"end\":8,\"before\":\"Een \","
        "\"match\":\"kers\",\"after\":\".\"}]}\n");
}

}  // namespace codeboom
