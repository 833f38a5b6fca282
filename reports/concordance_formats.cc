#include "reports/concordance_formats.h"

#include <algorithm>

#include "corpus/delimited.h"
#include "message_keys/reports.h"
#include "reports/json_text.h"

namespace codeboom {
namespace {

std::string words(MessageKey key, UserLanguage language, MessageArguments arguments = {}) {
  return in_words({key, std::move(arguments)}, language);
}

std::int64_t as_number(std::uint64_t number) { return static_cast<std::int64_t>(number); }

// The numbers of a rule by their English names, those of people's work only when there is anything to show.
using Numbers = std::vector<std::pair<std::string, std::uint64_t>>;
Numbers numbers_of(const RuleCount& count, const Concordance& whole) {
  Numbers numbers = {{"sentences", count.sentences}, {"documents", count.documents}};
  if (has_codings(whole)) {
    numbers.insert(numbers.end(),
                   {{"own_code", count.own_code}, {"other_code", count.other_code}, {"no_code", count.no_code}});
  }
  if (has_decisions(whole)) {
    numbers.insert(numbers.end(), {{"accepted", count.accepted}, {"rejected", count.rejected}});
  }
  return numbers;
}

std::string code_of(const RuleCount& count, const Codebook& codebook) {
  return count.rule.code ? codebook.codes[*count.rule.code].id : std::string();
}

std::string indented(std::string_view lines, std::string_view indent) {
  std::string text;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size() - 1) + 1;
    text += std::string(indent) + std::string(lines.substr(begin, end - begin));
    begin = end;
  }
  return text;
}

std::string quoted_or_null(const std::string& text) { return text.empty() ? "null" : quoted(text); }

std::string to_json(const LooserForm& form) {
  std::string text = "{\"form\":" + quoted(print_rule(form.rule)) + ",\"sentences\":" + std::to_string(form.sentences) +
                     ",\"documents\":" + std::to_string(form.documents) + ",\"examples\":[";
  const char* separator = "";
  for (const auto& example : form.examples) {
    text += separator;
    text += "{\"document\":" + quoted(example.document) + ",\"sentence\":" + quoted(example.sentence) + "}";
    separator = ",";
  }
  return text + "]}";
}

template <class Items>
std::string json_list(const Items& items) {
  std::string text = "[";
  const char* separator = "";
  for (const auto& item : items) {
    text += separator + to_json(item);
    separator = ",";
  }
  return text + "]";
}

// What people said of a rule's sentences; empty when they said nothing.
std::string people_text(const RuleCount& count, UserLanguage language) {
  std::string text;
  const auto add = [&](MessageKey key, MessageArguments arguments) {
    text += "  " + words(key, language, std::move(arguments)) + "\n";
  };
  if (count.own_code + count.other_code + count.no_code > 0) {
    add(msg::concordance_people, {{"own", as_number(count.own_code)},
                                  {"other", as_number(count.other_code)},
                                  {"none", as_number(count.no_code)}});
  }
  if (count.accepted + count.rejected > 0) {
    add(msg::concordance_decided, {{"accepted", as_number(count.accepted)}, {"rejected", as_number(count.rejected)}});
  }
  return text;
}

}  // namespace

Table to_table(const Concordance& concordance, UserLanguage language) {
  Table table;
  const auto column = [&](MessageKey key, Align align) { table.columns.push_back({words(key, language), align}); };
  column(msg::concordance_rule, Align::left);
  column(msg::concordance_sentences, Align::right);
  column(msg::concordance_documents, Align::right);
  if (has_codings(concordance)) {
    column(msg::concordance_own, Align::right);
    column(msg::concordance_other, Align::right);
    column(msg::concordance_none, Align::right);
  }
  if (has_decisions(concordance)) {
    column(msg::concordance_accepted, Align::right);
    column(msg::concordance_rejected, Align::right);
  }
  column(msg::concordance_written, Align::left);
  for (const RuleCount& count : concordance.rules) {
    auto& row = table.rows.emplace_back();
    row.push_back(count.rule.id.empty() ? words(msg::concordance_typed, language) : count.rule.id);
    for (const auto& [name, number] : numbers_of(count, concordance)) row.push_back(std::to_string(number));
    row.push_back(count.rule.text);
  }
  return table;
}

