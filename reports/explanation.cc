#include "reports/explanation.h"

#include <boost/json.hpp>

#include "corpus/joined.h"
#include "message_keys/reports.h"
#include "reports/json_text.h"

namespace codeboom {
namespace {

std::string signed_weight(double weight) {
  char text[32];
  std::snprintf(text, sizeof text, "%+.1f", weight);
  return text;
}

std::string list(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ",") + quoted(part);
  return "[" + text + "]";
}

}  // namespace

std::vector<std::string> in_words(const std::vector<Evidence>& evidence, const Text& text) {
  std::vector<std::string> lines;
  for (const Evidence& one : evidence) {
    lines.push_back(one.rule + ": " + std::string(text[one.span]) + " " + signed_weight(one.weight));
  }
  return lines;
}

std::string to_text(const std::vector<ExplainedDifference>& differences, UserLanguage language) {
  std::string text;
  for (const ExplainedDifference& one : differences) {
    const MessageKey kind = one.kind == ExplainedDifference::Kind::missed ? msg::explain_missed : msg::explain_false_alarm;
    text += in_words(Message{kind, {{"where", one.where}, {"code", one.code}, {"score", one.score}}}, language) + "\n    " +
            one.text + "\n";
    if (!one.evidence.empty()) text += "    " + joined(one.evidence, "; ") + "\n";
    if (!one.unknown_words.empty()) {
      text += "    " + in_words(Message{msg::explain_unknown, {{"words", joined(one.unknown_words, ", ")}}}, language) + "\n";
    }
  }
  return text;
}

std::string to_json(const std::vector<ExplainedDifference>& differences) {
  std::string text = "[";
  const char* separator = "\n";
  for (const ExplainedDifference& one : differences) {
    text += separator + ("{\"kind\":" + quoted(one.kind == ExplainedDifference::Kind::missed ? "missed" : "false_alarm")) +
            ",\"where\":" + quoted(one.where) + ",\"code\":" + quoted(one.code) + ",\"text\":" + quoted(one.text) +
            ",\"score\":" + boost::json::serialize(boost::json::value(one.score)) + ",\"evidence\":" + list(one.evidence) +
            ",\"unknown_words\":" + list(one.unknown_words) + "}";
    separator = ",\n";
  }
  return text + "]";
}

}  // namespace codeboom
