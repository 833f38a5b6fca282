#include "reports/disagreement_formats.h"

#include <algorithm>

#include "codebook/sheet.h"
#include "corpus/joined.h"
#include "message_keys/settle.h"
#include "reports/coefficient_formats.h"
#include "reports/json_text.h"
#include "reports/table.h"

namespace codeboom {
namespace {

constexpr std::size_t most_pairs = 10;

std::string words(MessageKey key, UserLanguage language, MessageArguments arguments = {}) {
  return in_words({key, std::move(arguments)}, language);
}

std::string lines(const std::string& text, std::size_t width, std::string_view indent = {}, std::string_view first = {}) {
  std::string result;
  for (const std::string& line : wrapped(text, std::max<std::size_t>(width > indent.size() ? width - indent.size() : 0, 24))) {
    result += std::string(result.empty() ? first : indent) + line + "\n";
  }
  return result;
}

std::string effect_in_words(const EffectOfDisagreement& effect, UserLanguage language) {
  const auto value = effect.overall.value();
  if (!value) return words(msg::disagreeing_no_effect, language);
  return words(msg::disagreeing_effect, language, {{"effect", *value}});
}

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string context_in_brackets(const Side& side, Span context, const Text& text) {
  std::string result;
  for (const ContextPiece& piece : context_with(side, context, text)) result += piece.coded ? "[" + piece.text + "]" : piece.text;
  return on_one_line(std::move(result));
}

std::string one_in_text(std::size_t number, const ReportedDisagreement& one, const DisagreementReport& report, const Codebook& codebook,
                        std::size_t width, UserLanguage language) {
  return "\n" +
         lines(words(msg::disagreeing_one, language,
                     {{"number", static_cast<std::int64_t>(number)},
                      {"document", report.work.documents[one.what.document].document.metadata.id},
                      {"kind", in_words(name_for_people(one.what.kind), language)},
                      {"effect", effect_in_words(one.effect, language)}}),
               width) +
         sides_in_text(one.what, report.work, codebook, width, language);
}

std::string pairs_in_text(const Confused& confused, const DisagreementReport& report, const Codebook& codebook, std::size_t width,
                          UserLanguage language) {
  const auto& coders = confused.coders;
  Table table{{{words(msg::disagreeing_gave, language, {{"coder", report.work.coders[coders[0]]}}), Align::left},
               {words(msg::disagreeing_gave, language, {{"coder", report.work.coders[coders[1]]}}), Align::left},
               {words(msg::disagreeing_times, language), Align::right}},
              {}};
  std::size_t differing = 0;
  for (const CodePair& pair : confused.pairs) {
    if (pair.first == pair.second || ++differing > most_pairs) continue;
    table.rows.push_back({code_in_words(pair.first, codebook, language), code_in_words(pair.second, codebook, language),
                          std::to_string(pair.times)});
  }
  if (differing == 0) return "";
  std::string text = "\n" + words(msg::disagreeing_confused, language, {{"level", std::int64_t{confused.level}}}) + "\n\n" +
                     to_text(table, width);
  if (differing > most_pairs) {
    text += words(msg::disagreeing_more_pairs, language, {{"n", static_cast<std::int64_t>(differing - most_pairs)}}) + "\n";
  }
  return text;
}

// JSON ---------------------------------------------------------------------------------------------------------

std::string number_or_null(std::optional<double> value) { return value ? json_number(*value) : "null"; }

std::string code_or_null(std::optional<std::uint32_t> code, const Codebook& codebook) {
  return code ? quoted(codebook.codes[*code].id) : "null";
}

std::string side_in_json(const Side& side, const Codebook& codebook, const Text& text) {
  std::vector<std::string> spans;
  for (const Span span : side.spans) {
    const CodePointSpan points = text.to_code_points(span);
    spans.push_back("{\"start\":" + std::to_string(points.begin.value) + ",\"end\":" + std::to_string(points.end.value) +
                    ",\"quote\":" + quoted(text[span]) + "}");
  }
  return "{\"code\":" + code_or_null(side.code, codebook) + ",\"spans\":[" + joined(spans, ",") + "]}";
}

std::string effect_members(const Effect& effect) {
  return "\"effect\":" + number_or_null(effect.value()) + ",\"alpha\":" + number_or_null(effect.now.value) +
         ",\"alpha_as_a\":" + number_or_null(effect.as_first.value) + ",\"alpha_as_b\":" + number_or_null(effect.as_second.value);
}

std::string one_in_json(std::size_t number, const ReportedDisagreement& one, const DisagreementReport& report, const Codebook& codebook) {
  const Document& document = report.work.documents[one.what.document].document;
  std::vector<std::string> codes;
  for (const CodeEffect& effect : one.effect.codes) {
    codes.push_back("{\"code\":" + code_or_null(effect.code, codebook) + "," + effect_members(effect.effect) + "}");
  }
  return "{\"number\":" + std::to_string(number) + ",\"document\":" + quoted(document.metadata.id) + ",\"kind\":" +
         quoted(name_of(one.what.kind)) + ",\"coder_a\":" + quoted(report.work.coders[one.what.coders[0]]) + ",\"coder_b\":" +
         quoted(report.work.coders[one.what.coders[1]]) + ",\n \"a\":" + side_in_json(one.what.sides[0], codebook, document.text) +
         ",\n \"b\":" + side_in_json(one.what.sides[1], codebook, document.text) + ",\n \"context\":" +
         quoted(document.text[context_of(one.what, report.work)]) + ",\n " + effect_members(one.effect.overall) + ",\n \"codes\":[" +
         joined(codes, ",") + "]}";
}

std::string confused_in_json(const Confused& confused, const DisagreementReport& report, const Codebook& codebook) {
  std::vector<std::string> pairs;
  for (const CodePair& pair : confused.pairs) {
    pairs.push_back("{\"a\":" + code_or_null(pair.first, codebook) + ",\"b\":" + code_or_null(pair.second, codebook) +
                    ",\"times\":" + std::to_string(pair.times) + "}");
  }
  return "{\"coder_a\":" + quoted(report.work.coders[confused.coders[0]]) + ",\"coder_b\":" +
         quoted(report.work.coders[confused.coders[1]]) + ",\"level\":" + std::to_string(confused.level) + ",\"pairs\":[\n" +
         joined(pairs, ",\n") + "]}";
}

}  // namespace

Message name_for_people(DisagreementKind kind) {
  switch (kind) {
    case DisagreementKind::missed: return {msg::disagreeing_missed, {}};
    case DisagreementKind::extra: return {msg::disagreeing_extra, {}};
    case DisagreementKind::other_code: return {msg::disagreeing_other_code, {}};
    case DisagreementKind::parent_child: return {msg::disagreeing_parent_child, {}};
    case DisagreementKind::sibling: return {msg::disagreeing_sibling, {}};
    case DisagreementKind::boundary: return {msg::disagreeing_boundary, {}};
    case DisagreementKind::swapped: return {msg::disagreeing_swapped, {}};
  }
  return {};
}

std::string code_in_words(std::optional<std::uint32_t> code, const Codebook& codebook, UserLanguage language) {
  if (!code) return words(msg::disagreeing_no_code, language);
  return codebook.codes[*code].id + " – " + codebook.codes[*code].name;
}

std::vector<Message> about(const DisagreementReport& report, const Codebook& codebook) {
  std::vector<Message> messages{{msg::disagreeing_compared,
                                 {{"coders", joined(report.work.coders, ", ")},
                                  {"documents", static_cast<std::int64_t>(report.work.documents.size())},
                                  {"left_out", static_cast<std::int64_t>(report.work.documents_left_out.size())},
                                  {"codebook", codebook.id_and_version()},
                                  {"level_is", report.level == report.deepest ? "leaves" : "higher"},
                                  {"level", std::int64_t{report.level}},
                                  {"deepest", std::int64_t{report.deepest}},
                                  {"branch", report.request.code ? codebook.codes[*report.request.code].id : "none"}}}};
  if (report.above > 0) messages.push_back({msg::disagreeing_above, {{"n", static_cast<std::int64_t>(report.above)}}});
  std::vector<Message> kinds;
  std::uint64_t told = 0;
  for (std::size_t i = 0; i < report.kinds.size(); ++i) {
    if (report.kinds[i] == 0) continue;
    told += report.kinds[i];
    kinds.push_back({told == report.found() ? msg::disagreeing_last_kind : msg::disagreeing_one_kind,
                     {{"n", static_cast<std::int64_t>(report.kinds[i])},
                      {"kind", std::vector<Message>{name_for_people(disagreement_kinds[i])}}}});
  }
  messages.push_back({msg::disagreeing_found,
                      {{"agreed", static_cast<std::int64_t>(report.agreed)},
                       {"n", static_cast<std::int64_t>(report.found())},
                       {"kinds", kinds},
                       {"which", report.disagreements.size() == report.found() ? "all" : "some"},
                       {"shown", static_cast<std::int64_t>(report.disagreements.size())}}});
  const std::string unit(name_of(report.request.unit));
  if (report.alpha.value) {
    messages.push_back({msg::disagreeing_alpha, {{"alpha", *report.alpha.value}, {"unit", unit}}});
  } else {
    messages.push_back({msg::disagreeing_no_alpha, {{"reason", std::vector<Message>{{report.alpha.gap, {}}}}, {"unit", unit}}});
  }
  return messages;
}

std::vector<ContextPiece> context_with(const Side& side, Span context, const Text& text) {
  std::vector<ContextPiece> pieces;
  const auto add = [&](ByteOffset begin, ByteOffset end, bool coded) {
    if (begin < end) pieces.push_back({std::string(text[{begin, end}]), coded});
  };
  ByteOffset at = context.begin;
  for (const Span span : side.spans) {
    const ByteOffset begin = std::max(at, span.begin), end = std::max(begin, span.end);
    add(at, begin, false);
    add(begin, end, true);
    at = end;
  }
  add(at, context.end, false);
  return pieces;
}

std::string sides_in_text(const Disagreement& disagreement, const LinedUp& work, const Codebook& codebook, std::size_t width,
                          UserLanguage language) {
  constexpr std::string_view indent = "     ";
  const Text& document = work.documents[disagreement.document].document.text;
  std::string text;
  for (std::size_t i = 0; i < 2; ++i) {
    const Side& side = disagreement.sides[i];
    text += lines(words(msg::disagreeing_side, language, {{"letter", std::string(i == 0 ? "a" : "b")},
                                                         {"coder", work.coders[disagreement.coders[i]]},
                                                         {"code", code_in_words(side.code, codebook, language)}}),
                  width, indent, "  ");
    if (side.code) text += lines(context_in_brackets(side, context_of(disagreement, work), document), width, indent, indent);
  }
  return text;
}

std::string to_text(const DisagreementReport& report, const Codebook& codebook, std::size_t width, UserLanguage language) {
  std::string text;
  for (const Message& message : about(report, codebook)) text += lines(in_words(message, language), width);
  for (std::size_t i = 0; i < report.disagreements.size(); ++i) {
    text += one_in_text(i + 1, report.disagreements[i], report, codebook, width, language);
  }
  for (const Confused& confused : report.confused) text += pairs_in_text(confused, report, codebook, width, language);
  return text;
}

std::string to_csv(const DisagreementReport& report, const Codebook& codebook) {
  std::string csv = sheet_header();
  for (std::size_t i = 0; i < report.disagreements.size(); ++i) {
    const ReportedDisagreement& one = report.disagreements[i];
    const auto effect = one.effect.overall.value();
    csv += sheet_line(i + 1, one.what, report.work, codebook, report.work.documents[one.what.document].document.text[context_of(one.what, report.work)],
                      effect ? json_number(*effect) : "");
  }
  return csv;
}

std::string to_json(const DisagreementReport& report, const Codebook& codebook, UserLanguage language) {
  std::vector<std::string> coders, kinds, disagreements, confused;
  for (const std::string& coder : report.work.coders) coders.push_back(quoted(coder));
  for (std::size_t i = 0; i < report.kinds.size(); ++i) {
    kinds.push_back(quoted(name_of(disagreement_kinds[i])) + ":" + std::to_string(report.kinds[i]));
  }
  for (std::size_t i = 0; i < report.disagreements.size(); ++i) {
    disagreements.push_back(one_in_json(i + 1, report.disagreements[i], report, codebook));
  }
  for (const Confused& one : report.confused) confused.push_back(confused_in_json(one, report, codebook));
  return "{\"coders\":[" + joined(coders, ",") + "],\n\"codebook\":" + quoted(codebook.id_and_version()) + ",\"level\":" +
         std::to_string(report.level) + ",\"code\":" + code_or_null(report.request.code, codebook) + ",\"unit\":" +
         quoted(name_of(report.request.unit)) + ",\n\"documents\":" + std::to_string(report.work.documents.size()) +
         ",\"documents_left_out\":" + std::to_string(report.work.documents_left_out.size()) + ",\"agreed\":" +
         std::to_string(report.agreed) + ",\n\"alpha\":" + number_or_null(report.alpha.value) + ",\"reason\":" +
         (report.alpha.value ? "null" : quoted(in_words({report.alpha.gap, {}}, language))) + ",\"gap\":" +
         (report.alpha.value ? "null" : quoted(name_of(report.alpha.gap))) + ",\n\"kinds\":{" + joined(kinds, ",") +
         "},\n\"disagreements\":[\n" + joined(disagreements, ",\n") + "],\n\"confusion\":[\n" + joined(confused, ",\n") + "]}\n";
}

}  // namespace codeboom
