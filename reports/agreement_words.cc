#include <algorithm>
#include <map>
#include <span>

#include "corpus/joined.h"
#include "message_keys/agreement.h"
#include "message_keys/unitising.h"
#include "reports/agreement_formats.h"

namespace codeboom {
namespace {

std::int64_t as_number(std::uint64_t number) { return static_cast<std::int64_t>(number); }

constexpr std::size_t most_listed = 40;

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < most_listed; ++i) text += (i == 0 ? "" : ", ") + names[i];
  return names.size() > most_listed ? text + ", …" : text;
}

Message why_left_out(const DocumentLeftOut& one) {
  const MessageArguments coder = {{"coder", one.coder}};
  if (one.why == LeftOut::nobody) return {msg::agreeing_left_nobody, {}};
  return {one.why == LeftOut::one_coder ? msg::agreeing_left_one_coder : msg::agreeing_left_other_text, coder};
}

Message about_intervals(const AgreementReport& report) {
  const Sampling& sampling = report.request.sampling;
  const bool units = sampling.drawn == IntervalKind::bootstrap_units;
  const std::uint64_t clusters = units ? report.units : report.documents.size();
  if (sampling.bootstrap.replicates == 0) return {msg::agreeing_no_intervals, {{"why", std::string("off")}}};
  const std::string drawn = units ? "units" : "documents";
  if (clusters < 2) return {msg::agreeing_no_intervals, {{"why", drawn}}};
  return {msg::agreeing_intervals,
          {{"replicates", std::int64_t{sampling.bootstrap.replicates}},
           {"drawn", drawn},
           {"clusters", as_number(clusters)},
           {"seed", std::to_string(sampling.bootstrap.seed)}}};
}

}  // namespace

Message about_pooling(const AgreementReport& report) {
  const auto& coders = report.overall.agreement.coders;
  const bool none = std::all_of(coders.begin(), coders.end(), [](const CoderCount& count) { return count.yes == 0; });
  return {msg::agreeing_overall_about,
          {{"codes", as_number(none ? 0 : report.overall.codes)}, {"missing", as_number(report.codes_not_given)}}};
}

std::vector<NamedCoefficient> everything_pooled(const AgreementReport& report) {
  std::vector<NamedCoefficient> all;
  for (std::size_t i = 0; i < report.measures.size(); ++i) {
    const Coefficient& one = report.overall.agreement.measures[i];
    if (!one.value.value && one.value.gap == msg::agreeing_ku_single) continue;
    all.push_back({report.measures[i].key, report.measures[i].name, one, report.measures[i].about});
  }
  return all;
}

std::optional<Message> about_overlaps(const AgreementReport& report) {
  const bool crossing = std::any_of(report.whole.begin(), report.whole.end(), [](const NamedCoefficient& one) {
    return !one.coefficient.value.value && one.coefficient.value.gap == msg::unitising_crossing;
  });
  return crossing ? std::optional(Message{msg::agreeing_overlap_hint, {}}) : std::nullopt;
}

std::string names_of(const std::vector<std::string>& coders, UserLanguage language) {
  const std::string last = coders.back(), others = joined(std::span(coders).first(coders.size() - 1), ", ");
  return in_words(Message{msg::agreeing_names, {{"others", others}, {"last", last}}}, language);
}

std::vector<Message> opening(const AgreementReport& report, const Codebook& codebook) {
  const AgreementRequest& request = report.request;
  const std::string unit(name_of(request.unit));
  std::vector<Message> lines = {{msg::agreeing_unit, {{"unit", unit}}},
                                {msg::agreeing_codebook,
                                 {{"codebook", codebook.title + " (" + codebook.id_and_version() + ")"},
                                  {"level", std::int64_t{report.level}},
                                  {"deepest", std::int64_t{deepest_level(codebook)}},
                                  {"branch", request.code ? codebook.codes[*request.code].id : std::string("none")}}},
                                {msg::agreeing_compared,
                                 {{"documents", as_number(report.documents.size())},
                                  {"unit", unit},
                                  {"units", as_number(report.units)},
                                  {"list", listed(report.documents)}}}};
  if (report.documents_left_out.empty() && report.codings_left_out.empty()) {
    lines.push_back({msg::agreeing_all_compared, {}});
  } else {
    std::map<std::string, bool> documents;
    for (const DocumentLeftOut& one : report.documents_left_out) documents[one.id] = true;
    lines.push_back({msg::agreeing_not_compared,
                     {{"unit", documents.empty() ? std::string("none") : unit},
                      {"units", as_number(report.units_left_out)},
                      {"documents", as_number(documents.size())}}});
  }
  if (report.above_level > 0) lines.push_back({msg::agreeing_above_level, {{"codings", as_number(report.above_level)}}});
  if (report.moved > 0) lines.push_back({msg::agreeing_moved, {{"codings", as_number(report.moved)}}});
  for (const ReportedMeasure& measure : report.measures) {
    if (measure.key == "segment_percent")
      lines.push_back({msg::agreeing_segment_threshold, {{"threshold", request.segment_threshold}}});
  }
  lines.push_back(about_intervals(report));
  if (request.scope == Scope::usual) lines.push_back({msg::agreeing_more, {{"unit", unit}}});
  return lines;
}

std::vector<Message> left_out(const AgreementReport& report) {
  std::vector<Message> lines;
  for (const DocumentLeftOut& one : report.documents_left_out) {
    lines.push_back({msg::agreeing_left_document,
                     {{"id", one.id}, {"why", std::vector<Message>{why_left_out(one)}}, {"codings", as_number(one.codings)}}});
  }
  for (const CodingsLeftOut& one : report.codings_left_out) {
    lines.push_back({msg::agreeing_left_codings,
                     {{"coder", one.coder}, {"why", std::string(name_of(one.why))}, {"codings", as_number(one.codings)}}});
  }
  return lines;
}

std::vector<Message> undefined_values(const AgreementReport& report, const Codebook& codebook, UserLanguage language) {
  std::map<std::string, std::string> by_reason;  // what, by reason in words
  const auto look = [&](const std::vector<AgreementRow>& rows) {
    for (const AgreementRow& row : rows) {
      std::map<std::string, std::string> measures;
      for (std::size_t i = 0; i < report.measures.size(); ++i) {
        const Statistic& value = row.agreement.measures[i].value;
        if (value.value || value.gap == msg::agreeing_ku_single) continue;
        std::string& names = measures[in_words(Message{value.gap, {}}, language)];
        names += (names.empty() ? "" : ", ") + in_words(report.measures[i].heading, language);
      }
      const std::string name =
          row.code ? codebook.codes[*row.code].id
                   : in_words(Message{msg::agreeing_level_row, {{"level", std::int64_t{row.level}}, {"codes", as_number(row.codes)}}},
                              language);
      for (const auto& [reason, names] : measures) {
        std::string& what = by_reason[reason];
        const std::string one = name + " (" + names + ")";
        if (what.find(one) == std::string::npos) what += (what.empty() ? "" : "; ") + one;
      }
    }
  };
  look(report.levels);
  look(report.branches);
  look(report.codes);
  std::vector<Message> lines;
  for (const auto& [reason, what] : by_reason) lines.push_back({msg::agreeing_undefined, {{"what", what}, {"reason", reason}}});
  return lines;
}

std::vector<Message> cited(const AgreementReport& report) {
  std::vector<Message> lines = {{msg::agreeing_thresholds, {}}};
  if (const auto below = report.overall.agreement.alpha_below) {
    lines.push_back({msg::agreeing_below, {{"low", below->first}, {"high", below->second}}});
  }
  return lines;
}

}  // namespace codeboom
