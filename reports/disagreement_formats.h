// Disagreements as people read them in a terminal, as the sheet that they decide on, for programs, and as a page to print for the
// consensus meeting.
//
// Unit    places in code points, the end exclusive. Effects: JSON and CSV as fractions with a point, for people with three decimals.
#pragma once

#include <string>

#include "reports/disagreement_report.h"

namespace codeboom {

// Ends in a line end, as the others do.
std::string to_text(const DisagreementReport& report, const Codebook& codebook, std::size_t width, UserLanguage language);
// codebook/sheet.h
std::string to_csv(const DisagreementReport& report, const Codebook& codebook);
std::string to_json(const DisagreementReport& report, const Codebook& codebook, UserLanguage language);
// `command` is the command line that made it.
std::string to_html(const DisagreementReport& report, const Codebook& codebook, const std::string& command, UserLanguage language);

// Shared by the formats, and by settling in the terminal -------------------------------------------------------

Message name_for_people(DisagreementKind kind);
// "taal.toon – Toon", or "no code"
std::string code_in_words(std::optional<std::uint32_t> code, const Codebook& codebook, UserLanguage language);
// Who gave which code, with the sentences around it and between brackets what was coded.
std::string sides_in_text(const Disagreement& disagreement, const LinedUp& work, const Codebook& codebook, std::size_t width,
                          UserLanguage language);
// What was compared, sentence by sentence.
std::vector<Message> about(const DisagreementReport& report, const Codebook& codebook);

// A piece of a context: coded by a side, or not.
struct ContextPiece {
  std::string text;
  bool coded = false;
  friend bool operator==(const ContextPiece&, const ContextPiece&) = default;
};
std::vector<ContextPiece> context_with(const Side& side, Span context, const Text& text);

}  // namespace codeboom
