// Where rules hold in the documents, counted and in context, and what people said of those places.
//
// Unit    the sentence: a rule counts once in it, however often it holds there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "codebook/codebook.h"
#include "reports/hits_in_context.h"

namespace codeboom {

// A rule of a codebook, or one that a user typed.
struct SoughtRule {
  std::string id;    // "taal.toon#3"; empty: typed
  std::string text;  // as written
  Rule rule;
  std::optional<std::uint32_t> code;  // what it is a rule of: a place in the codebook; typed without one: nothing
};

// The rules of a code and of those below it, in the order of the codebook; without a code all of them.
std::vector<SoughtRule> rules_within(const Codebook& codebook, std::optional<std::uint32_t> code);

// What people said of one document.
struct PeoplesView {
  struct Coded {
    Span span;
    std::uint32_t code = 0;
    friend bool operator==(const Coded&, const Coded&) = default;
  };
  struct Decided {
    Span span;
    std::uint32_t code = 0;
    Verdict verdict = Verdict::accepted;
    friend bool operator==(const Decided&, const Decided&) = default;
  };
  std::vector<Coded> codings;      // people's own, and the suggestions they accepted
  std::vector<Decided> decisions;  // the last one on each suggestion
};

// Of one document's codings and decisions, in the order made. What names a code that the codebook lacks is left out.
PeoplesView peoples_view(const Codebook& codebook, const std::vector<Coding>& codings, const std::vector<Decision>& decisions);

struct RuleCount {
  SoughtRule rule;
  std::uint64_t sentences = 0, documents = 0;
  // Of these sentences, in documents that a person coded: with the rule's code or one below it; only with others; with nothing.
  std::uint64_t own_code = 0, other_code = 0, no_code = 0;
  // Of the suggestions of the rule's code in these sentences, for which it is evidence.
  std::uint64_t accepted = 0, rejected = 0;
  std::vector<HitInContext> hits;  // the first so many, in the order of the documents
};

struct Concordance {
  std::vector<RuleCount> rules;  // in the order given
};
bool has_codings(const Concordance& concordance);    // of any of its sentences
bool has_decisions(const Concordance& concordance);

struct ContextSize {
  std::size_t words = 12;  // on each side
  std::size_t hits = 5;    // kept of each rule
};

class ConcordanceCounter {
 public:
  // The codebook must outlive the counter.
  ConcordanceCounter(const Codebook& codebook, std::vector<SoughtRule> rules, ContextSize size);

  // One document after the other. `matches` name rules by their place; those of further rules are passed over.
  void add(const Document& document, const Tokens& tokens, const std::vector<Match>& matches, const PeoplesView& people);

  Concordance concordance() const { return {counts_}; }

 private:
  void add_people(RuleCount& count, Span sentence, const PeoplesView& people) const;

  const Codebook& codebook_;
  ContextSize size_;
  std::vector<RuleCount> counts_;
};

}  // namespace codeboom
