#include "reports/span_agreement.h"

#include <algorithm>
#include <numeric>

#include "message_keys/measure.h"
#include "message_keys/spans.h"
#include "reports/coefficient_formats.h"
#include "reports/json_text.h"

namespace codeboom {
namespace {

// Gamma takes every passage as it was marked; the same row twice is one passage.
Continuum each_once(Continuum continuum) {
  for (auto& spans : continuum.coders) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  }
  return continuum;
}

SpanFamily family_over(const Continuum& continuum, std::vector<std::uint32_t> codes) {
  const Continuum own = only_labels(continuum, codes);
  return {std::move(codes), crossing_in(own), unitising_agreement(count_unitising(own))};
}

// A share shown among coefficients.
Coefficient share(const Statistic& value, std::uint64_t units) {
  Coefficient result;
  result.value = value;
  result.observed = result.expected = undefined(msg::agreement_no_chance);
  result.units = result.values = units;
  return result;
}

NamedCoefficient named(std::string key, MessageKey name, MessageKey about, Coefficient coefficient) {
  return {std::move(key), {name, {}}, std::move(coefficient), Message{about, {}}};
}

std::vector<NamedCoefficient> alphas(const SpanFamily& family) {
  return {named("u_alpha", msg::spans_u_alpha, msg::spans_about_u_alpha, family.unitising.u),
          named("binary_u_alpha", msg::spans_binary_u_alpha, msg::spans_about_binary_u_alpha, family.unitising.binary_u),
          named("cu_alpha", msg::spans_cu_alpha, msg::spans_about_cu_alpha, family.unitising.cu.alpha)};
}

std::vector<NamedCoefficient> gammas(const SpanAgreement& agreement) {
  return {named("gamma", msg::spans_gamma, msg::spans_about_gamma, agreement.gamma.gamma),
          named("gamma_cat", msg::spans_gamma_cat, msg::spans_about_gamma_cat, agreement.gamma.gamma_cat)};
}

template <class Each>
std::string list(std::size_t size, std::string_view separator, Each each) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += (i == 0 ? std::string() : std::string(separator)) + each(i);
  return text;
}

std::string names_of(const SpanAgreement& agreement, const SpanFamily& family) {
  return list(family.codes.size(), ", ", [&](std::size_t i) { return agreement.table.codes[family.codes[i]]; });
}

// The crossing passages with their lines, the first line first.
Message crossing_message(const SpanAgreement& agreement, const SpanFamily& family) {
  const SpanTable& table = agreement.table;
  const std::size_t coder = family.crossing->coder;
  struct Place {
    std::int64_t line;
    std::string code;
  };
  const auto place_of = [&](LabelledSpan span) {
    span.label = family.codes[span.label];
    const auto& spans = table.continuum.coders[coder];
    const auto place = static_cast<std::size_t>(std::find(spans.begin(), spans.end(), span) - spans.begin());
    return Place{table.lines[coder][place], table.codes[span.label]};
  };
  Place first = place_of(family.crossing->first), second = place_of(family.crossing->second);
  if (second.line < first.line) std::swap(first, second);
  return {msg::spans_crossing,
          {{"coder", table.coders[coder]},
           {"first", first.code},
           {"first_line", first.line},
           {"second", second.code},
           {"second_line", second.line}}};
}

std::string quoted_list(const std::vector<std::string>& texts) {
  return "[" + list(texts.size(), ",", [&](std::size_t i) { return quoted(texts[i]); }) + "]";
}

std::string with_coverage(const Covered& covered, UserLanguage language) {
  std::string json = to_json(covered.alpha, language);
  json.pop_back();
  return json + ",\"coverage\":" + (covered.coverage.value ? json_number(*covered.coverage.value) : "null") + "}";
}

// The members of an object.
std::string family_json(const SpanAgreement& agreement, const SpanFamily& family, UserLanguage language) {
  const auto& unitising = family.unitising;
  return "\"overlapping_codes\":" +
         (family.crossing ? quoted(in_words(crossing_message(agreement, family), language)) : "null") +
         ",\n\"u_alpha\":" + to_json(unitising.u, language) + ",\n\"binary_u_alpha\":" + to_json(unitising.binary_u, language) +
         ",\n\"cu_alpha\":" + with_coverage(unitising.cu, language) + ",\n\"ku_alpha\":{" +
         list(family.codes.size(), ",\n  ",
              [&](std::size_t i) {
                return quoted(agreement.table.codes[family.codes[i]]) + ":" + with_coverage(unitising.ku[i], language);
              }) +
         "}";
}

