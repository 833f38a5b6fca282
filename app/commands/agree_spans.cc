#include "app/commands/agree_spans.h"

#include <algorithm>
#include <boost/json.hpp>
#include <limits>

#include "app/span_table.h"
#include "app/terminal.h"
#include "corpus/encoding.h"
#include "corpus/files.h"
#include "engine/measure/gamma.h"
#include "engine/measure/unitising.h"
#include "message_keys/app.h"
#include "message_keys/measure.h"
#include "message_keys/spans.h"
#include "reports/coefficient_formats.h"

namespace codeboom {
namespace {

constexpr std::string_view formats[] = {"text", "json", "csv"};

struct SpanAgreement {
  SpanTable table;
  std::size_t spans = 0, merged = 0;
  std::optional<CrossingSpans> crossing;
  UnitisingAgreement unitising;
  std::vector<Coefficient> alone;  // per code
  Gamma gamma;
  GammaOptions how;
};

std::size_t count(const Continuum& continuum) {
  std::size_t spans = 0;
  for (const auto& coder : continuum.coders) spans += coder.size();
  return spans;
}

// Gamma takes every passage as it was marked; the same row twice is one passage.
Continuum each_once(Continuum continuum) {
  for (auto& spans : continuum.coders) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  }
  return continuum;
}

SpanAgreement compare(SpanTable table, const GammaOptions& how) {
  SpanAgreement result;
  result.spans = count(table.continuum);
  Continuum once = without_repeats(table.continuum);
  result.merged = result.spans - count(once);
  result.crossing = crossing_in(table.continuum);
  result.unitising = unitising_agreement(count_unitising(once));
  result.alone = u_alpha_per_label(once);
  result.gamma = gamma_agreement(each_once(table.continuum), how);
  result.how = how;
  result.table = std::move(table);
  return result;
}

// A share shown among coefficients.
Coefficient share(const Statistic& value, std::uint64_t units) {
  Coefficient result;
  result.value = value;
  result.observed = result.expected = undefined(msg::agreement_no_chance);
  result.units = result.values = units;
  return result;
}

std::vector<NamedCoefficient> overall(const SpanAgreement& agreement) {
  return {{"u_alpha", {msg::spans_u_alpha, {}}, agreement.unitising.u},
          {"binary_u_alpha", {msg::spans_binary_u_alpha, {}}, agreement.unitising.binary_u},
          {"cu_alpha", {msg::spans_cu_alpha, {}}, agreement.unitising.cu.alpha},
          {"gamma", {msg::spans_gamma, {}}, agreement.gamma.gamma},
          {"gamma_cat", {msg::spans_gamma_cat, {}}, agreement.gamma.gamma_cat}};
}

std::string quoted(std::string_view text) { return boost::json::serialize(boost::json::value(text)); }

std::string with_coverage(const Covered& covered, UserLanguage language) {
  std::string json = to_json(covered.alpha, language);
  json.pop_back();
  return json + ",\"coverage\":" + (covered.coverage.value ? json_number(*covered.coverage.value) : "null") + "}";
}

template <class Each>
std::string list(std::size_t size, std::string_view separator, Each each) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += (i == 0 ? std::string() : std::string(separator)) + each(i);
  return text;
}

int line_of(const SpanTable& table, std::size_t coder, const LabelledSpan& span) {
  const auto& spans = table.continuum.coders[coder];
  return table.lines[coder][static_cast<std::size_t>(std::find(spans.begin(), spans.end(), span) - spans.begin())];
}

Message crossing_message(const SpanAgreement& agreement) {
  const SpanTable& table = agreement.table;
  const CrossingSpans& crossing = *agreement.crossing;
  return {msg::spans_crossing,
          {{"coder", table.coders[crossing.coder]},
           {"first", table.codes[crossing.first.label]},
           {"first_line", std::int64_t{line_of(table, crossing.coder, crossing.first)}},
           {"second", table.codes[crossing.second.label]},
           {"second_line", std::int64_t{line_of(table, crossing.coder, crossing.second)}}}};
}