std::optional<Message> total(const Concordance& concordance) {
  if (concordance.rules.size() == 1) return std::nullopt;
  const auto without = std::count_if(concordance.rules.begin(), concordance.rules.end(),
                                     [](const RuleCount& count) { return count.sentences == 0; });
  if (concordance.rules.empty()) return Message{msg::concordance_no_rules, {}};
  return Message{msg::concordance_total, {{"rules", as_number(concordance.rules.size())}, {"without", std::int64_t{without}}}};
}

std::vector<Message> legend(const Concordance& concordance) {
  std::vector<Message> messages;
  if (has_codings(concordance)) messages.push_back({msg::concordance_people_legend, {}});
  if (has_decisions(concordance)) messages.push_back({msg::concordance_decided_legend, {}});
  return messages;
}

std::string to_text(const RuleCount& count, std::size_t width, UserLanguage language) {
  std::string text = (count.rule.id.empty() ? "" : count.rule.id + "  ") + count.rule.text + "\n";
  if (count.sentences == 0) return text + "  " + words(msg::concordance_no_hits, language) + "\n";
  text += "  " + words(msg::concordance_count, language,
                       {{"sentences", as_number(count.sentences)}, {"documents", as_number(count.documents)}}) + "\n";
  text += people_text(count, language) + indented(to_text(count.hits, width - 2), "  ");
  if (count.hits.empty() || count.hits.size() == count.sentences) return text;
  return text + "  " + words(msg::concordance_more, language, {{"n", as_number(count.sentences - count.hits.size())}}) + "\n";
}

std::string counts_to_csv(const Concordance& concordance, const Codebook& codebook) {
  std::string text = "rule,code,text";
  for (const auto& [name, number] : numbers_of({}, concordance)) text += "," + name;
  for (const RuleCount& count : concordance.rules) {
    text += "\n" + csv_cell(count.rule.id) + "," + csv_cell(code_of(count, codebook)) + "," + csv_cell(count.rule.text);
    for (const auto& [name, number] : numbers_of(count, concordance)) text += "," + std::to_string(number);
  }
  return text + "\n";
}

std::string hits_to_csv(const Concordance& concordance) {
  std::string text = "rule," + std::string(hit_columns) + "\n";
  for (const RuleCount& count : concordance.rules) {
    for (const HitInContext& hit : count.hits) text += csv_cell(count.rule.id) + "," + csv_row(hit);
  }
  return text;
}

std::string to_json_line(const RuleCount& count, const Concordance& whole, const Codebook& codebook,
                         const std::vector<LooserForm>& looser) {
  std::string text = "{\"rule\":" + quoted_or_null(count.rule.id) + ",\"code\":" + quoted_or_null(code_of(count, codebook)) +
                     ",\"text\":" + quoted(count.rule.text);
  for (const auto& [name, number] : numbers_of(count, whole)) text += "," + quoted(name) + ":" + std::to_string(number);
  text += ",\"hits\":" + json_list(count.hits);
  if (!looser.empty()) text += ",\"looser\":" + json_list(looser);
  return text + "}\n";
}

std::string to_text(const std::vector<LooserForm>& forms, std::size_t width, UserLanguage language) {
  if (forms.empty()) return words(msg::concordance_nothing_looser, language) + "\n";
  std::string text = words(msg::concordance_looser, language) + "\n";
  for (const LooserForm& form : forms) {
    text += "  " + print_rule(form.rule) + "\n    " +
            words(msg::concordance_adds, language,
                  {{"sentences", as_number(form.sentences)}, {"documents", as_number(form.documents)}}) + "\n";
    for (const auto& example : form.examples) {
      const char* lead = "    - ";
      for (const std::string& line : wrapped(example.document + ": " + example.sentence, width - 6)) {
        text += lead + line + "\n";
        lead = "      ";
      }
    }
  }
  return text;
}

std::string to_csv(const std::vector<LooserForm>& forms) {
  std::string text = "form,sentences,documents,example_1,example_2\n";
  for (const LooserForm& form : forms) {
    text += csv_cell(print_rule(form.rule)) + "," + std::to_string(form.sentences) + "," + std::to_string(form.documents);
    for (std::size_t i = 0; i < 2; ++i) text += "," + (i < form.examples.size() ? csv_cell(form.examples[i].sentence) : "");
    text += "\n";
  }
  return text;
}

}  // namespace codeboom