void add_rows(std::vector<NamedCoefficient>& rows, const SpanAgreement& agreement, const SpanFamily& family,
              const std::string& prefix) {
  const Covered& cu = family.unitising.cu;
  for (NamedCoefficient& one : alphas(family)) rows.push_back(std::move(one));
  rows.push_back(
      named("cu_coverage", msg::spans_cu_coverage, msg::spans_about_cu_coverage, share(cu.coverage, cu.alpha.units)));
  for (std::size_t i = 0; i < family.codes.size(); ++i) {
    const std::string& code = agreement.table.codes[family.codes[i]];
    const Covered& ku = family.unitising.ku[i];
    const MessageArguments arguments{{"code", code}};
    rows.push_back({"ku_alpha[" + code + "]", {msg::spans_ku_alpha, arguments}, ku.alpha});
    rows.push_back({"ku_coverage[" + code + "]", {msg::spans_ku_coverage, arguments}, share(ku.coverage, ku.alpha.units)});
  }
  for (auto row = rows.end() - static_cast<std::ptrdiff_t>(4 + 2 * family.codes.size()); row != rows.end(); ++row) {
    row->key = prefix + row->key;
  }
}

std::string paragraph(const Message& message, std::size_t width, UserLanguage language) {
  std::string text;
  for (const std::string& line : wrapped(in_words(message, language), width)) text += line + "\n";
  return text + "\n";
}

// Codes of a family with what they have of their own; without the columns of the family when its alphas do not exist.
Table code_table(const SpanAgreement& agreement, const SpanFamily& family, UserLanguage language) {
  const auto heading = [&](MessageKey key) { return in_words({key, {}}, language); };
  Table table;
  table.columns = {{heading(msg::spans_heading_code)},
                   {heading(msg::spans_heading_spans), Align::right},
                   {heading(msg::spans_heading_alone), Align::right}};
  if (!family.crossing) {
    table.columns.insert(table.columns.end(),
                         {{heading(msg::spans_heading_coverage), Align::right}, {heading(msg::spans_heading_ku), Align::left}});
  }
  for (std::size_t i = 0; i < family.codes.size(); ++i) {
    const Covered& ku = family.unitising.ku[i];
    const Coefficient& alone = agreement.alone[family.codes[i]];
    table.rows.push_back({agreement.table.codes[family.codes[i]], std::to_string(ku.alpha.units), in_words(alone, language)});
    if (family.crossing) continue;
    table.rows.back().push_back(in_words(share(ku.coverage, 0), language));
    table.rows.back().push_back(in_words(ku.alpha, language));
  }
  return table;
}

// What stands before the codes: the alphas, or why there are none.
std::string family_text(const SpanAgreement& agreement, const SpanFamily& family, std::vector<NamedCoefficient> more,
                        std::size_t width, UserLanguage language) {
  std::string text;
  std::vector<NamedCoefficient> rows;
  if (family.crossing) {
    text += paragraph(crossing_message(agreement, family), width, language);
  } else {
    rows = alphas(family);
  }
  for (NamedCoefficient& one : more) rows.push_back(std::move(one));
  if (!rows.empty()) text += to_text(to_table(rows, language), width) + "\n" + definitions(rows, width, language) + "\n";
  if (const auto coverage = family.unitising.cu.coverage.value) {
    text += paragraph({msg::spans_cu_coverage_note, {{"coverage", *coverage}}}, width, language);
  }
  return text + to_text(code_table(agreement, family, language), width) + "\n";
}

}  // namespace

SpanAgreement compare_spans(SpanTable table, const std::vector<std::vector<std::uint32_t>>& groups, const GammaOptions& how) {
  SpanAgreement result;
  result.spans = span_count(table.continuum);
  result.merged = result.spans - span_count(without_repeats(table.continuum));
  std::vector<std::uint32_t> all(table.codes.size());
  std::iota(all.begin(), all.end(), 0);
  result.all = family_over(table.continuum, std::move(all));
  for (const auto& group : groups) result.groups.push_back(family_over(table.continuum, group));
  result.alone = u_alpha_per_label(table.continuum);
  result.gamma = gamma_agreement(each_once(table.continuum), how);
  result.how = how;
  result.table = std::move(table);
  return result;
}

