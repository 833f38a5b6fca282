#include "app/commands/agree_coders.h"

#include <algorithm>
#include <charconv>

#include "app/coders_source.h"
#include "app/terminal.h"
#include "corpus/files.h"
#include "message_keys/agree_commands.h"
#include "message_keys/app.h"
#include "reports/agreement_formats.h"

namespace codeboom {
namespace {

constexpr std::string_view formats[] = {"text", "csv", "json", "html"};
constexpr std::string_view draws[] = {"document", "unit"};
constexpr std::string_view units[] = {"document", "sentence", "span"};

Result<double> fraction(const Options& options, std::string_view name, double otherwise, double least) {
  const auto text = options.get(name);
  if (!text) return otherwise;
  double value = 0;
  const auto read = std::from_chars(text->data(), text->data() + text->size(), value);
  if (read.ec == std::errc() && read.ptr == text->data() + text->size() && value >= least && value <= 1) return value;
  return fail(ErrorKind::usage, msg::comparing_no_fraction, {{"option", "--" + std::string(name)}, {"value", *text}, {"least", least}});
}

// Options that would change nothing.
Result<void> idle_options(const Options& options, const AgreementRequest& request) {
  const bool spans = request.unit == UnitKind::span;
  const auto& asked = request.passage_measures;
  const bool segments =
      request.scope == Scope::all || std::find(asked.begin(), asked.end(), PassageMeasure::segment_percent) != asked.end();
  const auto without = [&](std::string_view option, MessageKey key, std::string_view way) {
    return fail(ErrorKind::usage, key, {{"option", std::string(option)}, {"way", std::string(way)}});
  };
  if (options.has("tree-credit") && spans) return without("tree-credit", msg::options_not_with, "unit span");
  if (options.has("tree-credit") && request.scope != Scope::all) return without("tree-credit", msg::options_only_with, "all");
  if (options.has("segment-overlap") && !spans) return without("segment-overlap", msg::options_only_with, "unit span");
  if (options.has("segment-overlap") && !segments) return without("segment-overlap", msg::options_only_with, "all");
  return {};
}

template <class M>
Result<std::vector<M>> measures_named(const Options& options, std::optional<M> (*named)(std::string_view),
                                      const std::vector<M>& allowed) {
  std::vector<M> measures;
  for (const std::string& list : options.all("measure")) {
    for (const std::string& name : comma_separated(list)) {
      const auto measure = named(name);
      if (measure && std::find(allowed.begin(), allowed.end(), *measure) != allowed.end()) {
        if (std::find(measures.begin(), measures.end(), *measure) == measures.end()) measures.push_back(*measure);
        continue;
      }
      std::string known;
      for (const M one : allowed) known += (known.empty() ? "" : ", ") + std::string(name_of(one));
      return fail(ErrorKind::usage, msg::options_bad_choice,
                  {{"option", std::string("--measure")}, {"value", name}, {"allowed", known}});
    }
  }
  return measures;
}

Result<AgreementRequest> request_of(const Options& options, const ComparedCoders& compared) {
  AgreementRequest request;
  const auto unit = chosen_unit(options, units);
  const auto level = chosen_level(options, compared.codebook);
  const auto code = chosen_branch(options, compared.codebook);
  const auto seed = number(options, "seed", 0, 1'000'000'000), replicates = number(options, "bootstrap", 0, 100'000);
  const auto credit = fraction(options, "tree-credit", 0.5, 0),
             overlap = fraction(options, "segment-overlap", default_segment_threshold, 0.01);
  const auto drawn = one_of(options, "draw", draws);
  if (!drawn) return tl::unexpected(drawn.error());
  if (!unit) return tl::unexpected(unit.error());
  if (!level) return tl::unexpected(level.error());
  if (!code) return tl::unexpected(code.error());
  for (const auto* read : {&seed, &replicates}) {
    if (!*read) return tl::unexpected(read->error());
  }
  for (const auto* read : {&credit, &overlap}) {
    if (!*read) return tl::unexpected(read->error());
  }
  request.unit = *unit;
  if (*drawn == "unit" && *unit == UnitKind::span) return fail(ErrorKind::usage, msg::comparing_no_draw_of_characters);
  if (*drawn == "unit") request.sampling.drawn = IntervalKind::bootstrap_units;
  request.level = *level;
  request.code = *code;
  request.scope = options.has("all") ? Scope::all : Scope::usual;
  request.tree.parent = request.tree.sibling = 1 - *credit;
  request.segment_threshold = *overlap;
  request.sampling.bootstrap.seed = static_cast<std::uint64_t>(seed->value_or(1));
  request.sampling.bootstrap.replicates = static_cast<std::uint32_t>(replicates->value_or(1000));
  if (request.code && request.level && compared.codebook.codes[*request.code].level > *request.level) {
    return fail(ErrorKind::usage, msg::comparing_code_below_level,
                {{"code", compared.codebook.codes[*request.code].id}, {"level", std::int64_t{*request.level}}});
  }
  const std::size_t coders = compared.work.coders.size();
  if (request.unit == UnitKind::span) {
    auto measures = measures_named(options, passage_measure_named, passage_measures_for(coders, Scope::all));
    if (!measures) return tl::unexpected(measures.error());
    request.passage_measures = std::move(*measures);
  } else {
    auto measures = measures_named(options, measure_named, measures_for(coders, Scope::all));
    if (!measures) return tl::unexpected(measures.error());
    request.measures = std::move(*measures);
  }
  if (auto idle = idle_options(options, request); !idle) return tl::unexpected(idle.error());
  return request;
}

}  // namespace

const std::vector<OptionSpec>& agree_coders_options() {
  static const std::vector<OptionSpec> specs = [] {
    std::vector<OptionSpec> options = coder_options();
    options.insert(options.end(), {{"unit", "document|sentence|span", msg::option_unit},
                                   {"level", "N", msg::option_compared_level},
                                   {"code", "ID", msg::option_compared_code},
                                   {"measure", "NAAM", msg::option_measure},
                                   {"tree-credit", "DEEL", msg::option_tree_credit},
                                   {"segment-overlap", "DEEL", msg::option_segment_overlap},
                                   {"draw", "document|unit", msg::option_drawn},
                                   {"out", "BESTAND", msg::option_out_file}});
    return options;
  }();
  return specs;
}

Result<ExitStatus> agree_coders(const Options& options, const CommandContext& context) {
  const auto format = one_of(options, "format", formats);
  if (!format) return tl::unexpected(format.error());
  const auto compared = compared_coders(options, context.language);
  if (!compared) return tl::unexpected(compared.error());
  const auto request = request_of(options, *compared);
  if (!request) return tl::unexpected(request.error());
  const AgreementReport report = agreement_report(compared->work, compared->codebook, *request);
  const Thresholds thresholds = options.has("thresholds") ? Thresholds::cited : Thresholds::left_out;
  const std::string text = *format == "json"   ? to_json(report, compared->codebook, thresholds, context.language)
                           : *format == "csv"  ? to_csv(report, compared->codebook, thresholds, context.language)
                           : *format == "html" ? to_html(report, compared->codebook, thresholds, context.command_line, context.language)
                                               : to_text(report, compared->codebook, thresholds, output_width(), context.language);
  if (auto delivered = deliver(options, text); !delivered) return tl::unexpected(delivered.error());
  const auto misfit = [](const DocumentLeftOut& one) { return one.why == LeftOut::other_text; };
  const bool remarks =
      !report.codings_left_out.empty() || std::any_of(report.documents_left_out.begin(), report.documents_left_out.end(), misfit);
  return remarks ? ExitStatus::remarks : ExitStatus::success;
}

Result<void> deliver(const Options& options, const std::string& text) {
  auto file = OutputFile::create(options.get("out").value_or("-"));
  if (!file) return tl::unexpected(file.error());
  file->write(text);
  return file->finish();
}

Result<UnitKind> chosen_unit(const Options& options, std::span<const std::string_view> allowed) {
  const auto name = one_of(options, "unit", allowed);
  if (!name) return tl::unexpected(name.error());
  for (const UnitKind unit : {UnitKind::document, UnitKind::sentence, UnitKind::span}) {
    if (name_of(unit) == *name) return unit;
  }
  return UnitKind::document;
}

Result<std::optional<int>> chosen_level(const Options& options, const Codebook& codebook) {
  const auto level = number(options, "level", 1, deepest_level(codebook));
  if (!level) return tl::unexpected(level.error());
  return *level ? std::optional(static_cast<int>(**level)) : std::nullopt;
}

}  // namespace codeboom
