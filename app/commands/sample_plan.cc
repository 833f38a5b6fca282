#include <charconv>
#include <cmath>

#include "app/commands/commands.h"
#include "app/commands/sample.h"
#include "app/terminal.h"
#include "message_keys/team.h"
#include "reports/agreement_size_formats.h"

namespace codeboom {
namespace {

constexpr double least = 0.001, most = 0.999;

// 0.8, 0,8 or 80%. Errors: usage.
Result<double> share(const Options& options, std::string_view name, double lowest, double highest) {
  const auto given = required(options, name);
  if (!given) return tl::unexpected(given.error());
  std::string text = *given;
  const bool per_cent = text.ends_with('%');
  if (per_cent) text.pop_back();
  if (const std::size_t comma = text.find(','); comma != std::string::npos) text[comma] = '.';
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (per_cent) value /= 100;
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() ||
      !(value >= lowest && value <= highest)) {
    return fail(
        ErrorKind::usage, msg::plan_bad_share,
        {{"option", "--" + std::string(name)}, {"value", *given}, {"least", lowest}, {"most", highest}});
  }
  return value;
}

// The kappa that is expected: as it is, or from the share of equal judgements.
Result<double> expected_kappa(const Options& options, double prevalence) {
  if (options.has("agreement") == options.has("percent"))
    return fail(ErrorKind::usage, msg::plan_which_agreement);
  if (options.has("agreement")) return share(options, "agreement", 0, most);
  const auto percent = share(options, "percent", 0, most);
  if (!percent) return percent;
  const double kappa = kappa_at(*percent, prevalence);
  if (kappa < 0) {
    return fail(ErrorKind::usage, msg::plan_below_chance,
                {{"percent", *percent}, {"chance", agreement_at(0, prevalence)}, {"prevalence", prevalence}});
  }
  return kappa;
}

// What the other reading of the same number would have given: 80 % is not a kappa of .8.
void print_other_reading(const PlannedSize& plan, double given, UserLanguage language) {
  const double kappa = kappa_at(given, plan.expected.prevalence);
  if (kappa < 0) {
    print(in_words({msg::plan_not_percent_below,
                    {{"percent", given}, {"chance", agreement_at(0, plan.expected.prevalence)}}},
                   language) +
          "\n");
    return;
  }
  const ExpectedAgreement expected{kappa, plan.expected.prevalence, plan.expected.coders};
  const auto documents = static_cast<std::int64_t>(units_for_width(kappa_variance(expected), plan.width));
  print(in_words({msg::plan_not_percent, {{"percent", given}, {"kappa", kappa}, {"documents", documents}}},
                 language) +
        "\n");
}

}  // namespace

Result<ExitStatus> run_sample_plan(const Options& options, const CommandContext& context) {
  const auto format = one_of(options, "format", table_formats);
  if (!format) return tl::unexpected(format.error());
  if (!options.arguments().empty()) return fail(ErrorKind::usage, msg::plan_alone);
  const auto prevalence = share(options, "prevalence", least, most);
  if (!prevalence) return tl::unexpected(prevalence.error());
  const auto kappa = expected_kappa(options, *prevalence);
  if (!kappa) return tl::unexpected(kappa.error());
  const auto width = share(options, "width", least, 1);
  if (!width) return tl::unexpected(width.error());
  const auto coders = number(options, "coders", 2, 100);
  if (!coders) return tl::unexpected(coders.error());
  const PlannedSize plan{{*kappa, *prevalence, static_cast<unsigned>(coders->value_or(2))}, *width};
  if (*format == "json") return print(to_json(plan)), ExitStatus::success;
  if (*format == "csv") return print(to_csv(plan)), ExitStatus::success;
  const auto lines = sentences(plan);
  for (std::size_t i = 0; i < 2; ++i) print(in_words(lines[i], context.language) + "\n");
  if (options.has("agreement")) print_other_reading(plan, *kappa, context.language);
  print("\n" + in_words({msg::plan_around, {{"width", plan.width}}}, context.language) + "\n");
  print(to_text(table_around(plan, context.language), output_width()) + "\n");
  print(to_text(table_of_widths(plan, context.language), output_width()) + "\n");
  for (std::size_t i = 2; i < lines.size(); ++i) print(in_words(lines[i], context.language) + "\n");
  return ExitStatus::success;
}

}  // namespace codeboom
