#include <boost/json.hpp>

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "corpus/encoding.h"
#include "corpus/files.h"
#include "engine/language/words.h"
#include "message_keys/app.h"

namespace codeboom {
namespace {

std::string list(const std::vector<std::string>& words) {
  std::string text = "[";
  for (const std::string& word : words) {
    text += (text.size() == 1 ? "" : ",") + boost::json::serialize(boost::json::string(word));
  }
  return text + "]";
}

void print_word(std::string_view word) {
  print("{\"word\":" + boost::json::serialize(boost::json::string(word)) + ",\"lemmas\":" + list(lemmas_of(word)) +
        ",\"parts\":" + list(compound_parts(word)) + "}\n");
}

Result<ExitStatus> run(const Options& options, const CommandContext&) {
  const std::string path = options.arguments().empty() ? "-" : options.arguments().front();
  const auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto decoded = decode(*bytes, path == "-" ? "stdin" : path);
  if (!decoded) return tl::unexpected(decoded.error());
  std::string_view rest = decoded->utf8;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (!word.empty() && (word.back() == '\r' || word.back() == ' ')) word.remove_suffix(1);
    if (!word.empty()) print_word(word);
  }
  return ExitStatus::success;
}

}  // namespace

Command words_command() {
  return {"words", "[BESTAND]", msg::command_words, {}, "echo studieloopbaanbegeleiders | codeboom words", 0, 1, run};
}

}  // namespace codeboom
