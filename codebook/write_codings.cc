#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <iterator>

#include "codebook/exchange.h"
#include "codebook/ranking.h"
#include "corpus/delimited.h"

namespace codeboom {
namespace {

// Under ten the shortest form that reads back to the same number, whole numbers as "4.0"; otherwise six digits.
std::string decimal(double value) {
  char buffer[32];
  const double size = std::abs(value);
  if (size != 0 && (size < 1 || size >= 10)) {
    return {buffer, std::to_chars(buffer, std::end(buffer), value, std::chars_format::general, 6).ptr};
  }
  std::string text(buffer, std::to_chars(buffer, std::end(buffer), value).ptr);
  if (text.find('.') == std::string::npos) text += ".0";
  return text;
}

bool needs_escape(char byte) { return static_cast<unsigned char>(byte) < ' ' || byte == '"' || byte == '\\'; }

// Most text needs no escape and is as it is between quotes.
void add_quoted(std::string& line, std::string_view before, std::string_view text) {
  line += before;
  if (std::any_of(text.begin(), text.end(), needs_escape)) {
    line += boost::json::serialize(boost::json::string(text));
  } else {
    line += '"';
    line += text;
    line += '"';
  }
}

void add_positions(std::string& line, const Text& text, Span span) {
  const CodePointSpan points = text.to_code_points(span);
  line += "\"start\":";
  line += std::to_string(points.begin.value);
  line += ",\"end\":";
  line += std::to_string(points.end.value);
}

// A chance or weight needs no more than four decimals.
std::string rounded(double value) { return decimal(std::round(value * 10000) / 10000); }

void add_evidence(std::string& line, const std::vector<Evidence>& all, const Text& text) {
  line += ",\"evidence\":[";
  for (const Evidence& evidence : all) {
    if (line.back() != '[') line += ',';
    line += '{';
    add_positions(line, text, evidence.span);
    add_quoted(line, ",\"rule\":", evidence.rule);
    if (evidence.weight != 0) line += ",\"weight\":" + rounded(evidence.weight);
    line += '}';
  }
  line += ']';
}

void add_flags(std::string& line, Flags flags) {
  line += ",\"flags\":[";
  for (const std::string_view flag : names_of(flags)) {
    add_quoted(line, line.back() == '[' ? "" : ",", flag);
  }
  line += ']';
}

}  // namespace

std::string to_json_line(const std::vector<RankedSuggestion>& suggestions, const Codebook& codebook, const Text& text) {
  std::string line = "{\"suggestions\":[";
  for (const RankedSuggestion& suggestion : suggestions) {
    if (line.back() != '[') line += ',';
    add_quoted(line, "{\"code\":", codebook.codes[suggestion.code].id);
    line += ",\"score\":" + rounded(suggestion.score);
    if (suggestion.chance) line += ",\"chance\":" + rounded(*suggestion.chance);
    add_quoted(line, ",\"strength\":", name_of(suggestion.strength()));
    line += suggestion.given ? ",\"given\":true" : ",\"given\":false";
    add_evidence(line, suggestion.evidence, text);
    add_flags(line, suggestion.flags);
    line += '}';
  }
  return line + "]}";
}

std::string to_json_line(const Coding& coding, const Text& text) {
  std::string line;
  add_quoted(line, "{\"document\":", coding.document);
  line += ',';
  add_positions(line, text, coding.span);
  add_quoted(line, ",\"code\":", coding.code);
  add_quoted(line, ",\"coder\":", coding.coder);
  add_quoted(line, ",\"quote\":", coding.quote);
  if (coding.score) {
    line += ",\"score\":" + rounded(*coding.score);
    if (coding.chance) line += ",\"chance\":" + rounded(*coding.chance);
    add_evidence(line, coding.evidence, text);
    add_flags(line, coding.flags);
  }
  if (!coding.codebook.empty()) add_quoted(line, ",\"versions\":{\"codebook\":", coding.codebook);
  if (!coding.program.empty()) add_quoted(line, ",\"program\":", coding.program);
  if (!coding.lexicon.empty()) add_quoted(line, ",\"lexicon\":", coding.lexicon);
  return line + (coding.codebook.empty() ? "}" : "}}");
}

std::string csv_header() { return "document,start,end,code,coder,quote,score,flags"; }

std::string to_csv_line(const Coding& coding, const Text& text) {
  const CodePointSpan points = text.to_code_points(coding.span);
  std::string flags;
  for (const std::string_view flag : names_of(coding.flags)) flags += (flags.empty() ? "" : " ") + std::string(flag);
  return csv_cell(coding.document) + ',' + std::to_string(points.begin.value) + ',' + std::to_string(points.end.value) +
         ',' + csv_cell(coding.code) + ',' + csv_cell(coding.coder) + ',' + csv_cell(coding.quote) + ',' +
         (coding.score ? decimal(*coding.score) : "") + ',' + flags;
}

}  // namespace codeboom