std::string to_json(const SpanAgreement& agreement, UserLanguage language) {
  const SpanTable& table = agreement.table;
  const auto names = [](const std::vector<std::string>& all) {
    return "[" + list(all.size(), ",", [&](std::size_t i) { return quoted(all[i]); }) + "]";
  };
  const auto per_code = [&](auto of) {
    return "{" + list(table.codes.size(), ",\n  ", [&](std::size_t i) { return quoted(table.codes[i]) + ":" + of(i); }) + "}";
  };
  std::string json = "{\"length\":" + std::to_string(table.continuum.length) + ",\"coders\":" + names(table.coders) +
                     ",\"codes\":" + names(table.codes) + ",\"spans\":" + std::to_string(agreement.spans) +
                     ",\"merged\":" + std::to_string(agreement.merged) + ",\n\"overlapping_codes\":" +
                     (agreement.crossing ? quoted(in_words(crossing_message(agreement), language)) : "null");
  for (const NamedCoefficient& named : overall(agreement)) {
    json += ",\n" + quoted(named.key) + ":";
    json += named.key == "cu_alpha" ? with_coverage(agreement.unitising.cu, language) : to_json(named.coefficient, language);
  }
  json += ",\n\"ku_alpha\":" + per_code([&](std::size_t i) { return with_coverage(agreement.unitising.ku[i], language); });
  json += ",\n\"u_alpha_per_code\":" + per_code([&](std::size_t i) { return to_json(agreement.alone[i], language); });
  return json + ",\n\"gamma_settings\":{\"sampler\":\"shuffle\",\"samples\":" + std::to_string(agreement.gamma.samples) +
         ",\"seed\":" + std::to_string(agreement.how.seed) +
         ",\"place_weight\":" + json_number(agreement.how.dissimilarity.place) +
         ",\"code_weight\":" + json_number(agreement.how.dissimilarity.label) +
         ",\"unitary_alignments\":" + std::to_string(agreement.gamma.unitary_alignments) + "}}\n";
}

std::string to_csv(const SpanAgreement& agreement, UserLanguage language) {
  std::vector<NamedCoefficient> rows = overall(agreement);
  rows.insert(rows.begin() + 3, {"cu_coverage",
                                 {msg::spans_cu_coverage, {}},
                                 share(agreement.unitising.cu.coverage, agreement.unitising.cu.alpha.units)});
  for (std::size_t i = 0; i < agreement.table.codes.size(); ++i) {
    const std::string& code = agreement.table.codes[i];
    const Covered& ku = agreement.unitising.ku[i];
    rows.push_back({"ku_alpha[" + code + "]", {msg::spans_ku_alpha, {{"code", code}}}, ku.alpha});
    rows.push_back(
        {"ku_coverage[" + code + "]", {msg::spans_ku_coverage, {{"code", code}}}, share(ku.coverage, ku.alpha.units)});
    rows.push_back({"u_alpha_per_code[" + code + "]", {msg::spans_u_alpha_per_code, {{"code", code}}}, agreement.alone[i]});
  }
  return to_csv(rows, language);
}

Table code_table(const SpanAgreement& agreement, UserLanguage language) {
  const auto heading = [&](MessageKey key) { return in_words({key, {}}, language); };
  Table table;
  table.columns = {{heading(msg::spans_heading_code)},
                   {heading(msg::spans_heading_spans), Align::right},
                   {heading(msg::spans_heading_alone), Align::right}};
  const bool family = !agreement.crossing;
  if (family) {
    table.columns.insert(table.columns.end(),
                         {{heading(msg::spans_heading_coverage), Align::right}, {heading(msg::spans_heading_ku), Align::left}});
  }
  for (std::size_t i = 0; i < agreement.table.codes.size(); ++i) {
    const Covered& ku = agreement.unitising.ku[i];
    table.rows.push_back(
        {agreement.table.codes[i], std::to_string(agreement.alone[i].units), in_words(agreement.alone[i], language)});
    if (!family) continue;
    table.rows.back().push_back(in_words(share(ku.coverage, 0), language));
    table.rows.back().push_back(in_words(ku.alpha, language));
  }
  return table;
}

