#include "app/commands/agree_ratings.h"

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "codebook/ratings_table.h"
#include "corpus/text_file.h"
#include "corpus/white_space.h"
#include "message_keys/app.h"
#include "message_keys/ratings.h"
#include "reports/ratings_agreement_formats.h"

namespace codeboom {
namespace {

constexpr std::string_view metrics[] = {"nominal", "ordinal", "interval", "ratio"};
constexpr std::string_view yes_no[] = {"yes", "no"};

// Parts between commas, or semicolons where there are any, without white space around them.
std::vector<std::string> parts_of(const std::string& list) {
  const char separator = list.find(';') != std::string::npos ? ';' : ',';
  std::vector<std::string> parts{""};
  for (const char c : list) {
    if (c == separator)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  for (std::string& part : parts) part = std::string(trimmed(part));
  std::erase(parts, "");
  return parts;
}

Metric::Kind kind_of(const std::string& name) {
  if (name == "ordinal") return Metric::Kind::ordinal;
  if (name == "interval") return Metric::Kind::interval;
  return name == "ratio" ? Metric::Kind::ratio : Metric::Kind::nominal;
}

Result<std::optional<bool>> yes_or_no(const Options& options, std::string_view name) {
  if (!options.has(name)) return std::optional<bool>{};
  const auto answer = one_of(options, name, yes_no);
  if (!answer) return tl::unexpected(answer.error());
  return std::optional(*answer == "yes");
}

Result<RatingsTableOptions> table_options(const Options& options) {
  RatingsTableOptions result;
  const auto metric = one_of(options, "metric", metrics);
  if (!metric) return tl::unexpected(metric.error());
  result.metric = kind_of(*metric);
  for (const auto& [name, target] : {std::pair{"header", &result.header}, std::pair{"unit-column", &result.unit_column}}) {
    const auto answer = yes_or_no(options, name);
    if (!answer) return tl::unexpected(answer.error());
    *target = *answer;
  }
  if (const auto missing = options.get("missing")) result.missing = parts_of(*missing);
  if (const auto categories = options.get("categories")) {
    if (categories->find_first_of(",;") != std::string::npos) {
      result.categories = parts_of(*categories);
    } else {
      const auto count = number(options, "categories", 2, 1'000'000);
      if (!count) return tl::unexpected(count.error());
      result.number_of_categories = static_cast<std::uint32_t>(**count);
    }
  }
  return result;
}

Result<BootstrapOptions> bootstrap_options(const Options& options) {
  const auto replicates = number(options, "bootstrap", 0, 1'000'000);
  if (!replicates) return tl::unexpected(replicates.error());
  const auto seed = number(options, "seed", 0, 1'000'000'000);
  if (!seed) return tl::unexpected(seed.error());
  return BootstrapOptions{static_cast<std::uint64_t>(seed->value_or(1)),
                          static_cast<std::uint32_t>(replicates->value_or(1000)), 0.95};
}

}  // namespace

std::vector<OptionSpec> agree_ratings_options() {
  return {
      {"ratings", "BESTAND", msg::option_ratings},        {"metric", "nominal|ordinal|interval|ratio", msg::option_metric},
      {"categories", "N|LIJST", msg::option_categories},  {"header", "yes|no", msg::option_header},
      {"unit-column", "yes|no", msg::option_unit_column}, {"missing", "LIJST", msg::option_missing}};
}

Result<ExitStatus> agree_ratings(const Options& options, const CommandContext& context) {
  const std::string path = *options.get("ratings");
  const auto format = one_of(options, "format", table_formats);
  if (!format) return tl::unexpected(format.error());
  const auto how_to_read = table_options(options);
  if (!how_to_read) return tl::unexpected(how_to_read.error());
  const auto bootstrap = bootstrap_options(options);
  if (!bootstrap) return tl::unexpected(bootstrap.error());
  const std::string name = path == "-" ? in_words({msg::ratings_standard_input, {}}, context.language) : path;
  const auto utf8 = read_text_file(path, name);
  if (!utf8) return tl::unexpected(utf8.error());
  const auto table = read_ratings_table(*utf8, name, *how_to_read);
  if (!table) return tl::unexpected(table.error());
  for (const Message& message : table->notes) note(message, context.language);

  const bool all = options.has("all"), thresholds = options.has("thresholds");
  const RatingsAgreementOptions how{how_to_read->metric, all ? Scope::all : Scope::usual, *bootstrap, all || thresholds};
  const RatingsAgreement agreement = agreement_of(*table, how);
  if (*format == "json") {
    print(to_json(*table, agreement, how, name, context.language));
  } else if (*format == "csv") {
    print(to_csv(agreement.coefficients, context.language));
  } else {
    print(to_text(*table, agreement, how, thresholds ? Thresholds::cited : Thresholds::left_out, name, output_width(),
                  context.language));
  }
  return ExitStatus::success;
}

}  // namespace codeboom
