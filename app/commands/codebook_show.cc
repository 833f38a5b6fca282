#include "app/commands/commands.h"
#include "app/terminal.h"
#include "codebook/codebook.h"
#include "message_keys/app.h"
#include "reports/table.h"

namespace codeboom {
namespace {

void print_part(MessageKey heading, const std::string& text, UserLanguage language) {
  if (text.empty()) return;
  print("\n" + in_words({heading, {}}, language) + "\n");
  for (const std::string& line : wrapped(text, output_width() - 2)) print("  " + line + "\n");
}

void print_part(MessageKey heading, const std::vector<std::string>& items, UserLanguage language) {
  if (items.empty()) return;
  print("\n" + in_words({heading, {}}, language) + "\n");
  for (const std::string& item : items) {
    const char* lead = "  - ";
    for (const std::string& line : wrapped(item, output_width() - 4)) {
      print(lead + line + "\n");
      lead = "    ";
    }
  }
}

void print_code(const Code& code, UserLanguage language) {
  print(code.id + "  " + code.name + "\n");
  print_part(msg::show_definition, code.definition, language);
  print_part(msg::show_include, code.include, language);
  print_part(msg::show_exclude, code.exclude, language);
  print_part(msg::show_positive, code.positive, language);
  print_part(msg::show_negative, code.negative, language);
  std::vector<std::string> rules;
  for (std::size_t i = 0; i < code.rules.size(); ++i) {
    rules.push_back(code.id + "#" + std::to_string(i + 1) + "  " + code.rules[i].text);
  }
  print_part(msg::show_rules, rules, language);
}

void print_tree(const Codebook& codebook) {
  print(codebook.title + " (" + codebook.id_and_version() + ")\n");
  if (!codebook.source.empty()) print(codebook.source + "\n");
  print("\n");
  std::size_t widest = 0;
  for (const Code& code : codebook.codes) {
    widest = std::max(widest, 2 * static_cast<std::size_t>(code.level - 1) + display_width(code.name));
  }
  for (const Code& code : codebook.codes) {
    const std::string name = std::string(2 * static_cast<std::size_t>(code.level - 1), ' ') + code.name;
    print(name + std::string(widest - display_width(name) + 2, ' ') + code.id + "\n");
  }
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const std::string& path = options.arguments().front();
  const auto codebook = load_codebook(path);
  if (!codebook) return tl::unexpected(codebook.error());
  const auto wanted = options.get("code");
  if (!wanted) {
    print_tree(*codebook);
    return ExitStatus::success;
  }
  const auto code = find_code(*codebook, *wanted);
  if (!code) return fail(ErrorKind::not_found, msg::show_unknown_code, {{"code", *wanted}, {"file", path}});
  print_code(codebook->codes[*code], context.language);
  return ExitStatus::success;
}

}  // namespace

Command codebook_show_command() {
  return {"codebook show", "BESTAND", msg::command_codebook_show, {{"code", "ID", msg::option_code}},
          "codeboom codebook show codebook/boeken/hva-succeselementen.yaml --code taal.toon", 1, 1, run};
}

}  // namespace codeboom
