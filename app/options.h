// What a command accepts on its command line, and what the user gave.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"

namespace codeboom {

struct OptionSpec {
  std::string_view name;   // without --
  std::string_view value;  // what it takes, for the help: "FILE"; empty: a switch
  MessageKey help;
};

class Options {
 public:
  bool has(std::string_view name) const { return values_.contains(name); }
  // The last value given; empty when the option was not.
  std::optional<std::string> get(std::string_view name) const;
  // Every value given, in order.
  std::vector<std::string> all(std::string_view name) const;
  std::vector<std::string> given() const;  // names, sorted
  const std::vector<std::string>& arguments() const { return arguments_; }  // those without --

 private:
  friend Result<Options> parse_options(std::span<const OptionSpec>, const std::vector<std::string>&);
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> arguments_;
};

// Errors: usage, for an unknown option, a value that is missing, a switch that has one.
Result<Options> parse_options(std::span<const OptionSpec> specs, const std::vector<std::string>& words);

// Values that many commands read. Errors: usage, naming the option, the value and what is allowed.
Result<std::string> required(const Options& options, std::string_view name);
Result<std::optional<std::int64_t>> number(const Options& options, std::string_view name, std::int64_t least,
                                           std::int64_t most);
// One of `allowed`, the first when the option was not given.
Result<std::string> one_of(const Options& options, std::string_view name, std::span<const std::string_view> allowed);

// "a, b ,c" as three values, without white space around them; "" as one that is empty.
std::vector<std::string> separated(std::string_view text, char separator);

// For a command that does more than one thing: `way` is the option that chose, `kept` what goes with it, besides what every command
// takes. Errors: usage, for any other option given; it would change nothing, and whoever gave it expects that it does.
Result<void> only_with(const Options& options, std::string_view way, std::span<const std::string_view> kept);
// The other way round: none of `names` was given, as these go with `way` only.
Result<void> none_without(const Options& options, std::string_view way, std::span<const std::string_view> names);

}  // namespace codeboom
