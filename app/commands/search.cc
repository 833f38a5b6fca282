#include <algorithm>
#include <charconv>
#include <map>

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "codebook/codebook.h"
#include "corpus/project.h"
#include "engine/match/matcher.h"
#include "message_keys/app.h"
#include "reports/concordance_formats.h"

namespace codeboom {
namespace {

constexpr std::int64_t usual_words = 12, usual_hits = 5, most_hits = 1'000'000'000;
constexpr std::size_t most_looser_forms = 10;

// What the user wants to see, once the options are understood.
struct Search {
  Codebook codebook;  // empty when the project has none
  std::vector<SoughtRule> rules;
  bool as_coded = false;  // as the machine reads: without the sections that the codebook skips
  bool only_hits = false;  // a typed rule and nothing more: its hits, as one list
  bool looser = false;
  bool hits_named = false;  // --hits was given, with more than 0
  ContextSize size;
  std::string format;
};

struct Found {
  Concordance concordance;
  std::vector<LooserForm> looser;
};

Result<std::uint32_t> code_named(const Codebook& codebook, const std::string& id) {
  if (const auto code = find_code(codebook, id)) return *code;
  return fail(ErrorKind::not_found, msg::search_unknown_code, {{"code", id}, {"codebook", codebook.id_and_version()}});
}

// "taal.toon#3"
Result<SoughtRule> rule_named(const Codebook& codebook, const std::string& id) {
  const std::size_t sign = id.find('#');
  if (sign == std::string::npos) return fail(ErrorKind::usage, msg::search_not_a_rule_id, {{"rule", id}});
  const std::string code_id = id.substr(0, sign);
  const auto code = code_named(codebook, code_id);
  if (!code) return tl::unexpected(code.error());
  for (SoughtRule& rule : rules_within(codebook, *code)) {
    if (rule.id == id) return std::move(rule);
  }
  const auto rules = static_cast<std::int64_t>(codebook.codes[*code].rules.size());
  return fail(ErrorKind::not_found, msg::search_unknown_rule, {{"rule", id}, {"code", code_id}, {"n", rules}});
}

Result<SoughtRule> rule_typed(const std::string& text) {
  auto rule = parse_rule(text);
  if (!rule) return tl::unexpected(rule.error());
  return SoughtRule{"", text, std::move(*rule), {}};
}

// The one of the four ways to say which rules that the user chose.
Result<void> choose_rules(Search& search, const Options& options) {
  const bool typed = options.arguments().size() == 2;
  const auto rule_id = options.get("rule");
  const auto code_id = options.get("code");
  const int ways = typed + rule_id.has_value() + options.has("all-rules") + (code_id && !typed);
  if (ways != 1) return fail(ErrorKind::usage, msg::search_of_what);
  std::optional<std::uint32_t> code;
  if (code_id) {
    const auto named = code_named(search.codebook, *code_id);
    if (!named) return tl::unexpected(named.error());
    code = *named;
  }
  if (typed || rule_id) {
    auto rule = typed ? rule_typed(options.arguments()[1]) : rule_named(search.codebook, *rule_id);
    if (!rule) return tl::unexpected(rule.error());
    if (code) rule->code = code;
    search.rules.push_back(std::move(*rule));
  } else {
    search.rules = rules_within(search.codebook, code);
  }
  search.as_coded = !typed || code;
  search.only_hits = typed && !code;
  return {};
}

Result<void> choose_size(Search& search, const Options& options) {
  const auto words = number(options, "context", 0, 100);
  if (!words) return tl::unexpected(words.error());
  const auto hits = number(options, "hits", 0, most_hits);
  if (!hits) return tl::unexpected(hits.error());
  const bool one_rule = options.arguments().size() == 2 || options.has("rule");
  const std::int64_t usual = one_rule ? most_hits : options.has("all-rules") ? 0 : usual_hits;
  search.size = {static_cast<std::size_t>(words->value_or(usual_words)), static_cast<std::size_t>(hits->value_or(usual))};
  search.hits_named = hits->value_or(0) > 0;
  search.looser = options.has("looser");
  if (search.looser && !one_rule) return fail(ErrorKind::usage, msg::search_looser_of_one);
  search.only_hits = search.only_hits && !search.looser && !*hits;
  return {};
}

Result<Search> understood(const Project& project, const Options& options) {
  Search search;
  auto format = one_of(options, "format", table_formats);
  if (!format) return tl::unexpected(format.error());
  search.format = std::move(*format);
  const bool needs_codebook = options.arguments().size() < 2 || options.has("code") || options.has("codebook");
  if (const auto record = chosen_codebook(project, options)) {  // also for its sets: @jongere
    auto codebook = from_record(*record);
    if (!codebook) return tl::unexpected(codebook.error());
    search.codebook = std::move(*codebook);
  } else if (needs_codebook) {
    return tl::unexpected(record.error());
  }
  if (auto chosen = choose_rules(search, options); !chosen) return tl::unexpected(chosen.error());
  if (auto chosen = choose_size(search, options); !chosen) return tl::unexpected(chosen.error());
  return search;
}

Result<RuleSet> compiled(const Search& search, const std::vector<LooserForm>& forms) {
  RuleSetSource source;
  source.labels.push_back({});
  source.sets = search.codebook.sets;
  if (search.as_coded) source.skip_sections = search.codebook.skip_sections;
  for (const SoughtRule& rule : search.rules) source.rules.push_back({0, rule.rule});
  for (const LooserForm& form : forms) source.rules.push_back({0, form.rule});
  return RuleSet::compile(source);
}

Result<Found> find_all(const Project& project, const Search& search) {
  LooserFormCounter looser(search.looser ? search.rules.front().rule : Rule{});
  auto rules = compiled(search, looser.forms());
  if (!rules) return tl::unexpected(rules.error());
  const auto made = project.decisions();
  if (!made) return tl::unexpected(made.error());
  std::map<std::string, std::vector<Decision>> decisions;
  for (const Decision& decision : *made) decisions[decision.document].push_back(decision);
  Matcher matcher(std::move(*rules));
  ConcordanceCounter counter(search.codebook, search.rules, search.size);
  const auto look_in = [&](const Document& document) -> Result<void> {
    const auto codings = project.codings({}, document.metadata.id);
    if (!codings) return tl::unexpected(codings.error());
    const auto people = peoples_view(search.codebook, *codings, decisions[document.metadata.id]);
    const auto matches = matcher.matches(document.text, document.blocks);
    counter.add(document, matcher.tokens(), matches, people);
    looser.add(document, matcher.tokens(), matches);
    return {};
  };
  if (auto looked = project.for_each_document(look_in); !looked) return tl::unexpected(looked.error());
  return Found{counter.concordance(), looser.adding(most_looser_forms)};
}

void print_only_hits(const RuleCount& count, const std::string& format, UserLanguage language) {
  if (format == "json") {
    for (const HitInContext& hit : count.hits) print(to_json(hit) + "\n");
  } else if (format == "csv") {
    print(std::string(hit_columns) + "\n");
    for (const HitInContext& hit : count.hits) print(csv_row(hit));
  } else {
    print(to_text(count.hits, output_width()));
    print(in_words({msg::search_count, {{"hits", static_cast<std::int64_t>(count.sentences)},
                                        {"documents", static_cast<std::int64_t>(count.documents)}}},
                   language) +
          "\n");
  }
}

void print_csv(const Search& search, const Found& found) {
  if (search.looser) return print(to_csv(found.looser));
  print(search.hits_named ? hits_to_csv(found.concordance) : counts_to_csv(found.concordance, search.codebook));
}

void print_table(const Concordance& concordance, UserLanguage language) {
  print(to_text(to_table(concordance, language), output_width()));
  for (const Message& message : legend(concordance)) {
    for (const std::string& line : wrapped(in_words(message, language), output_width())) print(line + "\n");
  }
}

void print_text(const Search& search, const Found& found, UserLanguage language) {
  std::string between;
  if (search.size.hits == 0 && !found.concordance.rules.empty()) {
    print_table(found.concordance, language);
    between = "\n";
  } else {
    for (const RuleCount& count : found.concordance.rules) {
      print(between + to_text(count, output_width(), language));
      between = "\n";
    }
  }
  if (search.looser) print(between + to_text(found.looser, output_width(), language));
  if (const auto message = total(found.concordance)) print(between + in_words(*message, language) + "\n");
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto project = Project::open(options.arguments()[0]);
  if (!project) return tl::unexpected(project.error());
  const auto search = understood(*project, options);
  if (!search) return tl::unexpected(search.error());
  const auto found = find_all(*project, *search);
  if (!found) return tl::unexpected(found.error());
  if (search->only_hits) {
    print_only_hits(found->concordance.rules.front(), search->format, context.language);
  } else if (search->format == "json") {
    for (const RuleCount& count : found->concordance.rules) {
      print(to_json_line(count, found->concordance, search->codebook, found->looser));
    }
  } else if (search->format == "csv") {
    print_csv(*search, *found);
  } else {
    print_text(*search, *found, context.language);
  }
  return ExitStatus::success;
}

}  // namespace

Command search_command() {
  return {"search",
          "PROJECT [REGEL]",
          msg::command_search,
          {{"code", "ID", msg::option_search_code},
           {"rule", "ID", msg::option_search_rule},
           {"all-rules", "", msg::option_all_rules},
           {"hits", "N", msg::option_hits},
           {"looser", "", msg::option_looser},
           {"context", "N", msg::option_context},
           {"codebook", "\"ID VERSIE\"", msg::option_codebook_version},
           {"format", "text|csv|json", msg::option_format}},
          "codeboom search uit/project.codeboom 'zelf ..3 kiezen'",
          1,
          2,
          run};
}

}  // namespace codeboom
