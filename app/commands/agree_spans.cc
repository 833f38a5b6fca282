#include "app/commands/agree_spans.h"

#include <algorithm>
#include <limits>

#include "reports/span_agreement.h"
#include "app/terminal.h"
#include "corpus/text_file.h"
#include "message_keys/spans.h"

namespace codeboom {
namespace {

constexpr std::string_view formats[] = {"text", "json", "csv"};

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

// "a,b,c": codes of the table, each once.
Result<std::vector<std::uint32_t>> group_of(const std::string& names, const SpanTable& table, const std::string& path) {
  std::vector<std::uint32_t> group;
  for (std::size_t from = 0; from <= names.size();) {
    const std::size_t comma = std::min(names.find(',', from), names.size());
    const std::string name = names.substr(from, comma - from);
    const auto place = std::lower_bound(table.codes.begin(), table.codes.end(), name);
    if (place == table.codes.end() || *place != name) {
      return fail(ErrorKind::usage, msg::spans_group_unknown, {{"code", name}, {"file", path}});
    }
    const auto code = static_cast<std::uint32_t>(place - table.codes.begin());
    if (std::find(group.begin(), group.end(), code) == group.end()) group.push_back(code);
    from = comma + 1;
  }
  return group;
}

}  // namespace

const std::vector<OptionSpec>& span_options() {
  static const std::vector<OptionSpec> specs{
      {"spans", "BESTAND", msg::spans_option_spans},       {"length", "N", msg::spans_option_length},
      {"group", "CODE,CODE", msg::spans_option_group},     {"samples", "N", msg::spans_option_samples},
      {"gamma-place", "N", msg::spans_option_gamma_place}, {"gamma-code", "N", msg::spans_option_gamma_code}};
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
  const auto utf8 = read_text_file(path);
  if (!utf8) return tl::unexpected(utf8.error());
  auto table = read_span_table(*utf8, path, **length);
  if (!table) return tl::unexpected(table.error());
  std::vector<std::vector<std::uint32_t>> groups;
  for (const std::string& names : options.all("group")) {
    auto group = group_of(names, *table, path);
    if (!group) return tl::unexpected(group.error());
    groups.push_back(std::move(*group));
  }
  const SpanAgreement agreement = compare_spans(std::move(*table), groups, *how);
  if (*format == "json") {
    print(to_json(agreement, context.language));
  } else if (*format == "csv") {
    print(to_csv(agreement, context.language));
  } else {
    print(to_text(agreement, path, output_width(), context.language));
  }
  return ExitStatus::success;
}

}  // namespace codeboom
