#include <iostream>

#include "app/commands/commands.h"
#include "app/machine_source.h"
#include "app/terminal.h"
#include "codebook/gold.h"
#include "codebook/ranking.h"
#include "message_keys/app.h"

namespace codeboom {
namespace {

constexpr std::int64_t usual_top = 3;

// Answers line by line, so that another program can ask and wait.
Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto path = required(options, "codebook");
  if (!path) return tl::unexpected(path.error());
  const auto top = number(options, "top", 1, 1000);
  if (!top) return tl::unexpected(top.error());
  const auto ready = ready_coder(*path, options, Purpose::ranking, context.language);
  if (!ready) return tl::unexpected(ready.error());
  Ranker ranker(ready->codebook, ready->coder);
  int number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto phrase = read_phrase(line, "stdin", number);
    if (!phrase) return tl::unexpected(phrase.error());
    const auto text = Text::from_utf8(*phrase);
    if (!text) return tl::unexpected(text.error());
    print(to_json_line(ranker.rank(*text, static_cast<std::size_t>(top->value_or(usual_top))), ready->codebook, *text) + "\n");
    std::fflush(stdout);
  }
  return ExitStatus::success;
}

}  // namespace

Command suggest_command() {
  return {"suggest", "", msg::command_suggest,
          with_machine_options({{"codebook", "BESTAND", msg::option_codebook}, {"top", "N", msg::option_top}}),
          "echo '{\"text\":\"Studenten vertellen over hun opleiding.\"}' | codeboom suggest --codebook codebook/boeken/hva-succeselementen.yaml",
          0, 0, run};
}

}  // namespace codeboom
