// `codeboom agree`: which of its ways to compare coders the user means.
#include <algorithm>

#include "app/commands/agree_ratings.h"
#include "app/commands/agree_spans.h"
#include "app/commands/commands.h"
#include "message_keys/app.h"
#include "message_keys/ratings.h"

namespace codeboom {
namespace {

bool names(const std::vector<OptionSpec>& specs, std::string_view name) {
  return std::any_of(specs.begin(), specs.end(), [&](const OptionSpec& spec) { return spec.name == name; });
}

std::vector<OptionSpec> all_options() {
  std::vector<OptionSpec> options = agree_ratings_options();
  options.insert(options.end(), span_options().begin(), span_options().end());
  const OptionSpec common[] = {{"all", "", msg::option_all_measures},
                               {"thresholds", "", msg::option_thresholds},
                               {"bootstrap", "N", msg::option_bootstrap},
                               {"seed", "N", msg::option_seed},
                               {"format", "text|csv|json", msg::option_format}};
  options.insert(options.end(), std::begin(common), std::end(common));
  return options;
}

// An option that would change nothing: who gives one expects something else than what would come. For
// passages everything is shown anyway, so that --all is kept.
Result<void> only_those_of(std::string_view way, const std::vector<OptionSpec>& other,
                           const Options& options) {
  for (const OptionSpec& spec : all_options()) {
    const bool without_effect = way == "spans" && (spec.name == "thresholds" || spec.name == "bootstrap");
    if (!options.has(spec.name) || !(without_effect || names(other, spec.name))) continue;
    return fail(ErrorKind::usage, msg::agree_not_with,
                {{"option", std::string(spec.name)}, {"way", std::string(way)}});
  }
  return {};
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  if (options.has("ratings")) {
    if (auto fits = only_those_of("ratings", span_options(), options); !fits)
      return tl::unexpected(fits.error());
    return agree_ratings(options, context);
  }
  if (options.has("spans")) {
    if (auto fits = only_those_of("spans", agree_ratings_options(), options); !fits)
      return tl::unexpected(fits.error());
    return agree_on_spans(options, context);
  }
  return fail(ErrorKind::usage, msg::agree_what);
}

}  // namespace

Command agree_command() {
  return {"agree",
          "",
          msg::command_agree,
          all_options(),
          "codeboom agree --ratings oordelen.csv --metric ordinal --categories 1,2,3,4,5",
          0,
          0,
          run};
}

}  // namespace codeboom
