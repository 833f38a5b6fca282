// `codeboom agree`: which of its ways to compare coders the user means.
#include "app/commands/agree_ratings.h"
#include "app/commands/agree_spans.h"
#include "app/commands/commands.h"
#include "message_keys/app.h"
#include "message_keys/ratings.h"

namespace codeboom {
namespace {

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  if (options.has("ratings")) return agree_ratings(options, context);
  if (options.has("spans")) return agree_on_spans(options, context);
  return fail(ErrorKind::usage, msg::agree_what);
}

std::vector<OptionSpec> all_options() {
  std::vector<OptionSpec> options = agree_ratings_options();
  options.insert(options.end(), span_options().begin(), span_options().end());
  // What every way to compare takes.
  const OptionSpec common[] = {{"all", "", msg::option_all_measures},
                               {"thresholds", "", msg::option_thresholds},
                               {"bootstrap", "N", msg::option_bootstrap},
                               {"seed", "N", msg::option_seed},
                               {"format", "text|csv|json", msg::option_format}};
  options.insert(options.end(), std::begin(common), std::end(common));
  return options;
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
