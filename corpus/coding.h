// Records of coding work as the project file keeps them. What a code means only codebook/ knows; here it is its id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace codeboom {

enum class CoderKind {
  person,
  machine,
  consensus  // what people agreed on: compared with others only when named
};
std::string_view name_of(CoderKind kind);  // as the enumerators are called
std::optional<CoderKind> coder_kind_named(std::string_view name);

struct Coder {
  std::string name;  // unique in a project; the machine coder is "machine"
  CoderKind kind = CoderKind::person;
  friend bool operator==(const Coder&, const Coder&) = default;
};

// Why the machine coder suggests a code: this rule matched these words.
struct Evidence {
  Span span;
  std::string rule;  // id of the rule: the code's id, '#', its number from 1; "words" for what was learned of these words,
                     // "context" for what the rest of the document says
  double weight = 0;  // what it adds to the score; of a rule its strength
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// What a researcher should look at before accepting: what is said of the evidence, and how the code came of it.
enum class Flag : std::uint16_t {
  negation = 1,
  question = 2,
  back_off = 4,  // given on evidence of codes below it
  goal = 8,      // it is aimed at
  wish = 16,     // it may come
  problem = 32,  // it fails, lacks or is hard
};
using Flags = std::uint16_t;  // set of Flag
constexpr bool has(Flags flags, Flag flag) { return (flags & static_cast<Flags>(flag)) != 0; }
std::vector<std::string_view> names_of(Flags flags);  // as the enumerators are called, in their order
std::optional<Flag> flag_named(std::string_view name);

// One coder applied one code to one segment. A coding by the machine is a suggestion until a person accepts it.
struct Coding {
  std::string document;  // Metadata::id
  Span span;
  std::string code;
  std::string coder;
  std::string quote;  // exactly text[span]
  std::optional<double> score;     // machine only: sum of the evidence
  std::optional<double> chance;    // machine only, 0-1: how often suggestions with such a score were right
  std::vector<Evidence> evidence;  // machine only
  Flags flags = 0;
  std::string codebook;  // "id version" it was made under; empty when the coder did not say
  std::string program, lexicon;  // machine only: their versions
  friend bool operator==(const Coding&, const Coding&) = default;
};

// One document's suggestions of one machine run, in numbers: label = the code's place in the tree (depth first, from 0),
// rule = its place among all rules of the codebook version (same order, from 0). A long run makes millions of these.
struct Suggestion {
  Span span;
  std::uint32_t label = 0;
  float score = 0;
  float chance = 0;  // that it is right, above 0 and under 1; 0: not known
  Flags flags = 0;
  std::uint32_t first_evidence = 0, end_evidence = 0;  // half-open, into Suggestions::evidence
  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};
// In place of a rule: what was learned of these words; what the rest of the document says of the sentence; how much it resembles
// the codebook's own words.
inline constexpr std::uint32_t words_evidence = 0xFFFFFFFF, context_evidence = 0xFFFFFFFE, codebook_evidence = 0xFFFFFFFD;
struct RuleEvidence {
  Span span;
  std::uint32_t rule = 0;  // or one of these
  float weight = 0;        // what it adds to the score
  friend bool operator==(const RuleEvidence&, const RuleEvidence&) = default;
};
struct Suggestions {
  std::vector<Suggestion> suggestions;  // by span, then best score first, then label
  std::vector<RuleEvidence> evidence;
  void clear() { suggestions.clear(), evidence.clear(); }
  friend bool operator==(const Suggestions&, const Suggestions&) = default;
};

// The bytes that the project file keeps per document and run (format: FORMAT.md, "Packed suggestions").
std::string pack(const Suggestions& suggestions);
// Errors: bad_input when the bytes are not what pack() writes.
Result<Suggestions> unpack(std::string_view bytes);

enum class Verdict { accepted, rejected, changed };
std::string_view name_of(Verdict verdict);
std::optional<Verdict> verdict_named(std::string_view name);

// What a person decided on a suggestion or on a coding of a disagreement.
struct Decision {
  std::string document;
  Span span;
  std::string code;
  Verdict verdict = Verdict::accepted;
  std::string coder;   // who decided
  std::string reason;
  std::string consensus = {};  // the consensus coder for whom it was decided; empty: it is on a suggestion
  friend bool operator==(const Decision&, const Decision&) = default;
};

struct Memo {
  std::string coder;
  std::string document, code;  // what it is about; either may be empty
  std::optional<Span> span;    // when it is about a segment of the document
  std::string text;
  friend bool operator==(const Memo&, const Memo&) = default;
};

// One act on the project, kept for ever.
struct Event {
  std::string at;      // UTC, ISO 8601, given by the program, not by the library
  std::string who;     // the coder
  std::string what;    // "add documents", "import codings", "machine run", "undo"
  std::string before;  // JSON, empty when nothing
  std::string after;   // JSON
  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace codeboom
