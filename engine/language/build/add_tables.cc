#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

#include "engine/language/build/sources.h"
#include "engine/language/words.h"

namespace codeboom {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> pieces;
  std::istringstream stream(text);
  for (std::string piece; std::getline(stream, piece, separator);) {
    if (!piece.empty() || separator == '\t') pieces.push_back(piece);
  }
  return pieces;
}

void set_role(Word& word, WordClass word_class) {
  word.noun |= word_class == WordClass::noun;
  word.adjective |= word_class == WordClass::adjective;
  word.infinitive |= word_class == WordClass::verb;
}

// The builder stops on a table it does not understand: the tables are part of the source.
[[noreturn]] void refuse(const std::string& cell) {
  throw std::runtime_error("unknown word in a table: " + cell);
}

}  // namespace

Table read_table(std::istream& input) {
  Table table;
  for (std::string line; std::getline(input, line);) {
    if (!line.empty() && line.front() != '#') {
      table.push_back(split(line, '\t'));
      table.back().resize(4);
    }
  }
  return table;
}

WordClass word_class_named(const std::string& name) {
  if (name == "noun") return WordClass::noun;
  if (name == "verb") return WordClass::verb;
  if (name == "adjective") return WordClass::adjective;
  refuse(name);
}

void add_particles(Vocabulary& words, const Table& particles) {
  for (const auto& row : particles) add_word(words, row[0]).particle = true;
}

void add_own_words(Vocabulary& words, const Table& own) {
  for (const auto& row : own) {
    const WordClass word_class = word_class_named(row[1]);
    Word& word = add_word(words, row[0]);
    set_role(word, word_class);
    word.begins = word.ends = word_class == WordClass::noun;
    for (const std::string& form : split(row[2], ' ')) link_form(words, form, row[0], word_class);
  }
}

void add_irregular_forms(Vocabulary& words, const Table& irregular) {
  for (const auto& row : irregular) {
    const WordClass word_class = word_class_named(row[2]);
    set_role(add_word(words, row[1]), word_class);
    link_form(words, row[0], row[1], word_class);
  }
}

void add_compound_parts(Vocabulary& words, const Table& parts) {
  for (const auto& row : parts) {
    Word& word = add_word(words, row[0]);
    if (row[1] == "whole") {
      word.whole = word.ends = true;
      word.noun |= !word.part_only && !word.adjective;
      word.begins |= !word.begins_with_s;
    } else if (row[1] == "first") {
      word.begins = true;
    } else if (row[1] == "last") {
      word.ends = true;
    } else if (row[1] == "never") {
      word.never_part = true;
    } else {
      refuse(row[1]);
    }
  }
}

void add_function_words(Vocabulary& words, const Table& function_words) {
  for (const auto& row : function_words) {
    Word& word = add_word(words, row[0]);
    word.fixed = true;
    std::vector<Link> links;
    for (const std::string& lemma : split(row[1], ' ')) {
      // The class that the other sources know of, so that compounds can still end in the word.
      const Word& target = add_word(words, lemma);
      const Link link{fold(lemma), WordClass::other};
      const bool noun = target.noun || target.part_only;
      if (noun) links.push_back({link.lemma, WordClass::noun});
      if (target.infinitive) links.push_back({link.lemma, WordClass::verb});
      if (target.adjective) links.push_back({link.lemma, WordClass::adjective});
      if (!noun && !target.infinitive && !target.adjective) links.push_back(link);
    }
    words.find(fold(row[0]))->second.links = std::move(links);
  }
}

void add_abbreviations(Vocabulary& words, const Table& abbreviations) {
  static constexpr std::array kinds = {"",         "never_ends", "may_end", "before_number",
                                       "after_et", "month",      "slash"};
  for (const auto& row : abbreviations) {
    const auto kind = std::ranges::find(kinds, row[1]);
    if (kind == kinds.end()) refuse(row[1]);
    Word& word = add_word(words, row[0]);
    word.abbreviation = static_cast<Abbreviation>(kind - kinds.begin());
    if (row[2].empty()) continue;
    add_word(words, row[2]);
    link_form(words, row[0], row[2], WordClass::other);
  }
}

}  // namespace codeboom
