// A command of the program: its name, its help and its work.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "app/exit_status.h"
#include "app/options.h"

namespace codeboom {

struct CommandContext {
  UserLanguage language = UserLanguage::nl;
  std::string command_line;  // as the user typed it, quoted for a shell: for reports
};

struct Command {
  std::string_view name;       // one or two words: "run", "codebook check"
  std::string_view arguments;  // for the help: "PROJECT INPUT..."
  MessageKey summary;          // one line
  std::vector<OptionSpec> options;
  std::string_view example;
  std::size_t least_arguments = 0, most_arguments = 0;
  // Prints its results; an error is printed by the caller.
  Result<ExitStatus> (*run)(const Options&, const CommandContext&) = nullptr;
};

// In the order in which the help lists them.
const std::vector<Command>& commands();

// The whole program: `words` is the command line without the program's name.
ExitStatus run_program(const std::vector<std::string>& words);

inline constexpr std::string_view program_version = CODEBOOM_VERSION;

}  // namespace codeboom
