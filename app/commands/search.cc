#include <boost/json.hpp>

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "codebook/codebook.h"
#include "corpus/delimited.h"
#include "corpus/project.h"
#include "engine/match/matcher.h"
#include "reports/table.h"

namespace codeboom {
namespace {

struct Hit {
  std::string document;
  CodePointSpan points;
  std::string before, match, after;
};

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' || c == '\t' ? ' ' : c;
  return line;
}

// The words around a match, within its block.
Hit in_context(const Document& document, const Tokens& tokens, const Match& match, std::size_t words) {
  const Span span{match.spans.front().begin, match.spans.back().end};
  const Sentence& sentence = tokens.sentences[match.sentence];
  const Span block = document.blocks[sentence.block].span;
  std::uint32_t first = sentence.first_token, last = sentence.first_token;
  while (tokens.tokens[first].span.begin < span.begin) ++first;
  last = first;
  while (last + 1 < tokens.tokens.size() && tokens.tokens[last + 1].span.begin < span.end) ++last;
  for (std::size_t i = 0; i < words && first > 0 && tokens.tokens[first - 1].span.begin >= block.begin; ++i) --first;
  for (std::size_t i = 0; i < words && last + 1 < tokens.tokens.size() && tokens.tokens[last + 1].span.end <= block.end; ++i) {
    ++last;
  }
  return {document.metadata.id, document.text.to_code_points(span),
          on_one_line(document.text[{tokens.tokens[first].span.begin, span.begin}]), on_one_line(document.text[span]),
          on_one_line(document.text[{span.end, tokens.tokens[last].span.end}])};
}

Result<RuleSet> rule_set(const Project& project, const std::string& rule_text, const Options& options) {
  auto rule = parse_rule(rule_text);
  if (!rule) return tl::unexpected(rule.error());
  RuleSetSource source;
  source.labels.push_back({});
  source.rules.push_back({0, std::move(*rule)});
  if (const auto record = chosen_codebook(project, options)) {  // its sets can be used: @jongere
    const auto codebook = from_record(*record);
    if (!codebook) return tl::unexpected(codebook.error());
    source.sets = codebook->sets;
  }
  return RuleSet::compile(source);
}

void keep_end(std::string& text, std::size_t width) {
  while (display_width(text) > width) {
    std::size_t next = 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    text.erase(0, next);
  }
}

void keep_begin(std::string& text, std::size_t width) {
  while (display_width(text) > width) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
    if (!text.empty()) text.pop_back();
  }
}

// Key words under each other, their contexts left and right.
void print_text(const std::vector<Hit>& hits, UserLanguage language) {
  std::size_t ids = 0, matches = 0;
  for (const Hit& hit : hits) {
    ids = std::max(ids, display_width(hit.document));
    matches = std::max(matches, display_width(hit.match));
  }
  const std::size_t width = output_width();
  const std::size_t fixed = ids + 6 + std::min<std::size_t>(matches, 30);
  const std::size_t side = width > fixed + 20 ? (width - fixed) / 2 : 10;
  std::vector<std::string> documents;
  for (const Hit& hit : hits) {
    if (documents.empty() || documents.back() != hit.document) documents.push_back(hit.document);
    std::string before = hit.before, after = hit.after;
    keep_end(before, side);
    keep_begin(after, side);
    print(hit.document + std::string(ids - display_width(hit.document) + 2, ' ') +
          std::string(side - display_width(before), ' ') + before + "[" + hit.match + "]" + after + "\n");
  }
  print(in_words({msg::search_count, {{"hits", static_cast<std::int64_t>(hits.size())},
                                      {"documents", static_cast<std::int64_t>(documents.size())}}},
                 language) +
        "\n");
}

void print_csv(const std::vector<Hit>& hits) {
  print("document,start,end,before,match,after\n");
  for (const Hit& hit : hits) {
    print(csv_cell(hit.document) + "," + std::to_string(hit.points.begin.value) + "," +
          std::to_string(hit.points.end.value) + "," + csv_cell(hit.before) + "," + csv_cell(hit.match) + "," +
          csv_cell(hit.after) + "\n");
  }
}

void print_json(const std::vector<Hit>& hits) {
  const auto quoted = [](const std::string& text) { return boost::json::serialize(boost::json::string(text)); };
  for (const Hit& hit : hits) {
    print("{\"document\":" + quoted(hit.document) + ",\"start\":" + std::to_string(hit.points.begin.value) +
          ",\"end\":" + std::to_string(hit.points.end.value) + ",\"before\":" + quoted(hit.before) +
          ",\"match\":" + quoted(hit.match) + ",\"after\":" + quoted(hit.after) + "}\n");
  }
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto format = one_of(options, "format", table_formats);
  if (!format) return tl::unexpected(format.error());
  const auto words = number(options, "context", 0, 100);
  if (!words) return tl::unexpected(words.error());
  const auto project = Project::open(options.arguments()[0]);
  if (!project) return tl::unexpected(project.error());
  auto rules = rule_set(*project, options.arguments()[1], options);
  if (!rules) return tl::unexpected(rules.error());
  Matcher matcher(std::move(*rules));
  std::vector<Hit> hits;
  const auto search = [&](const Document& document) -> Result<void> {
    for (const Match& match : matcher.matches(document.text, document.blocks)) {
      hits.push_back(in_context(document, matcher.tokens(), match, static_cast<std::size_t>(words->value_or(12))));
    }
    return {};
  };
  if (auto searched = project->for_each_document(search); !searched) return tl::unexpected(searched.error());
  if (*format == "json") {
    print_json(hits);
  } else if (*format == "csv") {
    print_csv(hits);
  } else {
    print_text(hits, context.language);
  }
  return ExitStatus::success;
}

}  // namespace

Command search_command() {
  return {"search",
          "PROJECT REGEL",
          msg::command_search,
          {{"context", "N", msg::option_context},
           {"codebook", "\"ID VERSIE\"", msg::option_codebook_version},
           {"format", "text|csv|json", msg::option_format}},
          "codeboom search uit/project.codeboom 'zelf ..3 kiezen'",
          2,
          2,
          run};
}

}  // namespace codeboom
