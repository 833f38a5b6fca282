
#include "app/commands/commands.h"
#include "app/terminal.h"
#include "corpus/read/read.h"
#include "engine/language/tokens.h"
#include "engine/language/words.h"
#include "message_keys/app.h"
#include "reports/json_text.h"

namespace codeboom {
namespace {

std::string positions(const Text& text, Span span) {
  const CodePointSpan points = text.to_code_points(span);
  return "\"start\":" + std::to_string(points.begin.value) + ",\"end\":" + std::to_string(points.end.value);
}

std::string list(const std::vector<std::string>& words) {
  std::string text = "[";
  for (const std::string& word : words) text += (text.size() == 1 ? "" : ",") + quoted(word);
  return text + "]";
}

std::string token_line(const Tokens& tokens, const Token& token, const Text& text) {
  const bool is_word = token.kind == TokenKind::word;
  std::string line = "{" + positions(text, token.span) + ",\"text\":" + quoted(text[token.span]) +
                     ",\"lemmas\":" + list(is_word ? lemmas_of(text[token.span]) : std::vector<std::string>{}) +
                     ",\"kind\":" + quoted(name_of(token.kind));
  if (token.completed >= 0) line += ",\"completed\":" + quoted(tokens.completed[static_cast<std::size_t>(token.completed)]);
  return line + "}";
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto document = read_document(options.arguments().front());
  if (!document) return tl::unexpected(document.error());
  for (const Message& remark : document->notes) note(remark, context.language);
  const Tokens tokens = tokenise(document->text, document->blocks);
  for (std::size_t i = 0; i < tokens.sentences.size(); ++i) {
    const Sentence& sentence = tokens.sentences[i];
    std::string line = "{\"sentence\":" + std::to_string(i) + "," + positions(document->text, sentence.span) + ",\"tokens\":[";
    for (std::uint32_t j = sentence.first_token; j < sentence.end_token; ++j) {
      line += (j == sentence.first_token ? "" : ",") + token_line(tokens, tokens.tokens[j], document->text);
    }
    print(line + "]}\n");
  }
  return ExitStatus::success;
}

}  // namespace

Command tokens_command() {
  return {"tokens", "BESTAND", msg::command_tokens, {}, "codeboom tokens corpus/voorbeelden/vb-07.txt", 1, 1, run};
}

}  // namespace codeboom