std::string to_text(const SpanAgreement& agreement, const std::string& path, UserLanguage language) {
  const SpanTable& table = agreement.table;
  const std::size_t width = output_width();
  const auto paragraph = [&](const Message& message) {
    std::string text;
    for (const std::string& line : wrapped(in_words(message, language), width)) text += line + "\n";
    return text + "\n";
  };
  std::string text = paragraph({msg::spans_headline,
                                {{"file", path},
                                 {"spans", static_cast<std::int64_t>(agreement.spans)},
                                 {"coders", static_cast<std::int64_t>(table.coders.size())},
                                 {"names", list(table.coders.size(), ", ", [&](std::size_t i) { return table.coders[i]; })},
                                 {"codes", static_cast<std::int64_t>(table.codes.size())},
                                 {"length", table.continuum.length}}});
  if (agreement.merged > 0) text += paragraph({msg::spans_merged, {{"n", static_cast<std::int64_t>(agreement.merged)}}});
  if (agreement.crossing) text += paragraph(crossing_message(agreement));
  const std::vector<NamedCoefficient> all = overall(agreement);
  text += to_text(to_table(all, language), width) + "\n";
  if (agreement.unitising.cu.coverage.value) {
    text += in_words({msg::spans_cu_coverage, {}}, language) + ": " +
            in_words(share(agreement.unitising.cu.coverage, 0), language) + "\n\n";
  }
  text += to_text(code_table(agreement, language), width) + "\n";
  std::string settings = paragraph({msg::spans_gamma_note,
                                    {{"samples", std::int64_t{agreement.gamma.samples}},
                                     {"seed", static_cast<std::int64_t>(agreement.how.seed)},
                                     {"place", static_cast<std::int64_t>(agreement.how.dissimilarity.place)},
                                     {"label", static_cast<std::int64_t>(agreement.how.dissimilarity.label)}}});
  settings.pop_back();
  return text + settings;
}

Result<GammaOptions> gamma_options(const Options& options) {
  GammaOptions how;
  const auto seed = number(options, "seed", 0, std::numeric_limits<std::int64_t>::max());
  const auto samples = number(options, "samples", 1, 100'000);
  const auto place = number(options, "gamma-place", 1, 100), code = number(options, "gamma-code", 0, 100);
  for (const auto* value : {&seed, &samples, &place, &code}) {
    if (!*value) return tl::unexpected(value->error());
  }
  how.seed = static_cast<std::uint64_t>(seed->value_or(1));
  how.samples = static_cast<std::uint32_t>(samples->value_or(0));
  how.dissimilarity = {static_cast<double>(place->value_or(1)), static_cast<double>(code->value_or(1))};
  return how;
}

Result<SpanTable> read_table(const std::string& path, std::int64_t length) {
  const auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto decoded = decode(*bytes, path);
  if (!decoded) return tl::unexpected(decoded.error());
  return read_span_table(decoded->utf8, path, length);
}

}  // namespace

const std::vector<OptionSpec>& span_options() {
  static const std::vector<OptionSpec> specs{{"spans", "TABEL", msg::spans_option_spans},
                                             {"length", "N", msg::spans_option_length},
                                             {"samples", "N", msg::spans_option_samples},
                                             {"gamma-place", "N", msg::spans_option_gamma_place},
                                             {"gamma-code", "N", msg::spans_option_gamma_code}};
  return specs;
}

Result<ExitStatus> agree_on_spans(const Options& options, const CommandContext& context) {
  const std::string path = *options.get("spans");
  if (!options.has("length")) return fail(ErrorKind::usage, msg::spans_length_missing);
  const auto length = number(options, "length", 1, 1'000'000'000);
  if (!length) return tl::unexpected(length.error());
  const auto format = one_of(options, "format", formats);
  if (!format) return tl::unexpected(format.error());
  const auto how = gamma_options(options);
  if (!how) return tl::unexpected(how.error());
  auto table = read_table(path, **length);
  if (!table) return tl::unexpected(table.error());
  const SpanAgreement agreement = compare(std::move(*table), *how);
  if (*format == "json") {
    print(to_json(agreement, context.language));
  } else if (*format == "csv") {
    print(to_csv(agreement, context.language));
  } else {
    print(to_text(agreement, path, context.language));
  }
  return ExitStatus::success;
}

}  // namespace codeboom
