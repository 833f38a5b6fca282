#include <algorithm>

#include "app/command.h"
#include "app/terminal.h"
#include "engine/language/words.h"
#include "message_keys/app.h"
#include "reports/table.h"

namespace codeboom {
namespace {

constexpr OptionSpec common_options[] = {{"lang", "nl|en", msg::option_lang}, {"help", "", msg::option_help}};

std::string in_shell_quotes(const std::string& word) {
  const bool plain = !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                             "0123456789-_./=,:+@%") == std::string::npos;
  if (plain) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string command_line(const std::vector<std::string>& words) {
  std::string line = "codeboom";
  for (const std::string& word : words) line += " " + in_shell_quotes(word);
  return line;
}

// Looked for before anything else is parsed, so that also the complaint about the rest is in the right language.
UserLanguage language_in(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--lang=en" || (words[i] == "--lang" && i + 1 < words.size() && words[i + 1] == "en")) {
      return UserLanguage::en;
    }
  }
  return UserLanguage::nl;
}

std::string words_of(MessageKey key, UserLanguage language, MessageArguments arguments = {}) {
  return in_words({key, std::move(arguments)}, language);
}

void print_list(const std::vector<std::pair<std::string, std::string>>& items) {
  std::size_t widest = 0;
  for (const auto& item : items) widest = std::max(widest, display_width(item.first));
  for (const auto& [name, explanation] : items) {
    const std::string margin(widest + 4, ' ');
    const auto lines = wrapped(explanation, std::max<std::size_t>(output_width() - margin.size(), 24));
    print("  " + name + std::string(widest + 2 - display_width(name), ' '));
    for (std::size_t i = 0; i < lines.size(); ++i) print((i == 0 ? "" : margin) + lines[i] + "\n");
  }
}

void print_overview(UserLanguage language) {
  print(words_of(msg::help_overview, language, {{"version", std::string(program_version)}}) + "\n\n");
  std::vector<std::pair<std::string, std::string>> items;
  for (const Command& command : commands()) items.emplace_back(command.name, words_of(command.summary, language));
  print_list(items);
  print("\n" + words_of(msg::help_more, language) + "\n");
}

void print_help(const Command& command, UserLanguage language) {
  print(words_of(command.summary, language) + "\n\n" + words_of(msg::help_usage, language) + " codeboom " +
        std::string(command.name) + (command.options.empty() ? "" : " " + words_of(msg::help_options, language)) +
        (command.arguments.empty() ? "" : " " + std::string(command.arguments)) + "\n\n");
  std::vector<std::pair<std::string, std::string>> items;
  const auto add = [&](const OptionSpec& option) {
    items.emplace_back("--" + std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value)),
                       words_of(option.help, language));
  };
  std::for_each(command.options.begin(), command.options.end(), add);
  std::for_each(std::begin(common_options), std::end(common_options), add);
  print_list(items);
  print("\n" + words_of(msg::help_example, language) + "\n  " + std::string(command.example) + "\n");
}

// The command that the first words name; a name may have two words.
const Command* find_command(const std::vector<std::string>& words, std::size_t& used) {
  for (const std::size_t count : {std::size_t{2}, std::size_t{1}}) {
    if (words.size() < count) continue;
    const std::string name = count == 2 ? words[0] + " " + words[1] : words[0];
    for (const Command& command : commands()) {
      if (command.name == name) {
        used = count;
        return &command;
      }
    }
  }
  return nullptr;
}

ExitStatus run_command(const Command& command, const std::vector<std::string>& words, const CommandContext& context) {
  std::vector<OptionSpec> specs = command.options;
  specs.insert(specs.end(), std::begin(common_options), std::end(common_options));
  const auto options = parse_options(specs, words);
  if (!options) return complain(options.error(), context.language);
  if (options->has("help")) {
    print_help(command, context.language);
    return ExitStatus::success;
  }
  constexpr std::string_view languages[] = {"nl", "en"};
  if (const auto language = one_of(*options, "lang", languages); !language) {
    return complain(language.error(), context.language);
  }
  const std::size_t given = options->arguments().size();
  if (given < command.least_arguments || given > command.most_arguments) {
    const MessageKey key = given < command.least_arguments ? msg::options_too_few : msg::options_too_many;
    const std::string usage = "codeboom " + std::string(command.name) + " " + std::string(command.arguments);
    return complain({ErrorKind::usage, {key, {{"usage", usage}}}}, context.language);
  }
  const auto status = command.run(*options, context);
  if (status) return *status;
  const ExitStatus failed = complain(status.error(), context.language);
  return status.error().message.key == msg::app_interrupted ? ExitStatus::interrupted : failed;
}

std::string known_commands() {
  std::string names;
  for (const Command& command : commands()) names += (names.empty() ? "" : ", ") + std::string(command.name);
  return names;
}

}  // namespace

ExitStatus run_program(const std::vector<std::string>& words) {
  CommandContext context{language_in(words), command_line(words)};
  if (words.empty()) {
    print_overview(context.language);
    return ExitStatus::usage;
  }
  if (words[0] == "--version") {
    print("codeboom " + std::string(program_version) + " (" + std::string(lexicon_version()) + ")\n");
    return ExitStatus::success;
  }
  const bool asks_help = words[0] == "help" || words[0] == "--help" || words[0] == "-h";
  const std::vector<std::string> rest(words.begin() + (asks_help ? 1 : 0), words.end());
  std::size_t used = 0;
  const Command* command = find_command(rest, used);
  if (command != nullptr && asks_help) {
    print_help(*command, context.language);
    return ExitStatus::success;
  }
  if (command != nullptr) {
    return run_command(*command, std::vector<std::string>(rest.begin() + static_cast<std::ptrdiff_t>(used), rest.end()),
                       context);
  }
  if (asks_help && (rest.empty() || rest[0].starts_with("--"))) {
    print_overview(context.language);
    return ExitStatus::success;
  }
  return complain({ErrorKind::usage, {msg::options_unknown_command, {{"command", rest[0]}, {"known", known_commands()}}}},
                  context.language);
}

}  // namespace codeboom
