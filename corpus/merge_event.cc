#include "corpus/merge_event.h"

#include <boost/json.hpp>

namespace codeboom {
namespace {

namespace json = boost::json;

json::value number_or_null(std::optional<double> number) {
  return number ? json::value(*number) : json::value(nullptr);
}

std::optional<double> number_in(const json::value& value) {
  return value.is_null() ? std::nullopt : std::optional(value.to_number<double>());
}

Span span_in(const json::object& object) {
  return {{object.at("begin").to_number<std::uint32_t>()}, {object.at("end").to_number<std::uint32_t>()}};
}

json::object as_json(const Coding& coding) {
  json::array evidence;
  for (const Evidence& each : coding.evidence) {
    evidence.push_back(json::object{{"begin", each.span.begin.value},
                                    {"end", each.span.end.value},
                                    {"rule", each.rule},
                                    {"weight", each.weight}});
  }
  return {{"document", coding.document},
          {"begin", coding.span.begin.value},
          {"end", coding.span.end.value},
          {"code", coding.code},
          {"coder", coding.coder},
          {"quote", coding.quote},
          {"codebook", coding.codebook},
          {"score", number_or_null(coding.score)},
          {"chance", number_or_null(coding.chance)},
          {"flags", coding.flags},
          {"evidence", std::move(evidence)}};
}

Coding coding_in(const json::object& object) {
  Coding coding;
  coding.document = json::value_to<std::string>(object.at("document"));
  coding.span = span_in(object);
  coding.code = json::value_to<std::string>(object.at("code"));
  coding.coder = json::value_to<std::string>(object.at("coder"));
  coding.quote = json::value_to<std::string>(object.at("quote"));
  coding.codebook = json::value_to<std::string>(object.at("codebook"));
  coding.score = number_in(object.at("score"));
  coding.chance = number_in(object.at("chance"));
  coding.flags = object.at("flags").to_number<Flags>();
  for (const json::value& each : object.at("evidence").as_array()) {
    const json::object& part = each.as_object();
    coding.evidence.push_back(
        {span_in(part), json::value_to<std::string>(part.at("rule")), part.at("weight").to_number<double>()});
  }
  return coding;
}

}  // namespace

std::string to_json(const MergeUndo& undo) {
  const FilledTo& mark = undo.filled_to;
  json::array origins;
  for (const Coding& coding : undo.had_origins) origins.push_back(as_json(coding));
  return json::serialize(json::object{{"documents", mark.documents},
                                      {"coders", mark.coders},
                                      {"codings", mark.codings},
                                      {"decisions", mark.decisions},
                                      {"memos", mark.memos},
                                      {"first_codebook", mark.first_codebook},
                                      {"origins", std::move(origins)}});
}

std::optional<MergeUndo> read_merge_undo(const std::string& text) {
  try {
    const json::value value = json::parse(text);
    const json::object& object = value.as_object();
    const auto number = [&](const char* key) { return object.at(key).to_number<std::int64_t>(); };
    MergeUndo undo{{number("documents"), number("coders"), number("codings"), number("decisions"),
                    number("memos"), number("first_codebook")},
                   {}};
    for (const json::value& each : object.at("origins").as_array())
      undo.had_origins.push_back(coding_in(each.as_object()));
    return undo;
  } catch (const std::exception&) {  // Boost.JSON's way to say that something is not there
    return std::nullopt;
  }
}

std::string to_json(const MergeReport& report, const std::vector<std::string>& files) {
  json::array names;
  for (const std::string& file : files) names.emplace_back(file);
  return json::serialize(json::object{{"files", std::move(names)},
                                      {"documents", report.documents.added()},
                                      {"coders", report.coders.added()},
                                      {"codebooks", report.codebooks.added()},
                                      {"codings", report.codings.added()},
                                      {"decisions", report.decisions.added()},
                                      {"memos", report.memos.added()},
                                      {"origins", report.origins_changed},
                                      {"differences", report.differences.size()}});
}

std::vector<std::string> files_of(const std::string& text) {
  std::vector<std::string> files;
  try {
    const json::value value = json::parse(text);
    for (const json::value& each : value.at("files").as_array())
      files.push_back(json::value_to<std::string>(each));
  } catch (const std::exception&) {
    files.clear();
  }
  return files;
}

}  // namespace codeboom
