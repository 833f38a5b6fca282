// Shared by the tests of rules and matching: text in, text out.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/match/matcher.h"
#include "tests/catch.h"

namespace codeboom::match_test {

template <class Value>
Value valid(Result<Value> result) {
  INFO((result ? std::string() : in_words(result.error().message, UserLanguage::en)));
  REQUIRE(result.has_value());
  return std::move(*result);
}

inline Rule rule_of(std::string_view text) {
  INFO(text);
  return valid(parse_rule(text));
}

inline Choice choice_of(std::string_view text) {
  INFO(text);
  return valid(parse_choice(text));
}

// An argument of an error's message in words; "-" when it has none of that name.
inline std::string argument_of(const Error& error, std::string_view name) {
  for (const auto& [key, value] : error.message.arguments) {
    if (key != name) continue;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  }
  return "-";
}

// A document of blocks, one after the other.
struct Page {
  Text text;
  std::vector<Block> blocks;
};

struct Piece {
  BlockKind kind;
  int level;
  std::string text;
};

inline Page page_of(const std::vector<Piece>& pieces) {
  Page page;
  std::string all;
  for (const Piece& piece : pieces) {
    const auto begin = static_cast<std::uint32_t>(all.size());
    const auto end = static_cast<std::uint32_t>(begin + piece.text.size());
    all += piece.text + "\n\n";
    page.blocks.push_back({piece.kind, piece.level, {{begin}, {end}}});
  }
  page.text = valid(Text::from_utf8(all));
  REQUIRE(page.text.utf8() == all);
  return page;
}

inline Page paragraph(std::string text) { return page_of({{BlockKind::paragraph, 0, std::move(text)}}); }

using Sets = std::map<std::string, std::vector<std::string>>;

// Every rule under label 0, in the order given.
inline RuleSetSource source_of(const std::vector<std::string>& rules, const Sets& sets = {}) {
  RuleSetSource source;
  source.labels.resize(1);
  for (const std::string& text : rules) source.rules.push_back({0, rule_of(text)});
  for (const auto& [name, members] : sets) {
    std::vector<Choice>& set = source.sets[name];
    for (const std::string& member : members) set.push_back(choice_of(member));
  }
  return source;
}

inline Matcher matcher_of(const RuleSetSource& source) { return Matcher(valid(RuleSet::compile(source))); }

inline std::string in_brackets(const Text& text, const std::vector<Span>& spans) {
  std::string shown;
  for (const Span span : spans) {
    shown += (shown.empty() ? "[" : " [") + std::string(text[span]) + "]";
  }
  return shown;
}

// The evidence of every match, sentence after sentence, as "[a] [b]"; " / " parts two matches.
inline std::string found_by(Matcher& matcher, const Page& page) {
  std::string shown;
  for (const Match& match : matcher.matches(page.text, page.blocks)) {
    shown += (shown.empty() ? "" : " / ") + in_brackets(page.text, match.spans);
  }
  return shown;
}

// What one rule finds in one paragraph.
inline std::string found(const std::string& rule, const std::string& text, const Sets& sets = {}) {
  Matcher matcher = matcher_of(source_of({rule}, sets));
  return found_by(matcher, paragraph(text));
}

}  // namespace codeboom::match_test