std::string to_json(const SpanAgreement& agreement, UserLanguage language) {
  const SpanTable& table = agreement.table;
  std::string json = "{\"length\":" + std::to_string(table.continuum.length) + ",\"coders\":" + quoted_list(table.coders) +
                     ",\"codes\":" + quoted_list(table.codes) + ",\"spans\":" + std::to_string(agreement.spans) +
                     ",\"merged\":" + std::to_string(agreement.merged) + ",\n" +
                     family_json(agreement, agreement.all, language) + ",\n\"u_alpha_per_code\":{" +
                     list(table.codes.size(), ",\n  ",
                          [&](std::size_t i) { return quoted(table.codes[i]) + ":" + to_json(agreement.alone[i], language); }) +
                     "}";
  for (const NamedCoefficient& one : gammas(agreement))
    json += ",\n" + quoted(one.key) + ":" + to_json(one.coefficient, language);
  json += ",\n\"gamma_settings\":{\"sampler\":\"shuffle\",\"samples\":" + std::to_string(agreement.gamma.samples) +
          ",\"seed\":" + std::to_string(agreement.how.seed) +
          ",\"place_weight\":" + json_number(agreement.how.dissimilarity.place) +
          ",\"code_weight\":" + json_number(agreement.how.dissimilarity.label) +
          ",\"unitary_alignments\":" + std::to_string(agreement.gamma.unitary_alignments) + "},\n\"groups\":[";
  json += list(agreement.groups.size(), ",\n", [&](std::size_t i) {
    const SpanFamily& group = agreement.groups[i];
    std::vector<std::string> codes;
    for (const std::uint32_t code : group.codes) codes.push_back(table.codes[code]);
    return "{\"codes\":" + quoted_list(codes) + "," + family_json(agreement, group, language) + "}";
  });
  return json + "]}\n";
}

std::string to_csv(const SpanAgreement& agreement, UserLanguage language) {
  std::vector<NamedCoefficient> rows;
  add_rows(rows, agreement, agreement.all, "");
  for (std::size_t i = 0; i < agreement.table.codes.size(); ++i) {
    const std::string& code = agreement.table.codes[i];
    rows.push_back({"u_alpha_per_code[" + code + "]", {msg::spans_u_alpha_per_code, {{"code", code}}}, agreement.alone[i]});
  }
  for (NamedCoefficient& one : gammas(agreement)) rows.push_back(std::move(one));
  for (std::size_t i = 0; i < agreement.groups.size(); ++i) {
    add_rows(rows, agreement, agreement.groups[i], "group" + std::to_string(i + 1) + ".");
  }
  return to_csv(rows, language);
}

std::string to_text(const SpanAgreement& agreement, const std::string& source, std::size_t width, UserLanguage language) {
  const SpanTable& table = agreement.table;
  std::string text = paragraph({msg::spans_headline,
                                {{"file", source},
                                 {"spans", static_cast<std::int64_t>(agreement.spans)},
                                 {"coders", static_cast<std::int64_t>(table.coders.size())},
                                 {"names", list(table.coders.size(), ", ", [&](std::size_t i) { return table.coders[i]; })},
                                 {"codes", static_cast<std::int64_t>(table.codes.size())},
                                 {"length", table.continuum.length}}},
                               width, language);
  if (agreement.merged > 0) {
    text += paragraph({msg::spans_merged, {{"n", static_cast<std::int64_t>(agreement.merged)}}}, width, language);
  }
  text += family_text(agreement, agreement.all, gammas(agreement), width, language);
  for (const SpanFamily& group : agreement.groups) {
    text += paragraph({msg::spans_group, {{"codes", names_of(agreement, group)}}}, width, language) +
            family_text(agreement, group, {}, width, language);
  }
  text += paragraph({msg::spans_gamma_note,
                     {{"samples", std::int64_t{agreement.gamma.samples}},
                      {"seed", static_cast<std::int64_t>(agreement.how.seed)},
                      {"place", static_cast<std::int64_t>(agreement.how.dissimilarity.place)},
                      {"label", static_cast<std::int64_t>(agreement.how.dissimilarity.label)}}},
                    width, language);
  text.pop_back();
  return text;
}

}  // namespace codeboom
