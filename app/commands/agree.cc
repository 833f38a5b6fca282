// `codeboom agree`: which of its ways to compare coders the user means.
#include <initializer_list>

#include "app/commands/agree_ratings.h"
#include "app/commands/agree_spans.h"
#include "app/commands/commands.h"
#include "message_keys/app.h"
#include "message_keys/ratings.h"

namespace codeboom {
namespace {

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

std::vector<std::string_view> names_with(const std::vector<OptionSpec>& specs, std::initializer_list<std::string_view> more) {
  std::vector<std::string_view> names(more);
  for (const OptionSpec& spec : specs) names.push_back(spec.name);
  return names;
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  if (options.has("ratings") && options.has("spans")) {  // rather than the first option that goes with one of them
    return fail(ErrorKind::usage, msg::options_not_with, {{"option", std::string("spans")}, {"way", std::string("ratings")}});
  }
  if (options.has("ratings")) {
    const auto names = names_with(agree_ratings_options(), {"all", "thresholds", "bootstrap", "seed", "format"});
    if (auto fits = only_with(options, "ratings", names); !fits) return tl::unexpected(fits.error());
    return agree_ratings(options, context);
  }
  if (options.has("spans")) {
    // All there is on passages is always shown, so --all is no mistake.
    const auto names = names_with(span_options(), {"all", "seed", "format"});
    if (auto fits = only_with(options, "spans", names); !fits) return tl::unexpected(fits.error());
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
