// `codeboom agree`: which of its ways to compare coders the user means.
#include <algorithm>
#include <initializer_list>

#include "app/commands/agree_coders.h"
#include "app/commands/agree_ratings.h"
#include "app/commands/agree_spans.h"
#include "app/commands/commands.h"
#include "message_keys/agree_commands.h"
#include "message_keys/app.h"
#include "message_keys/ratings.h"

namespace codeboom {
namespace {

std::vector<OptionSpec> all_options() {
  std::vector<OptionSpec> options = agree_ratings_options();
  options.insert(options.end(), span_options().begin(), span_options().end());
  options.insert(options.end(), agree_coders_options().begin(), agree_coders_options().end());
  const OptionSpec common[] = {{"all", "", msg::option_all_measures},
                               {"thresholds", "", msg::option_thresholds},
                               {"bootstrap", "N", msg::option_bootstrap},
                               {"seed", "N", msg::option_seed},
                               {"format", "text|csv|json|html", msg::option_format}};
  options.insert(options.end(), std::begin(common), std::end(common));
  return options;
}

std::vector<std::string_view> names_with(const std::vector<OptionSpec>& specs, std::initializer_list<std::string_view> more) {
  std::vector<std::string_view> names(more);
  for (const OptionSpec& spec : specs) names.push_back(spec.name);
  return names;
}

bool is_named(const std::vector<OptionSpec>& specs, std::string_view name) {
  return std::any_of(specs.begin(), specs.end(), [&](const OptionSpec& spec) { return spec.name == name; });
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  if (options.has("ratings") && options.has("spans")) {  // rather than the first option that goes with one of them
    return fail(ErrorKind::usage, msg::options_not_with, {{"option", std::string("spans")}, {"way", std::string("ratings")}});
  }
  for (const std::string_view way : {"ratings", "spans"}) {
    if (!options.has(way) || options.arguments().empty()) continue;
    return fail(ErrorKind::usage, msg::comparing_table_alone, {{"option", std::string(way)}, {"file", options.arguments().front()}});
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
  if (options.arguments().empty()) return fail(ErrorKind::usage, msg::agree_what);
  const auto names = names_with(agree_coders_options(), {"all", "thresholds", "bootstrap", "seed", "format", "lang", "help"});
  for (const std::string& given : options.given()) {
    if (std::find(names.begin(), names.end(), given) != names.end()) continue;
    const bool of_ratings = is_named(agree_ratings_options(), given);
    return fail(ErrorKind::usage, msg::options_only_with, {{"option", given}, {"way", std::string(of_ratings ? "ratings" : "spans")}});
  }
  return agree_coders(options, context);
}

}  // namespace

Command agree_command() {
  return {"agree",
          "PROJECT | CODERINGEN...",
          msg::command_agree,
          all_options(),
          "codeboom agree lob.codeboom --coders anna,bert --unit sentence --level 2",
          0,
          64,
          run};
}

}  // namespace codeboom
